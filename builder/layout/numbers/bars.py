"""Bars of one size one above another, so many of them full: the lowest, as what stands on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.geometry.pens import frame_of, outline_of
from builder.layout.numbers.form import Dress, Form, Share

_RATIO = 0.9  # of its width: how high they are together
_GAP = 0.2  # of what each takes: the room between two
_LINE = 0.09  # of a bar's height: how thick the outline of the others is drawn


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    step = box.h / (share.of - _GAP)  # the last has no gap below
    high = step * (1 - _GAP)
    for number in range(share.of):
        bar = Box(box.x, box.y + number * step, box.w, high)
        if number >= share.of - share.part:
            yield Path(outline_of(bar), dress.lit)
        else:
            yield Path(frame_of(bar, high * _LINE), dress.rest)


FORM = Form(_draw, lambda *_: _RATIO, parts="ten", stretches=True, otherwise="rule")
