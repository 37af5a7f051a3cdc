"""The page in one language: its title, the parts of the pack, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.content.page import Download, Edition, Section
from builder.render.html.cards import card, filter_of
from builder.render.html.markup import tag, unseen, words
from builder.render.html.posts import copier, post
from builder.render.html.prose import prose
from builder.render.svg import drawing


def edition(one: Edition) -> str:
    """The markup of an edition, without the element around it."""
    labels = dict(one.labels)
    lead = tag("p", words(one.intro), class_="lead")
    local = tag("p", words(labels["start_local"]), class_="local", hidden=True)
    sections = (*(_section(section, labels) for section in one.sections), *_terms(one, labels))
    files = tag("div", lead, local, "\n", *sections, class_="sections", id=f"{one.id}-files")
    body = tag("div", _parts(one, labels), "\n", files, class_="wide body")
    return "\n".join((_opening(one), body, _closing(one, labels), ""))


def _opening(one: Edition) -> str:
    art = [("art beside", one.beside, "xMinYMid"), ("art below", one.below, "xMidYMin")]
    drawn = (
        drawing(frame, class_=name, aria_hidden="true", preserveAspectRatio=f"{_mirrored(kept, one)} slice")
        for name, frame, kept in art
        if frame
    )
    return tag(
        "div", tag("div", tag("div", *_title(one), class_="title"), class_="wide"), *drawn, class_="hero"
    )


def _mirrored(kept: str, one: Edition) -> str:
    """Which part of the art a smaller window keeps."""
    return kept.replace("xMin", "xMax") if one.rtl else kept


def _title(one: Edition) -> Iterator[str]:
    yield tag("h1", words(one.theme))
    if one.strapline:
        yield tag("p", words(one.strapline), class_="strapline")
    yield tag("p", words(one.dates), class_="dates")
    if one.first:
        kind = tag("small", words(one.first.format))
        yield tag("p", tag("a", words(one.first.title), " ", kind, class_="button", href=one.first.href))


def _parts(one: Edition, labels: Mapping[str, str]) -> str:
    named = [(section.id, section.title, section.count) for section in one.sections]
    items = (
        tag("li", tag("a", tag("span", words(title)), tag("small", words(count)), href=f"#{id_}"))
        for id_, title, count in named
    )
    name = f"{one.id}-parts"
    title = tag("h2", words(labels["start_parts"]), id=name)
    return tag("nav", title, tag("ul", *items), class_="parts", aria_labelledby=name)


def _section(section: Section, labels: Mapping[str, str]) -> str:
    title = tag("h2", words(section.title), " ", tag("small", words(section.count)))
    parts = [tag("p", words(section.intro), class_="intro")] if section.intro else []
    if len(section.sizes) > 1 and len(section.cards) > 1:
        parts.append(filter_of(section, labels))
    if section.cards:
        parts.append(tag("ul", "\n", *(card(one, labels) for one in section.cards), class_="cards"))
    if section.posts:
        parts.append(tag("ul", "\n", *(post(one, labels) for one in section.posts), class_="posts"))
    if section.files:
        parts.append(tag("ul", "\n", *(_row(file, labels) for file in section.files), class_="rows"))
    return tag("section", title, "\n", *parts, id=section.id) + "\n"


def _row(file: Download, labels: Mapping[str, str]) -> str:
    of = unseen(f": {file.title}, {file.format}")
    actions = [tag("a", words(labels["start_download"]), of, href=file.href, download=True)]
    if file.opens:
        actions.insert(0, tag("a", words(labels["start_open"]), of, href=file.href))
    badge = tag("span", words(file.format), class_="badge")
    use = tag("p", words(file.use)) if file.use else ""
    said = tag("div", tag("h3", words(file.title)), use)
    return tag("li", badge, said, tag("p", *actions, class_="actions")) + "\n"


def _terms(one: Edition, labels: Mapping[str, str]) -> Iterator[str]:
    if one.terms:
        yield tag("section", tag("h2", words(labels["start_terms"])), prose(one.terms), id=f"{one.id}-terms")


def _closing(one: Edition, labels: Mapping[str, str]) -> str:
    name = f"{one.id}-hashtags"
    hashtags = tag(
        "div",
        tag("h2", words(labels["hashtags"])),
        tag("p", words(one.hashtags), id=name),
        copier(name, labels["start_copy"], labels["hashtags"]),
    )
    more = tag("p", *(tag("a", words(link.label), href=link.href) for link in one.more), class_="more")
    contact = tag("div", tag("h2", words(labels["start_contact"])), prose(one.contact), more)
    return tag("div", tag("div", contact, hashtags, class_="wide"), class_="closing")
