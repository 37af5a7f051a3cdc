"""A face at one place of its axes, as a static TrueType font: the same bytes for the same face and place.

HarfBuzz pins the axes and draws, fontTools writes: the one takes milliseconds where the other takes
seconds, and only the other names fonts and turns PostScript's curves into TrueType's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from builder.fonts.face import Face

_ERROR = 1 / 2000  # em that a curve may be off; a pixel of a headline of 500 px is four times as much
_WEIGHTS = {
    **{100: "Thin", 200: "ExtraLight", 300: "Light", 400: "Regular", 500: "Medium"},
    **{600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"},
}
_OF_VARIABLE = ("STAT", "DSIG", "VORG")
_ENGLISH = (3, 1, 0x409)  # OpenType: "name", platform, encoding and language


@dataclass(frozen=True, slots=True)
class Cut:
    """What a static font is cut out of a face as: where on the axes, and what it is called then."""

    place: tuple[tuple[str, float], ...]  # value by axis, all of them
    weight: int
    italic: bool

    @property
    def style(self) -> str:
        """As people call it: `SemiBold Italic`."""
        weight = _WEIGHTS.get(self.weight, str(self.weight))
        return f"{weight} Italic".removeprefix("Regular ") if self.italic else weight

    def family(self, face: Face) -> str:
        """The name of the family; an optical size of its own is a family of its own, as with static fonts."""
        axis, size = face.axis("opsz"), dict(self.place).get("opsz")
        return face.family if size is None or axis is None else f"{face.family} {size:g}pt"

    def name(self, face: Face) -> str:
        """The PostScript name (OpenType: "name", ID 6: ASCII without blanks and brackets)."""
        family = re.sub(r"[^A-Za-z0-9]", "", self.family(face)) or "Font"
        return f"{family}-{self.style.replace(' ', '')}"


def static(opentype: bytes, face: Face, cut: Cut) -> bytes:
    """The static TrueType font of a face; hints are left out where outlines change."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands with such fonts need it

    data, number = (_pinned(opentype, face, dict(cut.place)), 0) if face.axes else (opentype, face.number)
    out = BytesIO()
    with TTFont(
        BytesIO(data), fontNumber=number, recalcTimestamp=False, recalcBBoxes=not face.truetype
    ) as font:
        if not face.truetype:
            _to_truetype(font, data, number)
        if face.axes:
            _rename(font, face, cut)
        for tag in _OF_VARIABLE:
            if tag in font:
                del font[tag]
        font.save(out, reorderTables=None)
    return out.getvalue()


def _pinned(opentype: bytes, face: Face, place: Mapping[str, float]) -> bytes:
    import uharfbuzz as hb  # noqa: PLC0415  as above

    wanted, opened = hb.SubsetInput(), hb.Face(hb.Blob(opentype), face.number)
    wanted.keep_everything()
    wanted.flags |= hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DOWNGRADE_CFF2
    for tag, value in place.items():
        wanted.pin_axis_location(opened, tag, value)
    data: bytes = wanted.subset(opened).blob.data
    return data


def _to_truetype(font: Any, data: bytes, number: int) -> None:
    """Quadratic outlines instead of cubic ones, which run the other way round (OpenType: "glyf", "maxp")."""
    from fontTools.ttLib import newTable  # noqa: PLC0415  as above

    order = font.getGlyphOrder()
    outlines = font["glyf"] = newTable("glyf")
    font["loca"] = newTable("loca")
    outlines.glyphOrder = order
    outlines.glyphs = dict(zip(order, _outlines(data, number), strict=True))
    for tag in ("CFF ", "CFF2"):
        if tag in font:
            del font[tag]
    outlines.compile(font)  # tells each glyph's box
    advances = font["hmtx"]
    for name, (advance, _) in list(advances.metrics.items()):
        advances[name] = advance, getattr(outlines.glyphs[name], "xMin", 0)
    maximum = font["maxp"] = newTable("maxp")
    maximum.tableVersion, maximum.numGlyphs, maximum.maxZones = 0x00010000, len(order), 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maximum, f"max{field}", 0)
    maximum.maxSizeOfInstructions = maximum.maxComponentElements = 0
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0  # no names of glyphs: nobody asks for them
    font.sfntVersion = "\x00\x01\x00\x00"


def _outlines(data: bytes, number: int) -> list[Any]:
    """Each glyph's outline, in their order."""
    import uharfbuzz as hb  # noqa: PLC0415  as above
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    opened = hb.Face(hb.Blob(data), number)
    shaper, found = hb.Font(opened), []
    for glyph in range(opened.glyph_count):
        pen = TTGlyphPen(None)
        shaper.draw_glyph_with_pen(glyph, Cu2QuPen(pen, opened.upem * _ERROR, reverse_direction=True))
        found.append(pen.glyph())
    return found


def _rename(font: Any, face: Face, cut: Cut) -> None:
    """The names and the weight of the place: those of the file are its default's."""
    family, style, name = cut.family(face), cut.style, cut.name(face)
    plain = cut.weight in (400, 700)  # what Office finds under the family's own name, as bold or not
    heavy = cut.weight == 700
    short = family if plain else f"{family} {_WEIGHTS.get(cut.weight, cut.weight)}"
    office = " ".join(word for word, so in (("Bold", heavy), ("Italic", cut.italic)) if so) or "Regular"
    texts = {1: short, 2: office, 3: name, 4: f"{family} {style}", 6: name, 16: family, 17: style}
    for number in (*texts, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    for number, text in texts.items():
        font["name"].setName(text, number, *_ENGLISH)
    if "OS/2" in font:
        os2 = font["OS/2"]
        os2.usWeightClass = cut.weight
        marks = (cut.italic << 0) | (heavy << 5) | ((office == "Regular") << 6)
        os2.fsSelection = os2.fsSelection & ~0b1100001 | marks
    font["head"].macStyle = heavy | (cut.italic << 1)
