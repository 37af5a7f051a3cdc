"""Pages as pixels: what stands on one of them, as a reader of the PDF sees it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.frame import Frame, Path
from builder.content.pages import Drawn, Link, Owned, Page, Pages, PlacedFrame, Stroke, Thumbnail
from builder.geometry.box import Box
from builder.render.pixels.paint import put
from builder.render.pixels.png import encode_png
from builder.render.pixels.scale import Fit
from builder.render.pixels.truecolor import Truecolor

_PAPER = Color(255, 255, 255)


def render_sheet(pages: Pages, number: int, by: float) -> bytes:
    """A page, counted from 1, as a PNG with `by` px for each pt."""
    canvas = Truecolor(max(round(pages.width * by), 1), max(round(pages.height * by), 1))
    canvas.fill((0, 0, canvas.width, canvas.height), _PAPER)
    fit = Fit(by)
    for shown in shown_on(pages.pages[number - 1]):
        if isinstance(shown, Thumbnail | PlacedFrame):
            _put_frame(canvas, shown.frame, fit.then(shown.scale, shown.x, shown.y))
        else:
            put(canvas, fit.item(_line(shown) if isinstance(shown, Stroke) else shown))
    return encode_png(canvas)


def shown_on(page: Page) -> Iterator[Drawn | PlacedFrame]:
    """What is seen on a page, from back to front."""
    for item in page.items:
        if not isinstance(item, Link):
            yield item.item if isinstance(item, Owned) else item


def _line(stroke: Stroke) -> Path:
    (x, y), *others = stroke.points
    steps = (("M", x, y), *(("L", *point) for point in others), *([("Z",)] if stroke.closed else []))
    return Path(steps, stroke=stroke.color, stroke_width=stroke.width)


def _put_frame(canvas: Truecolor, frame: Frame, fit: Fit) -> None:
    """Paint the items of a frame, no further than its bleed."""
    room = -frame.bleed
    edge = fit.box(Box(0, 0, frame.width, frame.height).inset(room, room, room, room))
    left, top, right, bottom = canvas.inside(
        (round(edge.x), round(edge.y), round(edge.right), round(edge.bottom))
    )
    if right > left and bottom > top:
        part = Truecolor(right - left, bottom - top, canvas.pixels[top:bottom, left:right].copy())
        inner = Fit(fit.by, fit.x - left, fit.y - top)
        for item in frame.items:
            put(part, inner.item(item))
        canvas.paste(part.pixels, left, top)
