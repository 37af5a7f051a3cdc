"""Fonts inside a web page, cut down to the characters that it shows."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from builder.media import Font


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font as the style names it; it leaves all characters but those of its range to other fonts."""

    name: str
    range: str  # as CSS writes it: `U+41, U+42`
    data: str  # WOFF in base64


def web_font(name: str, font: Font, text: str) -> WebFont:
    """The font with the glyphs of the text's characters."""
    from fontTools import subset  # noqa: PLC0415  only pages need it
    from fontTools.ttLib import TTFont  # noqa: PLC0415  as above

    options = subset.Options(flavor="woff", hinting=False, notdef_outline=True, layout_features=["*"])
    with TTFont(font.path, recalcTimestamp=False) as source:
        covered = source.getBestCmap().keys() & {ord(character) for character in text}
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=covered)
        cutter.subset(source)
        source.flavor = "woff"
        out = BytesIO()
        source.save(out)
    shown = ", ".join(f"U+{code:X}" for code in sorted(covered)) or "U+0"
    return WebFont(name, shown, b64encode(out.getvalue()).decode())
