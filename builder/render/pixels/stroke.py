"""The outline of a line drawn by a round pen (FreeType's stroker, in whole numbers)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import freetype
import numpy as np
from freetype import raw

from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import rounded
from builder.render.pixels.outline import GRID, Outline, steps

_FINE = 1024  # parts of a px: short steps keep their directions, which parts of 64 would lose
_LONGEST = 1_000  # steps stroked at once: an outline has several points a step, and FreeType counts to 32,767


def stroked(commands: Sequence[Command], width: float) -> Iterator[tuple[Command, ...]]:
    """The outlines that together cover the stroke, joins and caps round.

    Lines that go on longer than FreeType counts come in pieces, whose round caps are as good as joins.
    """
    radius = max(round(width * _FINE / 2), 1)
    for start, piece, closed in _pieces(commands):
        if all(step[-2:] == start for step in piece) and all(step[0] == "L" for step in piece):
            yield _dot(start, width)
        else:
            with _stroker(radius) as stroker:
                _follow(stroker, start, piece, closed)
                yield tuple(steps(_outline(stroker)))


def _pieces(commands: Sequence[Command]) -> Iterator[tuple[Point, list[Command], bool]]:
    """Subpaths: the first point, the steps from there, whether they come back to it."""
    start = at = (0.0, 0.0)
    piece: list[Command] = []
    origin = start
    for step in [*commands, ("M", 0.0, 0.0)]:
        if step[0] == "M":
            if piece:
                yield origin, piece, False
            start = at = origin = (step[1], step[2])
            piece = []
        elif step[0] == "Z":
            whole = origin == start and bool(piece)
            if at != start or not piece:
                piece.append(("L", *start))
            yield origin, piece, whole
            at = origin = start
            piece = []
        else:
            piece.append(step)
            at = (step[-2], step[-1])
            if len(piece) == _LONGEST:
                yield origin, piece, False
                origin, piece = at, []


def _dot(at: Point, width: float) -> tuple[Command, ...]:
    return rounded(Box(at[0] - width / 2, at[1] - width / 2, width, width), width / 2)


@contextmanager
def _stroker(radius: int) -> Iterator[raw.FT_Stroker]:
    stroker = raw.FT_Stroker()
    _check(raw.FT_Stroker_New(freetype.get_handle(), ctypes.byref(stroker)))
    try:
        raw.FT_Stroker_Set(
            stroker, radius, freetype.FT_STROKER_LINECAP_ROUND, freetype.FT_STROKER_LINEJOIN_ROUND, 0
        )
        yield stroker
    finally:
        raw.FT_Stroker_Done(stroker)


def _follow(stroker: raw.FT_Stroker, start: Point, piece: Sequence[Command], closed: bool) -> None:
    _check(raw.FT_Stroker_BeginSubPath(stroker, _vector(*start), not closed))
    for name, *numbers in piece:
        points = [_vector(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        _check(
            raw.FT_Stroker_LineTo(stroker, *points)
            if name == "L"
            else raw.FT_Stroker_CubicTo(stroker, *points)
        )
    _check(raw.FT_Stroker_EndSubPath(stroker))


def _outline(stroker: raw.FT_Stroker) -> Outline:
    points, contours = ctypes.c_uint(), ctypes.c_uint()
    _check(raw.FT_Stroker_GetCounts(stroker, ctypes.byref(points), ctypes.byref(contours)))
    grid = np.zeros((points.value, 2), GRID)
    room = Outline(grid, np.zeros(points.value, np.uint8), np.zeros(contours.value, np.int64))
    struct = room.struct(grid)
    struct.n_points = struct.n_contours = 0  # the stroker adds to what stands
    raw.FT_Stroker_Export(stroker, ctypes.byref(struct))
    ends = np.ctypeslib.as_array(struct.contours, (contours.value,)).astype(np.int64)
    return Outline(grid / _FINE, room.tags & np.uint8(3), ends)


def _vector(x: float, y: float) -> object:
    return ctypes.byref(raw.FT_Vector(round(x * _FINE), round(y * _FINE)))


def _check(error: int) -> None:
    if error:
        raise ValueError(f"FreeType cannot stroke a curve: error {error}")
