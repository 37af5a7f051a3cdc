"""How alike the digits of two fonts are: signs of one are of a piece with digits of the other, or not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import fsum, inf

import regex

from builder.media import Font
from builder.text.typeface import Ink, typeface

_DIGITS = "0123456789"
_SIGN = regex.compile(r"[%‰°:.,/–−+±\p{Sc}]")
_SAME = 0.15  # em in all forty sides: as far as the editions of one superfamily differ


@lru_cache(maxsize=256)
def unlike(font: Font, other: Font) -> float:
    """By how much the boxes of their digits differ, in em of all sides of all ten; infinite if one has none.

    A weight makes them wider, serifs make the 1 so, and fonts of one designer share them.
    """
    pairs = zip(_boxes(font), _boxes(other), strict=True)
    sides = [(own, its) for mine, theirs in pairs for own, its in zip(mine or (), theirs or (), strict=False)]
    return fsum(abs(own - its) for own, its in sides) if sides else inf


def same_digits(font: Font, other: Font) -> bool:
    """Whether two fonts have the same digits, as those of one superfamily do."""
    return unlike(font, other) <= _SAME


def signs_lacking(font: Font, characters: Iterable[str]) -> frozenset[str]:
    """The signs of amounts and times among these characters that a font does not draw."""
    return frozenset(char for char in characters if _SIGN.match(char) and not typeface(font).sets(char))


@lru_cache(maxsize=256)
def _boxes(font: Font) -> tuple[Ink | None, ...]:
    opened = typeface(font)
    glyphs = (opened.shaper.get_nominal_glyph(ord(digit)) for digit in _DIGITS)
    return tuple(None if glyph is None else opened.ink(glyph) for glyph in glyphs)
