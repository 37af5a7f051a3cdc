"""Words set downwards: letters upright one below another, those of East Asia as their fonts have it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import fsum

import regex
import uharfbuzz as hb

from builder.content.frame import Glyph, GlyphPart, Glyphs, Run
from builder.kept import many
from builder.media import Font
from builder.record import Record
from builder.text.ink import ink
from builder.text.lines import LineSpan
from builder.text.paragraph import MeasuredText, PlacedRun
from builder.text.scripts import script_of
from builder.text.typeface import typeface

_TOGETHER = regex.compile(r"(?<!\d)\d{2}(?!\d)|\X")  # two digits stand side by side (JLReq, 3.2.5)
_AIR = 0.1  # em between the ink of two letters
_CAP = 0.6  # em: no letter's room is lower, so that small ones are not crowded
_BLANK = 0.35  # em between two words
_COLUMN_AIR = 0.4  # em between two columns


class Cell(Record):
    """What stands in one place of a column; lengths in em."""

    start: int  # its characters
    end: int
    wide: float
    high: float
    up: float = 0.0  # from its top to its baseline, if it is set level
    font: Font | None = None  # none: it is set level
    parts: tuple[GlyphPart, ...] = ()  # from the middle of its top

    def runs(
        self, para: MeasuredText, middle: float, top: float, size: float
    ) -> tuple[float, list[PlacedRun]]:
        """Its baseline, and its runs with the number of the strand of each, in the unit of `size`."""
        if self.font is None:
            left = middle - self.wide * size / 2
            return top + self.up * size, para.runs(self.start, self.end, left, size)
        source = para.text[self.start : self.end]
        glyph = Glyph(self.parts, source, 0.0, self.wide)
        columns = Glyphs((glyph.parts,), (source,), (0.0,), (glyph.advance,))
        run = Run(self.font, middle, 0.0, columns)
        return top, [PlacedRun(para.owners[self.start], run)]


class Column(Record):
    """Cells below each other, each with its place from the top, and how high they are, in em."""

    cells: tuple[tuple[float, Cell], ...]
    high: float


def can_stand(para: MeasuredText) -> bool:
    """Whether its letters can stand upright: not those that grow together."""
    return not any(known and known.joined for known in map(script_of, para.text))


def is_east_asian(para: MeasuredText) -> bool:
    """Whether its first letter is of a script that is written downwards, in columns from right to left."""
    known = (script_of(char) for char in para.text)
    first = next((script for script in known if script), None)
    return first is not None and first.han


@lru_cache(maxsize=many(64))
def columns(para: MeasuredText, most: int) -> tuple[Column, ...]:
    """The words in so many columns at the most, as even as they can be."""
    words = [tuple(_cells(para, word.start, word.end)) for word in para.words]
    blanks = [_BLANK if word.space else 0.0 for word in para.words]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(min(most, len(words))):
        tried = dict[int, tuple[float, tuple[int, ...]]]()
        for end in range(1, len(words) + 1):
            ways = (
                (max(best[start][0], _high(words[start:end], blanks[start:end])), (*best[start][1], end))
                for start in range(end)
                if start in best
            )
            if found := min(ways, default=None):
                tried[end] = found
        best = {**tried, **({0: best[0]} if 0 in best else {})}
    _, cuts = best.get(len(words), (0.0, (0,)))
    return tuple(_column(words[start:end], blanks[start:end]) for start, end in pairwise(cuts))


def wide(para: MeasuredText) -> float:
    """How wide a column is, in em."""
    cells = (cell for word in para.words for cell in _cells(para, word.start, word.end))
    return max((cell.wide for cell in cells), default=0.0)


def across(count: int, column: float) -> float:
    """How wide so many columns are with what is between them, in em."""
    return count * column + max(count - 1, 0) * _COLUMN_AIR


def _high(words: Sequence[Sequence[Cell]], blanks: Sequence[float]) -> float:
    return fsum(cell.high for word in words for cell in word) + fsum(blanks[:-1]) - _AIR


def _column(words: Sequence[Sequence[Cell]], blanks: Sequence[float]) -> Column:
    steps = [
        (cell, cell.high + (blank if cell is word[-1] else 0.0))
        for word, blank in zip(words, blanks, strict=True)
        for cell in word
    ]
    tops = accumulate((step for _, step in steps), initial=0.0)
    placed = ((top, cell) for (cell, _), top in zip(steps, tops, strict=False))
    return Column(tuple(placed), _high(words, blanks))


def _cells(para: MeasuredText, start: int, end: int) -> Iterator[Cell]:
    for match in _TOGETHER.finditer(para.text[start:end]):
        first, last = start + match.start(), start + match.end()
        known = script_of(para.text[first])
        if para.drawn or not ((known and known.han) or _is_wide(para.text[first])):
            up, down = _rhythm(para)
            yield Cell(first, last, para.width(first, last), up + down + _AIR, up)
        else:
            language = para.strands[para.owners[first]].language
            yield _standing(para.text[first:last], para.fonts[first], language, first)


def _is_wide(char: str) -> bool:
    """Whether it is a sign of East Asia, such as a comma or a bracket (UAX 50: vo=Tr, Tu and their like)."""
    return "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef" or char == "\u30fc"


@lru_cache(maxsize=many(64))
def _rhythm(para: MeasuredText) -> tuple[float, float]:
    """How far letters that are set level reach above and below their baselines."""
    high, low = ink(para, LineSpan(0, len(para.text), 0.0))
    return max(high, _CAP), low


@lru_cache(maxsize=many(512))
def _standing(text: str, font: Font, language: str, start: int) -> Cell:
    """A letter as HarfBuzz sets it downwards: with the font's forms and places for that."""
    opened = typeface(font)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb"
    buffer.language = language or "und"
    buffer.guess_segment_properties()
    buffer.direction = "ttb"
    hb.shape(opened.shaper, buffer, dict(font.features))
    pen, parts = 0, list[GlyphPart]()
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
        parts.append((info.codepoint, at.x_offset, pen + at.y_offset))
        pen += at.y_advance
    wide = opened.advance(parts[0][0]) / opened.em if parts else 1.0
    return Cell(start, start + len(text), wide, -pen / opened.em, font=font, parts=tuple(parts))
