"""How many stand in a row, where the eye counts them."""

from __future__ import annotations

from builder.layout.numbers.form import HUNDRED

_ROW = 5  # at most
_FIELD = 20  # columns of five, each of which is five in a hundred


def columns_of(count: int) -> int:
    """So many that rows are even: six are two rows of three; a hundred are five rows of twenty."""
    if count == HUNDRED:
        return _FIELD
    rows = -(-count // _ROW)
    return -(-count // rows)


def place_of(number: int, count: int) -> tuple[int, int]:
    """The row and the column of one, by row; in a field by column, so that it fills as a bar does."""
    columns = columns_of(count)
    if count < HUNDRED:
        return divmod(number, columns)
    column, row = divmod(number, count // columns)
    return row, column
