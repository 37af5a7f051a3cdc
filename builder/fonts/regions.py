"""How a font draws Chinese letters, whose forms differ by country."""

from __future__ import annotations

import re
from io import BytesIO

# OpenType: "OS/2", ulCodePageRange1: the bits of Shift JIS, GBK, Korean Wansung and Big5.
_PAGES = {"Jpan": 17, "Hans": 18, "Kore": 19, "Hant": 20}
# What families are called that come in one form for each country.
_ENDINGS = {
    **{"JP": "Jpan", "J": "Jpan", "Japanese": "Jpan", "KR": "Kore", "K": "Kore", "Korean": "Kore"},
    **{"SC": "Hans", "CN": "Hans", "TC": "Hant", "TW": "Hant", "HK": "Hant", "HC": "Hant"},
}


def regions(font: bytes, family: str) -> frozenset[str]:
    """The ISO 15924 codes of the scripts whose Chinese letters a font draws.

    That its family is called by, or else those that it says it was made for; all, if it says nothing.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only for scripts that the brand does not name

    words = re.findall(r"[A-Z][a-z]+|[A-Z]+", family)
    if called := [_ENDINGS[word] for word in words[1:] if word in _ENDINGS]:
        return frozenset(called[-1:])
    with TTFont(BytesIO(font), lazy=True) as opened:
        pages = getattr(opened.get("OS/2"), "ulCodePageRange1", 0)
    said = frozenset(code for code, bit in _PAGES.items() if pages >> bit & 1)
    return said or frozenset(_PAGES)
