"""A ring of which a part is thick; the figure stands in it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.arcs import arc, band, disc, hoop, slice_of
from builder.geometry.box import Box, Point
from builder.layout.numbers.form import Dress, Form, Share
from builder.layout.strokes import drawn_line

_THICK, _THIN = 0.15, 0.04  # of its width: what is lit, and the rest
_TOP = -90.0  # where it begins: clocks go the same way round in every language


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    width = min(box.w, box.h)
    middle, radius = box.middle, width * (1 - _THICK) / 2
    yield _track(middle, radius, width * _THIN, dress)
    if dress.stroke and dress.stroke.brush and share.part:
        part = arc(middle, radius, _TOP, _TOP + 360 * min(share.share, 1.0))
        yield drawn_line(part, width * _THICK, dress.lit, dress.stroke, dry=False)
    elif share.share >= 1:
        yield Path(hoop(middle, radius, width * _THICK), dress.lit)
    elif share.part:
        turn = 360 * share.share
        cap = math.degrees(width * _THICK / 2 / radius)
        if turn < 2 * cap:  # less than its two round ends
            yield Path(slice_of(middle, radius, width * _THICK, _TOP, _TOP + turn), dress.lit)
        else:
            yield Path(band(middle, radius, width * _THICK, _TOP + cap, _TOP + turn - cap), dress.lit)


def _track(middle: Point, radius: float, weight: float, dress: Dress) -> Path:
    """What is not lit, all round."""
    if dress.stroke is None:
        return Path(hoop(middle, radius, weight), dress.rest)
    return drawn_line(disc(middle, radius), weight, dress.rest, dress.stroke)


FORM = Form(_draw, lambda *_: 1.0, hole=Box(0.2, 0.3, 0.6, 0.4))
