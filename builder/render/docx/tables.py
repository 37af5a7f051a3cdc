"""Tables: a header row that is marked and comes again on each page, columns as wide as they are told."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.story import Spans, Table
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips
from builder.render.docx.runs import Runs

_TOGETHER = 2  # rows that the header is not parted from, itself counted


class Tables:
    """Writes the tables of one story, as wide as its text in pt."""

    def __init__(self, runs: Runs, width: float, rtl: bool) -> None:
        self._runs, self._width, self._rtl = runs, width, rtl

    def markup(self, block: Table, title: str) -> str:
        """The table; `title` is what a screen reader calls it."""
        shares = block.widths or (1.0,) * len(block.header)
        widths = [twips(self._width * share / sum(shares)) for share in shares]
        grid = word("tblGrid", *(word("gridCol", w=width) for width in widths))
        rows = (self._row(cells, widths, number) for number, cells in enumerate((block.header, *block.rows)))
        return word("tbl", self._properties(title), grid, *rows)

    def _properties(self, title: str) -> str:
        look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        return word(
            "tblPr",  # children in the order of the schema (ECMA-376 part 1, 17.4.60)
            word("tblStyle", val="PackTable"),
            word("bidiVisual") if self._rtl else "",
            word("tblW", w=twips(self._width), type="dxa"),
            word("tblLayout", type="fixed"),
            word("tblLook", val="0620", **look),
            word("tblCaption", val=title),
        )

    def _row(self, cells: Sequence[Spans], widths: Sequence[int], number: int) -> str:
        properties = word("trPr", word("cantSplit"), "" if number else word("tblHeader"))
        written = (
            word("tc", word("tcPr", word("tcW", type="dxa", w=width)), self._cell(spans, number < _TOGETHER))
            for spans, width in zip(cells, widths, strict=True)
        )
        return word("tr", properties, *written)

    def _cell(self, spans: Spans, keeps: bool) -> str:
        paragraph = Paragraph()
        paragraph.properties.put("pStyle", val="TableText")
        if self._rtl:
            paragraph.properties.put("bidi")
        if keeps:
            paragraph.properties.put("keepNext")
        self._runs.write(paragraph, spans)
        return paragraph.markup
