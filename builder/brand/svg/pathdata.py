"""Path data as absolute moves, lines, cubics and closings (SVG 2, 9.3)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from builder.brand.svg.numbers import NUMBER
from builder.geometry.box import Command, Point

_LETTER = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
_VALUE = re.compile(rf"[\s,]*({NUMBER})")
_FLAG = re.compile(r"[\s,]*([01])")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_MOST = 60_000  # steps
_ARC_FLAGS = (3, 4)
_PIECE = math.pi / 5  # of an arc, as one cubic: off by about a millionth of the radius


def path_commands(data: str) -> list[Command]:
    """The steps of a path; ValueError says at which character it cannot be read."""
    return [step for part in path_parts(data) for step in part]


def path_parts(data: str) -> list[list[Command]]:
    """The same, apart for each letter: an arc is several steps, what follows a closing begins with a move."""
    pen, parts = _Pen(), list[list[Command]]()
    for letter, values in _steps(data):
        done = len(pen.commands)
        pen.go(letter, values)
        parts.append(pen.commands[done:])
        if len(pen.commands) > _MOST:
            raise ValueError(f"path data has more than {_MOST:,} steps")
    return parts


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each letter with its numbers; a letter that is left out is the one before (a move's are lines)."""
    at, end, letter = 0, len(data.rstrip(" \t\r\n,")), ""
    while at < end:
        if found := _LETTER.match(data, at):
            if not letter and found[1] not in "Mm":
                raise ValueError("path data does not begin with M")
            letter, at = found[1], found.end()
        elif not letter or letter in "Zz":
            raise _unreadable(data, at)
        values = []
        for place in range(_COUNT[letter.upper()]):
            number = (_FLAG if letter in "Aa" and place in _ARC_FLAGS else _VALUE).match(data, at)
            if not number:
                raise _unreadable(data, at)
            values.append(float(number[1]))
            at = number.end()
        yield letter, values
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _unreadable(data: str, at: int) -> ValueError:
    at += len(data[at:]) - len(data[at:].lstrip(" \t\r\n,"))
    return ValueError(f"path data cannot be read at character {at + 1}")


class _Pen:
    """Draws steps, and knows where it is."""

    def __init__(self) -> None:
        self.commands: list[Command] = []
        self._x = self._y = 0.0
        self._start: Point = (0.0, 0.0)
        self._last = ""
        self._control: Point = (0.0, 0.0)

    def go(self, letter: str, values: list[float]) -> None:
        """Draw a step."""
        kind = letter.upper()
        if kind != "M" and self._last == "Z" and kind != "Z":
            self.commands.append(("M", *self._start))
        values = self._absolute(kind, values) if letter.islower() else values
        if kind == "Z":
            self.commands.append(("Z",))
            self._x, self._y = self._start
        else:
            getattr(self, f"_{kind}")(*values)
        self._last = kind

    def _absolute(self, kind: str, values: list[float]) -> list[float]:
        x, y = self._x, self._y
        if kind == "V":
            return [values[0] + y]
        if kind == "A":
            return [*values[:5], values[5] + x, values[6] + y]
        return [value + (y if place % 2 else x) for place, value in enumerate(values)]

    def _M(self, x: float, y: float) -> None:  # noqa: N802  letters of path data differ by their case
        self.commands.append(("M", x, y))
        self._x, self._y = self._start = x, y

    def _L(self, x: float, y: float) -> None:  # noqa: N802
        self.commands.append(("L", x, y))
        self._x, self._y = x, y

    def _H(self, x: float) -> None:  # noqa: N802
        self._L(x, self._y)

    def _V(self, y: float) -> None:  # noqa: N802
        self._L(self._x, y)

    def _C(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:  # noqa: N802
        self.commands.append(("C", x1, y1, x2, y2, x, y))
        self._control, self._x, self._y = (x2, y2), x, y

    def _S(self, x2: float, y2: float, x: float, y: float) -> None:  # noqa: N802
        self._C(*self._mirrored("CS"), x2, y2, x, y)

    def _Q(self, x1: float, y1: float, x: float, y: float) -> None:  # noqa: N802
        self.commands.append(raised((self._x, self._y), (x1, y1), (x, y)))
        self._control, self._x, self._y = (x1, y1), x, y

    def _T(self, x: float, y: float) -> None:  # noqa: N802
        self._Q(*self._mirrored("QT"), x, y)

    def _A(  # noqa: N802
        self, rx: float, ry: float, turn: float, large: float, sweep: float, x: float, y: float
    ) -> None:
        self.commands += arc((self._x, self._y), (rx, ry, turn), (bool(large), bool(sweep)), (x, y))
        self._x, self._y = x, y

    def _mirrored(self, kinds: str) -> Point:
        """The control point of a smooth step, which mirrors that of the step before."""
        if self._last not in kinds or not self._last:
            return (self._x, self._y)
        return (2 * self._x - self._control[0], 2 * self._y - self._control[1])


def raised(start: Point, control: Point, end: Point) -> Command:
    """A quadratic curve as the cubic that is the same."""
    (x, y), (qx, qy), (ex, ey) = start, control, end
    one = (x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3)
    two = (ex + (qx - ex) * 2 / 3, ey + (qy - ey) * 2 / 3)
    return ("C", *one, *two, ex, ey)


def arc(
    start: Point, radii: tuple[float, float, float], flags: tuple[bool, bool], end: Point
) -> list[Command]:
    """An elliptic arc as cubics; radii and the turn, then large and sweep (SVG 2, B.2.4)."""
    rx, ry, turn = abs(radii[0]), abs(radii[1]), math.radians(radii[2])
    if start == end:
        return []
    if not rx or not ry:
        return [("L", *end)]
    (x, y), (ex, ey), (large, sweep) = start, end, flags
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (x - ex) / 2, (y - ey) / 2
    px, py = cos * dx + sin * dy, cos * dy - sin * dx
    over = max(1.0, math.hypot(px / rx, py / ry))
    rx, ry = rx * over, ry * over
    down = (rx * py) ** 2 + (ry * px) ** 2
    k = math.sqrt(max(0.0, ((rx * ry) ** 2 - down) / down)) * (-1 if large == sweep else 1)
    qx, qy = k * rx * py / ry, -k * ry * px / rx
    middle = (cos * qx - sin * qy + (x + ex) / 2, sin * qx + cos * qy + (y + ey) / 2)
    first = math.atan2((py - qy) / ry, (px - qx) / rx)
    angle = math.atan2((-py - qy) / ry, (-px - qx) / rx) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    axes = (cos * rx, sin * rx, -sin * ry, cos * ry, *middle)
    return _pieces(axes, first, angle, end)


def _pieces(
    axes: tuple[float, float, float, float, float, float], first: float, angle: float, end: Point
) -> list[Command]:
    a, b, c, d, e, f = axes
    count = max(1, math.ceil(abs(angle) / _PIECE - 1e-9))
    step = angle / count
    k = 4 / 3 * math.tan(step / 4)

    def at(u: float, v: float) -> Point:
        return (a * u + c * v + e, b * u + d * v + f)

    steps: list[Command] = []
    for number in range(count):
        u, v = first + number * step, first + (number + 1) * step
        one = at(math.cos(u) - k * math.sin(u), math.sin(u) + k * math.cos(u))
        two = at(math.cos(v) + k * math.sin(v), math.sin(v) - k * math.cos(v))
        stop = end if number == count - 1 else at(math.cos(v), math.sin(v))
        steps.append(("C", *one, *two, *stop))
    return steps
