"""Beads on an arc that falls, of which the one that is reached is large and dark."""

from __future__ import annotations

import math
from collections.abc import Iterator

from builder.color import Color, contrast
from builder.content.frame import Item, Path
from builder.geometry.arcs import band, disc
from builder.geometry.box import Box, Command
from builder.geometry.curves import moved
from builder.layout.numbers.form import Dress, Form, Share

_WEIGHT = 0.145  # of its width
_FROM, _TO = -110.0, -44.0  # degrees on the circle: a little rise before it falls
_TODAY, _OTHERS = 0.37, 0.22  # of its weight: the radius of a bead
_SEEN = 2.0  # to one: the least contrast of a bead that its size tells of too
_ACROSS = math.cos(math.radians(_TO)) - math.cos(math.radians(_FROM))  # of its radius
_HIGH = _WEIGHT + (1 - _WEIGHT) * (1 + math.sin(math.radians(_TO))) / _ACROSS  # of its width


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    weight = box.w * _WEIGHT
    start, end = math.radians(_FROM), math.radians(_TO)
    radius = (box.w - weight) / _ACROSS
    x, y = box.x + weight / 2 - radius * math.cos(start), box.y + weight / 2 + radius
    mirror = (-1.0, 0.0, 0.0, 1.0, box.x + box.right, 0.0) if dress.rtl else None

    def curve(commands: tuple[Command, ...], color: Color) -> Path:
        return Path(moved(commands, mirror) if mirror else commands, color)

    # Words are light on a dark ground, and a light bead would be lost on a light band.
    today = dress.ink if contrast(dress.ink, dress.lit) >= _SEEN else dress.ground
    yield curve(band((x, y), radius, weight, _FROM, _TO), dress.lit)
    step = (end - start) / max(share.of - 1, 1)
    for number in range(share.of):
        angle = start + step * number
        at = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        is_today = number + 1 == round(share.part)
        size = min(weight, radius * step) * (_TODAY if is_today else _OTHERS)
        yield curve(disc(at, size), today if is_today else dress.ground)


FORM = Form(_draw, lambda *_: _HIGH, parts="each", of_whole=False)
