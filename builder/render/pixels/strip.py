"""Many small outlines drawn above each other, so that FreeType is asked once for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from builder.render.pixels.coverage import Mask, covered, rastered
from builder.render.pixels.outline import GRID, Outline

# FreeType's rasteriser looks through a row's edges for each new one, so that outlines beside each other
# take longer, and through all points for each band of rows. Its numbers end at 32,767.
_POINTS, _TALLEST = 1_000, 16_000


def covered_each(outlines: Sequence[Outline]) -> list[Mask | None]:
    """The coverage of each outline in px, just as if it were drawn alone; None if it has none."""
    masks: list[Mask | None] = [None] * len(outlines)
    inked = [number for number, outline in enumerate(outlines) if len(outline.points)]
    if inked:
        for number, mask in zip(inked, _drawn([outlines[number] for number in inked]), strict=True):
            masks[number] = mask
    return masks


def _drawn(outlines: Sequence[Outline]) -> Iterator[Mask | None]:
    points = np.concatenate([outline.points for outline in outlines])
    counts = [len(outline.points) for outline in outlines]
    firsts = [0, *accumulate(counts)]
    low = np.floor(np.minimum.reduceat(points, firsts[:-1])).astype(np.int64)
    high = np.ceil(np.maximum.reduceat(points, firsts[:-1])).astype(np.int64)
    grid = np.rint(points * 64).astype(GRID)
    grid[:, 0] -= np.repeat(low[:, 0] * 64, counts)
    grid[:, 1] = np.repeat(high[:, 1] * 64, counts) - grid[:, 1]  # FreeType's y grows upwards
    corners, sizes = low.tolist(), (high - low).tolist()
    for one, end in _parted(counts, [height for _, height in sizes]):
        together = outlines[one:end]
        try:
            alphas = _strip(together, grid[firsts[one] : firsts[end]], sizes[one:end])
        except ValueError:  # too much for FreeType at once
            yield from map(covered, together)
            continue
        for (left, top), alpha in zip(corners[one:end], alphas, strict=True):
            yield Mask(left, top, alpha) if alpha.size else None


def _parted(counts: Sequence[int], heights: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first of those that are drawn together, and past the last."""
    first, points, down = 0, 0, 0
    for number, (count, height) in enumerate(zip(counts, heights, strict=True)):
        if number > first and (points + count > _POINTS or down + height > _TALLEST):
            yield first, number
            first, points, down = number, 0, 0
        points, down = points + count, down + height
    yield first, len(counts)


def _strip(
    outlines: Sequence[Outline], grid: NDArray[Any], sizes: Sequence[Sequence[int]]
) -> list[NDArray[np.uint8]]:
    """The coverage of outlines, each on a grid of its own that begins at 0, from one strip."""
    firsts = [0, *accumulate(len(outline.points) for outline in outlines)]
    feet = [0, *accumulate(height for _, height in sizes)]
    moved = grid.copy()
    for first, last, foot in zip(firsts, firsts[1:], feet, strict=False):
        moved[first:last, 1] += foot * 64
    ends = np.concatenate([outline.ends + first for outline, first in zip(outlines, firsts, strict=False)])
    tags = np.concatenate([outline.tags for outline in outlines])
    size = max(width for width, _ in sizes), feet[-1]
    alpha = rastered(Outline(moved, tags, ends), moved, size)[::-1]
    return [
        alpha[foot : foot + height, :width][::-1].copy()
        for (width, height), foot in zip(sizes, feet, strict=False)
    ]
