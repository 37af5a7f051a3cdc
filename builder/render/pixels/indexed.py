"""A canvas of at most 256 colours, laid out as a PNG's own rows: flat art and words.

No more shades are made than are seen: an edge between two colours takes one for every
`_STEP` of the channel in which they differ most, so a shade is off by at most half of it.
An edge that crosses another has finer ones, as what the two are off by adds up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels

from builder.color import Color
from builder.render.pixels.canvas import Layers, Surface, blended, packed
from builder.render.pixels.coverage import Mask, PixelBox
from builder.render.pixels.eights import in_eights, mixed, recolored
from builder.render.pixels.truecolor import Truecolor

_STEP, _FINE = 6, 4
_PLACES = 256

_BYTE = np.uint32(255)

Shades = NDArray[np.uint32]  # (n, 3)


class TooMany(Exception):
    """More colours than a palette holds."""


class Indexed(Surface):
    """Places in a palette."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = np.zeros((height, width + 1), np.uint8)  # each with a PNG filter's 0 in front
        self.palette = np.zeros((_PLACES, 3), np.uint32)
        self._places: dict[int, int] = {}  # by colour, `0xRRGGBB`
        self._steps = np.full(_PLACES, _STEP)  # by place under an edge: finer for a shade
        self._mixes: dict[Color, tuple[NDArray[np.uint8], NDArray[np.bool_]]] = {}
        # What was painted where, and with which place if it was with one: none looks at pixels to know them.
        self._painted: list[tuple[PixelBox, int | None]] = [((0, 0, width, height), 0)]
        self.reserve(Color(0, 0, 0))

    @property
    def count(self) -> int:
        """How many places are taken."""
        return len(self._places)

    @property
    def weight(self) -> int:
        """Its rows and all tables that it has mixed so far: a copy has none."""
        tables = sum(table.nbytes + known.nbytes for table, known in self._mixes.values())
        return self.rows.nbytes + self.palette.nbytes + tables

    def copy(self) -> Indexed:
        """A canvas of its own with the same pixels and places."""
        other = Indexed.__new__(Indexed)
        other.width, other.height = self.width, self.height
        other.rows, other.palette, other._places = self.rows.copy(), self.palette.copy(), dict(self._places)
        other._steps, other._mixes, other._painted = self._steps.copy(), {}, [*self._painted]
        return other

    def settle(self) -> None:
        """Forget the tables."""
        self._mixes.clear()

    def reserve(self, color: Color) -> int:
        """The place of just this colour; TooMany if none is left."""
        red, green, blue = color.rgb
        return self._place(red << 16 | green << 8 | blue)

    def fill(self, area: PixelBox, color: Color) -> None:
        """Paint a rectangle."""
        place = self.reserve(color)
        self.rows[area[1] : area[3], area[0] + 1 : area[2] + 1] = place
        self._painted.append((area, place))

    def put(self, mask: Mask, color: Color, opacity: float = 1.0) -> None:
        """Paint through a mask; TooMany, and nothing painted, if its shades find no place."""
        left, top, right, bottom = mask.area
        part = self.rows[top:bottom, left + 1 : right + 1]
        under = self._only(mask.area) if opacity >= 1 else None
        if under is not None:  # as most words and logos have it
            part[:] = self._laid(mask.alpha, under, color)
        else:
            self._mixed_in(part, Layers(mask, opacity), color)
        self._painted.append((mask.area, None))

    def _only(self, area: PixelBox) -> int | None:
        """The place of all pixels of a part of the canvas; None if they have several, or there are none."""
        left, top, right, bottom = area
        for (x, y, x1, y1), place in reversed(self._painted):
            if place is not None and x <= left < right <= x1 and y <= top < bottom <= y1:
                return place
            if x < right and left < x1 and y < bottom and top < y1:
                break
        part = self.rows[top:bottom, left + 1 : right + 1]
        return int(part[0, 0]) if part.size and _alike(part) else None

    def _laid(self, alpha: NDArray[np.uint8], under: int, color: Color) -> NDArray[np.uint8]:
        """The places of a mask's pixels on a ground of one colour."""
        table, known = (each[under << 8 : under + 1 << 8] for each in self._tables(color))
        numbers = in_eights(alpha)
        at = mixed(numbers)
        edge = numbers[at].tobytes()
        unknown = (np.flatnonzero(~known[1:255]) + 1).tolist()
        if seen := [coverage for coverage in unknown if coverage in edge]:
            new = np.array(seen)
            red, green, blue = self.palette[under].tolist()
            shades, grade = _ramp(Color(red, green, blue), color)
            table[new] = self._shades(shades, grade[new])
            known[new] = True
        table[0], table[255] = under, self.reserve(color)
        recolored(numbers, under, int(table[255]))
        numbers[at] = np.frombuffer(edge.translate(table.tobytes()), np.uint64)
        return numbers.view(np.uint8)[: alpha.size].reshape(alpha.shape)

    def _mixed_in(self, part: NDArray[np.uint8], layers: Layers, color: Color) -> None:
        """Paint on a part of the canvas whatever lies there."""
        at = layers.places(self.width + 1, before=1)
        flat, whole = self.rows.reshape(-1), layers.whole
        edge = self._edge(flat[at], layers.shades, color)
        if layers.opaque == 255:
            np.copyto(part, np.uint8(self.reserve(color)), where=whole)
        elif layers.opaque:
            part[whole] = self._veiled(part[whole], layers.opaque, color)
        flat[at] = edge

    def colors(self, area: PixelBox) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Each colour in a part of the canvas, and how many pixels have it."""
        part = self.rows[area[1] : area[3], area[0] + 1 : area[2] + 1]
        only = self._only(area)
        if only is not None:  # as most words have it
            return self.palette[only : only + 1].astype(np.uint8), np.array([part.size])
        counts = np.bincount(part.reshape(-1), minlength=_PLACES)
        (taken,) = counts.nonzero()
        return self.palette[taken].astype(np.uint8), counts[taken]

    def truecolor(self) -> Truecolor:
        """The same pixels on a canvas that holds any colour."""
        return Truecolor(self.width, self.height, packed(self.palette)[self.rows[:, 1:]], is_flat=True)

    def image(self) -> Pixels.Image:
        """The pixels in RGB."""
        return self.truecolor().image()

    def _place(self, number: int) -> int:
        if number not in self._places:
            self._add([number])
        return self._places[number]

    def _add(self, fresh: Sequence[int]) -> None:
        """Give each new colour the next place; TooMany, and none given, if they are more than are left."""
        if not fresh:
            return
        first, end = self.count, self.count + len(fresh)
        if end > _PLACES:
            raise TooMany
        self._places.update(zip(fresh, range(first, end), strict=True))
        numbers = np.array(fresh, np.uint32)
        for channel, shift in enumerate((16, 8, 0)):
            self.palette[first:end, channel] = numbers >> np.uint32(shift) & _BYTE

    def _veiled(self, under: NDArray[np.uint8], alpha: int, color: Color) -> NDArray[np.uint8]:
        """The places of pixels that a see-through colour covers wholly, mixed exactly."""
        table = np.zeros(_PLACES, np.uint8)
        (taken,) = np.bincount(under, minlength=_PLACES).nonzero()
        mixed = blended(self.palette[taken], np.array(color.rgb, np.uint32), alpha)
        table[taken] = [self._place(number) for number in _numbers(mixed).tolist()]
        places: NDArray[np.uint8] = table[under]
        return places

    def _edge(self, under: NDArray[np.uint8], alpha: NDArray[np.uint8], color: Color) -> NDArray[np.uint8]:
        """The places of an edge's pixels; each pair of place and coverage is mixed once for a colour."""
        keys = under.astype(np.intp) << 8 | alpha
        table, known = self._tables(color)
        seen = np.zeros(65_536, bool)
        seen[keys] = True
        self._mix(np.flatnonzero(seen > known), color)
        places: NDArray[np.uint8] = table.take(keys)
        return places

    def _tables(self, color: Color) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """For a place under a colour and its coverage, as one number: the mix's place, and if it is known."""
        if color not in self._mixes:
            self._mixes[color] = np.zeros(65_536, np.uint8), np.zeros(65_536, bool)
        return self._mixes[color]

    def _mix(self, pairs: NDArray[np.intp], color: Color) -> None:
        """Find places for what is not known yet."""
        if not len(pairs):
            return
        table, known = self._tables(color)
        over, coverage = np.array(color.rgb, np.uint32), (pairs & 255).astype(np.uint32)
        under = pairs >> 8
        numbers = _numbers(_graded(self.palette[under], over, coverage, self._steps[under]))
        table[pairs] = self._shades(*np.unique(numbers, return_inverse=True))
        known[pairs] = True

    def _shades(self, shades: NDArray[Any], which: NDArray[np.intp]) -> NDArray[np.uint8]:
        """The places of some shades (`0xRRGGBB`)."""
        seen = np.zeros(len(shades), bool)
        seen[which] = True
        wanted = shades[seen].tolist()
        first = self.count
        self._add([shade for shade in wanted if shade not in self._places])
        self._steps[first : self.count] = _FINE
        places = np.zeros(len(shades), np.uint8)
        places[seen] = [self._places[shade] for shade in wanted]
        chosen: NDArray[np.uint8] = places[which]
        return chosen


@lru_cache(maxsize=128)
def _ramp(under: Color, over: Color) -> tuple[NDArray[Any], NDArray[np.intp]]:
    """The shades (`0xRRGGBB`) between two colours, and which of them is that of a coverage of 0 to 255."""
    ground = np.broadcast_to(np.array(under.rgb, np.uint32), (256, 3))
    shades = _numbers(_graded(ground, np.array(over.rgb, np.uint32), np.arange(256, dtype=np.uint32)))
    return np.unique(shades, return_inverse=True)


def _alike(part: NDArray[np.uint8]) -> bool:
    """Whether all pixels of a part are of one place; rows are compared at once, as they lie apart."""
    if part[0, 0] != part[-1, -1] or part[-1, 0] != part[0, -1]:  # most that are not differ in the corners
        return False
    return bool(part.min(axis=0).min() == part.max(axis=0).max())


def _numbers(shades: Shades) -> NDArray[Any]:
    """Shades as `0xRRGGBB`."""
    numbers: NDArray[Any] = shades[:, 0] << 16 | shades[:, 1] << 8 | shades[:, 2]
    return numbers


def _graded(
    under: Shades, over: Shades, alpha: NDArray[np.uint32], step: NDArray[Any] | int = _STEP
) -> Shades:
    """The mixes of an edge, in as many grades as its two colours lie steps apart."""
    far = np.abs(under.astype(np.int32) - over.astype(np.int32)).max(1)
    grades = np.maximum(-(-far // step), 1).astype(np.uint32)[:, None]
    grade = (alpha[:, None] * grades * 2 + 255) // 510
    mixed: Shades = (under * (grades - grade) * 2 + over * grade * 2 + grades) // (2 * grades)
    return mixed
