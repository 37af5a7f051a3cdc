"""Tables for slides: the largest size at which they fit, with columns that keep words whole, or hyphens."""

from __future__ import annotations

from math import fsum

from builder.content.deck import OfficeTheme
from builder.geometry.box import Box
from builder.layout.slides.fitting import SLACK
from builder.layout.slides.parting import COSTS, Parting
from builder.record import Record
from builder.text.office import OfficeFont, office_font
from builder.text.shaping import SOFT_HYPHEN

Rows = tuple[tuple[str, ...], ...]
Cell = tuple[int, int]  # its row and its place in it

_TALLEST = 2.2  # height of a row in sizes of its text, where there is room
_SIZES = (24.0, 22.0, 20.0)
_LINE = 1.25  # of its size: a line of the tallest fonts that slides are usually in
_CELL_X, _CELL_Y = 14.4, 7.2  # pt that Office leaves empty at both sides of a cell, above and below it


class Tabled(Record):
    """A table's words and its measures in pt."""

    rows: Rows
    widths: tuple[float, ...]
    row: float  # height
    size: float
    wide: tuple[tuple[Cell, str], ...] = ()  # words that stay wider than their cell

    @property
    def hyphens(self) -> int:
        """How many cells have words with hyphens."""
        return sum(SOFT_HYPHEN in text for row in self.rows for text in row)


def rows_in(height: float) -> int:
    """How many rows of one line have room in a height in pt, whatever the font: Office shrinks no table."""
    return int(height // (min(_SIZES) * _LINE + _CELL_Y))


def tabled(rows: Rows, box: Box, theme: OfficeTheme, language: str) -> Tabled | None:
    """A table that fits its box at the size that parts the fewest words; None if it would be too small."""
    font = office_font(theme.text, theme.complex)
    fitting = (_at(rows, box, font, size, language) for size in _SIZES)
    found = [each for each in fitting if each]
    return min(found, key=lambda each: (len(each.wide), each.hyphens), default=None)


def _at(rows: Rows, box: Box, font: OfficeFont, size: float, language: str) -> Tabled | None:
    """The table at a size; None if it does not fit."""
    widths = _widths(rows, box.w, font, size)
    rooms = [(width - _CELL_X) * SLACK for width in widths]
    said, wide = list[tuple[str, ...]](), list[tuple[Cell, str]]()
    for at, row in enumerate(rows):
        words = Parting(font, size, language, bold=at == 0)
        said.append(tuple(_parted(words, text, room) for text, room in zip(row, rooms, strict=True)))
        for place, (text, room) in enumerate(zip(said[-1], rooms, strict=True)):
            wide += [((at, place), word) for word in words.wide(text, room)]
    lines = [_lines(row, rooms, font, size, bold=at == 0) for at, row in enumerate(said)]
    tall = max(font.line_of(cell) for row in rows for cell in row)
    if sum(lines) * size * tall + len(rows) * _CELL_Y > box.h:
        return None
    return Tabled(tuple(said), widths, min(size * _TALLEST, box.h / len(rows)), size, tuple(wide))


def _parted(words: Parting, text: str, room: float) -> str:
    """A cell's text with the hyphens that its words need."""
    still, most = tuple[str, ...](), dict[str, float]()
    for cost in COSTS:
        most |= dict.fromkeys(still, cost)
        shown = words.parted(text, room, most)
        if not (still := words.wide(shown, room)):
            break
    return shown


def _lines(row: tuple[str, ...], rooms: list[float], font: OfficeFont, size: float, *, bold: bool) -> int:
    return max(font.lines(text, size, room, bold=bold) for text, room in zip(row, rooms, strict=True))


def _widths(rows: Rows, room: float, font: OfficeFont, size: float) -> tuple[float, ...]:
    """Narrow columns get what they hold on one line, wide ones share what is left, whole words before all."""
    columns = tuple(zip(*rows, strict=True))
    wanted = [_cell(max(font.width(text, size, bold=True) for text in column)) for column in columns]
    words = [[word for text in column for word in font.words(text)] for column in columns]
    least = [_cell(max((font.width(word, size, bold=True) for word in each), default=0)) for each in words]
    plain = _shared(wanted, room)
    if fsum(least) > room or all(has >= needs for has, needs in zip(plain, least, strict=True)):
        return plain
    more = _shared([want - needs for want, needs in zip(wanted, least, strict=True)], room - fsum(least))
    return tuple(needs + has for needs, has in zip(least, more, strict=True))


def _cell(width: float) -> float:
    return width / SLACK + _CELL_X + 1


def _shared(wanted: list[float], room: float) -> tuple[float, ...]:
    """The room in shares that nobody has more of than wanted, while others have too little."""
    left, taken = room, dict.fromkeys(range(len(wanted)), 0.0)
    for done, number in enumerate(sorted(taken, key=lambda number: wanted[number])):
        taken[number] = min(wanted[number], left / (len(wanted) - done))
        left -= taken[number]
    return tuple(width * room / (room - left) for width in taken.values())
