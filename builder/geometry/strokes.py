"""Lines as outlines to be filled: in dashes, in dots, or as a brush leaves them, in every writer alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil, dist, fsum, hypot, pi, sin

from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import flattened, rounded
from builder.geometry.smooth import smooth
from builder.record import Record
from builder.seeded import Seeded

_FINE = 0.02  # of a line's width: how near a curve is followed
_CORNER = 0.6  # the cosine of a turn from which it is a corner: each side of it is a line of its own
_STATIONS = 2.5  # widths of a line from one of a brush's places to the next
_STATIONS_ROUND = 1.2  # the same where it comes back to its start, round corners that are soft
_MOST = 240  # places of a brush along a line
_FEWEST = 16
_WAVES = ((60.0, 0.4), (27.0, 0.4), (11.0, 0.13), (7.0, 0.13))  # widths of a line that one takes, its weight
_ROUND = 5.0  # widths of a line that a brush goes on beyond its start, where it comes back to it
_BEYOND = 0.9  # the same beyond a corner
_SWAY = 0.12  # of a line's width: how far a hand leaves it
_BRISTLES = 4  # that a brush ends in, side by side
_DRY = 7.0  # widths of a line, from where they part to its end
_LEVELS = 1 << 16  # of a chance


class Course(Record, dict=True):
    """A line to be drawn, in straight pieces so short that nobody sees them."""

    points: tuple[Point, ...]
    closed: bool = False
    corner: bool = False  # whether it is a side of something

    @property
    def reached(self) -> list[float]:
        """How far along it each point is."""
        return list(accumulate((dist(*pair) for pair in pairwise(self.points)), initial=0.0))

    @property
    def length(self) -> float:
        """From its start to its end."""
        return self.reached[-1]


def dashed(commands: Sequence[Command], width: float, dash: float, gap: float) -> tuple[Command, ...]:
    """Dashes along a line, as long as the last that fits makes them; without a length they are dots.

    A line that turns at a corner has a dash on each side of it.
    """
    steps = list[Command]()
    for course in _courses(commands, width):
        place, total = _Place(course), course.length
        for start, end in _spans(total, max(dash, width), gap, closed=course.closed):
            if dash <= width:
                x, y = place.at((start + end) / 2)[0]
                steps += rounded(Box(x - width / 2, y - width / 2, width, width), width / 2)
            else:
                steps += _sides(place, start, end, width)
    return tuple(steps)


def brushed(
    commands: Sequence[Command], width: float, uneven: float, seed: str, *, dry: bool = True
) -> tuple[Command, ...]:
    """A line as a brush leaves it: its width goes up and down, by so much of it, and it ends in bristles.

    One that is not `dry` ends where the line does. The same seed gives the same line.
    """
    steps = list[Command]()
    for number, course in enumerate(_courses(commands, width)):
        parts = dry and not (course.closed or course.corner)
        steps += _brushed(course, width, uneven, Seeded(seed, str(number)), dry=parts)
    return tuple(steps)


def _spans(total: float, dash: float, gap: float, *, closed: bool) -> Iterator[tuple[float, float]]:
    count = max(round((total + (0.0 if closed else gap)) / (dash + gap)), 1)
    whole = count * dash + (count if closed else count - 1) * gap
    dash, gap = dash * total / whole, gap * total / whole
    yield from ((number * (dash + gap), number * (dash + gap) + dash) for number in range(count))


def _sides(place: _Place, start: float, end: float, width: float) -> Iterator[Command]:
    """The outline of a part of a line, with square ends."""
    stations = [start, *(at for at in place.reached if start < at < end), end]
    points = _there_and_back([_apart(*place.at(at), width / 2) for at in stations])
    yield ("M", *points[0])
    yield from (("L", *point) for point in points[1:])
    yield ("Z",)


def _brushed(
    course: Course, width: float, uneven: float, chance: Seeded, *, dry: bool
) -> Iterator[Command]:
    course = _beyond(course, _BEYOND * width) if course.corner else course
    place, total = _Place(course), course.length + (_ROUND * width if course.closed else 0.0)
    apart = (_STATIONS_ROUND if course.closed else _STATIONS) * width
    count = min(max(ceil(total / apart), _FEWEST), _MOST)
    widths, sways = (_noise(chance, count, total / width) for _ in range(2))
    tail = min(_DRY * width, total / 4) if dry else 0.0
    halves = list[tuple[Point, Point]]()
    for number in range(count + 1):
        share = number / count
        thick = width / 2 * (1 + uneven * widths[number]) * _pressed(share * total, total, width)
        sway = _SWAY * uneven * width * sways[number] * min(4 * share, 4 * (1 - share), 1.0)
        point, across = place.at(share * (total - tail / 2))
        halves.append(_apart((point[0] + sway * across[0], point[1] + sway * across[1]), across, thick))
    yield from _round(_there_and_back(halves))
    for number in range(_BRISTLES if tail > width else 0):
        yield from _bristle(place, total, tail, width, (number + 0.5) / _BRISTLES * 2 - 1, chance)


def _bristle(
    place: _Place, total: float, dry: float, width: float, lane: float, chance: Seeded
) -> Iterator[Command]:
    """A thin line in a lane across the end of a stroke, from -1 to 1."""
    start, end = total - dry * (0.9 + 0.3 * _share(chance)), total - dry * 0.75 * _share(chance) ** 2
    off, thick = lane * width * 0.42, width * (0.06 + 0.07 * _share(chance))
    halves = list[tuple[Point, Point]]()
    for number, share in enumerate((0.5, 0.8, 1.0, 0.7, 0.12)):
        (x, y), (across, down) = place.at(start + (end - start) * number / 4)
        halves.append(_apart((x + off * across, y + off * down), (across, down), thick * share))
    yield from _round(_there_and_back(halves))


def _pressed(at: float, total: float, width: float) -> float:
    """How hard a brush is pressed: it is set down within a width, and lifted over several."""
    down, up = at / (1.5 * width), (total - at) / min(6 * width, total / 4)
    return min(0.45 + 0.55 * down, 0.3 + 0.7 * up, 1.0)


def _noise(chance: Seeded, count: int, long: float) -> list[float]:
    """Numbers from -1 to 1 that go up and down softly along a line, so many widths long."""
    waves = [(weight, 2 * pi * long / wave / count, 2 * pi * _share(chance)) for wave, weight in _WAVES]
    return [
        fsum(weight * sin(step * number + phase) for weight, step, phase in waves)
        for number in range(count + 1)
    ]


def _share(chance: Seeded) -> float:
    return chance.below(_LEVELS) / (_LEVELS - 1)


def _round(points: Sequence[Point]) -> Iterator[Command]:
    """A closed curve through points, without corners."""
    yield from smooth([*points, points[0]])
    yield ("Z",)


def _there_and_back(halves: Sequence[tuple[Point, Point]]) -> list[Point]:
    """Along the left side of a line, and back along the right."""
    return [*(left for left, _ in halves), *(right for _, right in reversed(halves))]


def _apart(point: Point, across: Point, half: float) -> tuple[Point, Point]:
    (x, y), (dx, dy) = point, across
    return (x + dx * half, y + dy * half), (x - dx * half, y - dy * half)


class _Place:
    """Finds places along a line; beyond its end it goes on from its start, or straight on."""

    def __init__(self, course: Course) -> None:
        self.points, self.closed, self.reached = course.points, course.closed, course.reached

    def at(self, along: float) -> tuple[Point, Point]:
        """A place, and which way is across the line there: a step of 1, to its left."""
        if self.closed and along > self.reached[-1]:
            along -= self.reached[-1]
        number = min(max(bisect_right(self.reached, along) - 1, 0), len(self.points) - 2)
        (x0, y0), (x1, y1) = self.points[number : number + 2]
        length = hypot(x1 - x0, y1 - y0)
        share, dx, dy = (along - self.reached[number]) / length, (x1 - x0) / length, (y1 - y0) / length
        return (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share), (dy, -dx)


def _courses(commands: Sequence[Command], width: float) -> Iterator[Course]:
    """The lines of a curve, parted at its corners."""
    for polygon in flattened(commands, _FINE * width):
        points = [point for point, after in pairwise(polygon) if dist(point, after) > 1e-9]
        points.append(polygon[-1])
        closed = dist(points[0], points[-1]) < 1e-9
        corners = _corners(points)
        if closed and (corners or _is_corner(points[-2], points[0], points[1])):
            start = corners[0] if corners else 0
            points = [*points[start:-1], *points[: start + 1]]
            yield from (Course(side, corner=True) for side in _sides_of(points, _corners(points)))
        else:
            yield from (Course(side, closed, bool(corners)) for side in _sides_of(points, corners))


def _corners(points: Sequence[Point]) -> list[int]:
    return [number for number in range(1, len(points) - 1) if _is_corner(*points[number - 1 : number + 2])]


def _sides_of(points: Sequence[Point], corners: Sequence[int]) -> Iterator[tuple[Point, ...]]:
    yield from (tuple(points[first : last + 1]) for first, last in pairwise([0, *corners, len(points) - 1]))


def _beyond(course: Course, length: float) -> Course:
    """The same, so much longer at both ends."""
    ends = [(course.points[0], course.points[1]), (course.points[-1], course.points[-2])]
    first, last = (
        (x + (x - x1) / dist((x, y), (x1, y1)) * length, y + (y - y1) / dist((x, y), (x1, y1)) * length)
        for (x, y), (x1, y1) in ends
    )
    return Course((first, *course.points, last), course.closed, course.corner)


def _is_corner(before: Point, at: Point, after: Point) -> bool:
    one, other = (at[0] - before[0], at[1] - before[1]), (after[0] - at[0], after[1] - at[1])
    along = one[0] * other[0] + one[1] * other[1]
    return along < _CORNER * hypot(*one) * hypot(*other)
