"""The brand's fonts for a text: by role, weight, language and script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.brand.identity import Brand
from builder.media import Font, FontChain
from builder.text.languages import likely_script
from builder.text.scripts import HAN, script


def font_chain(brand: Brand, role: str, weight: int, language: str, *, italic: bool = False) -> FontChain:
    """The fonts of a role for a text in one language, those for its own script first."""
    own = likely_script(language)
    keyed = {key for families in _families(brand, role) for key in families} - {own, "default"}
    scripts = sorted(key for key in keyed if len(key) == 4)  # ISO 15924; languages have two letters or three
    first = _fonts(brand, role, (language.split("-")[0], own, "default"), weight, italic)
    named = {code: _fonts(brand, role, (code, "default"), weight, italic) for code in scripts}
    named |= {own: first} | ({HAN: first} if script(own).han else {})
    return FontChain(first, tuple(named.items()), _fonts(brand, role, ("default",), weight, italic))


def _fonts(brand: Brand, role: str, keys: Sequence[str], weight: int, italic: bool) -> tuple[Font, ...]:
    """The nearest font of each family: those of the keys, then the role's others, then those of text."""
    names = [
        name
        for families in _families(brand, role)
        for key in (*keys, *sorted(families))
        for name in families.get(key, ())
    ]
    return tuple(_closest(brand.fonts, name, weight, italic) for name in dict.fromkeys(names))


def _families(brand: Brand, role: str) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    return brand.families.get(role, {}), brand.families["text"]


def _closest(fonts: Sequence[Font], family: str, weight: int, italic: bool) -> Font:
    """The font of a family that is nearest to a weight and a slope."""
    named = [font for font in fonts if font.family == family]
    return min(named, key=lambda font: (font.italic != italic, abs(font.weight - weight), font.weight))
