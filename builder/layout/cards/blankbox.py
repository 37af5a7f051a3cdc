"""The box of room that people write or draw in: lines that a pen fits on, or a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.brand.blanks import BlankUse
from builder.color import Color
from builder.content.frame import Fill, Item
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.layout.cards.boxes import Bare, Spacer
from builder.layout.cards.setting import Setting, Trial
from builder.layout.strokes import drawn_line, drawn_rule

_CSS_PX_PER_MM = 96 / 25.4
_HIGH = 0.2  # of the short side: a frame that says nothing
_ROUNDING = 1e-6


def blank_box(use: BlankUse, setting: Setting) -> Blank | Fixed:
    """The box of a room; one that does not grow keeps its height."""
    canvas = setting.canvas
    apart = use.apart * _CSS_PX_PER_MM * canvas.css_px if use.lines is not None else 0.0
    high = apart * (use.lines or 0) or (use.height or _HIGH) * canvas.short
    lines = Lines(use, setting.line(use.color), use.weight * canvas.short, apart, setting.rtl)
    return Blank(None, high, lines) if use.grows else Fixed(high, lines)


@dataclass(frozen=True)
class Lines:
    """What is drawn in the room: each line at the foot of its own part of it, or a line around all."""

    use: BlankUse
    color: Color
    weight: float
    apart: float
    rtl: bool

    def on(self, box: Box) -> Iterator[Item]:
        """As many lines as the room has, as far apart as they may be, or the frame."""
        if not self.apart:
            half = self.weight / 2
            curve = outline_of(box.inset(half, half, half, half))
            yield drawn_line(curve, self.weight, self.color, self.use.stroke)
            return
        count = max(int(box.h / self.apart + _ROUNDING), 1)
        apart = box.h / count
        for number in range(1, count + 1):
            line = Box(box.x, box.y + number * apart - self.weight, box.w, self.weight)
            stroke = self.use.stroke
            yield drawn_rule(line, self.color, stroke, rtl=self.rtl) if stroke else Fill(line, self.color)


@dataclass(frozen=True)
class Blank(Spacer):
    """Room that takes what is left in its column, and never less than its lines need."""

    lines: Lines | None = None
    is_empty = False

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """The least, however tight it is: a pen needs it."""
        return self.least

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Its lines."""
        return list(self.lines.on(box)) if self.lines else []


@dataclass(frozen=True)
class Fixed(Bare):
    """Room of a height of its own."""

    high: float
    lines: Lines

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """No width of its own: it is as wide as it may be."""
        return 0.0

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """Its own."""
        return self.high

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Its lines."""
        return list(self.lines.on(Box(box.x, box.y, box.w, self.high)))
