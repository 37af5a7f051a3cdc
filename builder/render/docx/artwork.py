"""Frames and photographs as PNG pictures, no finer than a page shows them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from builder.content.frame import Fill, Frame, Item, Line, Path, Picture, Text
from builder.geometry.box import Box
from builder.media import Image
from builder.render.pixels.paint import paint
from builder.render.pixels.png import encode_png

_FINENESS = 150 / 72  # px a pt: what an office printer shows


@lru_cache(maxsize=64)
def picture(content: Frame | Image, width: float) -> bytes:
    """The content as a PNG for a width in pt on the page."""
    frame = content if isinstance(content, Frame) else _framed(content)
    return encode_png(paint(scaled(frame, max(round(width * _FINENESS), 1) / frame.width)))


def scaled(frame: Frame, by: float) -> Frame:
    """The frame with every length `by` times as long."""
    items = tuple(_item(item, by) for item in frame.items)
    return replace(frame, width=frame.width * by, height=frame.height * by, items=items)


def _framed(image: Image) -> Frame:
    whole = Box(0, 0, image.width, image.height)
    return Frame(image.width, image.height, "px", (Picture(image, whole, whole),), "")


def _item(item: Item, by: float) -> Item:
    if isinstance(item, Path):
        steps = tuple((step[0], *(value * by for value in step[1:])) for step in item.commands)
        return replace(item, commands=steps, stroke_width=item.stroke_width * by)
    if isinstance(item, Text):
        lines = tuple(_line(line, by) for line in item.lines)
        return replace(item, lines=lines, size=item.size * by, box=_box(item.box, by))
    assert isinstance(item, Fill | Picture)
    return replace(item, box=_box(item.box, by))


def _line(line: Line, by: float) -> Line:
    runs = tuple(replace(run, x=run.x * by, width=run.width * by) for run in line.runs)
    return Line(runs, line.baseline * by)


def _box(box: Box, by: float) -> Box:
    return Box(box.x * by, box.y * by, box.w * by, box.h * by)
