"""Flows: what is poured into pages. Words, stacks of flows, rows of them.

Heights are whole steps of half the baseline grid, so that lines of text stand at
the same height on facing pages whatever comes between them. Lengths are in pt;
y grows upwards, as it does in PDF.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.color import Color
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.passage import Passage

_LEAST_LINES = 2  # of a paragraph at the foot of a page (orphans) and at its head (widows)
_TINY = 0.01
_ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A part that starts here, for bookmarks, contents and links; level 1 is a chapter."""

    level: int
    title: str
    id: str


class Flow:
    """Something as wide as the room it gets and as high as it needs.

    `before`, `after`: the least white above and below. `keeps`: it is not left at
    the foot of a page without what follows. `needs`: the room that must be left
    on a page for it to start there.
    """

    keeps = False
    needs = 0.0

    def __init__(self, before: float = 0.0, after: float = 0.0, mark: Mark | None = None) -> None:
        self.before, self.after, self.mark = before, after, mark

    def height(self, width: float) -> float:
        """The height it takes in a width."""
        raise NotImplementedError

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:  # noqa: ARG002
        """The part that fits the height and the rest; None if it is not to be parted there."""
        return None

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Draws it with its top left corner at x, top."""
        raise NotImplementedError

    @property
    def marks(self) -> Iterator[Mark]:
        """Its own mark and those inside it."""
        if self.mark:
            yield self.mark


@dataclass(frozen=True, slots=True)
class Setting:
    """How words stand in their room: lengths in pt."""

    link: Color
    grid: float = 0.0  # the height is filled up to whole steps of it, above the words
    even: bool = False  # lines as long as each other
    end: bool = False  # at the end of the line instead of its start
    keeps: bool = False


class Words(Flow):
    """A passage on lines."""

    def __init__(  # noqa: PLR0913  what differs from paragraph to paragraph
        self,
        passage: Passage,
        setting: Setting,
        before: float = 0.0,
        after: float = 0.0,
        mark: Mark | None = None,
        part: slice = _ALL,
    ) -> None:
        super().__init__(before, after, mark)
        self.passage, self.setting, self._part = passage, setting, part
        self.keeps = setting.keeps

    def _lines(self, width: float) -> Sequence[tuple[int, int]]:
        return self.passage.lines(width, self.setting.even)[self._part]

    def height(self, width: float) -> float:
        """Its lines, and what fills the last step of the grid."""
        own = len(self._lines(width)) * self.passage.style.leading
        return stepped(own, self.setting.grid)

    def baseline(self, width: float) -> float:
        """The first baseline below its top."""
        own = len(self._lines(width)) * self.passage.style.leading
        return stepped(own, self.setting.grid) - own + self.passage.baseline

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Parted so that two lines at least stand on each page."""
        count = len(self._lines(width))
        fit = min(int((height + _TINY) / self.passage.style.leading), count - _LEAST_LINES)
        if fit < _LEAST_LINES:
            return None
        middle = (self._part.start or 0) + fit
        head, tail = slice(self._part.start, middle), slice(middle, self._part.stop)
        return (
            Words(self.passage, self.setting, self.before, 0.0, self.mark, head),
            Words(self.passage, self.setting, 0.0, self.after, None, tail),
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Each line on its baseline."""
        y = top - self.baseline(width)
        for start, end in self._lines(width):
            free = width - self.passage.width(start, end)
            shift = free if self.passage.rtl != self.setting.end else 0.0
            self._draw_line(canvas, start, end, x + shift, y)
            y -= self.passage.style.leading

    def _draw_line(self, canvas: GlyphCanvas, start: int, end: int, x: float, y: float) -> None:
        style = self.passage.style
        for piece in self.passage.pieces(start, end, x):
            canvas.fill_with(self.setting.link if piece.span.link else style.color)
            canvas.show(piece.shaped, piece.font, style.size, piece.x, y, style.tracking)
            if piece.span.link:
                self._draw_link(canvas, piece.span.link, (piece.x, y, piece.x + piece.width))

    def _draw_link(self, canvas: GlyphCanvas, target: str, where: tuple[float, float, float]) -> None:
        left, y, right = where
        size = self.passage.style.size
        canvas.stroke_with(self.setting.link, size / 20)
        canvas.line(left, y - size * 0.17, right, y - size * 0.17)
        canvas.link(target, (left, y - size * 0.3, right, y + size * 0.9))


class Stack(Flow):
    """Flows below each other, perhaps on a ground, perhaps with others beside them.

    It is parted between or inside its children, unless it is lower than `whole`;
    what stands `beside` (from x, so wide) stays with the first part, `head` is
    repeated over each part.
    """

    def __init__(  # noqa: PLR0913  what differs from group to group
        self,
        children: Sequence[Flow],
        *,
        whole: float = 0.0,
        pad: tuple[float, float] = (0.0, 0.0),
        ground: Color | None = None,
        beside: tuple[Flow, float, float] | None = None,
        head: Flow | None = None,
        mark: Mark | None = None,
    ) -> None:
        super().__init__(children[0].before, children[-1].after, mark)
        self.children, self.whole, self.pad, self.ground = list(children), whole, pad, ground
        self.beside, self.head = beside, head
        self.keeps = children[-1].keeps

    def _shown(self) -> list[Flow]:
        return [*([self.head] if self.head else []), *self.children]

    def _besides(self) -> float:
        return self.beside[0].height(self.beside[2]) if self.beside else 0.0

    def height(self, width: float) -> float:
        """The higher of its children and of what stands beside them."""
        across, down = self.pad
        return max(pile(self._shown(), width - 2 * across) + 2 * down, self._besides())

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Parted where the room ends, but never after a child that keeps what follows."""
        if self.height(width) <= self.whole or self._besides() > height + _TINY:
            return None
        across, down = self.pad
        room = height - 2 * down - (self.head.height(width - 2 * across) if self.head else 0.0)
        first, rest = part(self.children, width - 2 * across, room)
        if not first or not rest:
            return None
        alike = {"pad": self.pad, "ground": self.ground, "head": self.head}
        return (
            Stack(first, beside=self.beside, mark=self.mark, **alike),  # type: ignore[arg-type]
            Stack(rest, **alike),  # type: ignore[arg-type]
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The ground, what stands beside, then the children from the top."""
        across, down = self.pad
        if self.ground:
            height = self.height(width)
            canvas.fill_with(self.ground)
            canvas.roundRect(x, top - height, width, height, min(down, 5), stroke=0, fill=1)
        if self.beside:
            flow, at, wide = self.beside
            draw_pile(canvas, [flow], x + at, top, wide)
        draw_pile(canvas, self._shown(), x + across, top - down, width - 2 * across)

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the children too."""
        yield from super().marks
        for child in self.children:
            yield from child.marks


class Row(Flow):
    """Flows side by side, tops level; widths are shares of what the gaps leave."""

    def __init__(  # noqa: PLR0913  a row of a table is told how it differs from others
        self,
        cells: Sequence[Flow],
        shares: Sequence[float],
        gap: float,
        *,
        rtl: bool = False,
        rule: Color | None = None,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(before, after)
        self.cells, self.shares, self.gap, self.rtl, self.rule = list(cells), shares, gap, rtl, rule

    def _widths(self, width: float) -> list[float]:
        free = width - self.gap * (len(self.shares) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        """The highest cell."""
        return max(cell.height(wide) for cell, wide in zip(self.cells, self._widths(width), strict=False))

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Every cell parted at the same height; None if one of them cannot be."""
        halves = [part([c], w, height) for c, w in zip(self.cells, self._widths(width), strict=False)]
        if any(not first for first, _ in halves):
            return None
        first, rest = ([Stack(half[side] or [Blank()]) for half in halves] for side in (0, 1))
        return (
            Row(first, self.shares, self.gap, rtl=self.rtl, rule=self.rule, before=self.before),
            Row(rest, self.shares, self.gap, rtl=self.rtl, after=self.after),
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The cells from the side where lines start, and a rule over them."""
        if self.rule:
            canvas.stroke_with(self.rule, 0.5)
            canvas.line(x, top, x + width, top)
        at = 0.0
        for cell, wide in zip(self.cells, self._widths(width), strict=False):
            left = x + (width - at - wide if self.rtl else at)
            draw_pile(canvas, [cell], left, top, wide)
            at += wide + self.gap

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the cells too."""
        for cell in self.cells:
            yield from cell.marks


class Blank(Flow):
    """White."""

    def __init__(self, room: float = 0.0) -> None:
        super().__init__()
        self.room = room

    def height(self, width: float) -> float:  # noqa: ARG002
        """The room it was given."""
        return self.room

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Nothing."""


def stepped(length: float, step: float) -> float:
    """A length filled up to whole steps."""
    return math.ceil(length / step - _TINY) * step if step else length


def pile(flows: Sequence[Flow], width: float) -> float:
    """The height of flows below each other; between two stands the larger of their whites."""
    heights = sum(flow.height(width) for flow in flows)
    return heights + sum(white(one, two) for one, two in pairwise(flows))


def draw_pile(canvas: GlyphCanvas, flows: Sequence[Flow], x: float, top: float, width: float) -> None:
    """Draws flows below each other from the top, and sets their marks."""
    for place, flow in enumerate(flows):
        top -= white(flows[place - 1], flow) if place else 0.0
        if flow.mark:
            canvas.enter(flow.mark.id, top)
        flow.draw(canvas, x, top, width)
        top -= flow.height(width)


def part(flows: Sequence[Flow], width: float, height: float) -> tuple[list[Flow], list[Flow]]:
    """The flows that fit a height, the last one perhaps in part, and the rest."""
    y = 0.0
    for place, flow in enumerate(flows):
        y += white(flows[place - 1], flow) if place else 0.0
        own = flow.height(width)
        starts = not place or y + flow.needs <= height
        if not starts or y + own > height + _TINY:
            halves = flow.cut(width, height - y) if starts else None
            if halves:
                return [*flows[:place], halves[0]], [halves[1], *flows[place + 1 :]]
            end = place
            while end and flows[end - 1].keeps:
                end -= 1
            return list(flows[:end]), list(flows[end:])
        y += own
    return list(flows), []


def white(one: Flow, two: Flow) -> float:
    """The white between two flows."""
    return max(one.after, two.before)
