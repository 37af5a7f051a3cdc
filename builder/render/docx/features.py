"""A picture beside words in a Word file: the row of a table without lines, which no page's end parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from builder.content.frame import Frame
from builder.content.look import Look
from builder.content.recipe import seen
from builder.content.story import Columns, Feature, Figure, Gallery, Heading, Span, Table
from builder.content.walk import every
from builder.media import Image
from builder.record import replace
from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips
from builder.text.office import office_font

if TYPE_CHECKING:
    from builder.render.docx.writer import Writer

Cell = tuple[float, Sequence[Paragraph | str]]  # how wide it is, in pt, and what stands in it

_MOST = 0.45  # of the text's width, that a picture beside words takes
_LESS, _HIGHER = 0.36, 1.2  # the same beside many, and how many times as high as the picture those are
_AIR = 16.0  # pt below
_GAP = 14.0  # pt between the two


def side_by_side(cells: Sequence[Cell], rtl: bool, inset: float = 0.0) -> str:
    """Cells in the order of reading lines; what stands in each is centred in it."""
    return _table([cells], rtl, inset, "center")


def _table(rows: Sequence[Sequence[Cell]], rtl: bool, inset: float, at: Literal["center", "top"]) -> str:
    widths = [twips(width) for width, _ in rows[0]]
    properties = word(
        "tblPr",  # children in the order of the schema (ECMA-376 part 1, 17.4.60)
        word("bidiVisual") if rtl else "",
        word("tblW", w=sum(widths), type="dxa"),
        word("tblInd", w=twips(inset), type="dxa") if inset else "",
        word("tblLayout", type="fixed"),
        word("tblCellMar", *(word(side, w=0, type="dxa") for side in ("left", "right"))),
    )
    grid = word("tblGrid", *(word("gridCol", w=width) for width in widths))
    return word("tbl", properties, grid, *(_row(cells, widths, at) for cells in rows))


def _row(cells: Sequence[Cell], widths: Sequence[int], at: str) -> str:
    """A row that no page's end parts; it ends where the last of few cells does."""
    rest = widths[len(cells) :]
    after = (word("gridAfter", val=len(rest)), word("wAfter", w=sum(rest), type="dxa")) if rest else ()
    written = (
        _cell(twips(width), blocks, twips(_GAP) if number else 0, at)
        for number, (width, blocks) in enumerate(cells)
    )
    return word("tr", word("trPr", *after, word("cantSplit")), *written)


def _cell(width: int, blocks: Sequence[Paragraph | str], gap: int, at: str) -> str:
    margin = word("tcMar", word("start", w=gap, type="dxa")) if gap else ""
    properties = word(
        "tcPr", word("tcW", w=width, type="dxa"), margin, word("vAlign", val=at)
    )
    written = [block if isinstance(block, str) else block.markup for block in blocks]
    return word("tc", properties, *written)


def share_beside(look: Look, column: float, features: Sequence[Feature]) -> float:
    """The share of a column (pt) that a picture beside words takes at most, the same in all of a story.

    It is less where most have so many words beside them that two would not stand on a page.
    """
    room = column * (1 - _MOST) - _GAP
    high = [_height(look, each, room) > _HIGHER * column * _MOST * shape(each.figure) for each in features]
    return _LESS if 2 * sum(high) > len(high) else _MOST


def shape(figure: Figure) -> float:
    """How many times as high as wide its picture is."""
    shown: Frame | Image = seen(figure.content)
    return shown.height / shown.width


def _height(look: Look, block: Feature, room: float) -> float:
    """About how high its words are that stand beside the picture, in pt."""
    font = office_font(look.office.text, look.office.complex)
    said = tuple(each for each in block.blocks if not isinstance(each, Heading))
    lines = [line for span in every(said, Span) for line in span.text.split("\n") if line]
    return sum(font.lines(line, look.text.size, room) for line in lines) * look.grid


def width_beside(writer: Writer, figure: Figure) -> float:
    """How wide a picture beside words is, in pt."""
    share = min(figure.width * writer.look.width / writer.column, writer.beside)
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
    room = writer.column - sheet.inset
    beside: list[Cell] = [(wide, shown), (room - wide, said)]
    if block.flipped:
        beside = [(room - wide - _GAP, said), (wide + _GAP, shown)]
    sheet.add(side_by_side(beside, writer.story.rtl))
    sheet.leave(_AIR)


def write_columns(writer: Writer, block: Columns) -> None:
    """One column after the other; tables with the same header are one."""
    whole = [each for column in block.columns for each in column]
    tables = [each for each in whole if isinstance(each, Table)]
    if len(tables) == len(whole) and len({table.header for table in tables}) == 1:
        writer.table(replace(tables[0], rows=tuple(row for table in tables for row in table.rows)))
    else:
        writer.write(whole)


def write_captioned(writer: Writer, block: Gallery) -> None:
    """Pictures in columns, each with its caption below it."""
    sheet = writer.sheet
    width = (writer.column - sheet.inset) / block.columns
    cells: list[Cell] = []
    for figure in block.figures:
        with sheet.aside() as shown:
            writer.picture(sheet.put("Picture"), figure, width - _GAP)
            sheet.put("Caption", figure.caption)
        cells.append((width, shown))
    rows = [cells[start : start + block.columns] for start in range(0, len(cells), block.columns)]
    sheet.add(_table(rows, writer.story.rtl, 0.0, "top"))
    sheet.leave(_AIR)
