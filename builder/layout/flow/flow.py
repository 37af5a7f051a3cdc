"""Flows: what is poured into pages, and how they are piled up and parted.

Heights are whole steps of half the baseline grid, so that lines of text stand at
the same height on facing pages whatever comes between them. Lengths are in pt;
y grows downwards from the top of the page.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

from builder.content.pages import Bookmark, PageItem
from builder.layout.flow.marks import Mark
from builder.record import Record, derived, field, replace

TINY = 0.01  # pt that are no more than an error of rounding


class Spot(Record):
    """Where a flow stands: its top left corner on a page, and how wide it may be."""

    x: float
    y: float
    width: float
    page: int = 1
    numbers: Mapping[str, int] = field(default_factory=dict)  # on which page each id stands

    def at(self, x: float, y: float, width: float) -> Spot:
        """Another place on the same page."""
        return Spot(x, y, width, self.page, self.numbers)


class Flow(Record, kw_only=True, dict=True):
    """Something as wide as the room it gets and as high as it needs.

    `before`, `after`: the least white above and below. `keep_with_next`: it is not left at
    the foot of a page without what follows. `needs`: the room that must be left on a page
    for it to start there. Where its page has some left, the white above it may grow by so much (`elastic`,
    in pt); where that spares a page, it may be less by `gives_way`. `lower` ones are the same in less height,
    step by step: those of a chapter that are `fellow` are all as low; `higher` ones in more, for a page with
    room left. `lowered`: how many steps lower it is than was asked for. `again` is seen above it where it
    starts a further page. `level`: that of the heading that it is, 0 if it is none.
    """

    before: float = 0.0
    after: float = 0.0
    mark: Mark | None = None
    keep_with_next: bool = False
    needs: float = 0.0
    elastic: float = 0.0
    gives_way: float = 0.0
    lower: tuple[Flow, ...] = ()
    higher: tuple[Flow, ...] = ()
    fellow: bool = False
    lowered: int = 0
    again: Flow | None = None
    level: int = 0

    def height(self, width: float) -> float:  # noqa: ARG002
        """The height it takes in a width."""
        return 0.0

    def baseline(self, width: float) -> float:  # noqa: ARG002
        """How far its first line of text stands below its top; 0 if it has none."""
        return 0.0

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:  # noqa: ARG002
        """The part that fits the height and the rest; None if it is not to be parted there."""
        return None

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:  # noqa: ARG002
        """What stands on the page."""
        yield from ()

    @derived
    def heights(self) -> dict[float, float]:
        """Those that were `measured`, by width."""
        return {}

    @property
    def marks(self) -> Iterator[Mark]:
        """Its own mark and those inside it."""
        if self.mark:
            yield self.mark


def measured(height: Callable[[Any, float], float]) -> Callable[[Any, float], float]:
    """A height of a flow that is measured once a width: to see what fits, a page asks for it often."""

    @wraps(height)
    def known(flow: Any, width: float) -> float:
        heights: dict[float, float] = flow.heights
        found = heights.get(width)
        if found is None:
            found = heights[width] = height(flow, width)
        return found

    return known


def stepped(length: float, step: float) -> float:
    """A length filled up to whole steps."""
    return math.ceil(length / step - TINY) * step if step else length


def pile(flows: Sequence[Flow], width: float) -> float:
    """The height of flows below each other; between two stands the larger of their whites."""
    heights = [flow.height(width) for flow in flows]
    if len(flows) == 1:
        return heights[0]
    whites = map(max, [flow.after for flow in flows[:-1]], [flow.before for flow in flows[1:]])
    return math.fsum(heights) + math.fsum(whites)


def placed(flows: Sequence[Flow], spot: Spot, more: float = 0.0) -> Iterator[PageItem | Bookmark]:
    """What flows below each other put on the page, with a bookmark where a mark stands.

    Above those that are elastic stands `more` white, or as much as they take; if that is less than nothing,
    those that give way have so much less.
    """
    here = spot
    for place, flow in enumerate(flows):
        if place:
            above = flows[place - 1]
            y = here.y + above.height(spot.width) + white(above, flow)
            here = spot.at(spot.x, y + _moved(flows, place, more) if more else y, spot.width)
        if mark := flow.mark:
            yield Bookmark(mark.level, mark.title, mark.id, spot.page, here.y, mark.listed)
        yield from flow.placed(here)


def _moved(flows: Sequence[Flow], place: int, more: float) -> float:
    """How much further down a flow stands than its white says, or how much less far."""
    return min(more, gives(flows, place)) if more > 0 else max(more, -flows[place].gives_way)


def gives(flows: Sequence[Flow], place: int) -> float:
    """How much the white above a flow may grow: not at all where what is above holds it there."""
    held = place == 0 or flows[place - 1].keep_with_next
    return 0.0 if held else flows[place].elastic


def part(flows: Sequence[Flow], width: float, height: float) -> tuple[list[Flow], list[Flow]]:
    """The flows that fit a height, the last one perhaps in part, and the rest.

    What gives way above them does so where one fits then that would not else.
    """
    y = above = spare = 0.0
    for place, flow in enumerate(flows):
        if place:
            y += above if above > flow.before else flow.before
            spare += flow.gives_way
        above, own = flow.after, flow.height(width)
        starts = not place or y + flow.needs <= height + spare
        if not starts or y + own > height + spare + TINY:
            halves = flow.cut(width, max(height - y, 0.0)) if starts else None
            if halves:
                return [*flows[:place], halves[0]], [halves[1], *flows[place + 1 :]]
            end = place
            while end and flows[end - 1].keep_with_next:
                end -= 1
            return list(flows[:end]), list(flows[end:])
        y += own
    return list(flows), []


def instead(flow: Flow, other: Flow) -> Flow:
    """Another form of a flow in its place."""
    names = ("before", "after", "mark", "keep_with_next", "needs", "elastic", "gives_way", "again")
    return replace(other, **{name: getattr(flow, name) for name in names})


def white(one: Flow, two: Flow) -> float:
    """The white between two flows."""
    return max(one.after, two.before)
