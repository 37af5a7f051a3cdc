"""Fonts inside a web page, cut down to the characters that it shows."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from io import BytesIO

import uharfbuzz as hb
from markupsafe import Markup

from builder.media import Font
from builder.record import Record
from builder.render.parts import drawn
from builder.text.typeface import typeface


class WebFont(Record):
    """A font as the style names it; it leaves all characters but those of its range to other fonts."""

    name: str
    range: str  # as CSS writes it: `U+41, U+42`
    data: str  # WOFF in base64


def web_font(name: str, font: Font, text: str) -> WebFont:
    """The font with the glyphs of the text's characters, and of all that they are shaped to."""
    covered = sorted(typeface(font).characters.intersection(map(ord, set(text))))
    shown = ", ".join(f"U+{code:X}" for code in covered) or "U+0"
    return WebFont(name, shown, b64encode(drawn(_cut, font, tuple(covered))).decode())


def feature_settings(fonts: Sequence[Font]) -> Markup:
    """The features that the first font has on or off, as CSS has them (CSS Fonts 4, 6.12)."""
    features = fonts[0].features if fonts else ()
    # markup by right: tags are letters and figures, and CSS has them in quotation marks
    return Markup(", ".join(f'"{tag}" {number}' for tag, number in features) or "normal")


def _cut(font: Font, covered: tuple[int, ...]) -> bytes:
    return _woff(_subset(typeface(font).face, covered))


def _subset(face: hb.Face, covered: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(covered)
    wanted.layout_feature_tag_set.clear()  # of the usual ones,
    wanted.layout_feature_tag_set.invert()  # for all: browsers know more
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    file: bytes = wanted.subset(face).blob.data
    return file


def _woff(file: bytes) -> bytes:
    """The font as WOFF, its tables as they are."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only pages need it

    with TTFont(BytesIO(file), recalcTimestamp=False, recalcBBoxes=False) as opened:
        opened.flavor = "woff"
        out = BytesIO()
        opened.save(out, reorderTables=None)
    return out.getvalue()
