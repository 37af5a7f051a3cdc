"""The family of the largest words, where a brand has one for it and does not say so."""

from __future__ import annotations

from collections.abc import Collection

from builder.brand.fontfamilies import Families, Named
from builder.fonts.face import width_of
from builder.media import Font

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NARROW = 0.5  # em: as far as a letter of a condensed family goes on average; those of texts go 0.55 to 0.65
_HEAVY = 800  # the weight from which on a family is of use for nothing else


def with_posters(families: Families, named: Collection[Named], fonts: Collection[Font]) -> Families:
    """The families of each role; if none is said to be for posters, a condensed or heavy one that is listed
    under `typography: fonts:` and that nothing else is set in.
    """
    if "poster" in families:
        return families
    spare = (family.name for family in named if family.listed and not family.used)
    found = next((name for name in spare if any(_is_loud(font) for font in fonts if font.family == name)), "")
    headings = families["display"]["default"]
    return {**families, "poster": {"default": (found, *headings)}} if found else families


def _is_loud(font: Font) -> bool:
    wide = 0.0 if font.italic else width_of(_LETTERS, font.data)
    return 0 < wide <= _NARROW or (wide > 0 and font.weight >= _HEAVY)
