"""A table in a placeholder, in the theme's table style."""

from __future__ import annotations

from builder.content.deck import Deck, Placeholder, TableFill
from builder.render.ooxml.markup import emu, node
from builder.render.pptx.speech import Spoken, parted
from builder.render.pptx.tables import style_id

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_LOCKS = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'


def table_frame(deck: Deck, holder: Placeholder, filling: TableFill, number: int, ph: str) -> str:
    """The rows in the place of the holder `ph`, as the shape `number`; the first row is the head."""
    named = node("p:cNvPr", id=number, name=holder.name, descr=filling.alt)
    widths, height = [emu(width) for width in filling.columns], emu(filling.row_height)
    size = node("a:ext", cx=sum(widths), cy=height * len(filling.rows))
    table = node(
        "a:tbl",
        node("a:tblPr", node("a:tableStyleId", style_id(deck)), firstRow=1, bandRow=1, rtl=deck.rtl or None),
        node("a:tblGrid", *(node("a:gridCol", w=width) for width in widths)),
        *(_row(row, filling.size, height, deck) for row in filling.rows),
    )
    return node(
        "p:graphicFrame",
        node("p:nvGraphicFramePr", named, _LOCKS, node("p:nvPr", ph)),
        node("p:xfrm", node("a:off", x=emu(holder.box.x), y=emu(holder.box.y)), size),
        node("a:graphic", node("a:graphicData", table, uri=_URI)),
    )


def _row(texts: tuple[str, ...], size: float, height: int, deck: Deck) -> str:
    return node("a:tr", *(_cell(parted(text, deck), size) for text in texts), h=height)


def _cell(said: Spoken, size: float) -> str:
    run = node("a:r", node("a:rPr", sz=round(size * 100), lang=said.lang), node("a:t", said.text))
    paragraph = node("a:p", "" if said.rtl is None else node("a:pPr", rtl=said.rtl), run)
    body = node("a:txBody", "<a:bodyPr/>", "<a:lstStyle/>", paragraph)
    return node("a:tc", body, '<a:tcPr anchor="ctr"/>')
