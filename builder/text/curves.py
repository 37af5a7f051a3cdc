"""Words as curves: the outlines of their glyphs, for a drawing that holds no text."""

from __future__ import annotations

from builder.fonts.lettering import GlyphPen
from builder.geometry.box import Command
from builder.media import Font
from builder.text.shaping import shape
from builder.text.typeface import typeface


def curves(words: str, font: Font, size: float) -> tuple[tuple[Command, ...], float]:
    """The outlines of a line of words, its baseline at y = 0 and y downwards, and how wide it is."""
    shaped, opened = shape(words, font), typeface(font)
    scale = size / opened.em
    steps: list[Command] = []
    for glyph in shaped.glyphs:
        for number, x, y in glyph.parts:
            pen = GlyphPen(glyph.x * size + x * scale, -y * scale, scale)
            opened.shaper.draw_glyph_with_pen(number, pen)
            steps += pen.steps
    return tuple(steps), shaped.width * size
