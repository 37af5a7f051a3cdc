"""How wide the columns of a table are, by what stands in them; and how many columns pictures have."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence

from builder.content.story import Table, plain

ROOM = 68  # letters beside each other in a text's column
_GAP = 4  # letters that two columns leave between them
_AIR = 1.1  # capitals and digits are wider than most letters


def shares(least: Sequence[float], most: Sequence[float], room: float) -> tuple[float, ...]:
    """How wide each column is, of the widths of its longest word and of its longest cell, in any unit.

    What fits is not broken; else each column has room for its words, and of what is left as much as
    its cells ask for beyond them, as browsers do it (CSS 2.1, 17.5.2.2).
    """
    if sum(most) <= room or sum(least) >= room:
        return tuple(most if sum(most) <= room else least)
    left, asked = room - sum(least), sum(most) - sum(least)
    return tuple(few + left * (many - few) / asked for few, many in zip(least, most, strict=True))


def even_columns(count: int, most: int) -> int:
    """So many columns that rows are few, and as full as each other; one more than leaves one over alone."""
    columns = math.ceil(count / math.ceil(count / most))
    return columns + (leaves_one(count, columns) and not leaves_one(count, columns + 1))


def leaves_one(count: int, columns: int) -> bool:
    """Whether the last row of so many holds a single one."""
    return 1 < columns < count and count % columns == 1


def counted(block: Table) -> tuple[float, ...]:
    """The shares of a table's columns by the letters in them."""
    columns = _columns(block)
    least = [max(map(_longest_word, column)) * _AIR for column in columns]
    most = [max(map(length, column)) * _AIR for column in columns]
    gaps = _GAP * len(columns)
    return tuple(share + _GAP for share in shares(least, most, ROOM - gaps))


def is_narrow(block: Table) -> bool:
    """Whether two of it stand side by side without broken lines: it has two columns of few letters."""
    columns = _columns(block)
    return len(columns) == 2 and sum(max(map(length, column)) for column in columns) <= ROOM / 2


def length(text: str) -> int:
    """How many letters wide a text is; an East Asian one counts twice (UAX 11), a mark on another not."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.category(char) in {"Mn", "Me", "Cf"} for char in text)


def _columns(block: Table) -> list[list[str]]:
    return [[plain(cell) for cell in column] for column in zip(block.header, *block.rows, strict=True)]


def _longest_word(text: str) -> int:
    return max(map(length, _words(text)), default=0)


def _words(text: str) -> Iterable[str]:
    """Those that are not broken: of a script without blanks, the letters."""
    for word in text.split():
        yield from word if any(unicodedata.east_asian_width(char) in "WF" for char in word) else [word]
