"""Many small outlines drawn beside each other, so that FreeType is asked once for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np

from builder.render.pixels.coverage import Mask, covered, rastered
from builder.render.pixels.outline import GRID, Outline

# FreeType's rasteriser gives up (error 98) where more than some thousand points lie beside each other,
# and its numbers end at 32,767.
_POINTS, _WIDEST = 500, 16_000


def covered_each(outlines: Sequence[Outline]) -> list[Mask | None]:
    """The coverage of each outline in px, just as if it were drawn alone; None if it has none."""
    masks: list[Mask | None] = [None] * len(outlines)
    for numbers in _parted(outlines):
        for number, mask in zip(numbers, _together([outlines[n] for n in numbers]), strict=True):
            masks[number] = mask
    return masks


def _parted(outlines: Sequence[Outline]) -> Iterator[list[int]]:
    """The numbers of those that are drawn together; what has no points is in none."""
    together, points, width = list[int](), 0, 0.0
    for number, outline in enumerate(outlines):
        own = outline.points
        if not len(own):
            continue
        across = float(np.ptp(own[:, 0])) + 2
        if together and (points + len(own) > _POINTS or width + across > _WIDEST):
            yield together
            together, points, width = [], 0, 0.0
        together.append(number)
        points, width = points + len(own), width + across
    if together:
        yield together


def _together(outlines: Sequence[Outline]) -> Iterable[Mask | None]:
    """Their coverage; those that are too much for FreeType at once are drawn one by one."""
    if len(outlines) == 1:
        return [covered(outlines[0])]
    try:
        return list(_drawn(outlines))
    except ValueError:
        return [covered(outline) for outline in outlines]


def _drawn(outlines: Sequence[Outline]) -> Iterator[Mask | None]:
    """Their coverage from one strip, on whose foot they all stand."""
    counts = [len(outline.points) for outline in outlines]
    firsts = [0, *accumulate(counts)][:-1]
    points = np.concatenate([outline.points for outline in outlines])
    low = np.floor(np.minimum.reduceat(points, firsts)).astype(np.int64)
    high = np.ceil(np.maximum.reduceat(points, firsts)).astype(np.int64)
    widths, heights = (high - low).T.tolist()
    places = [0, *accumulate(widths)]
    grid = np.rint(points * 64).astype(GRID)
    grid[:, 0] += np.repeat((np.array(places[:-1]) - low[:, 0]) * 64, counts)
    grid[:, 1] = np.repeat(high[:, 1] * 64, counts) - grid[:, 1]  # FreeType's y grows upwards
    ends = np.concatenate([outline.ends + first for outline, first in zip(outlines, firsts, strict=True)])
    tags = np.concatenate([outline.tags for outline in outlines])
    alpha = rastered(Outline(points, tags, ends), grid, (places[-1], max(heights)))
    for (left, top), width, height, place in zip(low.tolist(), widths, heights, places, strict=False):
        own = alpha[len(alpha) - height :, place : place + width]
        yield Mask(left, top, own.copy()) if own.size else None
