"""Text for placeholders: how far it must shrink to stay inside.

Office works that out only when somebody edits the box, so the deck carries it.
"""

from __future__ import annotations

from builder.deck import Paragraph, Placeholder, Theme
from builder.layout.officefonts import office_font
from builder.units import Box

_STEP = 0.025  # how finely sizes are tried
_SLACK = 0.96  # of the width: fonts that stand in for these are a little wider
_INDENT = 22.0  # pt a level: the master's own
_BEFORE = (10.0, 6.0)  # pt above a paragraph of the first level and of those below it
_DEEPER = 2.0  # pt that each level is smaller
_ROW = 1.75  # height of a table's row in sizes of its text
_TABLE_SIZES = (24.0, 22.0, 20.0, 18.0)
_CELL = 14.4  # pt that Office leaves empty at both sides of a cell together


def fitted(paragraphs: tuple[Paragraph, ...], holder: Placeholder, theme: Theme) -> float | None:
    """The largest scale, 1 at most, at which the text fits; None if it would fall below the least size."""
    scale = 1.0
    while round(holder.size * scale, 2) >= holder.least:
        if _height(paragraphs, holder, theme, scale) <= holder.box.h:
            return round(scale, 3)
        scale -= _STEP
    return None


def table_size(
    rows: tuple[tuple[str, ...], ...], columns: tuple[float, ...], box: Box, theme: Theme
) -> float:
    """The largest text size, in pt, at which every row fits the box; the smallest if none does."""
    font = office_font(theme.text)
    for size in _TABLE_SIZES:
        heights = [
            max(
                font.lines(text, size, (width - _CELL) * _SLACK, bold=True)
                for text, width in zip(row, columns, strict=True)
            )
            for row in rows
        ]
        if sum((lines - 1) * 1.2 + _ROW for lines in heights) * size <= box.h:
            return size
    return _TABLE_SIZES[-1]


def column_widths(rows: tuple[tuple[str, ...], ...], width: float, theme: Theme) -> tuple[float, ...]:
    """Widths that share the room by what the columns hold, none less than half its even share."""
    font = office_font(theme.text)
    wanted = [
        max(font.width(text, 20, bold=True) for text in column) + _CELL for column in zip(*rows, strict=True)
    ]
    even = sum(wanted) / len(wanted)
    wanted = [max(own, even / 2) for own in wanted]
    return tuple(width * own / sum(wanted) for own in wanted)


def row_height(rows: int, size: float, box: Box) -> float:
    """A row's height in pt: comfortable, or what the box allows."""
    return min(size * _ROW * 1.25, max(size * _ROW, box.h / rows))


def _height(paragraphs: tuple[Paragraph, ...], holder: Placeholder, theme: Theme, scale: float) -> float:
    font = office_font(theme.heading if holder.heading else theme.text)
    total = 0.0
    for number, paragraph in enumerate(paragraphs):
        size = max(holder.least, holder.size - _DEEPER * paragraph.level) * scale
        indent = _INDENT * (paragraph.level + 1) if holder.bullets else 0.0
        lines = font.lines(paragraph.text, size, (holder.box.w - indent) * _SLACK, bold=holder.bold)
        total += lines * size * font.line * holder.leading
        total += _BEFORE[min(paragraph.level, 1)] * scale if number else 0.0
    return total
