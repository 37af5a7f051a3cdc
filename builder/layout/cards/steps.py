"""The steps of an infographic along a path and around a wheel, and two sides that are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from builder.color import Color
from builder.content.frame import Item, Path, Text
from builder.geometry.arcs import disc
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import rounded
from builder.layout.cards.boxes import Boxed, Measured
from builder.layout.cards.medals import Medal, WheelBox
from builder.layout.cards.setting import Trial
from builder.record import derived

_ROAD = 0.34  # of a disc across: how wide the path is
_SWING = 0.42  # of it: how far every second disc is moved
_MIDDLE = 0.3  # em above the baseline: the middle of small letters
_BULLET, _INDENT = 0.2, 0.9  # em: a point's mark; of a side's margin: how far its words stand in


class _Several(Measured):
    """Boxes that stand in an order of their own."""

    boxes: Sequence[Boxed]

    @derived
    def is_display(self) -> bool:
        """Whether one of its boxes is."""
        return any(box.is_display for box in self.boxes)

    def natural(self, trial: Trial) -> float:
        """The widest box's width, each beside the others."""
        return max((box.natural(trial) for box in self.boxes), default=0.0) * len(self.boxes)


@dataclass(frozen=True)
class Step(_Several):
    """The words of a step beside its number."""

    medal: Medal
    words: Boxed
    across: float  # of its disc
    rtl: bool

    @property
    def boxes(self) -> Sequence[Boxed]:  # type: ignore[override]
        """Its words."""
        return (self.words,)

    @property
    def _beside(self) -> float:
        return self.across * 1.3

    def _height(self, width: float, trial: Trial) -> float:
        return max(self.words.height(width - self._beside, trial), self.across)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The disc at the height of the first line, then the words."""
        half = self.across / 2
        x = box.right - half if self.rtl else box.x + half
        left = box.x if self.rtl else box.x + self._beside
        room = Box(left, box.y, box.w - self._beside, box.h)
        return [*self.medal.on_disc((x, box.y + half), self.across), *self.words.place(room, trial)]


@dataclass(frozen=True)
class Trail(_Several):
    """Steps along a path that winds: downwards, or across the canvas."""

    boxes: Sequence[Boxed]
    medals: Sequence[Medal]
    road: Color
    across: float  # of a disc
    gap: float
    level: bool
    rtl: bool

    @property
    def _swing(self) -> float:
        return self.across * _SWING

    @property
    def _beside(self) -> float:
        return self.across + self._swing + self.gap

    def _cell(self, width: float) -> float:
        return (width - self.gap * (len(self.boxes) - 1)) / len(self.boxes)

    def _rows(self, width: float, trial: Trial) -> list[float]:
        return [max(box.height(width - self._beside, trial), self.across) for box in self.boxes]

    def _height(self, width: float, trial: Trial) -> float:
        if self.level:
            return self._beside + max(box.height(self._cell(width), trial) for box in self.boxes)
        return fsum(self._rows(width, trial)) + self.gap * (len(self.boxes) - 1)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The path, and on it each disc with its words."""
        rooms = self._cells(box, trial) if self.level else self._lanes(box, trial)
        items: list[Item] = [self._path([at for at, _ in rooms])]
        for medal, words, (at, room) in zip(self.medals, self.boxes, rooms, strict=True):
            items += [*medal.on_disc(at, self.across), *words.place(room, trial)]
        return items

    def _cells(self, box: Box, trial: Trial) -> list[tuple[Point, Box]]:
        """Of each step the middle of its disc, and the room below it."""
        width, half, rooms = self._cell(box.w), self.across / 2, list[tuple[Point, Box]]()
        for number, words in enumerate(self.boxes):
            along = number * (width + self.gap)
            left = box.right - along - width if self.rtl else box.x + along
            x = left + width - half if self.rtl else left + half
            y = box.y + half + self._swing * (number % 2)
            rooms.append(((x, y), Box(left, box.y + self._beside, width, words.height(width, trial))))
        return rooms

    def _lanes(self, box: Box, trial: Trial) -> list[tuple[Point, Box]]:
        """The same beside it."""
        y, rooms, wide = box.y, list[tuple[Point, Box]](), box.w - self._beside
        for number, high in enumerate(self._rows(box.w, trial)):
            along = self.across / 2 + self._swing * (number % 2)
            x = box.right - along if self.rtl else box.x + along
            words = self.boxes[number].height(wide, trial)
            left = box.x if self.rtl else box.x + self._beside
            rooms.append(((x, y + high / 2), Box(left, y + (high - words) / 2, wide, words)))
            y += high + self.gap
        return rooms

    def _path(self, stops: Sequence[Point]) -> Path:
        steps: list[Command] = [("M", *stops[0])]
        for (x0, y0), (x1, y1) in pairwise(stops):
            x, y = (x0 + x1) / 2, (y0 + y1) / 2
            bend = (x, y0, x, y1) if self.level else (x0, y, x1, y)
            steps.append(("C", *bend, x1, y1))
        return Path(tuple(steps), None, self.road, self.across * _ROAD)


@dataclass(frozen=True)
class Around(_Several):
    """Steps on both sides of a wheel, each about where its part is: the first at the top right."""

    wheel: WheelBox
    boxes: Sequence[Boxed]
    gap: float

    @derived
    def is_display(self) -> bool:
        """Yes: the wheel shrinks as the headline does."""
        return True

    @property
    def _sides(self) -> tuple[list[Boxed], list[Boxed]]:
        """Those at the right from the top on, and those at the left."""
        half = -(-len(self.boxes) // 2)
        return list(self.boxes[:half]), list(self.boxes[half:])[::-1]

    def _wide(self, width: float, trial: Trial) -> float:
        return (width - self.wheel.natural(trial)) / 2 - self.gap

    def _height(self, width: float, trial: Trial) -> float:
        wide = self._wide(width, trial)
        return max(self.wheel.natural(trial), *(self._side(side, wide, trial) for side in self._sides))

    def _side(self, boxes: Sequence[Boxed], wide: float, trial: Trial) -> float:
        return fsum(box.height(wide, trial) for box in boxes) + self.gap * (len(boxes) - 1)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The wheel, then the steps in their order."""
        wide, high = self._wide(box.w, trial), self.height(box.w, trial)
        items, rooms = self.wheel.place(Box(box.x, box.y, box.w, high), trial), dict[int, Box]()
        for side, left in zip(self._sides, (box.right - wide, box.x), strict=True):
            free = (high - self._side(side, wide, trial)) / len(side)
            y = box.y + free / 2
            for each in side:
                rooms[id(each)] = Box(left, y, wide, each.height(wide, trial))
                y += rooms[id(each)].h + free + self.gap
        for each in self.boxes:
            items += each.place(rooms[id(each)], trial)
        return items


@dataclass(frozen=True)
class Side:
    """One of two that are compared: its head and its points, on a ground of its own."""

    head: Boxed
    points: Sequence[Boxed]
    fill: Color
    mark: Color  # before each point, and under the head


@dataclass(frozen=True)
class Compared(_Several):
    """Two sides beside each other, their points level with one another."""

    sides: Sequence[Side]
    gap: float
    pad: float
    radius: float
    rtl: bool

    @derived
    def boxes(self) -> Sequence[Boxed]:
        """All words, one side after the other."""
        return [box for side in self.sides for box in (side.head, *side.points)]

    def _inside(self, width: float) -> float:
        return (width - self.gap) / 2 - 2 * self.pad

    def _rows(self, width: float, trial: Trial) -> list[float]:
        """How high the head is and each pair of points."""
        wide = self._inside(width)
        rows = [max(side.head.height(wide, trial) for side in self.sides)]
        for number in range(max(len(side.points) for side in self.sides)):
            points = (side.points[number] for side in self.sides if number < len(side.points))
            rows.append(max(point.height(wide - self.pad * _INDENT, trial) for point in points))
        return rows

    def _height(self, width: float, trial: Trial) -> float:
        rows = self._rows(width, trial)
        return fsum(rows) + self.pad * (len(rows) + 1)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Each side with all that it says."""
        items, rows, wide = list[Item](), self._rows(box.w, trial), (box.w - self.gap) / 2
        for number, side in enumerate(self.sides):
            is_left = (number == 0) != self.rtl
            panel = Box(box.x if is_left else box.right - wide, box.y, wide, self.height(box.w, trial))
            items += self._side(side, panel, rows, trial)
        return items

    def _side(self, side: Side, panel: Box, rows: Sequence[float], trial: Trial) -> list[Item]:
        inner = panel.inset(self.pad, self.pad, self.pad, self.pad)
        head = Box(inner.x, inner.y, inner.w, rows[0])
        items: list[Item] = [Path(rounded(panel, self.radius), side.fill), *side.head.place(head, trial)]
        y, indent = inner.y + rows[0] + self.pad, self.pad * _INDENT
        for point, high in zip(side.points, rows[1:], strict=False):
            x = inner.right - indent * 0.33 if self.rtl else inner.x + indent * 0.33
            left = inner.x if self.rtl else inner.x + indent
            said = point.place(Box(left, y, inner.w - indent, high), trial)
            first = next(item for item in said if isinstance(item, Text))
            middle = first.lines[0].baseline - first.size * _MIDDLE
            items += [Path(disc((x, middle), first.size * _BULLET), side.mark), *said]
            y += high + self.pad
        return items
