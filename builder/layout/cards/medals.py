"""The number or the icon of a step, in a disc or in a part of a wheel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.brand.identity import Art
from builder.color import Color
from builder.content.frame import Item, Path, Text
from builder.geometry.arcs import disc, slice_of
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import moved, rounded
from builder.geometry.polar import on_circle
from builder.layout.art import Tint, drawn
from builder.layout.cards.boxes import Bare
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.layout.cards.traced import EM, ink_of, traced
from builder.record import replace

_ICON, _FIGURE, _BADGE = 0.56, 0.66, 0.46  # of a disc across; letters of a figure, in em
_OUT = 0.4  # of it: how far from its middle that of its badge is, each way
_THICK, _GAP = 0.27, 2.4  # of a wheel across, and in degrees between its parts
_FULL = 0.9  # of a headline's size, from which a wheel gives way no more
_LEAST = 0.62  # of its size: how far it gives way to the words around it
_WHOLE = Trial(1.0, 1.0, forced=True)

Figure = Callable[["TextBox | None", Point, float], Iterator[Item]]


@dataclass(frozen=True)
class Medal:
    """An icon with the number of its step on a badge, or the number alone."""

    number: TextBox | None  # in what is read on the badge if there is an icon, else on the disc
    fill: Color
    icon: Art | None = None
    tint: Tint | None = None
    badge: Color | None = None
    square: bool = False  # whether its disc is one
    rtl: bool = False

    def _shape(self, middle: Point, across: float) -> tuple[Command, ...]:
        half = across / 2
        if not self.square:
            return disc(middle, half)
        return rounded(Box(middle[0] - half, middle[1] - half, across, across), 0.0)

    def on_disc(self, middle: Point, across: float) -> Iterator[Item]:
        """On a disc of its own."""
        yield Path(self._shape(middle, across), self.fill)
        away = across * _OUT
        badge_at = middle[0] + away * (-1 if self.rtl else 1), middle[1] - away
        yield from self._marks(middle, across, badge_at, _centred)

    def bare(self, middle: Point, across: float, badge_at: Point) -> Iterator[Item]:
        """Without its disc, and the badge somewhere else; the number is heard elsewhere."""
        yield from self._marks(middle, across, badge_at, _drawn)

    def _marks(self, middle: Point, across: float, badge_at: Point, figure: Figure) -> Iterator[Item]:
        if self.icon is None:
            yield from figure(self.number, middle, across * _FIGURE)
            return
        view, side = self.icon.view, across * _ICON
        scale = min(side / view.w, side / view.h)
        w, h = view.w * scale, view.h * scale
        yield from drawn(self.icon, Box(middle[0] - w / 2, middle[1] - h / 2, w, h), self.tint)
        if self.number is not None and self.badge is not None:
            size = across * _BADGE
            yield Path(self._shape(badge_at, size), self.badge)
            yield from figure(self.number, badge_at, size * _FIGURE * 1.1)


def _centred(held: TextBox | None, middle: Point, em: float) -> Iterator[Item]:
    """A figure in letters of a size, with its ink in the middle."""
    if held is None:
        return
    setting = held.setting
    unit = setting.canvas.short if held.is_display else setting.module
    sized = replace(held, use=held.use.model_copy(update={"size": em / unit}))
    side = max(sized.natural(_WHOLE), em) * 1.01
    high = sized.height(side, _WHOLE)
    inks = [item.box for item in sized.place(Box(0, 0, side, high), _WHOLE) if isinstance(item, Text)]
    top, bottom = min((ink.y for ink in inks), default=0.0), max((ink.bottom for ink in inks), default=high)
    yield from sized.place(Box(middle[0] - side / 2, middle[1] - (top + bottom) / 2, side, high), _WHOLE)


def _drawn(held: TextBox | None, middle: Point, em: float) -> Iterator[Item]:
    """The same as curves, which nobody hears."""
    if held is None:
        return
    curve, by = tuple(traced(held.para)), em / EM
    x, y = ink_of(curve).middle
    color = held.setting.text_color
    yield Path(moved(curve, (by, 0.0, 0.0, by, middle[0] - x * by, middle[1] - y * by)), color)


@dataclass(frozen=True)
class WheelBox(Bare):
    """A wheel with a part for each step, clockwise from the top in every language."""

    medals: Sequence[Medal]
    most: float  # across, in the canvas's unit

    @property
    def is_display(self) -> bool:
        """Yes: it shrinks as the headline does."""
        return True

    def natural(self, trial: Trial) -> float:
        """How large it is on trial."""
        return self.most * (_LEAST + (1 - _LEAST) * min(trial.hero / _FULL, 1.0))

    def height(self, width: float, trial: Trial) -> float:
        """As much as its width."""
        return min(width, self.natural(trial))

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """Its parts, in the middle of the box."""
        across, turn, items = self.height(box.w, trial), 360 / len(self.medals), list[Item]()
        middle, rim = box.middle, across * (1 - _THICK) / 2
        for number, medal in enumerate(self.medals):
            start = -90 + turn * number
            part = slice_of(middle, rim, across * _THICK, start + _GAP / 2, start + turn - _GAP / 2)
            items.append(Path(part, medal.fill))
            at, edge = (on_circle(middle, r, start + turn / 2) for r in (rim, across * 0.475))
            items += medal.bare(at, across * _THICK * 1.05, edge)
        return items
