"""A text's glyphs as one mask: HarfBuzz's outlines, unhinted, their origins on whole pixels.

Nothing is shaped here: glyphs are drawn by their numbers, where the layout has put them. What is kept
for later is found by the font's bytes, the glyph and the size, so no earlier text shows in a later one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from math import floor

import uharfbuzz as hb

from builder.content.frame import Line, Text
from builder.geometry.box import Command
from builder.media import Font
from builder.render.pixels.coverage import Mask, PixelBox, covered, united
from builder.render.pixels.outline import Outline, traced
from builder.text.typeface import typeface


def worded(text: Text, within: PixelBox) -> Mask | None:
    """The coverage of a text in an area: letters that touch do not darken twice. None if nothing is seen."""
    return united((mask for line in text.lines for mask in _line(line, text.size)), within)


def _line(line: Line, size: float) -> Iterator[Mask]:
    for run in line.runs:
        em = typeface(run.font).em
        for glyph in run.glyphs:
            for number, x, y in glyph.parts:
                if mask := _mask(run.font, number, size):
                    left = floor(run.x + (glyph.x + x / em) * size + 0.5)
                    top = floor(line.baseline - y / em * size + 0.5)
                    yield Mask(left + mask.x, top + mask.y, mask.alpha)


@lru_cache(maxsize=2048)
def _mask(font: Font, number: int, size: float) -> Mask | None:
    """The coverage of a glyph at a size in px, placed as seen from its origin."""
    outline, scale = _outline(font, number), size / typeface(font).em
    return covered(Outline(outline.points * (scale, -scale), outline.tags, outline.ends))


@lru_cache(maxsize=4096)
def _outline(font: Font, number: int) -> Outline:
    """The outline of a glyph in units of its font, y upwards."""
    commands: list[Command] = []
    typeface(font).shaper.draw_glyph(number, _pens(), commands)
    return traced(commands)


@cache
def _pens() -> hb.DrawFuncs:
    """HarfBuzz's pens, which write down the steps of a curve."""
    pens = hb.DrawFuncs()
    pens.set_move_to_func(lambda x, y, steps: steps.append(("M", x, y)))
    pens.set_line_to_func(lambda x, y, steps: steps.append(("L", x, y)))
    pens.set_quadratic_to_func(lambda a, b, x, y, steps: steps.append(("Q", a, b, x, y)))
    pens.set_cubic_to_func(lambda a, b, c, d, x, y, steps: steps.append(("C", a, b, c, d, x, y)))
    pens.set_close_path_func(lambda steps: steps.append(("Z",)))
    return pens
