"""Groups of flows: below each other, and side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum, inf
from typing import Any, NamedTuple

from builder.color import Color
from builder.content.frame import Path
from builder.content.pages import LAYOUT, Artifact, Bookmark, Owned, PageItem, PlacedFrame, Stroke
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.layout.flow.flow import TINY, Flow, Spot, measured, part, pile, placed
from builder.layout.flow.marks import Mark
from builder.record import replace

_UNDER_HEAD = 50.0  # pt of rows at least, before a page ends
_ROUND = 5.0  # pt, the corners of a ground
_RULE = 0.5  # pt
_BAR = 2.0  # pt
_AGAIN = Artifact("Pagination")


class Beside(NamedTuple):
    """A flow beside others: where it starts, from their left edge, and how wide it may be."""

    flow: Flow
    x: float
    width: float


class Stack(Flow, kw_only=True):
    """Flows below each other, perhaps on a ground, perhaps with others beside them.

    It is parted between or inside its children, unless it is lower than `whole` and less than `free` is left
    of the page; `head` is repeated over each part, or `resumed` is set over further ones. What stands
    `beside` stays with the first part, or is seen again where the parts are `resumed`.
    """

    children: tuple[Flow, ...]
    whole: float = 0.0
    free: float = inf
    pad: tuple[float, float] = (0.0, 0.0)  # at the sides, above and below
    ground: Color | None = None
    beside: Beside | None = None
    head: Flow | None = None
    resumed: Flow | None = None

    def _shown(self) -> Sequence[Flow]:
        return (self.head, *self.children) if self.head else self.children

    def _besides(self) -> float:
        return self.beside.flow.height(self.beside.width) if self.beside else 0.0

    @measured
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
        low = self.height(width) <= self.whole and height < self.free
        if low or self._besides() > height + TINY:
            return None
        inner, down = width - 2 * self.pad[0], self.pad[1]
        above = pile((self.head, Flow(before=self.children[0].before)), inner) if self.head else 0.0
        room = height - 2 * down - above
        first, rest = part(self.children, inner, room)
        if rest and self.head:
            short = _UNDER_HEAD - pile(rest, inner)
            first, rest = part(self.children, inner, room - short) if short > 0 else (first, rest)
        lonely = self.head is not None and pile(first, inner) < _UNDER_HEAD
        if not first or not rest or lonely:
            return None
        given = {"pad": self.pad, "ground": self.ground}
        over = self.resumed or self.head
        again = again_over(over) if over else None
        further: dict[str, Any] = {"head": again, "resumed": self.resumed, "after": self.after}
        further["again"] = self.again
        if self.resumed and self.beside:
            further["beside"] = self.beside._replace(flow=again_over(self.beside.flow))
        return (
            stack(first, **given, beside=self.beside, head=self.head, mark=self.mark),
            stack(rest, **given, **further),
        )

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The ground, what stands beside, then the children from the top."""
        across, down = self.pad
        if self.ground:
            box = Box(spot.x, spot.y, spot.width, self.height(spot.width))
            yield Owned(Path(rounded(box, min(down, _ROUND)), self.ground), LAYOUT)
        if self.beside:
            flow, x, width = self.beside
            yield from placed([flow], spot.at(spot.x + x, spot.y, width))
        inner = spot.at(spot.x + across, spot.y + down, spot.width - 2 * across)
        yield from placed(self._shown(), inner)

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the children too."""
        if self.mark:
            yield self.mark
        for child in self.children:
            yield from child.marks


def stack(children: Sequence[Flow], **given: Any) -> Stack:
    """A stack with the white of its first and last child, that keeps what follows if its last child does."""
    first, last = children[0], children[-1]
    usual = {"before": first.before, "after": last.after, "keep_with_next": last.keep_with_next}
    return Stack(children=tuple(children), **{**usual, **given})


class FlowRow(Flow, kw_only=True):
    """Flows side by side, tops level or `middle` to middle; widths are shares of what the gaps leave.

    It is parted inside them, unless it is lower than `whole`.
    """

    cells: tuple[Flow, ...]
    shares: tuple[float, ...]
    gap: float = 0.0
    rtl: bool = False
    rule: Color | None = None  # over them
    bar: Color | None = None  # down the side where lines start
    whole: float = 0.0
    middle: bool = False

    def _spread(self, width: float) -> list[tuple[Flow, float]]:
        """Each cell and its width."""
        free, total = width - self.gap * (len(self.shares) - 1), fsum(self.shares)
        return [(cell, free * share / total) for cell, share in zip(self.cells, self.shares, strict=False)]

    @measured
    def height(self, width: float) -> float:
        """The highest cell."""
        return max(cell.height(wide) for cell, wide in self._spread(width))

    def baseline(self, width: float) -> float:
        """The lowest of the cells'."""
        return max(cell.baseline(wide) for cell, wide in self._spread(width))

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Every cell parted at the same height; None if one of them cannot be."""
        if self.height(width) <= self.whole:
            return None
        halves = [part([cell], wide, height) for cell, wide in self._spread(width)]
        if any(not first for first, _ in halves):
            return None
        first, rest = (tuple(stack(half[side] or [Flow()]) for half in halves) for side in (0, 1))
        return (
            replace(self, cells=first, after=0.0, mark=None, keep_with_next=False),
            replace(self, cells=rest, rule=None, before=0.0, mark=None, keep_with_next=False),
        )

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """A rule over them, then the cells from the side where lines start."""
        if self.rule:
            ends = (spot.x, spot.y), (spot.x + spot.width, spot.y)
            yield Owned(Stroke(ends, self.rule, _RULE), LAYOUT)
        if self.bar:
            x = spot.x + (spot.width - _BAR / 2 if self.rtl else _BAR / 2)
            side = (x, spot.y), (x, spot.y + self.height(spot.width))
            yield Owned(Stroke(side, self.bar, _BAR), LAYOUT)
        at = 0.0
        for cell, wide in self._spread(spot.width):
            left = spot.x + (spot.width - at - wide if self.rtl else at)
            free = self.height(spot.width) - cell.height(wide) if self.middle else 0.0
            yield from placed([cell], spot.at(left, spot.y + free / 2, wide))
            at += wide + self.gap

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the cells too."""
        if self.mark:
            yield self.mark
        for cell in self.cells:
            yield from cell.marks


class Again(Flow, kw_only=True):
    """A flow that stood on a page before: seen, but not heard a second time."""

    flow: Flow

    def height(self, width: float) -> float:
        """The flow's."""
        return self.flow.height(width)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The flow, as a part of the page and not of the text."""
        for item in self.flow.placed(spot):
            if isinstance(item, Owned):
                yield replace(item, owner=_AGAIN)
            elif isinstance(item, PlacedFrame):
                yield replace(item, owners=(_AGAIN,) * len(item.owners))


def again_over(head: Flow) -> Again:
    """The head of a part that goes on, with the white that it had."""
    if isinstance(head, Again):
        return head
    return Again(flow=head, before=head.before, after=head.after, keep_with_next=head.keep_with_next)
