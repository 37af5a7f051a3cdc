"""Boxes that leave their room on purpose: a quarter turned, or run on to the edge of the canvas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from builder.color import Color
from builder.content.frame import Fill, Item, Path, Text, Turn, path_moved
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.setting import Setting, Trial
from builder.layout.cards.textbox import TextBox
from builder.record import Record, replace
from builder.text.typeface import typeface

_SLOPING = 2.0  # em from line to line: fonts of Nastaliq need as much, of other Arabic hands 1.7


class Reach(Record):
    """How far something goes on each side; lengths in the canvas's unit."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def around(self, box: Box) -> Box:
        """A box that goes so far beyond another."""
        return box.inset(-self.left, -self.top, -self.right, -self.bottom)


def run_on(inner: Boxed, sides: Iterable[str], setting: Setting, *, over: bool) -> Bled:
    """A box that runs on to some sides; `over` is for what may be cut by the edge."""
    swapped = {"start": "right", "end": "left"} if setting.rtl else {"start": "left", "end": "right"}
    named = frozenset(swapped.get(side, side) for side in sides)
    canvas, room, edge = setting.canvas, setting.room, setting.canvas.bleed
    whole = Box(-edge, -edge, canvas.width + 2 * edge, canvas.height + 2 * edge)
    most = whole if over else canvas.safe
    free = {
        "left": room.x - most.x,
        "top": room.y - most.y,
        "right": most.right - room.right,
        "bottom": most.bottom - room.bottom,
    }
    words = Reach(**{side: max(length, 0.0) for side, length in free.items() if side in named})
    return Bled(inner, words, named, whole)


class Bled(Record):
    """A box that runs on over the margin: its words to the safe area, its ground over the canvas's edge."""

    inner: Boxed
    words: Reach  # of what is inside
    sides: frozenset[str]
    whole: Box  # the canvas with its bleed
    fill: Color | None = None
    radius: float = 0.0

    @property
    def is_display(self) -> bool:
        """As what it holds."""
        return self.inner.is_display

    def natural(self, trial: Trial) -> float:
        """What it takes of the room."""
        return max(self.inner.natural(trial) - self.words.left - self.words.right, 0.0)

    def height(self, width: float, trial: Trial) -> float:
        """What it takes of the room."""
        high = self.inner.height(width + self.words.left + self.words.right, trial)
        return max(high - self.words.top - self.words.bottom, 0.0)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The ground, then what stands on it."""
        ground = [Path(rounded(self._ground(box), self.radius), self.fill)] if self.fill else []
        return [*ground, *self.inner.place(self.words.around(box), trial)]

    def _ground(self, box: Box) -> Box:
        """The box, over the edges that it runs on to by as much as its corners are round."""
        ends = {
            "left": box.x - self.whole.x,
            "top": box.y - self.whole.y,
            "right": self.whole.right - box.right,
            "bottom": self.whole.bottom - box.bottom,
        }
        return Reach(**{side: ends[side] + self.radius for side in self.sides}).around(box)


class Turned(Record):
    """A box that is set level and then turned: as high as its row, and as wide as its lines are high.

    Lines that fill their width are as long as the row is high.
    """

    inner: Boxed
    degrees: int
    fits: bool  # whether it holds lines that fill their width

    @property
    def is_display(self) -> bool:
        """As what it holds."""
        return self.inner.is_display

    def natural(self, trial: Trial) -> float:
        """The height that it has when it is level."""
        return self.inner.height(self.inner.natural(trial), trial)

    def height(self, width: float, trial: Trial) -> float:
        """The width that it has when it is level; infinite if it is higher there than it may be wide."""
        level = replace(trial, within=width)
        long = self.inner.natural(level)
        return long if self.inner.height(long, level) <= width + 0.01 else inf

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Its items, turned."""
        x, y = (box.right, box.y) if self.degrees > 0 else (box.x, box.bottom)
        turn, level = Turn(self.degrees, x, y), replace(trial, within=box.w)
        return [turned(item, turn) for item in self.inner.place(Box(0, 0, box.h, box.w), level)]


class Within(Record):
    """A box that is as large as the one that it holds."""

    inner: Boxed

    @property
    def is_display(self) -> bool:
        """As what it holds."""
        return self.inner.is_display

    def natural(self, trial: Trial) -> float:
        """As what it holds."""
        return self.inner.natural(trial)

    def height(self, width: float, trial: Trial) -> float:
        """As what it holds."""
        return self.inner.height(width, trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """As what it holds."""
        return self.inner.place(box, trial)


class Levelled(Within):
    """What would be turned but for its hand: the row that it stands in is stacked."""



def levelled_sides(sides: Sequence[str]) -> tuple[str, ...]:
    """Where a box that would stand at a side of its row runs on to when that is stacked: above or below."""
    if "start" in sides or "end" in sides:
        return ("start", "end", *(("top",) if "start" in sides else ("bottom",)))
    return tuple(sides)


def turned(item: Item, turn: Turn) -> Item:
    """What is set level, turned by a quarter; no picture can be."""
    if isinstance(item, Text):
        return replace(item, box=turn.box(item.box), turn=turn, rooms=tuple(map(turn.box, item.rooms)))
    if isinstance(item, Path):
        up = 1.0 if turn.degrees > 0 else -1.0
        return path_moved(item, (0.0, up, -up, 0.0, turn.x, turn.y))
    assert isinstance(item, Fill)
    return replace(item, box=turn.box(item.box))


def slopes(texts: Iterable[TextBox]) -> bool:
    """Whether words are in a hand like Nastaliq, which slopes down its line, so that it is never turned."""
    fonts = {font.digest: typeface(font) for text in texts if text.para.rtl for font in text.para.fonts}
    return any(font.ascent + font.descent >= _SLOPING for font in fonts.values())
