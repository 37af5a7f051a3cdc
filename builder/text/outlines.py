"""The outlines of set words as one curve: what is drawn of letters that are lines instead of filled."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import floor

from builder.content.frame import Text
from builder.fonts.lettering import GlyphPen
from builder.geometry.box import Command, Point
from builder.geometry.curves import moved
from builder.media import Font
from builder.text.typeface import typeface

_CALLS = {"MOVE": "moveTo", "LINE": "lineTo", "QUAD": "qCurveTo", "CUBIC": "curveTo", "CLOSE": "closePath"}


def outlines(text: Text, *, whole: bool = False) -> tuple[Command, ...]:
    """The outlines of all its glyphs in their places, turned as it is, on `whole` units if wanted."""
    steps = tuple(step for glyph in _glyphs(text, whole) for step in glyph)
    if text.turn is None:
        return steps
    up = 1.0 if text.turn.degrees > 0 else -1.0
    return moved(steps, (0.0, up, -up, 0.0, text.turn.x, text.turn.y))


def _glyphs(text: Text, whole: bool) -> Iterator[list[Command]]:
    for line in text.lines:
        size = line.size or text.size
        for run in line.runs:
            scale = size / typeface(run.font).em
            for parts, at in zip(run.glyphs.parts, run.glyphs.xs, strict=True):
                for number, x, y in parts:
                    left, up = run.x + at * size + x * scale, line.baseline - y * scale
                    pen = GlyphPen(floor(left + 0.5), floor(up + 0.5), scale) if whole else None
                    pen = pen or GlyphPen(left, up, scale)
                    for name, points in _outline(run.font, number):
                        getattr(pen, name)(*points)
                    yield pen.steps


@lru_cache(maxsize=512)
def _outline(font: Font, number: int) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """A glyph's outline, as a pen is called; of parts that overlap what lies inside is left out."""
    import pathops  # noqa: PLC0415  only for designs that ask for it

    path = pathops.Path()
    typeface(font).shaper.draw_glyph_with_pen(number, path.getPen(glyphSet=None))
    path.simplify(fix_winding=True, keep_starting_points=True)
    return tuple((_CALLS[verb.name], tuple(points)) for verb, points in path)
