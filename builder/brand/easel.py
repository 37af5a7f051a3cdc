"""What draws pixels for a brand while it is read, which knows no renderer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from builder.brand.identity import Art
from builder.record import Record

if TYPE_CHECKING:
    from builder.brand.effects.layer import Pixels

FINENESS = 1600  # px: the longer side of what is drawn as a picture, which is 135 mm in print


class Easel(Record):
    """A drawing as pixels with alpha, so many wide and high, and such pixels as a PNG."""

    draw: Callable[[Art, int, int], Pixels]
    png: Callable[[Pixels], bytes]
