"""Fonts inside a PDF: each file once, cut down to the glyphs that are drawn.

A composite font (ISO 32000-1, 9.7) whose codes we hand out ourselves: one for
each pair of glyph and source text. So ToUnicode is exact even where a script
draws one glyph for several characters, or the same glyph for different ones; and
where it draws several for one, the font gets a glyph made of them.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

from builder.content.frame import GlyphPart, Glyphs
from builder.media import Font
from builder.render.pdf.packing import PACKED
from builder.text.shaping import NO_GLYPH
from builder.text.typeface import typeface

_UNUSED_TABLES = (
    *(b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"STAT", b"name", b"post", b"cmap", b"kern", b"OS/2"),
    *(b"BASE", b"vhea", b"vmtx", b"VORG", b"COLR", b"CPAL", b"SVG ", b"CBDT", b"CBLC", b"sbix", b"meta"),
)
_SYMBOLIC = 4  # codes are our own, no standard encoding
_ITALIC = 64
_BY_OFFSETS = 0x0002  # ARGS_ARE_XY_VALUES (OpenType, glyf)
_CMAP_BLOCK = 100  # entries, the most that a block may have (Adobe TN 5411)


class FontSubset:
    """One font of one document; ReportLab asks it for its objects when the document ends."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name  # of the resource: /F1
        # The code that shows a glyph of some parts and reads as its source: from 1 on, as strings have it.
        self.codes: dict[tuple[tuple[GlyphPart, ...], str], str] = {}
        self._widths: list[float] = []  # em, by code

    def coded(self, glyphs: Glyphs) -> list[str]:
        """The codes of glyphs, a new one for each that is the first of its kind."""
        codes = self.codes
        try:
            return [*map(codes.__getitem__, zip(glyphs.parts, glyphs.sources, strict=True))]
        except KeyError:
            for parts, source, advance in zip(glyphs.parts, glyphs.sources, glyphs.advances, strict=True):
                if (parts, source) not in codes:
                    codes[parts, source] = f"{len(codes) + 1:04X}"
                    self._widths.append(advance)
        return self.coded(glyphs)

    def addObjects(self, document: Any) -> None:  # noqa: N802  the name that ReportLab calls
        """Adds the font's objects to a ReportLab document."""
        file, glyphs = self._subset()
        base = PDFName(f"{_tag(file)}+{self.font.name}")
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base, file)),
                "W": PDFArray([1, PDFArray([f"{round(1000 * width, 2):.7g}" for width in self._widths])]),
                "CIDToGIDMap": document.Reference(_stream(self._glyph_map(glyphs))),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode())),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    def _subset(self) -> tuple[bytes, dict[tuple[GlyphPart, ...], int]]:
        """The font file, and the number in it of each glyph that is drawn."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({part[0] for parts, _ in self.codes for part in parts})
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _UNUSED_TABLES)
        wanted.flags = hb.SubsetFlags.NO_HINTING
        if any(part[0] == NO_GLYPH for parts, _ in self.codes for part in parts):
            wanted.flags |= hb.SubsetFlags.NOTDEF_OUTLINE
        plan = hb.SubsetPlan(typeface(self.font).face, wanted)
        file, numbers = plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)
        glyphs: dict[tuple[GlyphPart, ...], int] = {}
        added: list[tuple[tuple[GlyphPart, ...], int]] = []
        first = max(numbers.values()) + 1
        for (parts, _), width in zip(self.codes, self._widths, strict=True):
            if len(parts) == 1 and not any(parts[0][1:]):
                glyphs[parts] = numbers[parts[0][0]]
            elif parts not in glyphs:
                glyphs[parts] = first + len(added)
                moved = tuple((numbers[glyph], x, y) for glyph, x, y in parts)
                added.append((moved, round(width * typeface(self.font).em)))
        return (with_glyphs(file, added) if added else file), glyphs

    def _glyph_map(self, glyphs: dict[tuple[GlyphPart, ...], int]) -> bytes:
        return b"".join(
            glyph.to_bytes(2, "big") for glyph in (0, *(glyphs[parts] for parts, _ in self.codes))
        )

    def _descriptor(self, document: Any, base: PDFName, file: bytes) -> PDFDictionary:
        opened = typeface(self.font)
        ascent, descent = round(1000 * opened.ascent), round(1000 * opened.descent)
        stream = _stream(file)
        stream.dictionary["Length1"] = len(file)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC | (_ITALIC if self.font.italic else 0),
                "FontBBox": PDFArray([-500, -descent, 2000, ascent]),
                "ItalicAngle": -12 if self.font.italic else 0,
                "Ascent": ascent,
                "Descent": -descent,
                "CapHeight": 700,
                "StemV": 80 if self.font.weight < 600 else 140,
                "FontFile2": document.Reference(stream),
            }
        )

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code}> <{source.encode('utf-16-be').hex().upper()}>"
            for (_, source), code in self.codes.items()
        ]
        blocks = [rows[start : start + _CMAP_BLOCK] for start in range(0, len(rows), _CMAP_BLOCK)]
        mapped = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return _CMAP.format(mapped=mapped).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mapped}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def with_glyphs(file: bytes, added: list[tuple[tuple[GlyphPart, ...], int]]) -> bytes:
    """A TrueType font with more glyphs at its end, each of parts and as wide as given, in its units."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only for scripts that need it
    from fontTools.ttLib.tables._g_l_y_f import Glyph as Outline  # noqa: PLC0415

    font = TTFont(BytesIO(file), recalcTimestamp=False)
    outlines, widths, order = font["glyf"], font["hmtx"], font.getGlyphOrder()
    for number, (parts, width) in enumerate(added, len(order)):
        name = f"glyph{number:05d}"
        outline = Outline()
        outline.numberOfContours = -1
        outline.components = [_component(order[glyph], x, y) for glyph, x, y in parts]
        outlines[name] = outline
        outline.recalcBounds(outlines)
        widths[name] = width, outline.xMin  # a glyph is shifted to where its metrics say that it starts
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _component(name: str, x: int, y: int) -> Any:
    from fontTools.ttLib.tables._g_l_y_f import GlyphComponent  # noqa: PLC0415

    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, _BY_OFFSETS
    return part


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PACKED])


def _tag(file: bytes) -> str:
    """Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4)."""
    number = int.from_bytes(hashlib.sha256(file).digest()[:6], "big")
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
