"""Discs, so many of them full: up to five in a row, or a field of a hundred."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.arcs import disc, hoop
from builder.geometry.box import Box
from builder.layout.numbers.form import Dress, Form, Share
from builder.layout.numbers.rows import columns_of, place_of

_GAP = 0.28  # of a disc's width
_LINE = 0.07  # of a disc's width: how thick the others are drawn


def _wide(columns: int) -> float:
    """The width of a row, in discs."""
    return columns + (columns - 1) * _GAP


def _height(share: Share, _: float) -> float:
    columns = columns_of(share.of)
    return _wide(-(-share.of // columns)) / _wide(max(columns, 3))  # two discs are no larger than three


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    columns = columns_of(share.of)
    size = box.h / _wide(-(-share.of // columns))
    for number in range(share.of):
        row, column = place_of(number, share.of)
        across = (column + 0.5 + column * _GAP) * size
        x = box.right - across if dress.rtl else box.x + across
        middle = (x, box.y + (row + 0.5 + row * _GAP) * size)
        if number < share.part:
            yield Path(disc(middle, size / 2), dress.lit)
        else:
            yield Path(hoop(middle, size / 2 * (1 - _LINE), size * _LINE), dress.rest)


FORM = Form(_draw, _height, parts="hundred")
