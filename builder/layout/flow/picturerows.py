"""How many pictures stand in each row of a gallery, and how wide each is; all lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from statistics import median_low

from builder.layout.flow.flow import TINY
from builder.layout.flow.typesetter import GUTTER
from builder.record import Record

ALIKE = 1.02  # of the shape of one picture to that of another, as far as the eye can tell
_SPREAD = 4  # gutters, at most, between pictures that are no higher than a third of a page
_LOW = 0.5  # of the height that pictures may have, under which none of a row is lowered for another
_MOST = 1.25  # of what a row is to hold
_FULL = 1.06  # of the height of other rows: one whose pictures would be higher is not filled


class PictureRow(Record):
    """So many pictures, what shares of the room they have, and the white between them."""

    count: int
    shares: tuple[float, ...]
    gap: float = GUTTER

    def lowest(self, shapes: Sequence[float], whole: float) -> float:
        """How high the lowest of its pictures is if each is as wide as it may be."""
        free = (whole - self.gap * (len(self.shares) - 1)) / fsum(self.shares)
        return min(free * share / each for share, each in zip(self.shares, shapes, strict=False))


def are_alike(shapes: Sequence[float]) -> bool:
    """Whether pictures are of one shape; a shape is the width of a picture, in heights."""
    return max(shapes) <= ALIKE * min(shapes)


def across(whole: float, number: int) -> float:
    """The width of each of so many columns."""
    return (whole - (number - 1) * GUTTER) / number


def even_rows(shapes: Sequence[float], number: int, whole: float, like: float = 0.0) -> list[PictureRow]:
    """Rows about as high as one of so many pictures `like` this, else like most; none has one alone."""
    if not shapes:
        return []
    alike = like or median_low(shapes)
    high, rows, start = across(whole, number) / alike, list[PictureRow](), 0
    for count in _joined(_counts(shapes, number * alike), shapes, number * alike):
        own = shapes[start : start + count]
        start += count
        room = whole - GUTTER * (count - 1)
        is_last = start == len(shapes)
        if is_last and room / fsum(own) > _FULL * high:
            own = (*(high * each for each in own), room - GUTTER - high * fsum(own))
        rows.append(PictureRow(count, tuple(own)))
    return rows


def leaves_one(shapes: Sequence[float], number: int) -> bool:
    """Whether one would stand alone in the last of such rows."""
    counts = _counts(shapes, number * median_low(shapes))
    return len(counts) > 1 and counts[-1] == 1


def _counts(shapes: Sequence[float], full: float) -> list[int]:
    """How many stand in each row, so that what they are wide is as near to a full one as can be."""
    counts, taken = [0], 0.0
    for each in shapes:
        if counts[-1] and taken + each - full > full - taken + TINY:
            counts.append(0)
            taken = 0.0
        counts[-1] += 1
        taken += each
    return counts


def _joined(counts: list[int], shapes: Sequence[float], full: float) -> list[int]:
    """The same with one that would be left over in the row before it, if that has room for it."""
    if len(counts) < 2 or counts[-1] > 1 or fsum(shapes[-counts[-2] - 1 :]) > _MOST * full + TINY:
        return counts
    return [*counts[:-2], counts[-2] + 1]


def in_columns(
    shapes: Sequence[float], number: int, whole: float, high: float, apart: bool = False
) -> list[PictureRow]:
    """So many in each row, none higher than `high`, and those of a row as high as each other.

    What columns have over is white between them, so that the last of a row ends at the margin; where that
    would be holes, they stand beside each other, unless words below them want all of the column (`apart`).
    """
    wide = max(shapes)
    free = (whole - number * high * wide) / (number - 1) if number > 1 else 0.0
    gap = free if GUTTER < free <= _SPREAD * GUTTER else GUTTER
    rows = []
    for start in range(0, len(shapes), number):
        own = shapes[start : start + number]
        room = (whole - (number - 1) * gap) / number
        # Those of a last row are no larger than the others: they take as much room as so many of them.
        most = high if len(own) == number else min(high, room * len(own) / fsum(own))
        shares, between = (_level(own, whole, most) if number > 1 else None), GUTTER
        if shares is None:
            shares, between = (1.0,) * number, gap
            if are_alike(shapes) and free > gap and not apart:
                shares, between = (*(high * wide,) * number, whole - number * (high * wide + GUTTER)), GUTTER
        rows.append(PictureRow(len(own), shares, between))
    return rows


def _level(shapes: Sequence[float], whole: float, high: float) -> tuple[float, ...] | None:
    """How wide pictures as high as each other are, and what the row has over; None if they are alike."""
    room = whole - GUTTER * (len(shapes) - 1)
    height = room / fsum(shapes)
    alone = min(high, across(whole, len(shapes)) / min(shapes))
    if are_alike(shapes) or height < _LOW * alone:
        return None
    if height <= high:
        return tuple(shapes)
    over = room - GUTTER - high * fsum(shapes)
    return (*(high * each for each in shapes), over) if over > TINY else tuple(shapes)
