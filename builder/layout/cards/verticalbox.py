"""A box of words that are set downwards, in one column or several."""

from __future__ import annotations

from builder.content.frame import Item, Line, Text
from builder.geometry.box import Box
from builder.layout.cards.setting import Trial
from builder.layout.cards.textbox import TextBox
from builder.record import derived, replace
from builder.tagged import language_of
from builder.text.vertical import across, columns, is_east_asian, wide
from builder.text.ways import Way

_NOWHERE = float("inf")


class VerticalBox(TextBox):
    """Words whose letters stand upright, one below another: its lines are columns."""

    def natural(self, trial: Trial) -> float:
        """How wide as many columns are as the design allows."""
        return across(self._most, self.wide_column) * self.size(trial) * 1.0005

    @property
    def most_lines(self) -> int:
        """The most columns: one, if the design says nothing."""
        return self.use.lines or 1

    @derived
    def ways(self) -> tuple[Way, ...]:
        """None: columns are as even as they can be."""
        return ()

    @derived
    def wide_column(self) -> float:
        """How wide a column is, in em."""
        return wide(self.para)

    @derived
    def _most(self) -> int:
        return max(min(self.most_lines, len(self.para.words)), 1)

    def _count(self, width: float, size: float) -> int:
        """How many columns there is room for."""
        counts = range(self._most, 0, -1)
        return next((n for n in counts if across(n, self.wide_column) * size <= width + 0.01), 0)

    def _height(self, width: float, trial: Trial) -> float:
        size = self.size(trial)
        if not (count := self._count(width, size)):
            return _NOWHERE
        return max((each.high for each in columns(self.para, count)), default=0.0) * size

    def drop(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """Nothing hangs below it."""
        return 0.0

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The letters, each with a baseline of its own."""
        return self.set_at(box, self.size(trial))

    def set_at(self, box: Box, size: float) -> list[Item]:
        """The letters in a size."""
        found = columns(self.para, self._count(box.w, size))
        whole, step = across(len(found), self.wide_column) * size, across(2, self.wide_column)
        step = (step - self.wide_column) * size
        left = box.x + self._indent(box.w - whole)
        backwards = is_east_asian(self.para) or self.para.rtl
        canvas, style = self.setting.canvas, self.setting.style(self.use)
        large = size >= canvas.large or (style.weight >= 700 and size >= canvas.large * 14 / 18)
        colors, lines = self._colors(large), list[Line]()
        for number, column in enumerate(found):
            place = len(found) - 1 - number if backwards else number
            middle = left + place * step + self.wide_column * size / 2
            for top, cell in column.cells:
                baseline, placed = cell.runs(self.para, middle, box.y + top * size, size)
                runs = (replace(run, color=colors.get(owner)) for owner, run in placed)
                lines.append(Line(tuple(runs), baseline))
        high = max((each.high for each in found), default=0.0) * size
        text = Text(
            words=str(self.text),
            lines=tuple(lines),
            size=size,
            color=self.setting.color(self.use.color, large),
            lang=language_of(self.text, self.setting.language),
            role=self.slot,
            box=Box(left, box.y, whole, high),
            large=large,
            outline=self.outline(size),
            vertical=True,
        )
        return [text]
