"""Whether a path may cross itself so often that resolving it takes long: known before it is tried."""

from __future__ import annotations

from collections.abc import Sequence

from builder.geometry.box import Command

_MOST = 50_000  # pairs of pieces whose boxes meet; a pair of curves is worth four of lines
_WIDEST = 4_000  # pieces that lie over one another at once


def may_cross(commands: Sequence[Command]) -> bool:
    """Whether more pairs of pieces meet than are resolved."""
    if len(commands) ** 2 * 2 <= _MOST:
        return False
    live: list[tuple[float, float, float, float, int]] = []
    count = 0
    for box in sorted(_boxes(commands)):
        left, _, top, bottom, weight = box
        live = [other for other in live if other[1] >= left]
        count += weight * sum(other[4] for other in live if other[2] <= bottom and other[3] >= top)
        live.append(box)
        if count > _MOST or len(live) > _WIDEST:
            return True
    return False


def _boxes(commands: Sequence[Command]) -> list[tuple[float, float, float, float, int]]:
    """Left, right, top and bottom of each piece, and its weight."""
    boxes = []
    pen: tuple[float, ...] = (0.0, 0.0)
    for step in commands:
        if step[0] in "LC":
            xs, ys = (pen[0], *step[1::2]), (pen[1], *step[2::2])
            boxes.append((min(xs), max(xs), min(ys), max(ys), 2 if step[0] == "C" else 1))
        pen = step[-2:] if len(step) > 1 else pen
    return boxes
