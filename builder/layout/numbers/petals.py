"""Petals that stand in a fan, of which the one that is reached is long and dark."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import contrast
from builder.content.frame import Item, Path
from builder.geometry.box import Box, Command, Point
from builder.geometry.polar import on_circle
from builder.layout.numbers.form import Dress, Form, Share

_HIGH = 0.5  # of its width: half a flower
_OTHERS = 0.76  # of today's length
_MIDDLE = 0.16  # of its length: where petals begin
_BROAD = 1.2  # of the room between its neighbours: how far its curve is drawn out
_BELLY = 0.62  # of its length: how far out that is
_HALF = 180.0  # degrees
_SEEN = 2.0  # to one: the least contrast with the others, of a petal that its length tells of too


def _petal(middle: Point, length: float, angle: float, spread: float) -> tuple[Command, ...]:
    """A leaf from near the middle outwards, at an angle in degrees, clockwise from three o'clock."""
    root, tip = on_circle(middle, length * _MIDDLE, angle), on_circle(middle, length, angle)
    sides = [on_circle(middle, length * _BELLY, angle + side * spread) for side in (-1, 1)]
    curves = (("C", *side, *side, *end) for side, end in zip(sides, (tip, root), strict=True))
    return (("M", *root), *curves, ("Z",))


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    middle, length = (box.middle[0], box.bottom), box.w / 2
    is_seen = contrast(dress.ink, dress.lit) >= _SEEN
    today, others = (dress.ink, dress.lit) if is_seen else (dress.lit, dress.rest)
    step = _HALF / share.of
    reached = round(share.part)
    for number in range(1, share.of + 1):
        place = share.of + 1 - number if dress.rtl else number
        angle = _HALF + step * (place - 0.5)
        is_today = number == reached
        long = length if is_today else length * _OTHERS
        color = today if is_today else others
        yield Path(_petal(middle, long, angle, step * _BROAD / 2), color)


FORM = Form(_draw, lambda *_: _HIGH, parts="each", of_whole=False)
