"""Tables: a header row that is marked and comes again on each page, columns as wide as they are told."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.columns import counted
from builder.content.story import Align, Spans, Table
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips
from builder.render.docx.runs import Runs

_SIDES = {"center": "center", "end": "right"}  # Word turns `right` with the paragraph's direction
_TOGETHER = 2  # rows that the header is not parted from, itself counted


class Tables:
    """Writes the tables of one story, as wide as its text in pt."""

    def __init__(self, runs: Runs, width: float, rtl: bool) -> None:
        self._runs, self._width, self._rtl = runs, width, rtl

    def markup(self, block: Table, title: str, inset: float = 0.0) -> str:
        """The table, so many pt further in than the text; `title` is what a screen reader calls it."""
        room = self._width - inset
        shares = block.widths or counted(block)
        widths = [twips(room * share / sum(shares)) for share in shares]
        grid = word("tblGrid", *(word("gridCol", w=width) for width in widths))
        usual: Align = "start"
        aligned = block.aligned or (usual,) * len(widths)
        columns = list(zip(widths, aligned, strict=True))
        rows = (self._row(cells, columns, number) for number, cells in enumerate((block.header, *block.rows)))
        return word("tbl", self._properties(title, room, inset), grid, *rows)

    def _properties(self, title: str, room: float, inset: float) -> str:
        look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        return word(
            "tblPr",  # children in the order of the schema (ECMA-376 part 1, 17.4.60)
            word("tblStyle", val="PackTable"),
            word("bidiVisual") if self._rtl else "",
            word("tblW", w=twips(room), type="dxa"),
            word("tblInd", w=twips(inset), type="dxa") if inset else "",
            word("tblLayout", type="fixed"),
            word("tblLook", val="0620", **look),
            word("tblCaption", val=title),
        )

    def _row(self, cells: Sequence[Spans], columns: Sequence[tuple[int, Align]], number: int) -> str:
        properties = word("trPr", word("cantSplit"), "" if number else word("tblHeader"))
        written = (
            word(
                "tc",
                word("tcPr", word("tcW", type="dxa", w=width)),
                self._cell(spans, number < _TOGETHER, align),
            )
            for spans, (width, align) in zip(cells, columns, strict=True)
        )
        return word("tr", properties, *written)

    def _cell(self, spans: Spans, keeps: bool, align: Align) -> str:
        paragraph = Paragraph(rtl=self._rtl)
        paragraph.properties.put("pStyle", val="TableText")
        if self._rtl:
            paragraph.properties.put("bidi")
        if keeps:
            paragraph.properties.put("keepNext")
        self._runs.write(paragraph, spans)
        if align != "start":
            start_is_end = paragraph.turned and align == "end"
            paragraph.properties.put("jc", val="left" if start_is_end else _SIDES[align])
        return paragraph.markup
