"""A table in a placeholder, in the theme's table style."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_VERTICAL_ANCHOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import TablePlaceholder
from pptx.util import Pt

from builder.content.deck import Deck, TableFill
from builder.render.pptx.tables import style_id


def put_table(holder: Any, filling: TableFill, deck: Deck) -> None:
    """Put the rows where the placeholder was; the first row is the head."""
    rows, name = filling.rows, holder.name
    placeholder: Any = TablePlaceholder(holder._element, holder._parent)
    graphic = placeholder.insert_table(len(rows), len(rows[0]))
    graphic.name = name
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", filling.alt)
    table = graphic.table
    _set_style(table._tbl.tblPr, deck)
    for column, width in zip(table.columns, filling.columns, strict=True):
        column.width = Pt(width)
    for row, texts in zip(table.rows, rows, strict=True):
        row.height = Pt(filling.row_height)
        for cell, text in zip(row.cells, texts, strict=True):
            _write(cell, text, filling.size)


def _set_style(properties: Any, deck: Deck) -> None:
    properties.set("firstRow", "1")
    properties.set("bandRow", "1")
    if deck.rtl:
        properties.set("rtl", "1")
    properties.find(qn("a:tableStyleId")).text = style_id(deck)


def _write(cell: Any, text: str, size: float) -> None:
    cell.vertical_anchor = MSO_VERTICAL_ANCHOR.MIDDLE
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = text
    run.font.size = Pt(size)
