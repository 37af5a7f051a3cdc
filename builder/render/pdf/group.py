"""Groups of flows: below each other, and side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.color import Color
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.flow import Flow, Mark, draw_pile, part, pile

_TINY = 0.01
_UNDER_HEAD = 50.0  # pt of rows at least, before a page ends


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
        keeps: bool | None = None,
    ) -> None:
        super().__init__(children[0].before, children[-1].after, mark)
        self.children, self.whole, self.pad, self.ground = list(children), whole, pad, ground
        self.beside, self.head = beside, head
        self.keeps = children[-1].keeps if keeps is None else keeps

    def _shown(self) -> list[Flow]:
        return [*([self.head] if self.head else []), *self.children]

    def _besides(self) -> float:
        return self.beside[0].height(self.beside[2]) if self.beside else 0.0

    def height(self, width: float) -> float:
        """The higher of its children and of what stands beside them."""
        across, down = self.pad
        return max(pile(self._shown(), width - 2 * across) + 2 * down, self._besides())

    def baseline(self, width: float) -> float:
        """That of the first child."""
        across, down = self.pad
        return down + self.children[0].baseline(width - 2 * across)

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Parted where the room ends, but never after a child that keeps what follows."""
        if self.height(width) <= self.whole or self._besides() > height + _TINY:
            return None
        across, down = self.pad
        room = height - 2 * down - (self.head.height(width - 2 * across) if self.head else 0.0)
        first, rest = part(self.children, width - 2 * across, room)
        lonely = self.head is not None and pile(first, width - 2 * across) < _UNDER_HEAD
        if not first or not rest or lonely:
            return None
        return (
            Stack(
                first, pad=self.pad, ground=self.ground, beside=self.beside, head=self.head, mark=self.mark
            ),
            Stack(rest, pad=self.pad, ground=self.ground, head=self.head and Again(self.head)),
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The ground, what stands beside, then the children from the top."""
        across, down = self.pad
        if self.ground:
            height = self.height(width)
            canvas.fill_with(self.ground)
            with canvas.artifact("Layout"):
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

    def __init__(
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

    def baseline(self, width: float) -> float:
        """The lowest of the cells'."""
        return max(c.baseline(w) for c, w in zip(self.cells, self._widths(width), strict=False))

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
            with canvas.artifact("Layout"):
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


class Again(Flow):
    """A flow that was drawn before: seen, but not heard a second time."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow.before, flow.after)
        self.flow, self.keeps = flow, flow.keeps

    def height(self, width: float) -> float:
        """The flow's."""
        return self.flow.height(width)

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The flow, as a part of the page and not of the text."""
        with canvas.artifact("Pagination"):
            self.flow.draw(canvas, x, top, width)


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
