"""Words as curves: the outlines of their glyphs, for a drawing that holds no text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from builder.fonts.lettering import GlyphPen
from builder.geometry.box import Command
from builder.media import Font
from builder.text.bidi import begins_rtl, levels, visual_order
from builder.text.shaped import Shaped
from builder.text.shaping import shape
from builder.text.typeface import typeface


def curves(words: str, font: Font, size: float) -> tuple[tuple[Command, ...], float]:
    """The outlines of a line of words, its baseline at y = 0 and y downwards, and how wide it is."""
    opened, left = typeface(font), 0.0
    scale = size / opened.em
    steps: list[Command] = []
    for shaped in _runs(words, font):
        for parts, at in zip(shaped.glyphs.parts, shaped.glyphs.xs, strict=True):
            for number, x, y in parts:
                pen = GlyphPen(left + at * size + x * scale, -y * scale, scale)
                opened.shaper.draw_glyph_with_pen(number, pen)
                steps += pen.steps
        left += shaped.width * size
    return tuple(steps), left


def _runs(words: str, font: Font) -> Iterator[Shaped]:
    """What is of one direction, from left to right."""
    embedding = levels(words, begins_rtl(words))
    runs = [(level, "".join(letters)) for level, letters in _grouped(words, embedding)]
    for number in visual_order([level for level, _ in runs]):
        level, text = runs[number]
        yield shape(text, font, rtl=level % 2 == 1)


def _grouped(words: str, embedding: list[int]) -> Iterator[tuple[int, Iterator[str]]]:
    for level, pairs in groupby(zip(embedding, words, strict=True), key=itemgetter(0)):
        yield level, (letter for _, letter in pairs)
