"""The squares of QR codes as curves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from builder.geometry.box import Command
from builder.qr import Modules


def squares(code: Modules, x: float, y: float, side: float) -> Iterator[Command]:
    """One shape of all dark squares, those beside each other joined: no hairlines between them."""
    for number, row in enumerate(code):
        column, top = 0, y + number * side
        for dark, run in groupby(row):
            count = len([*run])
            if dark:
                left, right = x + column * side, x + (column + count) * side
                yield from (("M", left, top), ("L", right, top), ("L", right, top + side))
                yield from (("L", left, top + side), ("Z",))
            column += count
