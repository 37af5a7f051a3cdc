"""PostScript's outlines as TrueType's: the cubic curves of a whole font at once, as its table `glyf`.

fontTools does one glyph after another, in half a millisecond each: a second for a Latin font, half a
minute for a Chinese one, once more for each weight. From FreeType's outlines on, columns of numbers are
counted in whole; the steps are exact, so that they end in the same bytes on every processor.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from ctypes import c_long, c_short, sizeof, string_at
from typing import Any

import numpy as np
from numpy.typing import NDArray

from builder.record import Record

_MOVE, _LINE, _CURVE = 0, 1, 2  # steps of an outline, by the points that they have beside their end
_POINTS = (1, 1, 3)
_ERROR = 1 / 2000  # em that a curve may be off; a pixel of a headline of 500 px is four times as much
_AT_ONCE = 1024  # glyphs: what is counted in whole takes room, and fonts have up to 65,535
_PIECES = 64  # the most that a curve is parted into
# OpenType, "glyf", flags of simple glyphs: for x; those for y are twice as much.
_ON, _SHORT, _SAME = 0x01, 0x02, 0x10

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


class Outlines(Record):
    """The table `glyf`, and what others say of it; a number for each glyph."""

    table: bytes
    starts: Numbers  # in the table; one more than there are glyphs
    boxes: Numbers  # left, bottom, right, top; zeros for what shows nothing
    contours: Numbers
    points: Numbers


class _Steps(Record):
    """The steps of all glyphs, one after another."""

    kinds: Numbers
    points: Reals  # of each step as many as _POINTS says, the last one its end
    glyphs: Numbers  # how many steps each glyph has


class _Curves(Record):
    """TrueType's points of all glyphs: those off the curve pull it."""

    places: Numbers
    on: NDArray[np.bool_]
    first: NDArray[np.bool_]  # of a contour
    glyphs: Numbers  # which one each is of


def quadratic(font: Any) -> Outlines:
    """The outlines of a face of FreeType; their contours run the other way round."""
    count, error = font.num_glyphs, font.units_per_EM * _ERROR
    font.set_pixel_sizes(0, font.units_per_EM)
    return _joined(
        [_some(font, range(at, min(at + _AT_ONCE, count)), error) for at in range(0, count, _AT_ONCE)]
    )


def _some(font: Any, glyphs: range, error: float) -> Outlines:
    return _written(_turned(_closed(_parted(_drawn(font, glyphs), error))), len(glyphs))


def _joined(parts: Sequence[Outlines]) -> Outlines:
    ahead = np.cumsum([0, *(len(part.table) for part in parts)])
    starts = [part.starts[:-1] + before for part, before in zip(parts, ahead, strict=False)]
    return Outlines(
        b"".join(part.table for part in parts),
        np.append(np.concatenate(starts), ahead[-1]),
        np.concatenate([part.boxes for part in parts]),
        np.concatenate([part.contours for part in parts]),
        np.concatenate([part.points for part in parts]),
    )


def _drawn(font: Any, glyphs: range) -> _Steps:
    """The outlines of some glyphs, as FreeType draws them: what it holds of each is copied as it lies.

    At as many pixels as the em has units they are in 64ths of a unit. HarfBuzz would call back for each
    point: of a Chinese font there are four million.
    """
    import freetype  # noqa: PLC0415  only brands with such fonts need it

    points, tags, ends, counts = bytearray(), bytearray(), bytearray(), array("q")
    for glyph in glyphs:
        font.load_glyph(glyph, freetype.FT_LOAD_NO_HINTING | freetype.FT_LOAD_NO_BITMAP)
        outline = font.glyph.outline._FT_Outline  # its lists are made point by point
        points += string_at(outline.points, outline.n_points * sizeof(freetype.FT_Vector))
        tags += string_at(outline.tags, outline.n_points)
        ends += string_at(outline.contours, outline.n_contours * sizeof(c_short))
        counts += array("q", (outline.n_points, outline.n_contours))
    places = np.frombuffer(points, np.dtype(f"i{sizeof(c_long)}")).reshape(-1, 2) / 64
    sizes = np.array(counts, np.int64).reshape(-1, 2)
    lasts = np.frombuffer(ends, np.int16).astype(np.int64)
    lasts += np.repeat(np.cumsum(sizes[:, 0]) - sizes[:, 0], sizes[:, 1])
    on = (np.frombuffer(tags, np.uint8) & _ON).astype(np.bool_)
    return _steps(places, on, lasts, sizes[:, 1])


def _steps(places: Reals, on: NDArray[np.bool_], lasts: Numbers, contours: Numbers) -> _Steps:
    """FreeType's points as steps: two that are off the outline pull it on its way to the next one on it."""
    firsts = np.append(0, lasts[:-1] + 1)[: len(lasts)]
    open_ = ~on[lasts]  # what ends with a curve to its first point
    at = np.sort(np.append(np.arange(len(places)), lasts[open_] + 0.5))
    closing = at != np.floor(at)
    where = np.repeat(
        firsts, np.diff(np.append(firsts, len(places)))
    )  # the first point of each one's contour
    index = np.floor(at).astype(np.int64)
    index[closing] = where[index[closing]]
    whole, ends = places[index], on[index]
    pulled = np.append(False, ~ends[:-1]) & ends
    first = np.zeros(len(index), np.bool_)
    first[np.searchsorted(at, firsts)] = True
    kinds = np.where(first, _MOVE, np.where(pulled, _CURVE, _LINE))[ends]
    glyph_of = np.repeat(np.arange(len(contours)), contours)
    steps = np.add.reduceat(ends, np.flatnonzero(first)) if len(firsts) else np.zeros(0)
    counts = np.bincount(glyph_of, steps, len(contours)).astype(np.int64)
    return _Steps(kinds.astype(np.int64), whole, counts)


def _parted(steps: _Steps, error: float) -> _Curves:
    """Each cubic curve as quadratic ones of equal spans, so many that none is off by more than `error`."""
    last = np.cumsum(np.array(_POINTS)[steps.kinds]) - 1
    curves = np.flatnonzero(steps.kinds == _CURVE)
    ends = steps.points[last]
    start, one, two, end = (steps.points[last[curves] - back] for back in (3, 2, 1, 0))
    pieces = np.ones_like(steps.kinds)
    pieces[curves] = _pieces(end - 3 * two + 3 * one - start, error)
    owners = np.repeat(np.arange(len(steps.kinds)), pieces)  # the step of each piece
    number = np.arange(len(owners)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    curved = steps.kinds[owners] == _CURVE
    row = np.repeat(np.arange(len(curves)), pieces[curves])
    span = 1 / pieces[owners[curved]][:, None]
    knots = number[curved][:, None] * span, (number[curved][:, None] + 1) * span
    (at, way), (to, turned) = (_at(start[row], one[row], two[row], end[row], knot) for knot in knots)
    pull, reach = (at + to) / 2 + (way - turned) * span / 4, ends[owners]
    reach[curved] = np.where(number[curved][:, None] + 1 == pieces[owners[curved]][:, None], end[row], to)
    return _woven(steps, owners, curved, pull, reach)


def _pieces(bend: Reals, error: float) -> Numbers:
    """How many pieces: a cubic is off its best quadratic by √3/36 of its third difference, over n³."""
    squares = (bend * bend).sum(axis=1)
    limits = np.array([(error * number**3) ** 2 * 432 for number in range(1, _PIECES)])  # (36/√3)² is 432
    pieces: Numbers = np.searchsorted(limits, squares).astype(np.int64) + 1
    return pieces


def _at(start: Reals, one: Reals, two: Reals, end: Reals, knot: Reals) -> tuple[Reals, Reals]:
    """The point of a cubic at a knot from 0 to 1, and its derivative."""
    left = 1 - knot
    a, b, c = (left * first + knot * second for first, second in ((start, one), (one, two), (two, end)))
    d, e = left * a + knot * b, left * b + knot * c
    return left * d + knot * e, 3 * (e - d)


def _woven(steps: _Steps, owners: Numbers, curved: NDArray[np.bool_], pull: Reals, reach: Reals) -> _Curves:
    """Ends of pieces, those of curves after the point that pulls them, on whole units."""
    slots = np.cumsum(1 + curved) - 1  # where each piece's end goes
    places = np.empty((slots[-1] + 1 if len(slots) else 0, 2), np.int64)
    on = np.ones(len(places), np.bool_)
    places[slots] = np.floor(reach + 0.5)
    places[slots[curved] - 1], on[slots[curved] - 1] = np.floor(pull + 0.5), False
    first = np.zeros(len(places), np.bool_)
    first[slots[steps.kinds[owners] == _MOVE]] = True
    glyphs = np.repeat(np.arange(len(steps.glyphs)), steps.glyphs)[owners]
    return _Curves(places, on, first, np.repeat(glyphs, 1 + curved))


def _closed(curves: _Curves) -> _Curves:
    """Contours without the last point where it is the first one again, as TrueType closes them itself."""
    starts = np.flatnonzero(curves.first)
    ends = np.append(starts[1:], len(curves.first)) - 1
    again = (curves.places[starts] == curves.places[ends]).all(axis=1) & (ends > starts)
    kept = np.ones(len(curves.first), np.bool_)
    kept[ends[again]] = False
    return _Curves(curves.places[kept], curves.on[kept], curves.first[kept], curves.glyphs[kept])


def _turned(curves: _Curves) -> _Curves:
    """Contours that run the other way round from the same point."""
    starts = np.flatnonzero(curves.first)
    lengths = np.diff(np.append(starts, len(curves.first)))
    start, length = (np.repeat(each, lengths) for each in (starts, lengths))
    here = np.arange(len(curves.first))
    order = np.where(curves.first, here, 2 * start + length - here)
    return _Curves(curves.places[order], curves.on[order], curves.first, curves.glyphs)


def _written(curves: _Curves, count: int) -> Outlines:
    points = np.bincount(curves.glyphs, minlength=count)
    contours = np.bincount(curves.glyphs[curves.first], minlength=count)
    begin = np.cumsum(points) - points
    moves = np.diff(curves.places, axis=0, prepend=curves.places[:1] * 0)
    moves[begin[points > 0]] = curves.places[begin[points > 0]]  # the first is seen from the glyph's origin
    widths = np.where(moves == 0, 0, np.where(np.abs(moves) < 256, 1, 2))  # bytes
    heads = np.where(points, 12 + 2 * contours, 0)
    bytes_ = [np.bincount(curves.glyphs, widths[:, axis], count).astype(np.int64) for axis in (0, 1)]
    whole = heads + points + bytes_[0] + bytes_[1]
    starts = np.append(0, np.cumsum(whole + -whole % 4))
    table, boxes = np.zeros(starts[-1], np.uint8), _boxes(curves, points, begin)
    _write_heads(table, curves, starts, np.column_stack((contours, boxes)), begin)
    body = starts[:-1] + heads
    table[_within(curves, body, begin)] = _flags(curves, moves, widths)
    for axis, before in enumerate((points, points + bytes_[0])):
        _write_moves(table, curves, moves[:, axis], widths[:, axis], (body + before, begin))
    return Outlines(table.tobytes(), starts, boxes, contours, points)


def _boxes(curves: _Curves, points: Numbers, begin: Numbers) -> Numbers:
    boxes, shown = np.zeros((len(points), 4), np.int64), points > 0
    if shown.any():
        boxes[shown, :2] = np.minimum.reduceat(curves.places, begin[shown])
        boxes[shown, 2:] = np.maximum.reduceat(curves.places, begin[shown])
    return boxes


def _write_heads(
    table: NDArray[np.uint8], curves: _Curves, starts: Numbers, facts: Numbers, begin: Numbers
) -> None:
    """Of each glyph that shows anything its number of contours and its box, and the last point of each."""
    shown = np.flatnonzero(facts[:, 0])
    for place, column in enumerate(facts[shown].T):
        _put(table, starts[shown] + 2 * place, column)
    firsts = np.flatnonzero(curves.first)
    owners, lasts = curves.glyphs[firsts], np.append(firsts[1:], len(curves.first))[: len(firsts)] - 1
    number = np.arange(len(firsts)) - (np.cumsum(facts[:, 0]) - facts[:, 0])[owners]
    _put(table, starts[owners] + 10 + 2 * number, lasts - begin[owners])


def _flags(curves: _Curves, moves: Numbers, widths: Numbers) -> Numbers:
    flags: Numbers = curves.on * _ON
    for axis in (0, 1):
        short = (widths[:, axis] == 1) * (_SHORT | _SAME * (moves[:, axis] > 0))
        flags = flags | (short | (widths[:, axis] == 0) * _SAME) << axis
    return flags


def _write_moves(
    table: NDArray[np.uint8], curves: _Curves, moves: Numbers, widths: Numbers, at: tuple[Numbers, Numbers]
) -> None:
    """The moves on one axis; `at` is where those of each glyph go, and its first point."""
    ahead = np.cumsum(widths) - widths
    body, begin = (each[curves.glyphs] for each in at)
    places = body + ahead - ahead[begin]
    table[places[widths == 1]] = np.abs(moves[widths == 1])
    _put(table, places[widths == 2], moves[widths == 2])


def _within(curves: _Curves, body: Numbers, begin: Numbers) -> Numbers:
    """A byte for each point, from where those of its glyph go."""
    places: Numbers = (body - begin)[curves.glyphs] + np.arange(len(curves.glyphs))
    return places


def _put(table: NDArray[np.uint8], places: Numbers, values: Numbers) -> None:
    """Write numbers of two bytes, the higher one first."""
    table[places], table[places + 1] = values >> 8 & 0xFF, values & 0xFF
