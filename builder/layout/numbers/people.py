"""A paper chain of people, so many of them in colour: ten in rows of five, 25 in three, a hundred in five."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.frame import Item, Path
from builder.geometry.box import Box, Point
from builder.geometry.curves import moved
from builder.layout.numbers import figures
from builder.layout.numbers.form import CROWD, TEN, Dress, Form, Share
from builder.layout.numbers.rows import columns_of, place_of

_WIDE, _HIGH = 6.4, 10.8  # of a person, in its own units: from hand to hand, and from hem to hair
_FEET = 10.55  # from the top of the hair to the feet
_EDGE = 0.5  # of a hand, beyond the last in a row
_APART = 0.7  # between two rows
_ROWS = 3  # of more than ten
SHADE, _SHADED, _LIGHT = Color(0, 0, 0), 0.18, (0.08, 0.14)  # what falls to the lower right, and how far
# Paper that no brand changes: people have their own colours of skin and hair.
_SKINS = (Color(221, 160, 116), Color(110, 67, 44), Color(244, 201, 166), Color(169, 103, 63))
_HAIR = (Color(42, 26, 36), Color(42, 26, 36), Color(165, 85, 43), Color(90, 51, 35))
OWN = {*_SKINS, *_HAIR}
_STYLES = (figures.CAP, figures.CURLS, figures.LONG, figures.BUN)


def _columns(of: int) -> int:
    """Of more than ten there are three rows, in which they are as large as they can be."""
    return -(-of // _ROWS) if TEN < of <= CROWD else columns_of(of)


def _place(number: int, of: int) -> tuple[int, float]:
    """The row of one, and where in it; rows that are shorter stand in the middle."""
    if not TEN < of <= CROWD:
        return place_of(number, of)
    rows = [of // _ROWS + (row < of % _ROWS) for row in range(_ROWS)]
    row = next(row for row in range(_ROWS) if number < sum(rows[: row + 1]))
    return row, number - sum(rows[:row]) + (rows[0] - rows[row]) / 2


def _height(share: Share, _: float) -> float:
    columns = _columns(share.of)
    rows = -(-share.of // columns)
    return (rows * _HIGH + (rows - 1) * _APART) / (max(columns, 3) * _WIDE + 2 * _EDGE)


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    columns = _columns(share.of)
    scale = box.w / (max(columns, 3) * _WIDE + 2 * _EDGE)
    start = (box.w / scale - columns * _WIDE) / 2 if columns >= 3 else _EDGE
    places = [_place(number, share.of) for number in range(share.of)]
    for number, (row, column) in enumerate(places):
        across = (start + (column + 0.5) * _WIDE) * scale
        x = box.right - across if dress.rtl else box.x + across
        y = box.y + (row * (_HIGH + _APART) + _FEET) * scale
        yield from _person(number, (x, y), scale, number < share.part, dress)


def _person(number: int, feet: Point, scale: float, is_lit: bool, dress: Dress) -> Iterator[Item]:
    """One of the chain; those that are not lit are plain paper, without a face of their own or hair."""
    here = (-scale if dress.rtl else scale, 0.0, 0.0, scale, *feet)
    shade = (here[0], 0.0, 0.0, scale, feet[0] + _LIGHT[0] * scale, feet[1] + _LIGHT[1] * scale)
    yield Path(moved(figures.WHOLE, shade), SHADE, opacity=_SHADED)
    if not is_lit:
        yield Path(moved(figures.WHOLE, here), dress.rest)
        return
    kind = number % len(_SKINS)
    yield Path(moved(figures.FACE, here), _SKINS[kind])
    yield Path(moved(figures.ROBE, here), dress.lit)
    yield Path(moved(_STYLES[kind], here), _HAIR[kind])


FORM = Form(_draw, _height, parts="crowd")
