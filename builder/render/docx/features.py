"""A picture beside words in a Word file: the row of a table without lines, which no page's end parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.content.story import Columns, Feature, Figure, Heading, Table
from builder.record import replace
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips

if TYPE_CHECKING:
    from builder.render.docx.writer import Writer

_MOST = 0.45  # of the text's width, that a picture beside words takes
_AIR = 16.0  # pt below
_GAP = 14.0  # pt between the two


def side_by_side(
    cells: Sequence[tuple[float, Sequence[Paragraph | str]]], rtl: bool, inset: float = 0.0
) -> str:
    """Cells with their widths (pt), in the order of reading lines; what stands in each is centred in it."""
    widths = [twips(width) for width, _ in cells]
    properties = word(
        "tblPr",  # children in the order of the schema (ECMA-376 part 1, 17.4.60)
        word("bidiVisual") if rtl else "",
        word("tblW", w=sum(widths), type="dxa"),
        word("tblInd", w=twips(inset), type="dxa") if inset else "",
        word("tblLayout", type="fixed"),
        word("tblCellMar", *(word(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    grid = word("tblGrid", *(word("gridCol", w=width) for width in widths))
    written = (
        _cell(width, blocks, twips(_GAP) if number else 0)
        for number, (width, (_, blocks)) in enumerate(zip(widths, cells, strict=True))
    )
    return word("tbl", properties, grid, word("tr", word("trPr", word("cantSplit")), *written))


def _cell(width: int, blocks: Sequence[Paragraph | str], gap: int) -> str:
    margin = word("tcMar", word("start", w=gap, type="dxa")) if gap else ""
    properties = word(
        "tcPr", word("tcW", w=width, type="dxa"), margin, word("vAlign", val="center")
    )
    written = [block if isinstance(block, str) else block.markup for block in blocks]
    return word("tc", properties, *written)


def width_beside(writer: Writer, figure: Figure) -> float:
    """How wide a picture beside words is, in pt."""
    share = min(figure.width * writer.look.width / writer.column, _MOST)
    return (writer.column - writer.sheet.inset) * share


def write_feature(writer: Writer, block: Feature) -> None:
    """Its heading, which no list finds in a table, or its first words; its picture beside the others."""
    sheet, wide = writer.sheet, width_beside(writer, block.figure)
    heads = [each for each in block.blocks if isinstance(each, Heading)]
    writer.write(heads)
    with sheet.aside() as said:
        writer.write([each for each in block.blocks if each not in heads])
    if not heads and said:
        sheet.keep(sheet.again(said.pop(0)))
    if not said:
        writer.figure(replace(block.figure, width=wide / writer.column))
        return
    with sheet.aside() as shown:
        writer.picture(sheet.put("Picture"), block.figure, wide)
    cells = [(wide, shown), (writer.column - sheet.inset - wide, said)]
    sheet.add(side_by_side(cells[::-1] if block.flipped else cells, writer.story.rtl))
    sheet.leave(_AIR)


def write_columns(writer: Writer, block: Columns) -> None:
    """One column after the other; tables with the same header are one."""
    whole = [each for column in block.columns for each in column]
    tables = [each for each in whole if isinstance(each, Table)]
    if len(tables) == len(whole) and len({table.header for table in tables}) == 1:
        writer.table(replace(tables[0], rows=tuple(row for table in tables for row in table.rows)))
    else:
        writer.write(whole)
