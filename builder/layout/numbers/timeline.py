"""Beads on a line, of which the last that is reached is large: the third day of seven."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Fill, Item, Path
from builder.geometry.arcs import disc, hoop
from builder.geometry.box import Box
from builder.layout.numbers.form import TEN, Dress, Form, Share

_HIGH = 0.11  # of its width
_SMALL = 0.42  # of its height: the other beads
_LINE = 0.055  # of its height, and of what is not reached yet


def _height(share: Share, _: float) -> float:
    return _HIGH if share.of <= TEN else _HIGH * TEN / share.of


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    high, y = box.h, box.middle[1]
    step = (box.w - high) / max(share.of - 1, 1)
    places = [box.x + high / 2 + step * number for number in range(share.of)]
    if dress.rtl:
        places = [box.x + box.right - x for x in places]
    today = places[max(round(share.part) - 1, 0)]
    line, small = high * _LINE, high * _SMALL / 2
    left, right = sorted((places[0], places[-1]))
    yield Fill(Box(left, y - line / 2, right - left, line), dress.rest)
    for number, x in enumerate(places, 1):
        if x == today:
            continue
        if number < share.part:
            yield Path(disc((x, y), small), dress.lit)
        else:
            yield Path(disc((x, y), small), dress.ground)
            yield Path(hoop((x, y), small - line / 2, line), dress.rest)
    yield Path(disc((today, y), high / 2), dress.lit)


FORM = Form(_draw, _height, parts="each", of_whole=False)
