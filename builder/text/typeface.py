"""A font file opened: what it can draw, and how far its ink reaches."""

from __future__ import annotations

from functools import lru_cache

import regex
import uharfbuzz as hb

from builder.content.frame import GlyphPart
from builder.media import Font
from builder.record import replace

_INVISIBLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}]")
# Blanks that HarfBuzz makes of the common one where a font lacks them (hb-ot-shape-fallback).
_BLANKS = frozenset(map(chr, (0x20, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))

Ink = tuple[float, float, float, float]  # left, bottom, right, top in em, y upwards from the baseline
Plain = tuple[tuple[GlyphPart, ...], int, float, Ink | None]


class Typeface:
    """A font opened for shaping; `em` is in its units, all else in em."""

    def __init__(self, font: Font) -> None:
        self.face = hb.Face(hb.Blob(font.data))
        self.shaper = hb.Font(self.face)
        self.em: int = self.face.upem
        self.characters = frozenset(self.face.unicodes)
        extents = self.shaper.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.em
        self.descent: float = -extents.descender / self.em
        self._ink: dict[int, Ink | None] = {}
        self._advances: dict[int, int] = {}
        self.plain = _Plain(self)

    @property
    def height(self) -> float:
        """From the highest mark to the lowest that the font expects on a line."""
        return self.ascent + self.descent

    def sets(self, cluster: str) -> bool:
        """Whether the font draws all that shows of a letter and its marks."""
        known = self.characters
        if known.issuperset(map(ord, cluster)):
            return True
        return all(ord(char) in known or char in _BLANKS or invisible(char) for char in cluster)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves the pen by itself, in units of the font."""
        if glyph not in self._advances:
            self._advances[glyph] = self.shaper.get_glyph_h_advance(glyph)
        return self._advances[glyph]

    def ink(self, glyph: int) -> Ink | None:
        """The box of a glyph's outline; None if it has none."""
        if glyph not in self._ink:
            extents, em = self.shaper.get_glyph_extents(glyph), self.em
            self._ink[glyph] = None
            if extents is not None and extents.height:
                left, top = extents.x_bearing, extents.y_bearing
                box = (left, top + extents.height, left + extents.width, top)
                self._ink[glyph] = (box[0] / em, box[1] / em, box[2] / em, box[3] / em)
        return self._ink[glyph]


class _Plain(dict[int, Plain]):
    """By glyph: what it is drawn of by itself, its own advance in units of the font and in em, its ink."""

    def __init__(self, opened: Typeface) -> None:
        self._opened = opened

    def __missing__(self, glyph: int) -> Plain:
        opened, own = self._opened, self._opened.advance(glyph)
        self[glyph] = ((glyph, 0, 0),), own, own / opened.em, opened.ink(glyph)
        return self[glyph]


@lru_cache(maxsize=256)
def typeface(font: Font) -> Typeface:
    """The opened font; fonts are the same if their bytes are, wherever they were read."""
    return typeface(replace(font, features=())) if font.features else Typeface(font)


def invisible(character: str) -> bool:
    """Whether the character needs no glyph: it only steers how others are joined or broken."""
    return bool(_INVISIBLE.match(character))
