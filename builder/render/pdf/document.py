"""Pages as a PDF: drawn as they were laid out, each item in its element of the structure tree."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from typing import Any

from builder.content.frame import Picture
from builder.content.pages import (
    Drawn,
    Link,
    Owned,
    Owner,
    Page,
    PageItem,
    Pages,
    PlacedFrame,
    Stroke,
    Thumbnail,
)
from builder.errors import Problem
from builder.geometry.box import Box
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.draw import draw_frame, draw_item, draw_stroke, draw_thumbnail
from builder.render.pdf.finish import Filing, file_under
from builder.render.pdf.owners import Owners
from builder.source.copied import copied


def render_pages(
    pages: Pages, title: str = "", author: str = "", date: str = ""
) -> bytes | tuple[bytes, tuple[Problem, ...]]:
    """Pages as tagged PDF, and what there is to remark; `title` and `author` are the pages' own unless given.

    `date` (ISO) is what the file says it was made on.
    """
    title, author = title or pages.title, author or pages.author
    filing = Filing(title, author, pages.subject, pages.language, pages.keywords, date)
    out = BytesIO()
    size = pages.width + 2 * pages.slug, pages.height + 2 * pages.slug
    canvas = _canvas(out, pages, pagesize=size, invariant=1, lang=pages.language)
    file_under(canvas, filing, pages.inks)
    if pages.cover:  # ISO 32000-1, 12.4.2: it is page i, and the second page 2, as is printed on it
        canvas.addPageLabel(0, style="ROMAN_LOWER")
        canvas.addPageLabel(1, style="ARABIC", start=2)
    owners = Owners(canvas, pages)
    for number, page in enumerate(pages.pages, 1):
        _draw_page(canvas, page, pages, number, owners)
    for bookmark in (each for each in pages.bookmarks if each.listed):
        canvas.addOutlineEntry(copied(bookmark.title), bookmark.id, bookmark.level, closed=bookmark.level > 0)
    canvas.save()
    data = out.getvalue()
    remarks = tuple(Problem(remark, severity="warning") for remark in pages.remarks)
    return (data, remarks) if remarks else data


def _canvas(out: BytesIO, pages: Pages, **settings: Any) -> GlyphCanvas:
    """A canvas of light, or of inks for what goes to a print shop."""
    if pages.inks is None:
        return GlyphCanvas(out, **settings)
    from builder.render.pdf.press.canvas import PressCanvas  # noqa: PLC0415  only where a print file is made

    return PressCanvas(out, pages.inks, **settings)


def _draw_page(canvas: GlyphCanvas, page: Page, pages: Pages, number: int, owners: Owners) -> None:
    _set_box(canvas, "trim", page.trim, pages)
    _set_box(canvas, "bleed", page.bleed, pages)
    if pages.slug:
        canvas.translate(pages.slug, pages.slug)
    for bookmark in [each for each in pages.bookmarks if each.page == number]:
        canvas.enter(bookmark.id, pages.height - bookmark.y)
    for owner, group in groupby(page.items, _owner):
        if owner is None:
            for item in group:
                _draw_placed(canvas, item, pages.height, owners)
            continue
        items = [item.item for item in group if isinstance(item, Owned)]
        with owners.owning(owner, _box(items[0]), pages.height):
            for drawn in items:
                _draw(canvas, drawn, pages.height)
    canvas.showPage()


def _set_box(canvas: GlyphCanvas, name: str, box: Box | None, pages: Pages) -> None:
    """Where the sheet is cut, or how far its colours run over (ISO 32000-1, 14.11.2)."""
    if box:
        foot, slug = pages.height + pages.slug, pages.slug
        canvas.setCropBox((box.x + slug, foot - box.bottom, box.right + slug, foot - box.y), name)


def _owner(item: PageItem) -> Owner | None:
    """Whose an item is; of a frame each item has its own, and a link is drawn nowhere."""
    return item.owner if isinstance(item, Owned) else None


def _box(item: Drawn) -> Box | None:
    return item.box if isinstance(item, Picture | Thumbnail) else None


def _draw_placed(canvas: GlyphCanvas, item: PageItem, height: float, owners: Owners) -> None:
    if isinstance(item, PlacedFrame):
        canvas.saveState()
        canvas.translate(item.x, height - item.y - item.frame.height * item.scale)
        canvas.scale(item.scale, item.scale)
        draw_frame(canvas, item.frame, item.scale, owners, item.owners)
        canvas.restoreState()
    elif isinstance(item, Link):
        box = item.box
        where = box.x, height - box.bottom, box.right, height - box.y
        canvas.annotate(owners.element(item.element), item.target, where, item.words)


def _draw(canvas: GlyphCanvas, item: Drawn, height: float) -> None:
    if isinstance(item, Thumbnail):
        draw_thumbnail(canvas, item, height)
    elif isinstance(item, Stroke):
        draw_stroke(canvas, item, height)
    else:
        draw_item(canvas, item, height)
