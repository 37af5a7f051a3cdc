"""The sizes of a stack's lines in a width: each as wide as that, and all no higher than they may be."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, inf, log
from typing import NamedTuple

from builder.layout.cards.textbox import AIR, CAP
from builder.text.stacks import MOST_UNLIKE, Level, Stack

_SENSE = 0.62  # how much of the ink's area, in logarithms, a cost of 1 to the sense is worth
_HALVINGS = 12
_BELOW = 0.18  # of the larger size: at the least between letters on a baseline and the ink of the line below


class Sized(NamedTuple):
    """A stack in a width: each line's size and baseline, from its top."""

    stack: Stack
    sizes: tuple[float, ...]
    baselines: tuple[float, ...]
    height: float


class Limits(NamedTuple):
    """The smallest and the largest size of a line, the most height of all, and how far lines stand apart."""

    least: float
    most: float
    height: float
    leading: float


def best_stack(found: Sequence[Stack], width: float, limits: Limits) -> Sized | None:
    """The stack that has most for its cost, looked for where most may be hoped for."""
    best: tuple[float, Sized | None] = (-inf, None)
    hopes = [(_worth(_full(stack.lines, width, limits), width, limits, stack), stack) for stack in found]
    for hope, stack in sorted(hopes, key=lambda each: -each[0]):
        if hope <= best[0]:
            break
        sized = _set(stack, width, limits)
        if sized is not None:
            worth = _worth(sized.sizes, width, limits, stack)
            best = max(best, (worth, sized), key=lambda each: each[0])
    return best[1]


def lowest_stack(found: Sequence[Stack], width: float, limits: Limits) -> Sized | None:
    """The stack that is lowest with its letters as small as they may be, whatever height there is."""
    limits = limits._replace(most=limits.least, height=inf)
    sized = (each for each in (_set(stack, width, limits) for stack in found) if each)
    return min(sized, key=lambda each: (each.height, each.stack.cost), default=None)


def _worth(sizes: Sequence[float], width: float, limits: Limits, stack: Stack) -> float:
    """The ink's area, no more than there is room for, less what the breaks cost."""
    lines = zip(stack.lines, sizes, strict=True)
    area = fsum(line.width * size * size * limits.leading for line, size in lines)
    return log(max(min(area, width * limits.height), 1e-9)) - _SENSE * stack.cost


def _full(lines: Sequence[Level], width: float, limits: Limits) -> tuple[float, ...]:
    """Each line's size as wide as the box; the largest are held to what suits the smallest."""
    sizes = [width / max(line.width, 1e-6) for line in lines]
    top = min(MOST_UNLIKE * min(sizes), limits.most)
    large = max((size for line, size in zip(lines, sizes, strict=True) if not line.small), default=top)
    return tuple(
        min(size, top, large) if line.small else min(size, top)
        for line, size in zip(lines, sizes, strict=True)
    )


def _set(stack: Stack, width: float, limits: Limits) -> Sized | None:
    """A stack no higher than it may be: where that runs out, the largest lines give way first."""
    sizes = _full(stack.lines, width, limits)
    if min(sizes) < limits.least:
        return None
    top = max(sizes)
    if _heights(stack.lines, sizes, limits.leading)[1] > limits.height:
        low, high = 0.0, top
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            held = tuple(min(size, middle) for size in sizes)
            fits = _heights(stack.lines, held, limits.leading)[1] <= limits.height
            low, high = (middle, high) if fits else (low, middle)
        top = low
    if top < limits.least:
        return None
    sizes = tuple(min(size, top) for size in sizes)
    return Sized(stack, sizes, *_heights(stack.lines, sizes, limits.leading))


def _heights(
    lines: Sequence[Level], sizes: Sequence[float], leading: float
) -> tuple[tuple[float, ...], float]:
    """The baselines from the top of the first line's ink, and the height of all."""
    down = lines[0].up * sizes[0]
    baselines = [down]
    for above, size_above, line, size in zip(lines, sizes, lines[1:], sizes[1:], strict=False):
        large = max(size, size_above)
        crowded = max(above.down * size_above + AIR * large, _BELOW * large) + line.up * size
        down += max((leading - max(CAP - line.up, 0.0)) * size, crowded)  # without capitals it comes closer
        baselines.append(down)
    return tuple(baselines), down + lines[-1].down * sizes[-1]
