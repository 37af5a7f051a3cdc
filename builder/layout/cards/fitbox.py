"""A text whose lines are each as wide as its box: every line has a size of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, inf

from builder.color import Color
from builder.content.frame import Fill, Item, Line, Text
from builder.emphasis import Emphatic
from builder.geometry.box import Box
from builder.layout.cards.emphasis import BESIDE, emphasis_color, marked_reach, marks, rooms_above
from builder.layout.cards.setting import Trial
from builder.layout.cards.stacksizes import Limits, Sized, best_stack, lowest_stack
from builder.layout.cards.textbox import TextBox
from builder.record import derived, replace
from builder.tagged import language_of
from builder.text.hyphens import COMPOUND, SEAM
from builder.text.lines import LineSpan, set_line
from builder.text.stacks import Level, Stack, parted_stacks, stacks
from builder.text.ways import Way

_POINT = 0.35  # what it is worth that the words with emphasis are lines of their own
_LEADS = 1.6  # times the size in which other words are read in comfort
_TOGETHER = 1.6  # times the smallest line: the most that a stack counts as
_EDGE = 0.02  # of a size: how far within its marker words certainly stand
_MORE = 1.0005  # than its ink, so that no rounding parts it


@dataclass(frozen=True)
class FitBox(TextBox):
    """Words in lines that fill their width; the headline's share on trial is one of the canvas's height."""

    @property
    def is_display(self) -> bool:
        """Always: it is set as large as its room lets it be."""
        return True

    @derived
    def ways(self) -> tuple[Way, ...]:
        """None: its breaks are chosen with its sizes."""
        return ()

    def size(self, trial: Trial) -> float:
        """That of its lines taken together, as wide as the canvas lets them be."""
        if self.setting.turned:  # beside what its size has nothing to do with
            return self.setting.size(self.use, Trial())
        sized = self.sized(self.setting.room.w, trial)
        if sized is None:
            return self._least(trial)
        return min(fsum(sized.sizes) / len(sized.sizes), _TOGETHER * min(sized.sizes))

    def breaks(self, trial: Trial) -> tuple[int, ...]:
        """Where its lines end, as wide as the canvas lets them be."""
        sized = None if self.setting.turned else self.sized(self.setting.room.w, trial)
        return tuple(line.span.end for line in sized.stack.lines) if sized else ()

    def natural(self, trial: Trial) -> float:
        """As wide as may be, as it fills what it is given; of what is turned the least."""
        if trial.within == inf:
            return self.setting.canvas.width
        (line,) = stacks(self.para, 1)[0].lines
        return line.width * self._least(trial) * _MORE

    def _height(self, width: float, trial: Trial) -> float:
        sized = self.sized(width, trial)
        return sized.height if sized else inf

    def drop(self, width: float, trial: Trial) -> float:
        """How far the last line's descenders reach below its baseline."""
        sized = self.sized(width, trial)
        return sized.height - sized.baselines[-1] if sized else 0.0

    def sized(self, width: float, trial: Trial) -> Sized | None:
        """The stack with the most ink for what its breaks cost; None if there is none that can be read."""
        most = self.use.size * self.setting.canvas.short if self.use.size else inf
        lines = len(self.para.words) if trial.forced else self.most_lines
        room = trial.hero * self.setting.canvas.height if trial.within == inf else trial.within
        limits = Limits(self._floor(trial), most, room, self.setting.style(self.use).leading)
        key = width, lines, limits, trial.forced
        if key not in self._sizings:
            found = self._stacks(lines)
            sized = best_stack(found, width, limits) or lowest_stack(found, width, limits)
            self._sizings[key] = sized or self._parted(width, trial, limits)
        return self._sizings[key]

    def _parted(self, width: float, trial: Trial, limits: Limits) -> Sized | None:
        """A stack of parted words, where whole ones would be too small: torn only if forced to, and least."""
        lines = len(self.para.text) if trial.forced else self.most_lines
        for tear in (SEAM, COMPOUND, inf) if trial.forced else (SEAM,):
            found = list(map(self._dressed, parted_stacks(self.para, lines, width / limits.least, tear)))
            if sized := best_stack(found, width, limits) or lowest_stack(found, width, limits):
                return sized
        return None

    @derived
    def _sizings(self) -> dict[object, Sized | None]:
        return {}

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The lines, set."""
        sized = self.sized(box.w, trial)
        assert sized is not None
        least, canvas, style = min(sized.sizes), self.setting.canvas, self.setting.style(self.use)
        large = least >= canvas.large or (style.weight >= 700 and least >= canvas.large * 14 / 18)
        lines = tuple(self._lines(box, sized, large))
        wide = max(line.width * size for line, size in zip(sized.stack.lines, sized.sizes, strict=True))
        set_lines = tuple(zip((line.span for line in sized.stack.lines), lines, sized.sizes, strict=True))
        text = Text(
            words=str(self.text),
            lines=lines,
            size=least,
            color=self.setting.color(self.use.color, large),
            lang=language_of(self.text, self.setting.language),
            role=self.slot,
            box=Box(box.x + self._indent(box.w - wide), box.y, wide, sized.height),
            large=large,
            outline=self.outline(least),
            rooms=(
                tuple(self._rooms(box, sized))
                if self._is_marked(sized.stack)
                else self._above(set_lines, sized.stack)
            ),
        )
        return [*self._marked(set_lines, box, sized.stack), text]

    def _above(self, lines: Sequence[tuple[LineSpan, Line, float]], stack: Stack) -> tuple[Box, ...]:
        strands = self._every if self._is_pointed(stack) else self.starred
        return rooms_above(self.use.emphasis, self.para, strands, lines)

    def _lines(self, box: Box, sized: Sized, large: bool) -> Iterator[Line]:
        starred = self._colors(large)
        for number, (line, size, down) in enumerate(
            zip(sized.stack.lines, sized.sizes, sized.baselines, strict=True), 1
        ):
            colors = starred
            if number == len(sized.sizes) and self._is_pointed(sized.stack):
                colors = self._point(large)
            x = box.x + self._indent(box.w - line.width * size) - line.left * size
            yield replace(set_line(self.para, line.span, x, box.y + down, size, colors), size=size)

    def _point(self, large: bool) -> dict[int, Color]:
        """The colour of the last line, which is the point of words without emphasis of their own."""
        usual = self.setting.color(self.use.color, large)
        color = emphasis_color(self.use.emphasis, self.setting, usual, large=large)
        return dict.fromkeys(self._every, color) if color else {}

    def _marked(self, lines: Sequence[tuple[LineSpan, Line, float]], box: Box, stack: Stack) -> list[Item]:
        """What lies behind words with emphasis, or behind the last line of those without."""
        if not self._is_pointed(stack):
            return self._marks(lines)
        found = marks(self.use.emphasis, self.setting, self.para, self._every, lines[-1:])
        return [_within(item, box) for item in found]  # a last letter's advance is wider than its ink

    def _is_marked(self, stack: Stack) -> bool:
        """Whether the last line stands on a marker."""
        marker = self.use.emphasis is not None and self.use.emphasis.marker
        return bool(marker) and self._is_pointed(stack)

    def _is_pointed(self, stack: Stack) -> bool:
        """Whether the last line has the stress: nothing is starred, and it carries sense."""
        return stack.pointed and not isinstance(self.text, Emphatic)

    def _rooms(self, box: Box, sized: Sized) -> Iterator[Box]:
        """The ink's room of each line; that of the last, within its marker."""
        for line, size, down in zip(sized.stack.lines, sized.sizes, sized.baselines, strict=True):
            inset = 2 * _EDGE * size if line is sized.stack.lines[-1] else 0.0
            left, top = box.x + self._indent(box.w - line.width * size), box.y + down - line.up * size
            high = (line.up + line.down) * size
            yield Box(left, top, line.width * size, high).inset(inset, inset, inset, inset)

    @derived
    def _every(self) -> frozenset[int]:
        """All strands."""
        return frozenset(range(len(self.para.strands)))

    def _floor(self, trial: Trial) -> float:
        """The smallest size that a line may have: until other words have given way, one that leads them."""
        gives_way = trial.forced or trial.support < 1 or bool(trial.without)
        led = 0.0 if gives_way else _LEADS * self.setting.canvas.comfortable
        return max(self._least(trial), led)

    def _least(self, trial: Trial) -> float:
        """The smallest size that can be read."""
        return self.setting.size(self.use, replace(trial, hero=0.0, support=0.0))

    def _stacks(self, most: int) -> Sequence[Stack]:
        """Those of whole words."""
        return list(map(self._dressed, stacks(self.para, most)))

    def _dressed(self, stack: Stack) -> Stack:
        """A stack with room for what emphasis adds to it."""
        if isinstance(self.text, Emphatic):
            return self._pointed(stack)
        return self._with_marker(stack) if self._is_marked(stack) else stack

    def _with_marker(self, stack: Stack) -> Stack:
        """A stack whose last line has room for a marker, from which the one above keeps off."""
        *others, last = stack.lines
        up, down = marked_reach(self.para, self._every)
        left, right = min(last.left, 0.0) - BESIDE, max(last.right, last.span.width) + BESIDE
        return stack._replace(lines=(*others, last._replace(left=left, right=right, up=up, down=down)))

    def _pointed(self, stack: Stack) -> Stack:
        """Better where words with emphasis have lines of their own."""
        owners = [{self.para.owners[at] for at in self._letters(line)} for line in stack.lines]
        points = [own <= self.starred for own in owners]
        whole = all(point or not own & self.starred for own, point in zip(owners, points, strict=True))
        lines = tuple(
            line._replace(small=False) if point else line
            for line, point in zip(stack.lines, points, strict=True)
        )
        return stack._replace(lines=lines, cost=stack.cost - _POINT * whole)

    def _letters(self, line: Level) -> Iterator[int]:
        return (at for at in range(line.span.start, line.span.end) if self.para.text[at].isalnum())


def _within(item: Item, box: Box) -> Item:
    """A marker or a line no wider than the box of the words."""
    if not isinstance(item, Fill):
        return item
    left, right = max(item.box.x, box.x), min(item.box.right, box.right)
    return replace(item, box=Box(left, item.box.y, right - left, item.box.h))
