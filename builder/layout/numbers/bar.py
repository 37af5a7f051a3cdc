"""A bar that is filled so far."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.numbers.form import Dress, Form, Share

_HIGH = 0.09  # of its width
_THIN = 0.22  # of its height: what is not filled


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    thin = box.h * _THIN
    yield Path(rounded(Box(box.x, box.y + (box.h - thin) / 2, box.w, thin), thin / 2), dress.rest)
    if share.part:
        width = box.w * share.share
        x = box.right - width if dress.rtl else box.x
        yield Path(rounded(Box(x, box.y, width, box.h), box.h / 2), dress.lit)


FORM = Form(_draw, lambda *_: _HIGH)
