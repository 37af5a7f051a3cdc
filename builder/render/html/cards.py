"""The gallery: each image with its alt text and its sizes."""

from __future__ import annotations

from collections.abc import Mapping

from builder.content.page import Card, Download, Picture, Section
from builder.render.html.markup import tag, unseen, words
from builder.render.html.posts import copier

_FEW = 2  # files that need no fold


def card(one: Card, labels: Mapping[str, str]) -> str:
    """An item of the gallery."""
    folded = len(one.files) > _FEW
    files = tag("ul", *(_file(file, one) for file in one.files), class_="files")
    if folded:
        heard = unseen(f": {one.name}")
        files = tag(
            "details",
            tag("summary", f"{words(labels['start_download'])} ", tag("small", words(one.count)), heard),
            files,
        )
    said = tag("div", tag("h3", words(one.title)), *_alt(one, labels), files, class_="said")
    return tag("li", picture(one.picture), said, class_="card", id=one.id) + "\n"


def picture(one: Picture) -> str:
    """An image of the pack on its ground; it loads when it is scrolled to."""
    image = tag(
        "img", src=one.href, alt=one.alt, width=one.width, height=one.height, loading="lazy", decoding="async"
    )
    marks = {"picture": True, "broad": one.width > one.height and not one.loose, "dark": one.on_dark}
    return tag("div", image, class_=" ".join(mark for mark, holds in marks.items() if holds))


def filter_of(section: Section, labels: Mapping[str, str]) -> str:
    """The choice of a size, which the script shows and obeys."""
    options = (tag("option", words(title), value=key) for key, title in section.sizes)
    every = tag("option", words(labels["start_all_sizes"]), value="")
    name = f"{section.id}-size"
    label = tag("label", words(labels["start_size"]), for_=name)
    return tag("p", label, " ", tag("select", every, *options, id=name), class_="filter", hidden=True)


def _alt(one: Card, labels: Mapping[str, str]) -> tuple[str, ...]:
    if not one.picture.alt:
        return ()
    name = f"{one.id}-alt"
    return (
        tag("p", tag("b", words(labels["alt_text"])), class_="label"),
        tag("p", words(one.picture.alt), id=name, class_="alt"),
        copier(name, labels["start_copy_alt"], one.name),
    )


def _file(file: Download, of: Card) -> str:
    detail = ", ".join(part for part in (file.detail, file.format) if part)
    title = file.title if file.size else f"{file.title}, {detail}"  # one thing in several formats
    link = tag("a", words(title), unseen(f", {of.name}"), href=file.href, download=True)
    small = tag("small", words(detail)) if file.size else ""
    use = tag("span", words(file.use), class_="use") if file.use else ""
    return tag(
        "li",
        *(link, " ", small, " ", use),
        data_size=file.size,
        data_width=file.width,
        data_height=file.height,
    )
