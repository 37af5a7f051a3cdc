"""Curves as FreeType takes them: points of 1/64 px, what each point is, where each contour ends."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from freetype.raw import FT_Outline, FT_Vector
from numpy.typing import NDArray

from builder.geometry.box import Command
from builder.record import Record, derived

# FT_Pos is a C long, which Windows has at 32 bits; FT_Outline counts points in 16.
GRID = np.dtype(ctypes.c_long)
MOST_POINTS = 32_767
ON, CONIC, CUBIC = 1, 0, 2  # FT_CURVE_TAG
_TAGS = {"L": bytes((ON,)), "Q": bytes((CONIC, ON)), "C": bytes((CUBIC, CUBIC, ON))}


class Outline(Record, eq=False, dict=True):
    """Closed contours; the points may be in any unit until they are put on FreeType's grid."""

    points: NDArray[Any]  # (n, 2)
    tags: NDArray[np.uint8]  # n
    ends: NDArray[np.int64]  # the last point of each contour

    @derived
    def extent(self) -> tuple[float, float, float, float]:
        """How far its points go to the left, up, to the right and down; it must have some."""
        (left, top), (right, bottom) = self.points.min(0).tolist(), self.points.max(0).tolist()
        return left, top, right, bottom

    def struct(self, grid: NDArray[Any]) -> FT_Outline:
        """FreeType's view of the outline with its points on the grid; it lives as long as these arrays."""
        outline = FT_Outline()
        outline.n_points, outline.n_contours, outline.flags = len(grid), len(self.ends), 0
        ends = self.ends.astype(np.int16)
        outline.points = pointer(grid, FT_Vector)
        outline.tags = pointer(self.tags, ctypes.c_ubyte)
        outline.contours = pointer(ends, ctypes.c_short)
        outline.kept = (grid, self.tags, ends)
        return outline


def pointer(array: NDArray[Any], kind: Any) -> Any:
    """A pointer of a C type to an array's memory, valid as long as the array lives.

    NumPy's own (`data_as`) keeps the array, a whole canvas perhaps, in a circle until Python looks for such.
    """
    return ctypes.pointer(kind.from_address(array.ctypes.data))


def traced(commands: Sequence[Command]) -> Outline:
    """The contours of a curve, each closed; a step after `Z` goes on from the contour's start."""
    numbers: list[float] = []
    tags = bytearray()
    ends: list[int] = []
    start: tuple[float, ...] = (0.0, 0.0)
    closed = False
    for step in commands:
        name = step[0]
        if name == "Z":
            closed = True
        elif name == "M":
            if tags:
                ends.append(len(tags) - 1)
            start, closed = step[1:3], False
            numbers += start
            tags.append(ON)
        else:
            if closed:
                numbers += start
                tags.append(ON)
                closed = False
            numbers += step[1:]
            tags += _TAGS[name]
    if tags:
        ends.append(len(tags) - 1)
    points = np.array(numbers, np.float64).reshape(-1, 2)
    return Outline(points, np.frombuffer(bytes(tags), np.uint8), np.array(ends, np.int64))


def steps(outline: Outline) -> Iterator[Command]:
    """The outline as the steps of a curve; its contours begin on the curve, as a stroke's do."""
    first = 0
    for last in outline.ends.tolist():
        points = outline.points[first : last + 1].tolist()
        tags = outline.tags[first : last + 1].tolist()
        yield ("M", *points[0])
        pending: list[float] = []
        for point, tag in zip([*points[1:], points[0]], [*tags[1:], ON], strict=True):
            pending += point
            if tag & 3 == ON:
                yield ("C" if len(pending) == 6 else "L", *pending)
                pending = []
        yield ("Z",)
        first = last + 1
