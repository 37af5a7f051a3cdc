"""A gradient's pixels, in whole numbers: a strip of its colours, laid along its angle."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from builder.content.frame import Gradient
from builder.kept import kept
from builder.render.pixels.canvas import BACKS, Packed, packed

_ONE = 1 << 16  # 1 in the fixed point of places and angles
_ROWS = 16  # at a time: fewer are mostly calls, of more the places are no longer near at hand


@kept(BACKS, lambda _, pixels: pixels.nbytes)
def gradient(paint: Gradient, width: int, height: int) -> Packed:
    """The colours of a box, (height, width); the blend reaches just to its corners, as in CSS."""
    pixels = np.concatenate([rows for _, rows in bands(paint, width, height)])
    pixels.flags.writeable = False
    return pixels


def bands(paint: Gradient, width: int, height: int) -> Iterator[tuple[int, Packed]]:
    """The same, some rows at a time, each with the number of its first: a whole ground is not held twice."""
    cos, sin = (round(turn(math.radians(paint.angle)) * _ONE) for turn in (math.cos, math.sin))
    length = abs(width * cos) + abs(height * sin)
    stops = [(share, color.rgb) for share, color in paint.stops]
    strip = packed(strip_of(stops, max(-(-length // _ONE), 2)))
    across = (2 * np.arange(width, dtype=np.int64) + 1 - width) * cos
    down = (2 * np.arange(height, dtype=np.int64) + 1 - height) * sin + length
    for top in range(0, height, _ROWS):
        yield top, strip.take((down[top : top + _ROWS, None] + across) // (2 * _ONE), mode="clip")


def strip_of(given: Sequence[tuple[float, tuple[int, ...]]], count: int) -> NDArray[np.int64]:
    """As many colours as are asked for along stops, each that of its pixel's middle, in their channels."""
    at = (2 * np.arange(count, dtype=np.int64) + 1) * _ONE // (2 * count)
    stops = np.array([round(share * _ONE) for share, _ in given])
    colors = np.array([channels for _, channels in given], np.int64)
    after = np.clip(np.searchsorted(stops, at), 1, len(stops) - 1)
    low, high = stops[after - 1], stops[after]
    room = np.maximum(high - low, 1)
    share = np.clip(at - low, 0, room)
    mixed = colors[after - 1] * (room - share)[:, None] + colors[after] * share[:, None]
    strip: NDArray[np.int64] = (2 * mixed + room[:, None]) // (2 * room[:, None])
    return strip
