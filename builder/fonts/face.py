"""The faces of a font file: what each calls itself, and that every library can read it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from builder.fonts.container import WrongFont, damaged, reading, reason
from builder.record import Record

_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_PICTURES = ("CBDT", "sbix", "SVG ", "EBDT")
_COLORS = ("COLR", *_PICTURES)
_ITALIC, _OBLIQUE = 1 << 0, 1 << 9  # OpenType: "OS/2", fsSelection
_SIGNS = range(0xF000, 0xF100)  # OpenType: "cmap", of symbols
_SYMBOLS = "numbers its letters as symbols, not as Unicode does"


class Axis(Record):
    """A way in which a variable font can be changed (OpenType: "fvar")."""

    tag: str
    least: float
    usual: float
    most: float

    def nearest(self, value: float) -> float:
        """The value, or the end of the axis that is next to it."""
        return min(max(value, self.least), self.most)


class Face(Record):
    """One font of a file."""

    number: int  # in its collection, from 0
    name: str  # its PostScript name; empty if it has none
    family: str
    weight: int
    italic: bool
    embedding: int  # what its licence lets be done with it (OpenType: "OS/2", fsType)
    axes: tuple[Axis, ...]
    truetype: bool  # its outlines; else those of PostScript
    colored: bool  # whether it has letters of several colours beside its outlines (OpenType: "COLR", "SVG ")

    def axis(self, tag: str) -> Axis | None:
        """The axis of that tag, if it has one."""
        return next((axis for axis in self.axes if axis.tag == tag), None)


def faces(opentype: bytes) -> tuple[Face, ...]:
    """The faces of an unpacked file; WrongFont if what tells them apart is damaged, or one has no outlines.

    All else is read where a face is proved: a Chinese collection has many, and few are taken.
    """
    with reading():
        return tuple(_face(opentype, number) for number in range(_count(opentype)))


def prove(opentype: bytes, face: Face) -> None:
    """WrongFont if a library cannot draw with a face: HarfBuzz, which passes over what is wrong, and
    FreeType, the strictest, read it whole."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  as below

    with reading(), TTFont(BytesIO(opentype), fontNumber=face.number, lazy=True) as font:
        _check_tables(font)
        # Letters go by their numbers: their names, which take a fifth of the time, nobody draws with.
        font.setGlyphOrder([*map(str, range(font["maxp"].numGlyphs))])
        _read_tables(font)
        _check_drawing(opentype, face.number, font)


def characters(font: bytes) -> frozenset[int]:
    """The characters that a static font has glyphs for."""
    import uharfbuzz as hb  # noqa: PLC0415  as below

    return frozenset(hb.Face(hb.Blob(font)).unicodes)


def width_of(letters: str, font: bytes) -> float:
    """How far these letters move the pen on average, in em; 0 if the static font lacks any of them."""
    import uharfbuzz as hb  # noqa: PLC0415  as below

    face = hb.Face(hb.Blob(font))
    shaper, there = hb.Font(face), frozenset(face.unicodes)
    if not there.issuperset(map(ord, letters)):
        return 0.0
    glyphs = (shaper.get_nominal_glyph(ord(letter)) for letter in letters)
    advances = [shaper.get_glyph_h_advance(glyph) for glyph in glyphs if glyph is not None]
    return float(sum(advances) / len(advances) / face.upem)


def _count(opentype: bytes) -> int:
    if opentype[:4] != b"ttcf":
        return 1
    count = int.from_bytes(opentype[8:12], "big")
    if not 0 < count < 1000:
        raise damaged("its list of fonts is nonsense")
    return count


def _face(opentype: bytes, number: int) -> Face:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  takes as long as all else: not for a known brand

    with TTFont(BytesIO(opentype), fontNumber=number, lazy=True, recalcTimestamp=False) as font:
        _check_tables(font)
        names = font.get("name")
        said = {id_: names.getDebugName(id_) or "" if names else "" for id_ in (1, 6, 16)}
        os2 = font.get("OS/2")
        return Face(
            number=number,
            name=said[6].strip(),
            family=(said[16] or said[1]).strip(),
            weight=_weight(os2),
            italic=bool(os2.fsSelection & (_ITALIC | _OBLIQUE) if os2 else font["head"].macStyle & 2),
            embedding=os2.fsType if os2 else 0,
            axes=tuple(_axes(font)),
            truetype="glyf" in font,
            colored=any(tag in font for tag in _COLORS),
        )


def _check_tables(font: Any) -> None:
    if not any(tag in font for tag in ("glyf", "CFF ", "CFF2")):
        pictures = any(tag in font for tag in _PICTURES)
        what = "holds pictures of letters, no outlines" if pictures else "has no outlines"
        raise WrongFont(what, "ask for the same font with outlines, as TrueType (.ttf) or OpenType (.otf)")
    for tag in (*_NEEDED, *(("loca", "glyf") if "glyf" in font else ())):
        if tag not in font:
            raise damaged(f"it has no table `{tag}`")


def _read_tables(font: Any) -> None:
    for tag in font.reader.keys():  # noqa: SIM118  it is no mapping
        font.reader[tag]  # which whoever draws may ask for, and find that the file ends before it does
    for tag in (*_NEEDED, *(("loca", "glyf") if "glyf" in font else ())):
        font[tag]  # is read when it is asked for


def _weight(os2: Any) -> int:
    """Its weight; in some old fonts 1 to 9 stand for hundreds, and 0 for nothing."""
    weight: int = os2.usWeightClass if os2 else 400
    return 400 if not weight else weight * 100 if weight < 10 else min(weight, 1000)


def _axes(font: Any) -> Iterator[Axis]:
    for axis in font["fvar"].axes if "fvar" in font else ():
        yield Axis(axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue)


def _check_drawing(opentype: bytes, number: int, font: Any) -> None:
    import freetype  # noqa: PLC0415  as above
    import uharfbuzz as hb  # noqa: PLC0415

    count = font["maxp"].numGlyphs
    face = hb.Face(hb.Blob(opentype), number)
    if face.glyph_count != count:
        raise damaged(f"{face.glyph_count} of its {count} glyphs can be read")
    for table in ("GSUB", "GPOS"):
        if table in font and _scripts(font, table) and not face.get_table_script_tags(table):
            raise damaged(f"its table `{table}`, which joins and places letters, cannot be read")
    opened = freetype.Face(BytesIO(opentype), number)
    for glyph in range(count):
        try:
            opened.load_glyph(glyph, freetype.FT_LOAD_NO_SCALE)
        except freetype.FT_Exception as error:
            name = _name(opentype, number, glyph)
            raise damaged(f"its glyph {glyph}, `{name}`, cannot be drawn: {reason(error)}") from None
    if all(code in _SIGNS for code in face.unicodes):
        raise WrongFont(_SYMBOLS, "ask for it as a Unicode font, or draw its signs as SVG art")


def _name(opentype: bytes, number: int, glyph: int) -> str:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  as above

    with TTFont(BytesIO(opentype), fontNumber=number, lazy=True) as font:
        return str(font.getGlyphName(glyph))


def _scripts(font: Any, table: str) -> int:
    """How many scripts a layout table names (OpenType: "Script List Table")."""
    data = font.reader[table]
    start = int.from_bytes(data[4:6], "big")
    return int.from_bytes(data[start : start + 2], "big")
