"""A face at one place of its axes, as a static TrueType font: the same bytes for the same face and place.

HarfBuzz pins the axes, fontTools writes: the one takes milliseconds where the other takes seconds, and only
the other names fonts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from builder.fonts.container import reading
from builder.fonts.face import Face
from builder.record import Record

if TYPE_CHECKING:
    from builder.fonts.quadratic import Outlines

_WEIGHTS = {
    **{100: "Thin", 200: "ExtraLight", 300: "Light", 400: "Regular", 500: "Medium"},
    **{600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"},
}
_OF_OTHERS = ("STAT", "DSIG", "VORG")  # of variable fonts, of what was signed, of PostScript outlines
# What only components and hints need (OpenType: "maxp").
_NOT_ASKED = (
    *("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"),
    *("SizeOfInstructions", "ComponentElements", "ComponentDepth", "CompositePoints", "CompositeContours"),
)
_ENGLISH = (3, 1, 0x409)  # OpenType: "name", platform, encoding and language


class Cut(Record):
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
    """The static TrueType font of a face; WrongFont if it is damaged. Hints go where outlines change."""
    with reading():
        return _static(opentype, face, cut)


def _static(opentype: bytes, face: Face, cut: Cut) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only brands with such fonts need it

    data, number = (_pinned(opentype, face, dict(cut.place)), 0) if face.axes else (opentype, face.number)
    out = BytesIO()
    with TTFont(BytesIO(data), fontNumber=number, recalcTimestamp=False, recalcBBoxes=False) as font:
        if not face.truetype:
            _to_truetype(font, data, number)
        if face.axes:
            _rename(font, face, cut)
        for tag in _OF_OTHERS:
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
    """Quadratic outlines instead of cubic ones (OpenType: "glyf", "hmtx", "loca", "maxp")."""
    import freetype  # noqa: PLC0415  as above
    from fontTools.ttLib import newTable  # noqa: PLC0415

    from builder.fonts.quadratic import quadratic  # noqa: PLC0415  loads numpy

    outlines = quadratic(freetype.Face(BytesIO(data), number))
    _store(font, "hmtx", _metrics(font, outlines))
    _store(font, "glyf", outlines.table)
    _store(font, "loca", outlines.starts.astype(">u4").tobytes())
    for tag in ("CFF ", "CFF2"):
        if tag in font:
            del font[tag]
    maximum = font["maxp"] = newTable("maxp")
    maximum.tableVersion, maximum.numGlyphs, maximum.maxZones = 0x00010000, len(outlines.points), 1
    for field in _NOT_ASKED:
        setattr(maximum, f"max{field}", 0)
    maximum.maxPoints, maximum.maxContours = int(outlines.points.max()), int(outlines.contours.max())
    font["head"].glyphDataFormat, font["head"].indexToLocFormat = 0, 1
    font["hhea"].numberOfHMetrics = len(outlines.points)
    font["post"].formatType = 3.0  # no names of glyphs: nobody asks for them
    font.sfntVersion = "\x00\x01\x00\x00"


def _store(font: Any, tag: str, data: bytes) -> None:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable  # noqa: PLC0415  as above

    table = font[tag] = DefaultTable(tag)
    table.data = data


def _metrics(font: Any, outlines: Outlines) -> bytes:
    """How far each glyph moves the pen, and where it starts: a glyph is shifted there, so it must be true."""
    count, wide = len(outlines.points), font["hhea"].numberOfHMetrics
    data = font.reader["hmtx"]
    advances = [data[4 * glyph : 4 * glyph + 2] for glyph in range(wide)]
    advances += [advances[-1]] * (count - wide)
    lefts = outlines.boxes[:, 0].astype(">i2").tobytes()
    return b"".join(advance + lefts[2 * glyph : 2 * glyph + 2] for glyph, advance in enumerate(advances))


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
