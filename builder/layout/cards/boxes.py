"""Boxes that hold no words: logos, icons, rules, room, and boxes that hold boxes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, ClassVar, Protocol

from builder.brand.identity import Art
from builder.brand.measures import Align
from builder.brand.strokes import Stroke
from builder.color import Color
from builder.content.frame import Fill, Item, Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.art import Tint, drawn
from builder.layout.cards.setting import Trial
from builder.layout.strokes import drawn_rule
from builder.record import Record, derived

NARROWED = 0.62  # of its width: how far art narrows before a row is stacked
_ROUNDING = 1e-6  # px
_TIGHT = 0.5  # what is left of empty room when words are forced in
_SHARES = {"start": 0.0, "centre": 0.5, "end": 1.0}


class Boxed(Protocol):
    """What a row or a column can hold. Lengths are in the canvas's unit."""

    @property
    def is_display(self) -> bool:
        """Whether the headline's size changes it: words of display type stand in it."""

    def natural(self, trial: Trial) -> float:
        """The width it would take if it were free to."""

    def height(self, width: float, trial: Trial) -> float:
        """The height in a width; infinite if it does not fit."""

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The items, drawn in a box that is high enough."""


class Bare:
    """What holds no words."""

    @property
    def is_display(self) -> bool:
        """No."""
        return False


class Measured:  # no `ABC`: to ask what kind of box it is would take ten times as long
    """Remembers its heights: the search for sizes asks for them again with each size of the headline."""

    @property
    @abstractmethod
    def is_display(self) -> bool:
        """Whether the headline's size changes it."""

    def height(self, width: float, trial: Trial) -> float:
        """The height in a width; infinite if it does not fit."""
        headline = (trial.hero, trial.cost, trial.whole, trial.lines) if self.is_display else ()
        key = width, trial.support, trial.forced, trial.within, headline
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._height(width, trial)
        return known

    @derived
    def _known(self) -> dict[tuple[object, ...], float]:
        return {}

    @derived
    def noted(self) -> dict[str, Any]:
        """What others found out about it, so that it is found once."""
        return {}

    @abstractmethod
    def _height(self, width: float, trial: Trial) -> float:
        """The height in a width, measured."""


@dataclass(frozen=True)
class Spacer(Bare):
    """Empty room: a fixed length, or None for a share of what is left."""

    size: float | None
    least: float = 0.0
    is_empty: ClassVar = True  # whether nothing is drawn in it

    def natural(self, trial: Trial) -> float:
        """The fixed length, or the least; less where words would not fit otherwise."""
        length = self.least if self.size is None else self.size
        return length * (_TIGHT if trial.forced else 1.0)

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """The same."""
        return self.natural(trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Nothing."""
        return []


def is_gap(box: Boxed) -> bool:
    """Whether it is empty room, beside which no gap is needed."""
    return isinstance(box, Spacer) and box.is_empty


@dataclass(frozen=True)
class Room(Bare):
    """Room of a fixed size that is left empty, for somebody's own logo."""

    across: float
    down: float

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """Its width."""
        return self.across

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """Its height."""
        return self.down

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Nothing."""
        return []


class Narrowing(Bare):
    """What is drawn smaller where a row has no room for it."""

    @abstractmethod
    def narrowest(self, trial: Trial) -> float:
        """The width below which it goes under what stands beside it."""


@dataclass(frozen=True)
class ArtBox(Narrowing):
    """An icon, as large as its limits allow."""

    art: Art
    most_width: float
    most_height: float
    tint: Tint | None = None
    flip: bool = False

    def _scale(self, width: float) -> float:
        return min(min(self.most_width, width) / self.art.view.w, self.most_height / self.art.view.h)

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """The width at its largest."""
        return self.art.view.w * self._scale(self.most_width)

    def narrowest(self, trial: Trial) -> float:
        """A share of that."""
        return self.natural(trial) * NARROWED

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """The height in a width."""
        return self.art.view.h * self._scale(width)

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Its curves, at the start of the box."""
        scale = self._scale(box.w)
        width = self.art.view.w * scale
        x = box.right - width if self.flip else box.x
        return list(drawn(self.art, Box(x, box.y, width, self.art.view.h * scale), self.tint))


@dataclass(frozen=True)
class RuleBox(Bare):
    """A straight line of a weight: level, or upright between what stands in a row."""

    length: float | None
    weight: float
    color: Color
    rtl: bool
    upright: bool = False
    stroke: Stroke | None = None

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """Its length, or its weight."""
        return self.weight if self.upright else self.length or 0.0

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """Its weight; upright, its length."""
        return self.length or 0.0 if self._stands(width) else self.weight

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """The line."""
        if self._stands(box.w):
            line = Box(box.x, box.y, self.weight, min(self.length or box.h, box.h))
        else:
            width = min(self.length or box.w, box.w)
            line = Box(box.right - width if self.rtl else box.x, box.y, width, self.weight)
        if self.stroke is None:
            return [Fill(line, self.color)]
        return [drawn_rule(line, self.color, self.stroke, rtl=self.rtl)]

    def _stands(self, width: float) -> bool:
        """Whether it is upright: it lies where its row is stacked, as wide as that."""
        return self.upright and width <= self.weight + _ROUNDING


class Panel(Record):
    """A box on a ground of its own, with a line around it or without."""

    inner: Boxed
    pad: float
    fill: Color | None
    radius: float

    @property
    def is_display(self) -> bool:
        """As what it holds."""
        return self.inner.is_display

    def natural(self, trial: Trial) -> float:
        """The inner box's width and the padding."""
        return self.inner.natural(trial) + 2 * self.pad

    def height(self, width: float, trial: Trial) -> float:
        """The inner box's height and the padding."""
        return self.inner.height(width - 2 * self.pad, trial) + 2 * self.pad

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The ground, then what stands on it."""
        ground = [Path(rounded(box, self.radius), self.fill)] if self.fill else []
        return [*ground, *self.inner.place(box.inset(self.pad, self.pad, self.pad, self.pad), trial)]


@dataclass(frozen=True)
class Column(Measured):
    """Boxes below each other; spacers without a size share the room that is left."""

    boxes: Sequence[Boxed]
    gap: float
    align: Align = "start"

    @derived
    def is_display(self) -> bool:
        """Whether one of its boxes is."""
        return any(box.is_display for box in self.boxes)

    def natural(self, trial: Trial) -> float:
        """The widest box's width."""
        return max((box.natural(trial) for box in self.boxes), default=0.0)

    def _height(self, width: float, trial: Trial) -> float:
        return fsum([box.height(width, trial) for box in self.boxes]) + self.gap * self._gaps

    @derived
    def _gaps(self) -> int:
        return sum(
            not (is_gap(one) or is_gap(two))
            for one, two in zip(self.boxes, self.boxes[1:], strict=False)
        )

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Each box below the one before it."""
        free = box.h - self.height(box.w, trial)
        parts = sum(map(stretches, self.boxes))
        share = max(free, 0.0) / parts if parts else 0.0
        y, items = box.y + (0.0 if parts else max(free, 0.0) * _SHARES[self.align]), []
        for number, child in enumerate(self.boxes):
            height = child.height(box.w, trial) + share * stretches(child)
            if number and not (is_gap(child) or is_gap(self.boxes[number - 1])):
                y += self.gap
            items += child.place(Box(box.x, y, box.w, height), trial)
            y += height
        return items


def stretches(box: Boxed) -> int:
    """How many parts of the room that is left in a column it takes: a column that of what is drawn in it."""
    if isinstance(box, Spacer):
        return int(box.size is None)
    inner = box.boxes if isinstance(box, Column) else ()
    return sum(stretches(each) for each in inner if not is_gap(each))
