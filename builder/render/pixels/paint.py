"""A frame painted, item by item, on the canvas that suits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image as Pixels

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Item, Paint, Path, Picture, Text
from builder.geometry.box import Box
from builder.geometry.paints import Varied
from builder.geometry.pens import outline_of
from builder.kept import kept, weight_of
from builder.media import Image
from builder.photograph import cut
from builder.render.pixels.canvas import BACKS, Packed, Surface
from builder.render.pixels.coverage import Mask, filled, lined, united
from builder.render.pixels.gradient import bands, gradient
from builder.render.pixels.indexed import Indexed, TooMany
from builder.render.pixels.shading import varied_through
from builder.render.pixels.truecolor import Truecolor
from builder.render.pixels.words import worded

_BAND = 64  # rows of a photograph that are laid down at once: all of it would take its room twice more

Watcher = Callable[[Surface, Text], None]  # sees the canvas just before a text is set on it


def paint(frame: Frame, watch: Watcher = lambda *_: None) -> Surface:
    """The frame's pixels, in a palette if all is flat and the colours find places there."""
    flat = all(isinstance(paint, Color) for item in frame.items for paint in _paints(item))
    return _painted(frame, watch, Indexed if flat else Truecolor)


def paint_exactly(frame: Frame, watch: Watcher = lambda *_: None) -> Truecolor:
    """The frame's pixels with every shade that is in it."""
    canvas = _painted(frame, watch, Truecolor)
    assert isinstance(canvas, Truecolor)
    return canvas


def _weight(asked: tuple[tuple[Item, ...], *tuple[object, ...]], ground: Surface) -> int:
    """About what a ground and its curves take, in bytes."""
    return ground.weight + weight_of(*(item.commands for item in asked[0] if isinstance(item, Path)))


def _painted(frame: Frame, watch: Watcher, kind: type[Indexed | Truecolor]) -> Surface:
    size = round(frame.width), round(frame.height)
    if any(isinstance(item, Picture) for item in frame.items):  # whose ground is no other card's, and large
        return _with(kind(*size), frame.items, watch)
    first = next((n for n, item in enumerate(frame.items) if isinstance(item, Text)), len(frame.items))
    ground = _ground(frame.items[:first], *size, kind)
    return _with(ground.copy(), frame.items[first:], watch)


@kept(BACKS, _weight)
def _ground(items: tuple[Item, ...], width: int, height: int, kind: type[Indexed | Truecolor]) -> Surface:
    """What lies behind the first words, which cards of one design have in common.

    What a palette was mixed with stays behind, which can take more room than the pixels.
    """
    canvas = _with(kind(width, height), items, lambda *_: None)
    canvas.settle()
    return canvas


def _with(canvas: Surface, items: Sequence[Item], watch: Watcher) -> Surface:
    """The canvas with items on it, back to front; a palette that they overflow gives way."""
    for item in items:
        parts = item.by_color if isinstance(item, Text) else (item,)
        for part in parts:
            if isinstance(part, Text):
                watch(canvas, part)
        for part in parts:
            try:
                put(canvas, part)
            except TooMany:
                assert isinstance(canvas, Indexed)
                canvas = canvas.truecolor()
                put(canvas, part)
    return canvas


def _paints(item: Item) -> tuple[Paint | Image, ...]:
    if isinstance(item, Fill):
        return (item.paint,)
    if isinstance(item, Path):
        return tuple(paint for paint in (item.fill, item.stroke) if paint is not None)
    return (item.color,) if isinstance(item, Text) else (item.image,)


def put(canvas: Surface, item: Item) -> None:
    """Paint one item; TooMany if a palette has no place for its colours, and then nothing is painted."""
    if isinstance(item, Fill):
        _fill(canvas, item)
    elif isinstance(item, Path):
        _path(canvas, item)
    elif isinstance(item, Picture):
        _picture(canvas, item)
    else:
        for part in item.by_color:
            if mask := worded(part, (0, 0, canvas.width, canvas.height)):
                canvas.put(mask, part.color)


def _fill(canvas: Surface, item: Fill) -> None:
    left, top, width, height = _rounded(item.box)
    if isinstance(item.paint, Color):
        canvas.fill(canvas.inside((left, top, left + width, top + height)), item.paint)
    else:
        assert isinstance(canvas, Truecolor)
        for down, rows in bands(item.paint, width, height):
            canvas.paste(rows, left, top + down)


def _rounded(box: Box) -> tuple[int, int, int, int]:
    """The whole pixels of a box: left, top, width, height. A rule thinner than a pixel is still seen."""
    left, top = round(box.x), round(box.y)
    return left, top, max(round(box.right) - left, 1), max(round(box.bottom) - top, 1)


def _path(canvas: Surface, item: Path) -> None:
    size = (canvas.width, canvas.height)
    if item.fill is not None and (mask := filled(item.commands, *size)):
        if isinstance(item.fill, Color):
            canvas.put(mask, item.fill, item.opacity)
        elif isinstance(item.fill, Varied):
            assert isinstance(canvas, Truecolor)
            for strip, colors in varied_through(mask, item.fill):
                canvas.put(strip, colors, item.opacity)
        else:
            assert isinstance(canvas, Truecolor)
            canvas.put(mask, _behind(mask, item.fill, item), item.opacity)
    pen = item.stroke_width
    if item.stroke is not None and pen > 0 and (mask := lined(item.commands, pen, *size)):
        canvas.put(mask, item.stroke, item.opacity)


def _behind(mask: Mask, paint: Gradient, item: Path) -> Packed:
    """The part of a path's gradient, which reaches over its whole box, that its mask lets through."""
    points = np.array([number for step in item.commands for number in step[1:]]).reshape(-1, 2)
    left, top = (int(v) for v in np.floor(points.min(0)))
    right, bottom = (int(v) for v in np.ceil(points.max(0)))
    whole = gradient(paint, max(right - left, 1), max(bottom - top, 1))
    height, width = mask.alpha.shape
    return whole[mask.y - top :, mask.x - left :][:height, :width]


def _picture(canvas: Surface, item: Picture) -> None:
    assert isinstance(canvas, Truecolor)
    left, top, width, height = _rounded(item.box)
    pixels = cut(item.image, item.crop, (width, height), item.tone, item.blur)
    if pixels.mode != "RGBA" and not item.clip:
        for down in range(0, height, _BAND):
            strip = pixels.crop((0, down, width, min(down + _BAND, height)))
            canvas.paste(_packed(strip), left, top + down)
    elif mask := _through(item, pixels, (left, top), (canvas.width, canvas.height)):
        x, y, right, bottom = mask.area
        canvas.put(mask, _packed(pixels.crop((x - left, y - top, right - left, bottom - top))))


def _through(item: Picture, pixels: Pixels.Image, at: tuple[int, int], size: tuple[int, int]) -> Mask | None:
    """What is seen of a picture whose left top corner is here: within its clip, and where it is not clear."""
    left, top = at
    box = Box(left, top, pixels.width, pixels.height)
    within = (left, top, left + pixels.width, top + pixels.height)  # a pixel that its edge touches is no part
    form = united([filled(item.clip or outline_of(box), *size)], within)
    if form is None or pixels.mode != "RGBA":
        return form
    y, x = form.y - top, form.x - left
    own = np.asarray(pixels.getchannel("A"))[y : y + form.alpha.shape[0], x : x + form.alpha.shape[1]]
    product = form.alpha.astype(np.uint32) * own + 128
    return Mask(form.x, form.y, ((product + (product >> 8)) >> 8).astype(np.uint8))  # / 255, rounded


def _packed(pixels: Pixels.Image) -> Packed:
    plain = pixels.convert("RGBA").tobytes()
    return np.frombuffer(plain, "<u4").astype(np.uint32, copy=False).reshape(pixels.height, pixels.width)
