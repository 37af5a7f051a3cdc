"""Boxes beside each other, and grids of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf

from builder.brand.measures import Align
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.cards.boxes import Boxed, Column, Measured, Narrowing, Panel, RuleBox, Spacer, is_gap
from builder.layout.cards.codebox import CodeBox
from builder.layout.cards.edges import Bled, Levelled, Turned
from builder.layout.cards.setting import Trial
from builder.layout.cards.standing import StandingBox
from builder.layout.cards.textbox import TextBox
from builder.record import derived

_TINY, _ROUNDING = 1e-9, 0.01  # of the canvas's unit


@dataclass(frozen=True)
class Row(Measured):
    """Boxes side by side, in reading order; what does not fit beside goes below.

    `shares` gives a box's part of the width, or None for its natural width.
    """

    boxes: Sequence[Boxed]
    shares: Sequence[float | None]
    gap: float
    align: Align
    rtl: bool

    @derived
    def is_display(self) -> bool:
        """Whether one of its boxes is."""
        return any(box.is_display for box in self.boxes)

    def natural(self, trial: Trial) -> float:
        """All widths and gaps."""
        return fsum(box.natural(trial) for box in self.boxes) + self._gaps

    def _height(self, width: float, trial: Trial) -> float:
        """The highest box's height, or all of them where they are stacked."""
        if self._stacked(width, trial):
            return fsum([box.height(width, trial) for box in self.boxes]) + self._stack_gaps
        widths = self._level(width, trial)
        pairs = list(zip(self.boxes, widths, strict=True))
        heights = [box.height(w, trial) for box, w in pairs]
        if fsum(widths) + self._gaps > width + _ROUNDING:
            return inf
        if self.align != "end":
            return max(heights, default=0.0)
        drops = [_drop(box, w, trial) for box, w in pairs]
        rises = [height - drop for height, drop in zip(heights, drops, strict=True)]
        return max(rises, default=0.0) + max(drops, default=0.0)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Each box, mirrored in right-to-left languages."""
        return self._below(box, trial) if self._stacked(box.w, trial) else self._beside(box, trial)

    @derived
    def _gaps(self) -> float:
        return self.gap * max(sum(not is_gap(box) for box in self.boxes) - 1, 0)

    @property
    def _stack_gaps(self) -> float:
        return max(self.gap, 0.0) * max(sum(not is_gap(box) for box in self.boxes) - 1, 0)

    def _stacked(self, width: float, trial: Trial) -> bool:
        if any(isinstance(box, Levelled) for box in self.boxes):
            return True
        if any(share is not None for share in self.shares):
            return False
        art = [box for box in self.boxes if isinstance(box, Narrowing)]
        spare = fsum(box.natural(trial) - box.narrowest(trial) for box in art)
        return self.natural(trial) - spare > width + 1e-6

    def _widths(self, width: float, trial: Trial) -> list[float]:
        return [width] * len(self.boxes) if self._stacked(width, trial) else self._level(width, trial)

    def _level(self, width: float, trial: Trial) -> list[float]:
        """The widths of boxes that stand beside each other."""
        room = width - self._gaps
        fixed = [
            share * room if share is not None else min(box.natural(trial), room)
            for share, box in zip(self.shares, self.boxes, strict=True)
        ]
        stretchy = [i for i, box in enumerate(self.boxes) if isinstance(box, Spacer) and box.size is None]
        free = room - fsum(fixed)
        for i in stretchy:
            fixed[i] += max(free, 0.0) / len(stretchy)
        return self._narrowed(fixed, free, trial) if free < 0 else fixed

    def _narrowed(self, widths: list[float], free: float, trial: Trial) -> list[float]:
        """The widths without what they have too much: art gives way first, then boxes that say no width."""
        least = {
            i: box.narrowest(trial) for i, box in enumerate(self.boxes) if isinstance(box, Narrowing)
        }
        stiff = (i for i, box in enumerate(self.boxes) if _is_stiff(box))
        kept = {*least, *stiff, *(i for i, share in enumerate(self.shares) if share is not None)}
        others = {i: 1.0 for i in range(len(self.boxes)) if i not in kept}
        for floors in (least, others):
            while free < -_TINY and (wide := [i for i, low in floors.items() if widths[i] > low]):
                each = free / len(wide)
                for i in wide:
                    narrow = max(widths[i] + each, floors[i])
                    free, widths[i] = free + widths[i] - narrow, narrow
        return widths

    def _beside(self, box: Box, trial: Trial) -> list[Item]:
        items: list[Item] = []
        x, begun = box.x, False  # room before the first of them is no gap
        for child, width in zip(self.boxes, self._widths(box.w, trial), strict=True):
            if begun and not is_gap(child):
                x += self.gap
            begun = begun or not is_gap(child)
            left = box.x + box.right - x - width if self.rtl else x
            items += child.place(self._standing(child, Box(left, box.y, width, box.h), box.w, trial), trial)
            x += width
        return items

    def _standing(self, child: Boxed, room: Box, across: float, trial: Trial) -> Box:
        """The child's place across the row; at the end, baselines stand level with the feet of art."""
        height = child.height(room.w, trial)
        if _fills(child):
            return room
        if self.align == "centre":
            return Box(room.x, room.y + (room.h - height) / 2, room.w, height)
        if self.align == "end":
            lift = self._deepest(across, trial) - _drop(child, room.w, trial)
            return Box(room.x, room.bottom - height - lift, room.w, height)
        return Box(room.x, room.y, room.w, height)

    def _deepest(self, across: float, trial: Trial) -> float:
        widths = self._widths(across, trial)
        return max(_drop(box, width, trial) for box, width in zip(self.boxes, widths, strict=True))

    def _below(self, box: Box, trial: Trial) -> list[Item]:
        items: list[Item] = []
        y, free = box.y, box.h - self.height(box.w, trial)
        for child in self.boxes:
            if is_gap(child):
                continue
            height = child.height(box.w, trial)
            if _is_open(child):
                height, free = height + max(free, 0.0), 0.0
            items += child.place(Box(box.x, y, box.w, height), trial)
            y += height + self._stack_gaps / max(sum(not is_gap(b) for b in self.boxes) - 1, 1)
        return items


def _fills(box: Boxed) -> bool:
    """Whether it takes all the height of its row."""
    if isinstance(box, Panel):
        return _fills(box.inner)
    if isinstance(box, Bled):
        return _fills(box.inner) or {"top", "bottom"} <= box.sides
    is_tall = isinstance(box, Turned | StandingBox) or (isinstance(box, RuleBox) and box.upright)
    return is_tall or _is_open(box)


def _is_stiff(box: Boxed) -> bool:
    """Whether it is drawn in one width alone."""
    return isinstance(box, CodeBox) or (isinstance(box, RuleBox) and box.upright)


def _is_open(box: Boxed) -> bool:
    """Whether there is room in it that takes all that is left."""
    inner = box.boxes if isinstance(box, Column) else ()
    return any(isinstance(each, Spacer) and each.size is None for each in inner)


def _drop(box: Boxed, width: float, trial: Trial) -> float:
    """How far a box reaches below the baseline that it stands on."""
    return box.drop(width, trial) if isinstance(box, TextBox) else 0.0


@dataclass(frozen=True)
class Grid(Measured):
    """Boxes in columns of one width, row after row; no more columns than the rows need to be even."""

    boxes: Sequence[Boxed]
    most: int
    gap: float
    rtl: bool

    @derived
    def is_display(self) -> bool:
        """Whether one of its boxes is."""
        return any(box.is_display for box in self.boxes)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        rows = -(-len(self.boxes) // self.most)
        return -(-len(self.boxes) // rows)

    def natural(self, trial: Trial) -> float:
        """The widest box's width in each column, and the gaps."""
        widest = max((box.natural(trial) for box in self.boxes), default=0.0)
        return widest * self.columns + self.gap * (self.columns - 1)

    def _height(self, width: float, trial: Trial) -> float:
        """All rows' heights and gaps."""
        heights = self._heights(width, trial)
        return fsum(heights) + self.gap * (len(heights) - 1)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Each box in its cell; what is left over is shared between the rows."""
        heights, width = self._heights(box.w, trial), self._cell(box.w)
        items: list[Item] = []
        for number, child in enumerate(self.boxes):
            row, column = divmod(number, self.columns)
            across = self.columns - 1 - column if self.rtl else column
            y = box.y + fsum(heights[:row]) + self.gap * row
            items += child.place(Box(box.x + across * (width + self.gap), y, width, heights[row]), trial)
        return items

    def _cell(self, width: float) -> float:
        return (width - self.gap * (self.columns - 1)) / self.columns

    def _heights(self, width: float, trial: Trial) -> list[float]:
        cell = self._cell(width)
        heights = [box.height(cell, trial) for box in self.boxes]
        return [max(heights[i : i + self.columns]) for i in range(0, len(heights), self.columns)]
