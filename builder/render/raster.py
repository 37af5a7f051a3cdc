"""A frame drawn as pixels by Pillow: sRGB, anti-aliased, no alpha."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from PIL import Image as Pixels
from PIL import ImageDraw, ImageFont

from builder.color import Color
from builder.content.frame import Fill, Frame, Gradient, Paint, Path, Picture, Run, Text
from builder.geometry.box import Box
from builder.media import Font, Image
from builder.render.masks import Mask, path_mask, stroke_mask
from builder.render.photograph import cut


def draw(frame: Frame, before_text: Watcher | None = None) -> Pixels.Image:
    """The frame's canvas in RGB; `before_text` sees the pixels just before each text is set."""
    canvas = Pixels.new("RGB", (round(frame.width), round(frame.height)))
    for item in frame.items:
        if isinstance(item, Fill):
            _fill(canvas, item)
        elif isinstance(item, Path):
            _path(canvas, item)
        elif isinstance(item, Picture):
            _picture(canvas, item)
        else:
            if before_text is not None:
                before_text(canvas, item)
            _text(canvas, item)
    return canvas


class Watcher:
    """Called with the canvas as it is before a text is set on it."""

    def __call__(self, canvas: Pixels.Image, text: Text) -> None:
        """See the pixels behind the text."""
        raise NotImplementedError


def _fill(canvas: Pixels.Image, item: Fill) -> None:
    left, top, right, bottom = (round(v) for v in (item.box.x, item.box.y, item.box.right, item.box.bottom))
    if isinstance(item.paint, Color):
        canvas.paste(item.paint.rgb, (max(left, 0), max(top, 0), right, max(bottom, top + 1)))
    else:
        canvas.paste(_gradient(item.paint, item.box), (left, top))


def _path(canvas: Pixels.Image, item: Path) -> None:
    size = canvas.size
    masks: list[tuple[Mask | None, Paint | None]] = []
    if item.fill is not None:
        masks.append((path_mask(item.commands, size), item.fill))
    if item.stroke is not None and item.stroke_width > 0:
        masks.append((stroke_mask(item.commands, item.stroke_width, size), item.stroke))
    for mask, paint in masks:
        if mask is not None and paint is not None:
            _paint(canvas, mask, paint, item.opacity)


def _paint(canvas: Pixels.Image, mask: Mask, paint: Paint, opacity: float) -> None:
    pixels = mask.pixels if opacity >= 1 else mask.pixels.point([round(v * opacity) for v in range(256)])
    where = (mask.x, mask.y, mask.x + pixels.width, mask.y + pixels.height)
    if isinstance(paint, Color):
        canvas.paste(paint.rgb, where, pixels)
    else:
        canvas.paste(_gradient(paint, Box(mask.x, mask.y, pixels.width, pixels.height)), where, pixels)


def _gradient(paint: Gradient, box: Box) -> Pixels.Image:
    """A strip one pixel high, stretched along the angle: fast, and smooth in every direction."""
    width, height = max(round(box.w), 1), max(round(box.h), 1)
    cos, sin = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
    length = abs(width * cos) + abs(height * sin)
    count = max(math.ceil(length), 2)
    strip = Pixels.new("RGB", (count, 1))
    strip.putdata([_blend(paint, (i + 0.5) / count).rgb for i in range(count)])
    start = (length - width * cos - height * sin) / 2
    return strip.transform(
        (width, height), Pixels.Transform.AFFINE, (cos, sin, start, 0, 0, 0.5), Pixels.Resampling.NEAREST
    )


def _blend(paint: Gradient, at: float) -> Color:
    stops = paint.stops
    for (low, one), (high, two) in pairwise(stops):
        if at <= high:
            return one.mix(two, max(at - low, 0.0) / ((high - low) or 1.0))
    return stops[-1][1]


def _picture(canvas: Pixels.Image, item: Picture) -> None:
    left, top = round(item.box.x), round(item.box.y)
    size = (round(item.box.right) - left, round(item.box.bottom) - top)
    canvas.paste(_photograph(item.image, item.crop, size), (left, top))


@lru_cache(maxsize=4)
def _photograph(image: Image, crop: Box, size: tuple[int, int]) -> Pixels.Image:
    return cut(image, crop, size)


def _text(canvas: Pixels.Image, item: Text) -> None:
    pen = ImageDraw.Draw(canvas)
    for line in item.lines:
        for run in line.runs:
            font = _font(run.font, item.size)
            if item.tracking:
                for glyph in run.glyphs:
                    at = run.x + glyph.x * item.size, line.baseline
                    pen.text(at, _shown(glyph.source), item.color.rgb, font, "ls", features=["-liga"])
            elif run.width:
                _whole_run(pen, run, line.baseline, item, font)


def _whole_run(
    pen: ImageDraw.ImageDraw, run: Run, baseline: float, item: Text, font: ImageFont.FreeTypeFont
) -> None:
    direction = "rtl" if run.rtl else "ltr"
    pen.text(
        (run.x, baseline),
        _shown(run.text),
        item.color.rgb,
        font,
        "ls",
        direction=direction,
        language=item.lang,
    )


def _shown(text: str) -> str:
    return text.replace("\u00ad", "-")


@lru_cache(maxsize=128)
def _font(font: Font, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font.path), size, layout_engine=ImageFont.Layout.RAQM)
