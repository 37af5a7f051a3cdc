"""Tables: a header row that is marked and comes again on each page, columns as wide as they are told."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from builder.content.story import Spans, Table
from builder.render.docx.markup import put
from builder.render.docx.properties import twips
from builder.render.docx.runs import Runs

_TOGETHER = 2  # rows that the header is not parted from, itself counted


class Tables:
    """Writes the tables of one story, as wide as its text in pt."""

    def __init__(self, document: Document, runs: Runs, width: float, rtl: bool) -> None:
        self._document, self._runs, self._width, self._rtl = document, runs, width, rtl

    def write(self, block: Table, title: str) -> None:
        """The table at the document's end; `title` is what a screen reader calls it."""
        rows = (block.header, *block.rows)
        table = self._document.add_table(len(rows), len(block.header))
        shares = block.widths or (1.0,) * len(block.header)
        widths = [twips(self._width * share / sum(shares)) for share in shares]
        self._set_up(table._tbl.tblPr, title)
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(qn("w:w"), str(width))
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            properties = row._tr.get_or_add_trPr()
            put(properties, "w:cantSplit")
            if number == 0:
                put(properties, "w:tblHeader")
            for cell, spans, width in zip(row.cells, cells, widths, strict=True):
                cell.width = Twips(width)
                self._write(cell.paragraphs[0], spans, keeps=number < _TOGETHER)

    def _set_up(self, properties: Any, title: str) -> None:
        put(properties, "w:tblStyle", val="PackTable")
        if self._rtl:
            put(properties, "w:bidiVisual")
        put(properties, "w:tblW", w=twips(self._width), type="dxa")
        put(properties, "w:tblLayout", type="fixed")
        look = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        put(properties, "w:tblLook", val="0620", **look)
        put(properties, "w:tblCaption", val=title)

    def _write(self, paragraph: Paragraph, spans: Spans, *, keeps: bool) -> None:
        properties = paragraph._p.get_or_add_pPr()
        put(properties, "w:pStyle", val="TableText")
        if self._rtl:
            put(properties, "w:bidi")
        if keeps:
            put(properties, "w:keepNext")
        self._runs.write(paragraph, spans)
