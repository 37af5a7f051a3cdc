"""A picture that holds a figure, as large as it may be in the room that the picture leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from builder.content.frame import Item, Text
from builder.geometry.box import Box
from builder.layout.cards.boxes import Measured
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox

_SMALLEST = 0.6  # of its size: how far a picture gives way to the words around it
_FULL = 0.4  # of a headline's size, from which it does not give way any more
_HALVINGS = 9  # in the search for the size of a figure: 1 part in 500
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
    figures: Sequence[TextBox]  # on one line, and on each more that it may take

    @property
    def is_display(self) -> bool:
        """Yes: it shrinks as the headline does."""
        return True

    def natural(self, trial: Trial) -> float:
        """The picture's width on trial."""
        return self.picture.natural(trial) * (_SMALLEST + (1 - _SMALLEST) * min(trial.hero / _FULL, 1.0))

    def _height(self, width: float, trial: Trial) -> float:
        room = self._room(Box(0, 0, width, inf), trial)
        return inf if self._figure(room) is None else room.h

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The picture and the figure in its middle."""
        room = self._room(box, trial)
        items, figure, hole = self.picture.drawn_in(room), self._figure(room), self._hole(room)
        if figure is None:
            return items
        text, sizes = figure
        set_at_top = text.place(hole, sizes)
        ink = max((item.box.h for item in set_at_top if isinstance(item, Text)), default=0.0)
        return [*items, *text.place(Box(hole.x, hole.y + (hole.h - ink) / 2, hole.w, ink), sizes)]

    def _room(self, box: Box, trial: Trial) -> Box:
        narrow = min(box.w, self.natural(trial))
        room = self.picture.room(Box(0, 0, narrow, box.h), trial)
        whole = self.picture.room(box, trial)
        share = 0.0 if box.w == whole.w else (whole.x - box.x) / (box.w - whole.w)
        return Box(box.x + (box.w - room.w) * share, box.y, room.w, room.h)

    def _hole(self, room: Box) -> Box:
        hole = self.hole
        return Box(room.x + hole.x * room.w, room.y + hole.y * room.h, hole.w * room.w, hole.h * room.h)

    def _figure(self, room: Box) -> tuple[TextBox, Trial] | None:
        """The figure and its size, on more lines where that makes it much larger; None if it has no room."""
        hole, best, size = self._hole(room), None, 0.0
        for text in self.figures:
            sizes = _largest(text, hole.w, hole.h)
            if sizes is not None and text.size(sizes) > size * _BROKEN:
                best, size = (text, sizes), text.size(sizes)
        return best


def _largest(text: TextBox, width: float, height: float) -> Trial | None:
    """The largest size of a text in a room; None if the least does not fit."""

    def fits(hero: float) -> bool:
        return text.height(width, Trial(hero)) <= height

    low, high = 0.0, 1.0
    if not fits(low):
        return None
    for _ in range(0 if fits(high) else _HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return Trial(high if fits(high) else low)
