"""How many stand in a row, where the eye counts them."""

from __future__ import annotations

_ROW = 5  # at most


def columns_of(count: int) -> int:
    """So many that rows are even: six are two rows of three."""
    rows = -(-count // _ROW)
    return -(-count // rows)
