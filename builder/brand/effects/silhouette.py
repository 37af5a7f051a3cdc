"""Where a picture has anything, roughly: what words keep clear of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from builder.brand.effects.layer import Area, Pixels

_CELL = 16  # px


def silhouette(pixels: Pixels) -> Iterator[Area]:
    """Rectangles that touch and together hold all that is seen of a picture, each a row of cells."""
    height, width = pixels.shape[:2]
    seen = np.zeros((-(-height // _CELL) * _CELL, -(-width // _CELL) * _CELL), np.bool_)
    seen[:height, :width] = pixels[..., 3] > 0
    cells: NDArray[np.bool_] = np.any(seen.reshape(seen.shape[0] // _CELL, _CELL, -1, _CELL), axis=(1, 3))
    for row in range(len(cells)):
        edges = np.flatnonzero(np.diff(np.concatenate([[False], cells[row], [False]]).astype(np.int8)))
        for left, right in edges.reshape(-1, 2).tolist():
            top, bottom = row * _CELL, min((row + 1) * _CELL, height)
            yield left * _CELL, top, min(right * _CELL, width), bottom
