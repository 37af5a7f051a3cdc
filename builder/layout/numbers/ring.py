"""A ring of which a part is thick; the figure stands in it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.arcs import band, hoop, slice_of
from builder.geometry.box import Box
from builder.layout.numbers.form import Dress, Form, Share

_THICK, _THIN = 0.15, 0.022  # of its width: what is lit, and the rest
_TOP = -90.0  # where it begins: clocks go the same way round in every language


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    width = min(box.w, box.h)
    middle, radius = box.middle, width * (1 - _THICK) / 2
    yield Path(hoop(middle, radius, width * _THIN), dress.rest)
    if share.share >= 1:
        yield Path(hoop(middle, radius, width * _THICK), dress.lit)
    elif share.part:
        turn = 360 * share.share
        cap = math.degrees(width * _THICK / 2 / radius)
        if turn < 2 * cap:  # less than its two round ends
            yield Path(slice_of(middle, radius, width * _THICK, _TOP, _TOP + turn), dress.lit)
        else:
            yield Path(band(middle, radius, width * _THICK, _TOP + cap, _TOP + turn - cap), dress.lit)


FORM = Form(_draw, lambda *_: 1.0, hole=Box(0.22, 0.3, 0.56, 0.4))
