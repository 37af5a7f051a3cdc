"""Pieces of paper in a row, of which the one that is reached is large: cut as the hills of the campaign are.

Discs where hills are rolling, sheets where they are ridged, rosettes where they are scalloped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.brand.measures import Crest
from builder.color import Color
from builder.content.frame import Item, Path
from builder.geometry.arcs import disc
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import moved
from builder.geometry.polar import on_circle
from builder.layout.numbers.form import Dress, Form, Share

_TODAY = 1.6  # of the others' width
_APART = 0.2  # of their width: the room between two
_FEW = 5  # pieces: fewer are no wider than these, so that one is no poster
_SHADE, _SHADED, _LIGHT = Color(0, 0, 0), 0.2, (0.05, 0.09)  # what falls to the lower right, of their width
_HEART = 0.34  # of today's width: what it holds
_BUMPS = 10  # of a rosette
_BUMP = 0.86  # of a rosette's radius: where its half rounds begin
_OUT = 4 / 3  # how far the handles of a half round reach, of its height
# The corners of a sheet from its middle, by shares of its width: no two are cut alike. Clockwise, from the
# upper left one.
_SHEETS = (
    ((-0.47, -0.5), (0.49, -0.46), (0.46, 0.5), (-0.5, 0.47)),
    ((-0.5, -0.45), (0.46, -0.5), (0.5, 0.47), (-0.46, 0.5)),
    ((-0.48, -0.48), (0.5, -0.5), (0.47, 0.48), (-0.49, 0.5)),
)
_TALL = 1.25  # of its width: how high a sheet is
_FOLD = 0.4  # of its width: the corner that is folded

_Piece = Callable[[Point, float, int], Sequence[Command]]  # from its middle, its width and its number


def _round(middle: Point, wide: float, _: int) -> Sequence[Command]:
    return disc(middle, wide / 2)


def _sheet(middle: Point, wide: float, number: int) -> Sequence[Command]:
    at = [(middle[0] + x * wide, middle[1] + y * _TALL * wide) for x, y in _SHEETS[number % len(_SHEETS)]]
    return (("M", *at[0]), *(("L", *point) for point in at[1:]), ("Z",))


def _rosette(middle: Point, wide: float, _: int) -> Sequence[Command]:
    step = 360 / _BUMPS
    commands: list[Command] = [("M", *on_circle(middle, wide / 2 * _BUMP, 0.0))]
    far = wide / 2 * (_BUMP + (1 - _BUMP) * _OUT)
    for number in range(_BUMPS):
        sides = (on_circle(middle, far, step * (number + share)) for share in (0.06, 0.94))
        handles = [value for point in sides for value in point]
        commands.append(("C", *handles, *on_circle(middle, wide / 2 * _BUMP, step * (number + 1))))
    return (*commands, ("Z",))


def _heart(middle: Point, wide: float, piece: _Piece) -> Sequence[Command]:
    """What the piece of today holds: a smaller one, or the corner that is folded."""
    if piece is not _sheet:
        return piece(middle, wide * _HEART, 0)
    right, top = middle[0] + wide * 0.5, middle[1] - _TALL * wide * 0.5
    fold = wide * _FOLD
    return (("M", right - fold, top), ("L", right, top + fold), ("L", right - fold, top + fold), ("Z",))


_PIECES: Mapping[Crest, _Piece] = {"rolling": _round, "ridged": _sheet, "scalloped": _rosette}


def _units(share: Share) -> float:
    """The width of all, in that of one."""
    return (max(share.of, _FEW) - 1) * (1 + _APART) + _TODAY


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    piece, unit, reached = _PIECES[dress.crest], box.w / _units(share), round(share.part)
    x = 0.0
    for number in range(1, share.of + 1):
        wide = unit * (_TODAY if number == reached else 1.0)
        across = x + wide / 2
        middle = (box.right - across if dress.rtl else box.x + across, box.middle[1])
        cut = tuple(piece(middle, wide, number))
        shade = moved(cut, (1, 0, 0, 1, unit * _LIGHT[0], unit * _LIGHT[1]))
        yield Path(shade, _SHADE, opacity=_SHADED)
        yield Path(cut, dress.lit if number == reached else dress.rest)
        if number == reached:
            yield Path(tuple(_heart(middle, wide, piece)), dress.ground)
        x += wide + unit * _APART


FORM = Form(_draw, lambda share, _: _TODAY * _TALL / _units(share), parts="each", of_whole=False)
