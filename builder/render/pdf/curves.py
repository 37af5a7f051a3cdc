"""Curves as PDF's operators: as fine as they are seen, in as few characters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeGuard

from builder.color import Color
from builder.content.frame import Frame, Item, Path
from builder.geometry.box import Command, Point
from builder.render.parts import drawn

PAGE_DIGITS = 3  # of a length on a page, which is nobody's thumbnail
_FINEST = 0.125  # pt: twice what a curve drawn on paper may be off by
_MARK = "_"  # stands in no number
Place = tuple[Point, int, float]  # where a curve is traced from, its digits, and how many times as large
_MUCH = 100  # steps of curves that are worth keeping, for to look for them takes time too
_LONG = 100  # steps of a curve that is stored once, wherever thumbnails show it: the words of a logo
_UNITS = 4000  # in the width of such a curve: as fine as its largest picture, half a page wide, shows it


def is_long(item: Item) -> TypeGuard[Path]:
    """Whether it is a plain curve so long that frames had better have it in common."""
    if not isinstance(item, Path) or len(item.commands) <= _LONG:
        return False
    return isinstance(item.fill, Color) and item.stroke is None


def traces_of(frame: Frame, scale: float, *, once: bool) -> Iterator[str]:
    """The curves of a frame's paths, no finer than `scale` shows; art that was traced before is kept.

    Long ones that are stored `once` are traced from where they start, in `units` of their own: so they are
    alike wherever they are, and however large.
    """
    paths = tuple(item for item in frame.items if isinstance(item, Path))
    digits = max(math.ceil(math.log10(scale / _FINEST)), 0)
    whole = (0.0, frame.height), digits, 1.0
    places = tuple(_own(path) if once and is_long(path) else whole for path in paths)
    curves = tuple(path.commands for path in paths)
    if sum(map(len, curves)) < _MUCH:
        return (traced(curve, *place) for curve, place in zip(curves, places, strict=True))
    return iter(drawn(_art, curves, places).decode().split("\n"))


def units(path: Path) -> float:
    """How many of its own units a long curve has in one of its frame."""
    return _UNITS / (path.hull.w or 1.0)


def _own(path: Path) -> Place:
    return path.commands[0][1:], 0, units(path)


def _art(curves: tuple[tuple[Command, ...], ...], places: tuple[Place, ...]) -> bytes:
    """The curves, a line each."""
    return "\n".join(traced(curve, *place) for curve, place in zip(curves, places, strict=True)).encode()


def traced(commands: Sequence[Command], origin: Point, digits: int, by: float = 1.0) -> str:
    """A curve as PDF writes it, to so many digits after the point; no number ends in zeros.

    `origin` (y downwards) becomes PDF's: the foot of the page at its left, or where the curve starts. From
    there, all is so many times as large.
    """
    left, foot = origin
    forms, numbers = list[str](), list[float]()
    for step in commands:
        forms.append(_form(step[0], digits))
        if step[0] == "C":
            x, y, u, v, s, t = step[1:]
            numbers += x - left, foot - y, u - left, foot - v, s - left, foot - t
        elif step[0] != "Z":
            numbers += step[1] - left, foot - step[2]
    if by != 1.0:
        numbers = [number * by for number in numbers]
    return _shortened(" ".join(forms) % tuple(numbers), digits)


def _shortened(text: str, digits: int) -> str:
    """Numbers of so many digits after the point, each with a blank behind it, without zeros at their ends."""
    if not digits:
        return text.replace("-0 ", "0 ")
    text = text.replace(f".{'0' * digits} ", f"{_MARK} ")  # so that zeros before the point stay
    for zeros in range(digits - 1, 0, -1):
        text = text.replace(f"{'0' * zeros} ", " ")
    return text.replace(f"-0{_MARK}", "0").replace(_MARK, "")


@cache
def _form(name: str, digits: int) -> str:
    """How a step is written."""
    numbers = {"C": 6, "Z": 0}.get(name, 2)
    return " ".join([f"%.{digits}f"] * numbers + ["h" if name == "Z" else name.lower()])
