"""A picture beside words in a Word file: the one row of a table without lines, which no page's end parts."""

from __future__ import annotations

from collections.abc import Sequence

from builder.render.docx.markup import Paragraph, word
from builder.render.docx.properties import twips

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
    if not blocks or isinstance(blocks[-1], str):  # a cell ends with a paragraph (17.4.66)
        written.append(word("p"))
    return word("tc", properties, *written)
