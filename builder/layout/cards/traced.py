"""Words as curves: letters that are looked at, and heard from other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.fonts.lettering import GlyphPen
from builder.geometry.box import Box, Command
from builder.geometry.curves import bounds, flattened
from builder.text.paragraph import MeasuredText
from builder.text.typeface import typeface

EM = 1000.0  # the size at which letters are traced
_FINE = 0.5  # of that: how finely their edges are looked for


def traced(para: MeasuredText) -> Iterator[Command]:
    """The outlines of a text on one line, its baseline at y = 0."""
    for _, run in para.runs(0, len(para.text), 0.0, EM):
        opened = typeface(run.font)
        scale = EM / opened.em
        for parts, at in zip(run.glyphs.parts, run.glyphs.xs, strict=True):
            for number, x, y in parts:
                pen = GlyphPen(run.x + at * EM + x * scale, -y * scale, scale)
                opened.shaper.draw_glyph_with_pen(number, pen)
                yield from pen.steps


def ink_of(curve: Sequence[Command]) -> Box:
    """Where the ink of letters is."""
    return bounds(flattened(curve, _FINE))
