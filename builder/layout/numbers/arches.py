"""Arches in a row, of which the one that is reached is tall and holds a disc."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import contrast
from builder.content.frame import Item, Path
from builder.geometry.arcs import disc
from builder.geometry.box import Box
from builder.geometry.curves import arched
from builder.layout.numbers.form import Dress, Form, Share

_APART = 0.14  # of an arch's width: the room between two
_TALL, _OTHERS = 1.9, 1.1  # of its width: how high an arch is
_DISC, _BEAD = 0.33, 0.17  # of its width: the radius of what it holds
_SEEN = 2.0  # to one: the least contrast of a disc that its size tells of too


def _arch_width(share: Share) -> float:
    """Of the width of all."""
    return 1 / (share.of + _APART * (share.of - 1))


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    wide = box.w * _arch_width(share)
    today = dress.ink if contrast(dress.ink, dress.lit) >= _SEEN else dress.ground
    for number in range(share.of):
        place = share.of - 1 - number if dress.rtl else number
        is_today = number + 1 == round(share.part)
        high = wide * (_TALL if is_today else _OTHERS)
        arch = Box(box.x + wide * (1 + _APART) * place, box.bottom - high, wide, high)
        yield Path(arched(arch), dress.lit)
        at = (arch.middle[0], arch.y + wide / 2)
        yield Path(disc(at, wide * (_DISC if is_today else _BEAD)), today if is_today else dress.ground)


FORM = Form(_draw, lambda share, _: _TALL * _arch_width(share), parts="each", of_whole=False)
