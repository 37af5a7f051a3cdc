"""Text for placeholders: how far it must shrink to stay inside.

Office works that out only when somebody edits the box, so the deck carries it.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck import Paragraph, Placeholder, Theme
from builder.layout.officefonts import OfficeFont, office_font
from builder.units import Box

Rows = tuple[tuple[str, ...], ...]

_STEP = 0.025  # how finely sizes are tried
_SLACK = 0.96  # of the width: fonts that stand in for these are a little wider
_INDENT = 22.0  # pt a level: the master's own
_BEFORE = (10.0, 6.0)  # pt above a paragraph of the first level and of those below it
_DEEPER = 2.0  # pt that each level is smaller
_ROW = 1.75  # height of a table's row in sizes of its text
_TABLE_SIZES = (24.0, 22.0, 20.0)
_CELL = 14.4  # pt that Office leaves empty at both sides of a cell together


def fitted(paragraphs: tuple[Paragraph, ...], holder: Placeholder, theme: Theme) -> float | None:
    """The largest scale, 1 at most, at which the text fits; None if it would fall below the least size."""
    scale = 1.0
    while round(holder.size * scale, 2) >= holder.least:
        if _height(paragraphs, holder, theme, scale) <= holder.box.h:
            return round(scale, 3)
        scale -= _STEP
    return None


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's measures in pt."""

    widths: tuple[float, ...]
    row: float
    size: float


def tabled(rows: Rows, box: Box, theme: Theme) -> Columns | None:
    """The measures of a table at the largest size at which it fits the box; None if it would be too small."""
    font = office_font(theme.text)
    for size in _TABLE_SIZES:
        widths = _widths(rows, box.w, font, size)
        if sum(_lines(row, widths, font, size) * 1.2 + _ROW - 1.2 for row in rows) * size <= box.h:
            return Columns(widths, min(size * _ROW * 1.25, max(size * _ROW, box.h / len(rows))), size)
    return None


def _lines(row: tuple[str, ...], widths: tuple[float, ...], font: OfficeFont, size: float) -> int:
    cells = zip(row, widths, strict=True)
    return max(font.lines(text, size, (width - _CELL) * _SLACK, bold=True) for text, width in cells)


def _widths(rows: Rows, room: float, font: OfficeFont, size: float) -> tuple[float, ...]:
    """Narrow columns get what they hold on one line, wide ones share what is left."""
    wanted = [
        max(font.width(text, size, bold=True) for text in column) / _SLACK + _CELL + 1
        for column in zip(*rows, strict=True)
    ]
    left, taken = room, dict.fromkeys(range(len(wanted)), 0.0)
    for done, number in enumerate(sorted(taken, key=lambda number: wanted[number])):
        taken[number] = min(wanted[number], left / (len(wanted) - done))
        left -= taken[number]
    return tuple(width * room / (room - left) for width in taken.values())


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
