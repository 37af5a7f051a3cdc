"""A text's glyphs as one mask: HarfBuzz's outlines, unhinted, their origins on whole pixels.

Nothing is shaped here: glyphs are drawn by their numbers, where the layout has put them. What is kept
for later is found by the font's bytes, the glyph and the size, so no earlier text shows in a later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import floor

import numpy as np
import uharfbuzz as hb
from numpy.typing import NDArray

from builder.content.frame import Text, Turn
from builder.geometry.box import Box, Command
from builder.kept import Kept, kept
from builder.media import Font
from builder.render.pixels.coverage import Mask, PixelBox, lined, united
from builder.render.pixels.outline import Outline, traced
from builder.render.pixels.strip import covered_each
from builder.text.outlines import outlines
from builder.text.typeface import typeface

_RECORD = 400  # bytes of what is kept beside its numbers

_masks, _outlines = Kept(3 << 20), Kept(1 << 20)


_Key = tuple[str, int]  # the digest of a font, and a glyph's number
_Placed = tuple[_Key, int, int]  # a glyph, and the whole pixel of its origin


def worded(text: Text, within: PixelBox) -> Mask | None:
    """The coverage of a text in an area: letters that touch do not darken twice. None if nothing is seen."""
    if text.outline:
        width, height = within[2], within[3]
        return lined(outlines(text, whole=True), text.outline, width, height)
    fonts = {run.font.digest: run.font for line in text.lines for run in line.runs}
    level = list[Mask]()
    for size, glyphs in _placed(text).items():
        masks = _drawn({key: fonts[key[0]] for key, _, _ in glyphs}, size)
        seen = ((masks[key], left, top) for key, left, top in glyphs)
        level += [Mask(left + mask.x, top + mask.y, mask.alpha) for mask, left, top in seen if mask]
    return united(level if text.turn is None else (_turned(mask, text.turn) for mask in level), within)


def _turned(mask: Mask, turn: Turn) -> Mask:
    """The coverage after a quarter turn: its pixels stay whole, so letters are as sharp as those of a row."""
    height, width = mask.alpha.shape
    box = turn.box(Box(mask.x, mask.y, width, height))
    alpha = np.ascontiguousarray(np.rot90(mask.alpha, -turn.degrees // 90))
    return Mask(floor(box.x + 0.5), floor(box.y + 0.5), alpha)


def _placed(text: Text) -> dict[float, list[_Placed]]:
    """The glyphs of a text by their sizes."""
    placed = dict[float, list[_Placed]]()
    for line in text.lines:
        size, foot = line.size or text.size, floor(line.baseline + 0.5)
        here = placed.setdefault(size, [])
        for run in line.runs:
            em, digest = typeface(run.font).em, run.font.digest
            for parts, at in zip(run.glyphs.parts, run.glyphs.xs, strict=True):
                for number, x, y in parts:
                    left = floor(run.x + (at + x / em) * size + 0.5)
                    top = floor(line.baseline - y / em * size + 0.5) if y else foot
                    here.append(((digest, number), left, top))
    return placed


def _drawn(glyphs: Mapping[_Key, Font], size: float) -> dict[_Key, Mask | None]:
    """The coverage of glyphs (of a font's digest, by number) at a size in px, as seen from their origins."""
    found = {key: known[0] for key in glyphs if (known := _masks.find((key, size)))}
    new = [key for key in glyphs if key not in found]
    outlines = (_outline(glyphs[key], key[1]) for key in new)
    scaled = [
        Outline(outline.points * _scale(glyphs[key], size), outline.tags, outline.ends)
        for key, outline in zip(new, outlines, strict=True)
    ]
    for key, mask in zip(new, covered_each(scaled), strict=True):
        found[key] = mask
        _masks.keep((key, size), mask, _RECORD + (mask.alpha.nbytes if mask else 0))
    return found


@lru_cache(maxsize=16)
def _scale(font: Font, size: float) -> NDArray[np.float64]:
    """What units of a font are in px, y downwards."""
    scale = size / typeface(font).em
    return np.array((scale, -scale))


@kept(_outlines, lambda _, outline: 2 * _RECORD + outline.points.nbytes)
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
