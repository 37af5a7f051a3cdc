"""Rules one above another, so many of them thick: the lowest, as what counts stands on the ground."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.layout.numbers.form import Dress, Form, Share

_RATIO = 0.9  # of its width: how high they are together
_GAP = 0.16  # of what each takes: the room between two thick ones
_THIN = 0.2  # of a thick one's height: the others


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    step = box.h / (share.of - _GAP)  # the last has no gap below
    thick = step * (1 - _GAP)
    for number in range(share.of):
        lit = number >= share.of - share.part
        high = thick if lit else thick * _THIN
        top = box.y + number * step + (thick - high) / 2
        yield Path(outline_of(Box(box.x, top, box.w, high)), dress.lit if lit else dress.rest)


FORM = Form(_draw, lambda *_: _RATIO, parts="tenths")
