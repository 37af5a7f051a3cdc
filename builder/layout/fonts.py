"""The brand's fonts for a text: by role, weight, language and script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from builder.brand.fontfamilies import of_role
from builder.brand.identity import Brand
from builder.languages import likely_script
from builder.media import Features, Font, FontChain
from builder.record import replace
from builder.text.scripts import HAN, SYMBOLS, script

_LARGE = 72.0  # pt of headings on paper
_Families = tuple[tuple[str, tuple[str, ...]], ...]  # the families of each script or language, by its name


class _Wanted(NamedTuple):
    """What a font is chosen by."""

    weight: int
    italic: bool
    features: Features
    points: float


def font_chain(
    brand: Brand,
    role: str,
    weight: int,
    language: str,
    *,
    italic: bool = False,
    features: Features = (),
    points: float = 0.0,
) -> FontChain:
    """The fonts of a role for a text in one language, those for its own script first.

    `features` are on beside those that a font has anyhow, and go before them; of fonts with optical sizes,
    those that are nearest to `points`, or to what the role has on paper.
    """
    points = points or (brand.paper.size if role == "text" else _LARGE)
    roles = (role, "display", "text") if role == "poster" else (role, "text")
    families = tuple(of_role(brand.families, each) for each in roles)
    named = tuple(tuple(sorted(of_role.items())) for of_role in families)
    return _chain(brand.fonts, named, _Wanted(weight, italic, features, points), language)


@lru_cache(maxsize=64)
def _chain(
    fonts: tuple[Font, ...], families: tuple[_Families, ...], wanted: _Wanted, language: str
) -> FontChain:
    closest = cache(lambda family: _closest(fonts, family, wanted))

    def asked(*keys: str) -> tuple[Font, ...]:
        names = dict.fromkeys(_names(families, keys))
        return tuple(font for name in names for font in closest(name))

    own = likely_script(language)
    first = asked(language.split("-")[0], own, "default", SYMBOLS)
    keys = sorted({key for of_role in families for key, _ in of_role} - {own, "default"})
    scripts = [key for key in keys if len(key) == len(own)]  # languages have two letters or three
    named = {code: asked(code, "default") for code in scripts}
    named |= {own: first} | ({HAN: first} if script(own).han else {})
    return FontChain(first, tuple(named.items()), asked("default"))


def _names(families: tuple[_Families, ...], keys: Sequence[str]) -> Iterator[str]:
    """The families of the keys, then the role's others, then those of text, best first."""
    for each in families:
        by_key = dict(each)
        for key in (*keys, *by_key):
            yield from by_key.get(key, ())


def _closest(fonts: Sequence[Font], family: str, wanted: _Wanted) -> tuple[Font, ...]:
    """The font of a family that is nearest to what is wanted; all slices of it, if it comes in such."""

    def distance(font: Font) -> tuple[bool, int, int, float]:
        off = abs(font.weight - wanted.weight)
        size = abs(log(font.points / wanted.points)) if font.points else 0.0
        return font.italic != wanted.italic, off, font.weight, size

    named = [font for font in fonts if font.family == family]
    least = min(map(distance, named))
    return tuple(_featured(font, wanted.features) for font in named if distance(font) == least)


def _featured(font: Font, features: Features) -> Font:
    if not features:
        return font
    return replace(font, features=tuple({**dict(font.features), **dict(features)}.items()))
