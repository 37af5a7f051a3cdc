"""A page as one HTML file: its style and its fonts, cut down to the page's characters, are inside."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from builder.page import Entry, Link, Page, Scheme, Section
from builder.render.webfont import face
from builder.story import Block, Heading, ListBlock, Paragraph, Spans

_VOID = ("img", "meta")


def render_page(content: Page) -> bytes:
    """UTF-8; it reads well without its style, and with a screen reader."""
    body = "\n".join(_body(content, dict(content.labels)))
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", escape(content.title)),
        f"<style>\n{_style(content.scheme, body)}</style>",
    ]
    html = tag("html", "\n", *head, "\n", body, "\n", lang=content.lang, dir="rtl" if content.rtl else "ltr")
    return f"<!DOCTYPE html>\n{html}\n".encode()


def tag(name: str, /, *inside: str, **attributes: str | int) -> str:
    """An element around markup; attributes are escaped, and left out if they are empty (but `alt`)."""
    kept = {key.rstrip("_"): value for key, value in attributes.items() if value or key == "alt"}
    opening = "".join(f' {key.replace("_", "-")}="{escape(str(value))}"' for key, value in kept.items())
    return f"<{name}{opening}>" + ("" if name in _VOID else "".join(inside) + f"</{name}>")


def _body(page: Page, labels: dict[str, str]) -> Iterator[str]:
    yield tag("a", escape(labels["start_skip"]), class_="skip", href="#files")
    yield tag("header", tag("div", tag("div", *_title(page, labels)), *_hero(page), class_="wide"))
    main = [_parts(page, labels), *(_section(section, labels) for section in page.sections)]
    if page.terms:
        terms = tag("div", *(_block(block) for block in page.terms), class_="prose")
        main.append(tag("section", tag("h2", escape(labels["start_terms"])), terms, id="terms"))
    yield tag("main", "\n", *main, id="files", class_="wide")
    contact = tag("h2", escape(labels["start_contact"])), tag("p", _contact(page.contact))
    yield tag("footer", tag("div", *contact, class_="wide"))


def _title(page: Page, labels: dict[str, str]) -> Iterator[str]:
    yield tag("p", escape(page.kicker), class_="kicker")
    yield tag("h1", escape(page.theme))
    if page.strapline:
        yield tag("p", escape(page.strapline), class_="strapline")
    yield tag("p", escape(page.dates), class_="dates")
    if page.first:
        small = tag("small", escape(page.first.detail))
        yield tag("a", escape(page.first.label), " ", small, class_="button", href=page.first.href)
    if page.others:
        links = [_anchor(link, hreflang=link.lang, lang=link.lang) for link in page.others]
        yield tag("nav", *links, class_="languages", aria_label=labels["language"])


def _hero(page: Page) -> Iterator[str]:
    if page.hero:
        yield tag("img", src=page.hero, alt="")


def _parts(page: Page, labels: dict[str, str]) -> str:
    items = (
        tag("li", tag("a", tag("span", escape(section.title)), _quiet(section.count), href=f"#{section.id}"))
        for section in page.sections
    )
    intro = tag("p", escape(page.intro))
    return tag("nav", intro, tag("ul", *items), "\n", class_="parts", aria_label=labels["start_parts"])


def _section(section: Section, labels: dict[str, str]) -> str:
    cards = [_card(entry, labels) for entry in section.entries if entry.picture]
    rows = [_row(link) for entry in section.entries if not entry.picture for link in entry.links]
    lists = [tag("ul", *items, class_=kind) for kind, items in (("cards", cards), ("rows", rows)) if items]
    title = tag("h2", escape(section.title), " ", _quiet(section.count))
    return tag("section", title, "\n", *lists, id=section.id)


def _card(entry: Entry, labels: dict[str, str]) -> str:
    size = {"width": entry.width, "height": entry.height}
    image = tag("img", src=entry.picture, alt=entry.alt, loading="lazy", **size)
    said = tag("dl", tag("dt", escape(labels["alt_text"])), tag("dd", escape(entry.alt))) if entry.alt else ""
    links = (
        tag("li", _anchor(link), _quiet(". ".join(part for part in (link.detail, link.use) if part)))
        for link in entry.links
    )
    files = tag("ul", *links, class_="files")
    if len(entry.links) > 1:
        files = tag("details", tag("summary", escape(entry.count)), files)
    words = tag("div", tag("h3", escape(entry.title)), said, files)
    return tag("li", image, words, "\n", class_="card")


def _row(link: Link) -> str:
    name = tag("span", _anchor(link), " ", _quiet(link.detail))
    return tag("li", name, tag("span", escape(link.use)), "\n")


def _quiet(text: str) -> str:
    return tag("span", escape(text), class_="quiet")


def _anchor(link: Link, **attributes: str) -> str:
    return tag("a", escape(link.label), href=link.href, **attributes)


def _contact(contact: str) -> str:
    alone = "@" in contact and " " not in contact
    return tag("a", escape(contact), href=f"mailto:{contact}") if alone else escape(contact)


def _block(block: Block) -> str:
    match block:
        case Heading(_, spans):
            return tag("h3", _spans(spans))
        case Paragraph(spans):
            return tag("p", _spans(spans))
        case ListBlock(items, ordered):
            inside = (tag("li", *(_block(part) for part in item)) for item in items)
            return tag("ol" if ordered else "ul", *inside)
        case _:
            raise TypeError(f"{type(block).__name__} has no place on a page")


def _spans(spans: Spans) -> str:
    out = ""
    for span in spans:
        words = escape(span.text).replace("\n", "<br>")
        words = tag("strong", words) if span.bold else words
        words = tag("em", words) if span.italic else words
        out += tag("a", words, href=span.link) if span.link else words
    return out


def _style(scheme: Scheme, text: str) -> str:
    sheet = files("builder.render").joinpath("page.css").read_text(encoding="utf-8")
    colors = {
        "paper": scheme.paper,
        "ink": scheme.ink,
        "band": scheme.band,
        "on-band": scheme.on_band,
        "quiet": scheme.ink.mix(scheme.paper, 0.25),
        "line": scheme.ink.mix(scheme.paper, 0.8),
        "sheet": scheme.paper.mix(scheme.lift, 0.65),
        "shade": scheme.paper.mix(scheme.ink, 0.07),
    }
    values = "; ".join(f"--{name}: {color.hex}" for name, color in colors.items())
    roles = (("Display", 600, scheme.display), ("Text", 400, scheme.text), ("Text", 700, scheme.strong))
    faces = "\n".join(face(name, weight, font, text) for name, weight, fonts in roles for font in fonts)
    return f"{faces}\n:root {{ {values} }}\n{sheet}"
