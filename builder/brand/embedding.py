"""What a font file says of itself: the name that Office knows it by, and whether it may travel in files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from builder.media import Font

_FAMILY, _STYLE, _LICENCE, _LICENCE_URL = 1, 2, 13, 14  # OpenType: "name", name IDs
_RESTRICTED = 0x0202  # OpenType: "OS/2", fsType: no embedding, bitmaps only
_OPEN = ("open font licen", "openfontlicense.org", "scripts.sil.org/ofl")


@dataclass(frozen=True, slots=True)
class Terms:
    """A font's family and style as Office groups them, and whether its licence is the SIL Open Font one."""

    typeface: str
    bold: bool
    italic: bool
    open: bool


@lru_cache(maxsize=256)
def terms(font: Font) -> Terms:
    """What the font's file says; its text stays whole, so that reserved font names are kept."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands that embed need it

    with TTFont(font.path, lazy=True) as file:
        said = {number: file["name"].getDebugName(number) or "" for number in (1, 2, 13, 14)}
        restricted = file["OS/2"].fsType & _RESTRICTED
    style, licence = said[_STYLE].lower(), f"{said[_LICENCE]} {said[_LICENCE_URL]}".lower()
    free = not restricted and any(words in licence for words in _OPEN)
    return Terms(said[_FAMILY], "bold" in style, "italic" in style, free)
