"""Layers blurred, moved, grown and shrunk."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from builder.brand.effects.layer import Layer, Plane

_WHOLE = 65535  # what 1 is as a whole number
_BOXED = 2.0  # px: blurs of more are three boxes, as the specification says (Filter Effects 1, 9.9)
_BOX = 3 * math.sqrt(2 * math.pi) / 4  # of a deviation
_WEIGHTS = 4096  # of a bell of less

Counts = NDArray[np.uint32]


def blurred(layer: Layer, across: float, down: float) -> Layer:
    """The layer blurred by two deviations in px."""
    planes = np.zeros_like(layer.planes)
    for number, plane in enumerate(layer.planes):
        if plane.any():
            planes[number] = _blurred(plane, across, down)
    return Layer(planes, layer.linear)


def reach(deviation: float) -> int:
    """How many px a blur reaches."""
    return math.ceil(3 * deviation) + 2


def _blurred(plane: Plane, across: float, down: float) -> Plane:
    counts = np.rint(plane * _WHOLE).astype(np.uint32)
    counts = _blurred_down(counts, down)
    counts = _blurred_down(np.ascontiguousarray(counts.T), across).T
    return np.ascontiguousarray(counts.astype(np.float32) / np.float32(_WHOLE))


def _blurred_down(counts: Counts, deviation: float) -> Counts:
    if deviation < _BOXED:
        return _belled(counts, deviation) if deviation > 0 else counts
    wide = math.floor(deviation * _BOX + 0.5)
    half = wide // 2
    odd, even = [(half, half)] * 3, [(half, half - 1), (half - 1, half), (half, half)]
    for box in odd if wide % 2 else even:
        counts = _boxed(counts, *box)
    return counts


def _boxed(counts: Counts, before: int, after: int) -> Counts:
    """Each number the mean of those around it, so many before and after; beyond the edges is nothing."""
    height, size = len(counts), before + after + 1
    before = min(before, height)  # of what lies beyond, as much as is looked at
    after = min(after, height)
    sums = np.zeros((height + before + after + 1, counts.shape[1]), np.uint32)  # of all before, shifted
    np.cumsum(counts, axis=0, out=sums[before + 1 : before + 1 + height])
    sums[before + 1 + height :] = sums[before + height]
    upper, lower = sums[before + after + 1 :][:height], sums[:height]
    return (upper - lower + np.uint32(size // 2)) // np.uint32(size)


def _belled(counts: Counts, deviation: float) -> Counts:
    far = math.ceil(3 * deviation)
    bell = [math.exp(-(step**2) / (2 * deviation**2)) for step in range(-far, far + 1)]
    weights = [round(each / sum(bell) * _WEIGHTS) for each in bell]
    weights[far] += _WEIGHTS - sum(weights)
    padded = np.pad(counts, ((far, far), (0, 0)))
    total = np.full_like(counts, _WEIGHTS // 2)
    for step, weight in enumerate(weights):
        total += padded[step : step + len(counts)] * np.uint32(weight)
    return total // np.uint32(_WEIGHTS)


def shifted(layer: Layer, right: int, down: int) -> Layer:
    """The layer moved by whole px; what leaves the sheet is gone."""
    planes = np.zeros_like(layer.planes)
    height, width = layer.opacity.shape
    if abs(right) < width and abs(down) < height:
        planes[:, max(down, 0) : height + min(down, 0), max(right, 0) : width + min(right, 0)] = layer.planes[
            :, max(-down, 0) : height - max(down, 0), max(-right, 0) : width - max(right, 0)
        ]
    return Layer(planes, layer.linear)


def grown(layer: Layer, across: int, down: int, *, least: bool) -> Layer:
    """Each number the most, or the least, of those so many px around it (`feMorphology`)."""
    lines = (_extreme(plane, down, 0, least=least) for plane in layer.planes)
    return Layer(np.stack([_extreme(plane, across, 1, least=least) for plane in lines]), layer.linear)


def _extreme(plane: Plane, radius: int, axis: int, *, least: bool) -> Plane:
    """By windows twice as wide each time."""
    if radius <= 0:
        return plane
    radius = min(radius, plane.shape[axis])  # more reaches no further
    pick = np.minimum if least else np.maximum
    found = np.pad(plane, [(radius, radius) if number == axis else (0, 0) for number in range(2)])
    found, wide, size = np.moveaxis(found, axis, 0), 1, 2 * radius + 1
    while wide < size:
        step = min(wide, size - wide)
        found, wide = pick(found[step:], found[: len(found) - step]), wide + step
    return np.ascontiguousarray(np.moveaxis(found, 0, axis))
