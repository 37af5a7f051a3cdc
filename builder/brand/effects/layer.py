"""Pixels that effects are computed on: four planes of numbers from 0 to 1, the colours times the opacity.

Sums, products and quotients of single numbers, which every processor rounds alike, and tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from builder.record import Record

Plane = NDArray[np.float32]  # (height, width)
Planes = NDArray[np.float32]  # (4, height, width): red, green, blue, opacity
Pixels = NDArray[np.uint8]  # (height, width, 4): the colours are not multiplied
Area = tuple[int, int, int, int]  # left, top, right, bottom in px

_FINE = 4095  # steps of a table of shades


class Layer(Record, eq=False):
    """What is drawn on a sheet; `linear` if its numbers count light, not sRGB (Filter Effects 1, 10.1)."""

    planes: Planes
    linear: bool = False

    @property
    def opacity(self) -> Plane:
        """How opaque each pixel is."""
        found: Plane = self.planes[3]
        return found

    @property
    def colors(self) -> Planes:
        """Red, green and blue, not multiplied; 0 where nothing is."""
        found: Planes = np.divide(
            self.planes[:3], self.opacity, out=np.zeros_like(self.planes[:3]), where=self.opacity > 0
        )
        np.minimum(found, np.float32(1), out=found)
        return found

    @property
    def area(self) -> Area | None:
        """The pixels of which anything is seen; None if nothing is."""
        seen = self.planes[3] * 510 >= 1
        columns, rows = np.flatnonzero(seen.any(axis=0)), np.flatnonzero(seen.any(axis=1))
        if not len(columns):
            return None
        return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1

    def within(self, linear: bool) -> Layer:
        """The same with its numbers counted the other way, if they are not yet."""
        if linear == self.linear or not self.planes[:3].any():
            return Layer(self.planes, linear)
        shades = _shades(linear)[np.rint(self.colors * _FINE).astype(np.uint16)]
        return of_colors(shades, self.opacity, linear)

    def pixels(self, area: Area) -> Pixels:
        """The pixels of an area, as pictures have them."""
        left, top, right, bottom = area
        part = Layer(self.planes[:, top:bottom, left:right], self.linear).within(linear=False)
        shown = np.concatenate([part.colors, part.planes[3:]])
        shown *= np.float32(255)
        np.rint(shown, out=shown)
        return np.ascontiguousarray(shown.astype(np.uint8).transpose(1, 2, 0))

    def cropped(self, area: Area) -> Layer:
        """What of it lies in an area."""
        left, top, right, bottom = area
        planes = np.zeros_like(self.planes)
        planes[:, top:bottom, left:right] = self.planes[:, top:bottom, left:right]
        return Layer(planes, self.linear)

    @property
    def shape_alone(self) -> Layer:
        """Black, as opaque as it is (`SourceAlpha`)."""
        planes = np.zeros_like(self.planes)
        planes[3] = self.opacity
        return Layer(planes, self.linear)


def of_pixels(pixels: Pixels) -> Layer:
    """The layer of a picture."""
    planes = pixels.transpose(2, 0, 1).astype(np.float32)
    planes /= np.float32(255)
    planes[:3] *= planes[3]
    return Layer(planes)


def of_colors(colors: Planes, opacity: Plane, linear: bool) -> Layer:
    """The layer of red, green and blue that are not multiplied, and how opaque they are."""
    planes = np.empty((4, *opacity.shape), np.float32)
    np.multiply(colors, opacity, out=planes[:3])
    planes[3] = opacity
    return Layer(planes, linear)


def flat(size: tuple[int, int], rgb: Iterable[int], opacity: float) -> Layer:
    """A layer of one colour, so wide and high."""
    planes = np.empty((4, size[1], size[0]), np.float32)
    for plane, channel in zip(planes, rgb, strict=False):
        plane[:] = np.float32(channel / 255 * opacity)
    planes[3] = np.float32(opacity)
    return Layer(planes)


def over(upper: Layer, lower: Layer) -> Layer:
    """One painted over the other, in the way the upper counts."""
    lower = lower.within(upper.linear)
    return Layer(upper.planes + lower.planes * (1 - upper.opacity), upper.linear)


@cache
def _shades(linear: bool) -> NDArray[np.float32]:
    """For each shade of sRGB the light, or the other way round (IEC 61966-2-1)."""
    shades = (number / _FINE for number in range(_FINE + 1))
    return np.array([round((_light if linear else _shade)(each), 6) for each in shades], np.float32)


def _light(shade: float) -> float:
    return shade / 12.92 if shade <= 0.04045 else float(((shade + 0.055) / 1.055) ** 2.4)


def _shade(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
