"""Layers whose colours are changed, and two of them put together by their opacities."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from builder.brand.effects.layer import Layer, Plane, of_colors

Matrix = Sequence[float]  # 4 rows of 5: what of red, green, blue, opacity and 1 makes each of them

_SHADES = 255
_ONE = np.float32(1)
_LIGHT = (np.float32(0.2125), np.float32(0.7154), np.float32(0.0721))


def recolored(layer: Layer, matrix: Matrix) -> Layer:
    """The layer after a colour matrix (Filter Effects 1, 9.6)."""
    colored = any(any(matrix[row : row + 3]) for row in (0, 5, 10, 15))  # shadows are of one colour
    sources = [*(layer.colors if colored else layer.planes[:3]), layer.opacity]
    planes = np.empty_like(layer.planes)
    for number in range(4):
        *shares, start = matrix[5 * number : 5 * number + 5]
        planes[number] = np.float32(start)
        for source, share in zip(sources, shares, strict=True):
            if share:
                planes[number] += source * np.float32(share)
    np.clip(planes, 0, 1, out=planes)
    return of_colors(planes[:3], planes[3], layer.linear)


def saturating(share: float) -> Matrix:
    """The matrix that makes colours so much as strong."""
    return _weighted(share, (1 - share) * 0.213, (1 - share) * 0.715, (1 - share) * 0.072)


def _weighted(own: float, red: float, green: float, blue: float) -> Matrix:
    return [
        red + own, green, blue, 0, 0,
        red, green + own, blue, 0, 0,
        red, green, blue + own, 0, 0,
        0, 0, 0, 1, 0,
    ]  # fmt: skip


def turning(degrees: float) -> Matrix:
    """The matrix that turns hues."""
    cos, sin = round(math.cos(math.radians(degrees)), 6), round(math.sin(math.radians(degrees)), 6)
    return [
        0.213 + cos * 0.787 - sin * 0.213, 0.715 - cos * 0.715 - sin * 0.715,
        0.072 - cos * 0.072 + sin * 0.928, 0, 0,
        0.213 - cos * 0.213 + sin * 0.143, 0.715 + cos * 0.285 + sin * 0.140,
        0.072 - cos * 0.072 - sin * 0.283, 0, 0,
        0.213 - cos * 0.213 - sin * 0.787, 0.715 - cos * 0.715 + sin * 0.715,
        0.072 + cos * 0.928 + sin * 0.072, 0, 0,
        0, 0, 0, 1, 0,
    ]  # fmt: skip


LIGHT_AS_OPACITY: Matrix = [*(0.0,) * 15, 0.2126, 0.7152, 0.0722, 0, 0]


def remapped(layer: Layer, curves: Sequence[Callable[[float], float]]) -> Layer:
    """The layer with a curve for each of red, green, blue and opacity, in 255 steps."""
    found = list[Plane]()
    for source, curve in zip([*layer.colors, layer.opacity], curves, strict=True):
        table = [min(max(curve(shade / _SHADES), 0.0), 1.0) for shade in range(_SHADES + 1)]
        steps = np.rint(source * _SHADES).astype(np.uint8)
        found.append(np.array([round(each, 6) for each in table], np.float32)[steps])
    return of_colors(np.stack(found[:3]), found[3], layer.linear)


def combined(one: Layer, two: Layer, how: str) -> Layer:
    """Two layers by what each covers (Porter and Duff; Filter Effects 1, 9.8). KeyError for another word."""
    two = two.within(one.linear)
    of_one, of_two = _SHARES[how]
    planes = one.planes * of_one(two.opacity) + two.planes * of_two(one.opacity)
    return Layer(np.minimum(planes, _ONE), one.linear)


def mixed(one: Layer, two: Layer, shares: Sequence[float]) -> Layer:
    """k1 × one × two + k2 × one + k3 × two + k4, no colour stronger than its opacity (`arithmetic`)."""
    two = two.within(one.linear)
    both, first, second, whole = (np.float32(share) for share in shares)
    planes = one.planes * two.planes * both + one.planes * first + two.planes * second + whole
    np.clip(planes, 0, 1, out=planes)
    np.minimum(planes[:3], planes[3], out=planes[:3])
    return Layer(planes, one.linear)


def let_through(light: Layer, *, by_alpha: bool) -> Plane:
    """How much a mask lets through by its own light, or its opacity (CSS Masking 1)."""
    red, green, blue, opacity = light.planes
    found: Plane = opacity if by_alpha else red * _LIGHT[0] + green * _LIGHT[1] + blue * _LIGHT[2]
    return found


def faded(layer: Layer, shares: Plane) -> Layer:
    """The layer with so much of each pixel."""
    return Layer(layer.planes * shares, layer.linear)


def _none(_: Plane) -> Plane:
    return np.float32(0)  # type: ignore[return-value]  # a number stands for a plane of it


def _all(_: Plane) -> Plane:
    return _ONE  # type: ignore[return-value]


def _inside(other: Plane) -> Plane:
    return other


def _outside(other: Plane) -> Plane:
    return _ONE - other


_SHARES: dict[str, tuple[Callable[[Plane], Plane], Callable[[Plane], Plane]]] = {
    "over": (_all, _outside),
    "in": (_inside, _none),
    "out": (_outside, _none),
    "atop": (_inside, _outside),
    "xor": (_outside, _outside),
    "lighter": (_all, _all),
}
