"""Fonts that travel in the file, as Embedded OpenType (W3C submission of 2008), whole and uncompressed."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from builder.content.deck import Deck
from builder.media import Font
from builder.render.ooxml.markup import node

TYPE = "application/x-fontdata"
_VERSION, _MAGIC, _DEFAULT_CHARSET = 0x00020001, 0x504C, 1
_NAMES = (1, 2, 5, 4)  # OpenType name IDs in EOT's order: family, style, version, full name
_PANOSE = (
    "FamilyType",
    "SerifStyle",
    "Weight",
    "Proportion",
    "Contrast",
    "StrokeVariation",
    "ArmStyle",
    "LetterForm",
    "Midline",
    "XHeight",
)
_RANGES = ("ulUnicodeRange%d", (1, 2, 3, 4)), ("ulCodePageRange%d", (1, 2))


def font_files(deck: Deck) -> Iterator[tuple[str, Font]]:
    """Where in `ppt/` each embedded font lies."""
    fonts = [font for family in deck.theme.embedded for _, font in family.faces]
    yield from ((f"fonts/font{number}.fntdata", font) for number, font in enumerate(fonts, 1))


def font_list(deck: Deck, first: int) -> str:
    """The list of embedded fonts, whose relations are counted from rId`first`; empty if there are none."""
    number, families = first, []
    for family in deck.theme.embedded:
        faces = [node(f"p:{style}", r__id=f"rId{number + at}") for at, (style, _) in enumerate(family.faces)]
        number += len(faces)
        families.append(node("p:embeddedFont", node("p:font", typeface=family.typeface), *faces))
    return node("p:embeddedFontLst", *families) if families else ""


def embedded(font: Font) -> bytes:
    """A font as EOT."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands that embed need it

    data = font.data
    with TTFont(BytesIO(data), lazy=True) as opened:
        header = _header(opened)
    return struct.pack("<2I", 8 + len(header) + len(data), len(data)) + header + data


def _header(font: Any) -> bytes:
    os2 = font["OS/2"]
    panose = bytes(getattr(os2.panose, f"b{name}") for name in _PANOSE)
    ranges = [getattr(os2, name % number, 0) for name, numbers in _RANGES for number in numbers]
    names = [(font["name"].getDebugName(number) or "").encode("utf-16-le") for number in _NAMES]
    style = (_DEFAULT_CHARSET, os2.fsSelection & 1, os2.usWeightClass, os2.fsType, _MAGIC)
    return b"".join(
        (
            struct.pack("<2I", _VERSION, 0),
            panose,
            struct.pack("<2BI2H", *style),
            struct.pack("<6I", *ranges),
            struct.pack("<I", font["head"].checkSumAdjustment),
            bytes(18),  # reserved, padding
            *(struct.pack("<H", len(name)) + name + bytes(2) for name in names),
            bytes(2),  # no root string: not tied to a site
        )
    )
