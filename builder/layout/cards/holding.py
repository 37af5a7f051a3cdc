"""A picture that holds a figure or other boxes, as large as they may be in the room that it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from builder.content.frame import Item, Text
from builder.geometry.box import Box
from builder.layout.cards.boxes import Boxed, Measured
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.record import replace

_FULL = 0.55  # of a headline's size, from which it does not give way any more
_HALVINGS = 9  # in the search for the size of what is held: 1 part in 500
_ROUNDING = 1e-6  # of the unit of the canvas
_BROKEN = 1.4  # times as large must a figure be on a line more


class Picture(Protocol):
    """What is drawn around a figure."""

    def room(self, box: Box, trial: Trial) -> Box:
        """Where it stands in a box."""

    def natural(self, trial: Trial) -> float:
        """The width at its largest."""

    def drawn_in(self, box: Box) -> list[Item]:
        """Its curves in a box of its own proportions."""


@dataclass(frozen=True)
class Holding(Measured):
    """A picture with its figure inside; it gives way to the words around it as a headline does."""

    picture: Picture
    hole: Box  # the room within, in shares of the picture
    figures: Sequence[Boxed]  # of several, each is the same on more lines
    least: float = 0.6  # of the picture's size: how far it gives way to the words around it
    over: float = 0.0  # how much of its height is above its box

    @property
    def is_display(self) -> bool:
        """Yes: it shrinks as the headline does."""
        return True

    def natural(self, trial: Trial) -> float:
        """The picture's width on trial."""
        return self.picture.natural(trial) * (self.least + (1 - self.least) * min(trial.hero / _FULL, 1.0))

    def _height(self, width: float, trial: Trial) -> float:
        room = self._room(Box(0, 0, width, inf), trial)
        return room.h * (1 - self.over) if self._holds(room) else inf

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The picture and what it holds, the ink of which stands in the middle of the room."""
        room = self._room(Box(box.x, box.y, box.w, inf), trial)
        room = Box(room.x, room.y - room.h * self.over, room.w, room.h)
        items, figure, hole = self.picture.drawn_in(room), self._figure(room), self._hole(room)
        if figure is None:
            return items
        held, sizes = figure
        high = held.height(hole.w, sizes)
        inks = [item.box for item in held.place(Box(0, 0, hole.w, high), sizes) if isinstance(item, Text)]
        top = min((ink.y for ink in inks), default=0.0)
        bottom = max((ink.bottom for ink in inks), default=high)
        y = hole.y + (hole.h - (bottom - top)) / 2 - top
        return [*items, *held.place(Box(hole.x, y, hole.w, high), sizes)]

    def _room(self, box: Box, trial: Trial) -> Box:
        narrow = min(box.w, self.natural(trial))
        room = self.picture.room(Box(0, 0, narrow, box.h), trial)
        whole = self.picture.room(box, trial)
        share = 0.0 if box.w == whole.w else (whole.x - box.x) / (box.w - whole.w)
        return Box(box.x + (box.w - room.w) * share, box.y, room.w, room.h)

    def _hole(self, room: Box) -> Box:
        hole = self.hole
        return Box(room.x + hole.x * room.w, room.y + hole.y * room.h, hole.w * room.w, hole.h * room.h)

    def _holds(self, room: Box) -> bool:
        """Whether anything that it may hold has room at its smallest: a search for sizes asks no more."""
        hole = self._hole(room)
        return any(_least(held, hole.w, hole.h) for held in self.figures)

    def _figure(self, room: Box) -> tuple[Boxed, Trial] | None:
        """What is held and its size, on more lines where that makes it much larger; None without room."""
        hole, best, size = self._hole(room), None, 0.0
        for held in self.figures:
            sizes = _largest(held, hole.w, hole.h)
            if sizes is None:
                continue
            tall = held.size(sizes) if isinstance(held, TextBox) else 1.0
            if tall > size * _BROKEN:
                best, size = (held, sizes), tall
        return best


def _largest(held: Boxed, width: float, height: float) -> Trial | None:
    """The largest headline among some boxes in a room; None if the least does not fit."""
    least = _least(held, width, height)
    if least is None or (least.forced and isinstance(held, TextBox)):  # a figure that keeps to its lines
        return least
    # Words that are forced to be smaller than their style has them are still as large as they may be.
    tried, low, high = replace(least, support=0.0 if least.forced else 1.0), 0.0, 1.0

    def fits(hero: float) -> bool:
        return held.height(width, replace(tried, hero=hero)) <= height

    for _ in range(0 if fits(high) else _HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return replace(tried, hero=high if fits(high) else low)


def _least(held: Boxed, width: float, height: float) -> Trial | None:
    """The sizes at which some boxes are smallest in a room, forced if they must; None if they do not fit."""
    trials = (Trial(0.0), Trial(0.0, 0.0, forced=True))
    return next((trial for trial in trials if held.height(width, trial) <= height + _ROUNDING), None)
