"""Text for placeholders: how far it must shrink to stay inside.

Office works that out only when somebody edits the box, so the deck carries it.
"""

from __future__ import annotations

from itertools import chain

from builder.content.deck import DEEPER, INDENT, OfficeTheme, Placeholder, SlideParagraph, above
from builder.geometry.box import Box
from builder.record import Record, replace
from builder.tagged import language_of
from builder.text.office import OfficeFont, office_font
from builder.text.whole import unparted

Rows = tuple[tuple[str, ...], ...]

_STEP, _STEPS = 0.025, 40  # how finely sizes are tried, and how often
SLACK = 0.96  # of the width: fonts that stand in for these are a little wider
_TALLEST = 2.2  # height of a table's row in sizes of its text, where there is room
_TABLE_SIZES = (24.0, 22.0, 20.0)
_CELL_X, _CELL_Y = 14.4, 7.2  # pt that Office leaves empty at both sides of a cell, above and below it


def fitted(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, language: str = ""
) -> Fit | None:
    """How the text fits at the largest size; None if it would fall below the least.

    Words stay whole if any size allows it, and with them what no line parts of dates and amounts; web
    addresses need not.
    """
    paragraphs = tuple(_as_written(each, holder, language) for each in paragraphs)
    scales = (1 - step * _STEP for step in range(_STEPS) if holder.size * (1 - step * _STEP) >= holder.least)
    fitting = (scale for scale in scales if _height(paragraphs, holder, theme, scale) <= holder.box.h)
    first = next(fitting, None)
    if first is None:
        return None
    room, sizes = holder.box.w * SLACK, chain((first,), fitting)
    whole = next((scale for scale in sizes if _widest(paragraphs, holder, theme, scale) <= room), first)
    if whole < first:
        return Fit(size=round(holder.size * whole, 1))
    return Fit(scale=round(first, 3))


def _as_written(paragraph: SlideParagraph, holder: Placeholder, language: str) -> SlideParagraph:
    text = paragraph.text
    kept = unparted(text, language_of(text) or language, heading=holder.heading)
    return paragraph if kept == text else replace(paragraph, text=kept)


def fits_one_line(text: str, holder: Placeholder, theme: OfficeTheme) -> bool:
    """Whether the text at its full size needs one line only."""
    return office_font(theme.text).width(text, holder.size) <= holder.box.w * SLACK


class Fit(Record):
    """What long text needs: a scale that Office goes on adjusting, or a size that keeps its words whole."""

    scale: float = 1.0
    size: float | None = None  # pt


class Columns(Record):
    """A table's measures in pt."""

    widths: tuple[float, ...]
    row: float
    size: float


def tabled(rows: Rows, box: Box, theme: OfficeTheme) -> Columns | None:
    """The measures of a table at the largest size at which it fits the box; None if it would be too small."""
    font = office_font(theme.text, theme.complex)
    for size in _TABLE_SIZES:
        widths = _widths(rows, box.w, font, size)
        lines = [_lines(row, widths, font, size, bold=row is rows[0]) for row in rows]
        tall = max(font.line_of(cell) for row in rows for cell in row)
        if sum(lines) * size * tall + len(rows) * _CELL_Y <= box.h:
            return Columns(widths, min(size * _TALLEST, box.h / len(rows)), size)
    return None


def _lines(
    row: tuple[str, ...], widths: tuple[float, ...], font: OfficeFont, size: float, *, bold: bool
) -> int:
    rooms = [(width - _CELL_X) * SLACK for width in widths]
    return max(font.lines(text, size, room, bold=bold) for text, room in zip(row, rooms, strict=True))


def _widths(rows: Rows, room: float, font: OfficeFont, size: float) -> tuple[float, ...]:
    """Narrow columns get what they hold on one line, wide ones share what is left."""
    wanted = [
        max(font.width(text, size, bold=True) for text in column) / SLACK + _CELL_X + 1
        for column in zip(*rows, strict=True)
    ]
    left, taken = room, dict.fromkeys(range(len(wanted)), 0.0)
    for done, number in enumerate(sorted(taken, key=lambda number: wanted[number])):
        taken[number] = min(wanted[number], left / (len(wanted) - done))
        left -= taken[number]
    return tuple(width * room / (room - left) for width in taken.values())


def font_of(holder: Placeholder, theme: OfficeTheme) -> OfficeFont:
    """What its words are set in."""
    return office_font(theme.heading if holder.heading else theme.text, theme.complex)


def _widest(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, scale: float
) -> float:
    font, size = font_of(holder, theme), holder.size * scale
    words = [word for paragraph in paragraphs if not paragraph.link for word in font.words(paragraph.text)]
    indent = INDENT if holder.bullets else 0.0
    return indent + max((font.width(word, size, bold=holder.bold) for word in words), default=0.0)


def _height(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, scale: float
) -> float:
    font = font_of(holder, theme)
    total = 0.0
    for number, paragraph in enumerate(paragraphs):
        size = max(holder.least, holder.size - DEEPER * paragraph.level) * scale
        indent = INDENT * (paragraph.level + 1) if holder.bullets else 0.0
        lines = font.lines(paragraph.text, size, (holder.box.w - indent) * SLACK, bold=holder.bold)
        total += lines * size * font.line_of(paragraph.text) * holder.leading
        total += above(paragraph.level) * scale if number else 0.0
    return total
