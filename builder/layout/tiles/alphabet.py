"""The tiles, in a module of 1 by 1: what is drawn on its ground, from back to front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from builder.brand.tiles import Tile
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import rounded
from builder.geometry.pens import outline_of

Inked = Literal["ground", "figure", "third"]  # which of a tile's three colours
Figure = tuple[Inked, tuple[Command, ...]]

_K = 0.5522847498  # of the radius: how long the arms of a cubic are that comes closest to a quarter circle
_RINGS = (1.0, 0.66, 0.33)  # radii
_EYE = 0.2273  # the radius of a disc's eye
_BAR, _BARS = 0.125, (0.0, 0.25, 0.5, 0.75)
_DOT, _DOTS = 0.1, (0.2, 0.5, 0.8)


def _disc(at: Point, radius: float) -> tuple[Command, ...]:
    x, y = at
    return rounded(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def _quarter(radius: float) -> tuple[Command, ...]:
    """Round the corner at the start."""
    arm = radius * _K
    curve: Command = ("C", radius, arm, arm, radius, 0.0, radius)
    return (("M", 0.0, 0.0), ("L", radius, 0.0), curve, ("Z",))


def _half(top: float, up: bool) -> tuple[Command, ...]:
    """Half a disc of the module's width on a level line, above or below it."""
    way = -0.5 if up else 0.5
    arm, edge = way * _K, 0.5 * (1 - _K)
    return (
        ("M", 0.0, top),
        ("C", 0.0, top + arm, edge, top + way, 0.5, top + way),
        ("C", 1.0 - edge, top + way, 1.0, top + arm, 1.0, top),
        ("Z",),
    )


def _polygon(*points: Point) -> tuple[Command, ...]:
    (x, y), *others = points
    return (("M", x, y), *(("L", *point) for point in others), ("Z",))


def _together(*shapes: tuple[Command, ...]) -> tuple[Command, ...]:
    return tuple(step for shape in shapes for step in shape)


_LEAF = (
    ("M", 0.0, 0.0),
    ("C", _K, 0.0, 1.0, 1 - _K, 1.0, 1.0),
    ("C", 1 - _K, 1.0, 0.0, _K, 0.0, 0.0),
    ("Z",),
)

ALPHABET: Mapping[Tile, tuple[Figure, ...]] = {
    "quarter": (("figure", _quarter(1.0)),),
    "ring": (
        ("figure", _quarter(_RINGS[0])),
        ("ground", _quarter(_RINGS[1])),
        ("figure", _quarter(_RINGS[2])),
    ),
    "half": (("figure", _half(0.5, up=True)),),
    "halves": (("figure", _half(0.0, up=False)), ("third", _half(0.5, up=False))),
    "disc": (("figure", _disc((0.5, 0.5), 0.5)),),
    "eye": (("figure", _disc((0.5, 0.5), 0.5)), ("third", _disc((0.5, 0.5), _EYE))),
    "leaf": (("figure", _LEAF),),
    "triangle": (("figure", _polygon((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))),),
    "chevron": (
        ("figure", _polygon((0.0, 0.0), (0.5, 0.5), (1.0, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))),
    ),
    "bars": (("figure", _together(*(outline_of(Box(x, 0.0, _BAR, 1.0)) for x in _BARS))),),
    "dots": (("figure", _together(*(_disc((x, y), _DOT) for y in _DOTS for x in _DOTS))),),
    "split": (("figure", outline_of(Box(0.0, 0.0, 1.0, 0.5))),),
    "check": (("figure", _together(outline_of(Box(0, 0, 0.5, 0.5)), outline_of(Box(0.5, 0.5, 0.5, 0.5)))),),
}
