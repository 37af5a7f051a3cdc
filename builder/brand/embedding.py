"""What a font file says of itself: the name that Office knows it by, and whether it may travel in files."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from builder.media import Font
from builder.record import Record

_FAMILY, _STYLE, _LICENCE, _LICENCE_URL = 1, 2, 13, 14  # OpenType: "name", name IDs
_OPEN = ("open font licen", "openfontlicense.org", "scripts.sil.org/ofl")
_RIGHTS = "ask its maker for a licence that covers documents and web pages, or take another font"


def restriction(embedding: int) -> tuple[str, str] | None:
    """What a font's maker forbids that PDFs and the web page need, of its fsType; and what to do."""
    held = "PDFs and the web page hold the letters that they show"
    if embedding & 0x000E == 0x0002:
        return f"has a restricted licence (fsType 2: it may stand in no file), but {held}", _RIGHTS
    if embedding & 0x0200:
        return f"may stand in files as pixels only (fsType bit 9), but {held}, as outlines", _RIGHTS
    if embedding & 0x0100:
        return f"may stand in files only whole (fsType bit 8), but {held}, no others", _RIGHTS
    return None


class Terms(Record):
    """A font's family and style as Office groups them, and why it may not be embedded whole."""

    typeface: str
    bold: bool
    italic: bool
    forbidden: str  # empty: nothing does


@lru_cache(maxsize=256)
def terms(font: Font) -> Terms:
    """What the font's file says; its text stays whole, so that reserved font names are kept."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands that embed need it

    with TTFont(BytesIO(font.data), lazy=True) as file:
        names = file.get("name")
        said = {number: names.getDebugName(number) or "" if names else "" for number in (1, 2, 13, 14)}
        bits = file["OS/2"].fsType if "OS/2" in file else 0
    style, licence = said[_STYLE].lower(), f"{said[_LICENCE]} {said[_LICENCE_URL]}".lower()
    free = any(words in licence for words in _OPEN) and bits & 0x020E != 0x0002
    return Terms(said[_FAMILY], "bold" in style, "italic" in style, "" if free else _forbidden(bits))


def _forbidden(embedding: int) -> str:
    """What its fsType says against files that others edit (OpenType: "OS/2", fsType)."""
    if embedding & 0x0200:
        return "may be embedded as pixels only (fsType bit 9)"
    if embedding & 0x000E == 0x0002:
        return "has a restricted licence (fsType 2)"
    if embedding & 0x000E == 0x0004:
        return "may be embedded to be looked at and printed, not edited (fsType 4)"
    return ""
