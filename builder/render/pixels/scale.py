"""Frames and their items, larger or smaller, and moved."""

from __future__ import annotations

from builder.content.frame import Frame, Item, Line, Path, Picture, Text
from builder.geometry.box import Box, Command
from builder.geometry.paints import Varied, varied_moved
from builder.record import Record, replace


def scaled(frame: Frame, by: float) -> Frame:
    """The frame with every length `by` times as long."""
    fit = Fit(by)
    items = tuple(fit.item(item) for item in frame.items)
    own = {name: getattr(frame, name) * by for name in ("width", "height", "outline")}
    return replace(frame, items=items, **own)


class Fit(Record):
    """Every length is taken `by` times, and what was at the origin comes to x, y."""

    by: float
    x: float = 0.0
    y: float = 0.0

    def item(self, item: Item) -> Item:
        """An item in its new place."""
        if isinstance(item, Path):
            fill = item.fill
            if isinstance(fill, Varied):
                fill = varied_moved(fill, (self.by, 0.0, 0.0, self.by, self.x, self.y))
            steps = self._curve(item.commands)
            return replace(item, commands=steps, fill=fill, stroke_width=item.stroke_width * self.by)
        if isinstance(item, Text):
            return self._text(item)
        if isinstance(item, Picture):
            clip = self._curve(item.clip)
            return replace(item, box=self.box(item.box), clip=clip, blur=item.blur * self.by)
        return replace(item, box=self.box(item.box))

    def box(self, box: Box) -> Box:
        """A rectangle in its new place."""
        return Box(box.x * self.by + self.x, box.y * self.by + self.y, box.w * self.by, box.h * self.by)

    def then(self, by: float, x: float, y: float) -> Fit:
        """This fit of what was first taken `by` times and moved to x, y."""
        return Fit(self.by * by, self.by * x + self.x, self.by * y + self.y)

    def _text(self, text: Text) -> Text:
        """A text in its new place; of one that is turned, its origin is moved and not its lines."""
        turn, set_in = text.turn, self
        if turn is not None:
            turn = replace(turn, x=turn.x * self.by + self.x, y=turn.y * self.by + self.y)
            set_in = Fit(self.by)
        lines = tuple(set_in._line(line) for line in text.lines)
        size, outline = text.size * self.by, text.outline * self.by
        box, rooms = self.box(text.box), tuple(map(self.box, text.rooms))
        return replace(text, lines=lines, size=size, box=box, turn=turn, outline=outline, rooms=rooms)

    def _curve(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        shift = self.x, self.y
        return tuple(
            (step[0], *(value * self.by + shift[n % 2] for n, value in enumerate(step[1:])))
            for step in commands
        )

    def _line(self, line: Line) -> Line:
        runs = tuple(replace(run, x=run.x * self.by + self.x, width=run.width * self.by) for run in line.runs)
        size = line.size and line.size * self.by
        return replace(line, runs=runs, baseline=line.baseline * self.by + self.y, size=size)
