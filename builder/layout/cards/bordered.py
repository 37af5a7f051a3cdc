"""Boxes with a line around them, just inside their edge."""

from __future__ import annotations

from builder.brand.strokes import Edging
from builder.color import Color
from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.geometry.pens import outline_of
from builder.layout.cards.boxes import Panel
from builder.layout.cards.setting import Setting, Trial
from builder.layout.strokes import drawn_line


class Bordered(Panel):
    """A box with or without a ground of its own, and a line around it."""

    line: Edging
    color: Color  # of the line
    weight: float  # of the line, in the canvas's unit

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The ground, the line, then what stands on it."""
        ground = [Path(rounded(box, self.radius), self.fill)] if self.fill else []
        within = box.inset(self.pad, self.pad, self.pad, self.pad)
        return [*ground, self._around(box), *self.inner.place(within, trial)]

    def _around(self, box: Box) -> Path:
        half = self.weight / 2
        inside, radius = box.inset(half, half, half, half), self.radius - half
        curve = rounded(inside, radius) if radius > 0 else outline_of(inside)
        return drawn_line(curve, self.weight, self.color, self.line.stroke)


def bordered(panel: Panel, line: Edging | None, setting: Setting) -> Panel:
    """The same with a line that is seen on what the box stands on."""
    if line is None:
        return panel
    color, weight = setting.line(line.color), line.weight * setting.canvas.short
    return Bordered(panel.inner, panel.pad, panel.fill, panel.radius, line, color, weight)
