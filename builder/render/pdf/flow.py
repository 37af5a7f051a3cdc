"""Flows: what is poured into pages, and how they are piled up and parted.

Heights are whole steps of half the baseline grid, so that lines of text stand at
the same height on facing pages whatever comes between them. Lengths are in pt;
y grows upwards, as it does in PDF.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.render.pdf.canvas import GlyphCanvas

_TINY = 0.01


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

    def baseline(self, width: float) -> float:  # noqa: ARG002
        """How far its first line of text stands below its top; 0 if it has none."""
        return 0.0

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
