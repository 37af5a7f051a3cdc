"""A photograph shown as many times as a whole has parts, of which so many are lit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, log

from builder.brand.photouse import Copies
from builder.color import Color
from builder.content.frame import Picture
from builder.geometry.box import Box
from builder.layout.crops import crop, lost
from builder.layout.numbers.form import Form, Share, shown
from builder.record import replace

_FORM = Form(lambda *_: (), lambda *_: 1.0, parts="ten")  # up to ten, so that the eye counts them
# How far from the ground to its words what is not lit is, dark and light: the picture is a ghost in it.
_DIM = (0.08, 0.26)
_LIT = 0.3  # how far the darks of what is lit are from its dark to its light, where it is in a tone
_EMPTY = 1.3  # what a place that no copy takes costs, beside copies that are far from square


def repeated(
    picture: Picture,
    share: Share | None,
    copies: Copies,
    look: Sequence[Color],
    short: float,
    focus: Box,
    rtl: bool,
) -> tuple[Picture, ...]:
    """A picture for each part, each with what matters of it; one picture without a share.

    Those that are lit come first, as one reads; the others are in a tone of the ground. They stand as near
    to squares as the least of what matters is cut. `look` is the ground and the colour of words on it. A
    share that takes more than ten parts is not drawn: that would be another share.
    """
    drawn = shown(share, _FORM) if share else None
    if drawn is None or not 0 < drawn.part < drawn.of:
        return (picture,)
    ground, words = look
    tone = tuple(ground.mix(words, dim) for dim in _DIM)
    rest, lit = replace(picture, tone=tone), replace(picture, tone=_shining(picture.tone))
    grids = (
        tuple(
            replace(lit if number < drawn.part else rest, box=box, crop=crop(picture.image, box, focus))
            for number, box in enumerate(boxes)
        )
        for boxes in grids_of(picture.box, drawn.of, copies.gap * short, rtl)
    )
    first, *others = min(grids, key=lambda grid: max(lost(each, focus, each.box) for each in grid))
    return (first, *(replace(each, alt="") for each in others))


def grids_of(box: Box, count: int, gap: float, rtl: bool) -> Iterator[tuple[Box, ...]]:
    """Equal places in rows that fill a box, in reading order; first those that are nearest to squares."""
    sizes = ((ceil(count / rows), rows) for rows in range(1, count + 1))
    for across, down in sorted(sizes, key=_cost(box, count)):
        wide, high = (box.w - gap * (across - 1)) / across, (box.h - gap * (down - 1)) / down
        columns = [box.x + number * (wide + gap) for number in range(across)]
        starts = columns[::-1] if rtl else columns
        rows = [box.y + number * (high + gap) for number in range(down)]
        yield tuple(Box(x, y, wide, high) for y in rows for x in starts)[:count]


def _cost(box: Box, count: int) -> Callable[[tuple[int, int]], float]:
    def cost(grid: tuple[int, int]) -> float:
        across, down = grid
        return abs(log(box.w * down / (across * box.h))) + _EMPTY * (across * down - count)

    return cost


def _shining(tone: Sequence[Color]) -> tuple[Color, ...]:
    if not tone:
        return ()
    dark, *between, light = tone
    return (dark.mix(light, _LIT), *between, light)
