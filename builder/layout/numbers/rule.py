"""A rule that is thick so far: a bar with square ends, for designs that are made of rules."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.layout.numbers.form import Dress, Form, Share

_HIGH = 0.12  # of its width
_THIN = 0.08  # of its height: what is not filled, on which the rest stands


def _draw(share: Share, box: Box, dress: Dress) -> Iterator[Item]:
    thin = box.h * _THIN
    yield Path(outline_of(Box(box.x, box.bottom - thin, box.w, thin)), dress.rest)
    if share.part:
        width = box.w * share.share
        x = box.right - width if dress.rtl else box.x
        yield Path(outline_of(Box(x, box.y, width, box.h)), dress.lit)


FORM = Form(_draw, lambda *_: _HIGH)
