"""Square modules side by side, so many of them lit: up to eight in a row, or a field of a hundred.

In a field they are too small for rings, which would flicker: what is lit is one plain block, the rest dots.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.arcs import disc, hoop
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.layout.numbers.form import TEN, Dress, Form, Share
from builder.layout.numbers.rows import columns_of, place_of

_ROW = 8  # modules are one row: a week, and eight, of which two rows would be half as high as wide
_HOLE = 0.46  # of a module's width: the hole in its ring
_DOT = 0.4  # of a module's width: a dot in a field
_LAP = 0.0015  # of the short side that neighbours share, so that no seam shows between them


def _columns(of: int) -> int:
    """Up to eight in one row; more in rows that are even: ten are two of five."""
    return of if of <= _ROW else columns_of(of)


def _height(share: Share, _: float) -> float:
    columns = _columns(share.of)
    return -(-share.of // columns) / columns


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    size, lap = box.w / _columns(share.of), _LAP * dress.short
    places = [(0, number) if share.of <= _ROW else place_of(number, share.of) for number in range(share.of)]
    lit = set(places[: int(share.part)])
    for row, column in places:
        x = box.right - (column + 1) * size if dress.rtl else box.x + column * size
        y = box.y + row * size
        middle, thick = (x + size / 2, y + size / 2), size * (1 - _HOLE) / 2
        if (row, column) in lit:  # a ground of its own, and a disc in the ring
            over = lap if (row, column + 1) in lit else 0.0
            below = lap if (row + 1, column) in lit else 0.0
            ground = Box(x - (over if dress.rtl else 0.0), y, size + over, size + below)
            yield Path(outline_of(ground), dress.lit)
            if share.of <= TEN:
                yield Path(hoop(middle, (size - thick) / 2, thick), dress.ground)
        elif share.of > TEN:
            yield Path(disc(middle, size * _DOT / 2), dress.rest)
        else:
            yield Path(hoop(middle, (size - thick) / 2, thick), dress.rest)


FORM = Form(_draw, _height, parts="hundred")
