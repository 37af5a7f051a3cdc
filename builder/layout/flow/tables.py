"""Tables: rows under hairlines, whole as long as they fit, below labels that come again on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import fsum
from typing import TYPE_CHECKING, Any

from builder.content.columns import is_narrow, shares
from builder.content.look import TypeStyle
from builder.content.pages import Attribute
from builder.content.story import Align, Spans, Story, Table, plain
from builder.content.walk import every
from builder.layout.flow.flow import TINY, Flow
from builder.layout.flow.group import Again, FlowRow, stack
from builder.layout.flow.typesetter import GUTTER, Typesetter

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_MANY_ROWS = 12  # of a table of two columns: it is set in two halves side by side
_WHOLE = 0.4  # of a page: a lower table is not parted
_LABEL = (Attribute("Table", "Scope", "Column"),)


def compose_table(composer: Composer, block: Table) -> list[Flow]:
    """The caption above, then the rows."""
    setter = _Setter(composer, block)
    caption: list[Flow] = []
    with composer.structure.inside("Table"):
        if block.caption:
            note = composer.look.note
            caption = [composer.words(block.caption, note, "Caption", after=composer.half)]
        head = setter.header(block.header)
        rows = [setter.row(row) for row in block.rows]
    whole = composer.room * _WHOLE
    white: dict[str, Any] = {"before": composer.half, "after": composer.look.grid, "whole": whole}
    if len(rows) >= _MANY_ROWS and is_narrow(block):
        half = (len(rows) + 1) // 2
        halves = [stack(rows[:half], head=head), stack(rows[half:], head=Again(flow=head))]
        return [*caption, composer.wide(composer.row(halves, (1.0, 1.0), 2 * GUTTER, **white))]
    return [*caption, stack(rows or [head], head=head if rows else None, **white)]


def crowded(story: Story) -> Iterator[str]:
    """The longest word of each table whose words have no room beside each other: they are broken."""
    setter = Typesetter(story)
    for table in every(story.blocks, Table):
        least = [] if table.widths else [cell for cell, _ in _extents(setter, table)]
        if fsum(least) > setter.column - GUTTER * (len(least) - 1):
            cells = (plain(cell) for row in (table.header, *table.rows) for cell in row)
            yield max((word for cell in cells for word in cell.split()), key=len)


def _extents(setter: Typesetter, block: Table) -> Iterator[tuple[float, float]]:
    """The width of the longest word and of the longest cell of each column, in pt."""
    look = setter.look
    for label, *cells in zip(block.header, *block.rows, strict=True):
        passages = [setter.passage(label, look.label), *(setter.passage(cell, look.text) for cell in cells)]
        longest = (max(passage.widest for passage in passages), max(passage.natural for passage in passages))
        yield longest[0] + TINY, longest[1] + TINY


class _Setter:
    """Sets the rows of one table."""

    def __init__(self, composer: Composer, block: Table) -> None:
        self._composer, self._aligned = composer, block.aligned
        self._shares = block.widths or self._measured(block)

    def _measured(self, block: Table) -> tuple[float, ...]:
        """How wide each column is by what stands in it, in pt."""
        least, most = zip(*_extents(self._composer, block), strict=True)
        return shares(least, most, self._composer.column * self._composer.share - GUTTER * (len(least) - 1))

    def header(self, labels: Sequence[Spans]) -> FlowRow:
        """The labels of the columns."""
        return self._composer.row(self._cells(labels, self._composer.look.label, "TH"), self._shares, GUTTER)

    def row(self, cells: Sequence[Spans]) -> FlowRow:
        """A row that a page's end parts only if it is higher than half a page."""
        look, most = self._composer.look, self._composer.room / 2
        flows = self._cells(cells, look.text, "TD")
        return self._composer.row(flows, self._shares, GUTTER, rule=look.rule, whole=most)

    def _cells(self, cells: Sequence[Spans], style: TypeStyle, role: str) -> list[Flow]:
        with self._composer.structure.inside("TR"):
            placed = zip_longest(cells, self._aligned[: len(cells)], fillvalue="start")
            return [self._cell(spans, style, role, align) for spans, align in placed]  # type: ignore[arg-type]

    def _cell(self, spans: Spans, style: TypeStyle, role: str, align: Align) -> Flow:
        composer = self._composer
        cell = composer.structure.add(role, attributes=_LABEL if role == "TH" else ())
        return stack([composer.set(cell, spans, style, align=align)], pad=(0, composer.half / 4))
