"""Shapes filled by the even-odd rule, rewound so that the non-zero rule fills the same."""

from __future__ import annotations

from collections.abc import Sequence

from builder.geometry.box import Command

Point = tuple[float, float]
_STEPS = 8  # chords a curve: enough to tell inside from outside


def rewound(commands: Sequence[Command]) -> tuple[Command, ...]:
    """The same curve with loops inside an odd number of others turned the other way round.

    Right for loops that do not cross one another, as letters, rings and windows are.
    """
    loops = _loops(commands)
    outlines = [_outline(loop) for loop in loops]
    turned = []
    for number, (loop, outline) in enumerate(zip(loops, outlines, strict=True)):
        others = (other for place, other in enumerate(outlines) if place != number)
        hole = sum(_inside(outline[0], other) for other in others) % 2 == 1
        turned += _reversed(loop) if (_area(outline) < 0) != hole else loop
    return tuple(turned)


def _loops(commands: Sequence[Command]) -> list[list[Command]]:
    loops: list[list[Command]] = []
    for command in commands:
        if command[0] == "M":
            loops.append([])
        loops[-1].append(command)
    return loops


def _outline(loop: Sequence[Command]) -> list[Point]:
    points: list[Point] = []
    for command in loop:
        ends = _points(command)
        if command[0] == "C":
            curve = (points[-1], *ends)
            points += [_at(curve, step / _STEPS) for step in range(1, _STEPS + 1)]
        else:
            points += ends
    return points


def _points(command: Command) -> list[Point]:
    numbers = command[1:]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _at(curve: Sequence[Point], t: float) -> Point:
    """The point at `t` (0 to 1) of a cubic Bézier curve."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, curve, strict=True))
    return (x, y)


def _area(outline: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, [*outline[1:], outline[0]], strict=True))


def _inside(point: Point, outline: Sequence[Point]) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _reversed(loop: Sequence[Command]) -> list[Command]:
    closed = loop[-1][0] == "Z"
    drawn = loop[:-1] if closed else loop
    turned: list[Command] = [("M", *_points(drawn[-1])[-1])]
    for command, before in zip(reversed(drawn[1:]), reversed(drawn[:-1]), strict=True):
        end = _points(before)[-1]
        if command[0] == "C":
            one, two, _ = _points(command)
            turned.append(("C", *two, *one, *end))
        else:
            turned.append(("L", *end))
    return [*turned, ("Z",)] if closed else turned
