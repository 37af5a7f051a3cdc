"""Stacks: lines of display type that are each set to one width, by a size of their own.

Which words may share a line is a matter of sense alone, and what a line needs of the width is a matter of
its ink; so a text's stacks are found once, in em, and whoever has a box chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import log
from typing import NamedTuple

from builder.kept import many
from builder.text.ink import across, ink
from builder.text.lines import LineSpan, spanned
from builder.text.paragraph import MeasuredText, Word
from builder.text.sense import INSIDE, Joint, leans
from builder.text.ways import grouped, joints_of, ways

MOST_UNLIKE = 2.8  # times the smallest line: how large the largest may be
_SOME = 12  # words of which all breaks are tried
_KEPT = 24  # stacks of as many lines: the cheapest
_POINTLESS = 0.6  # what a last line of small words costs: it is where the point should be
_UNLIKE = 0.5  # what lines cost that are more unlike than they may be, by the logarithm of how much


class Level(NamedTuple):
    """A line of a stack: where its ink ends on each side, in em of its own size."""

    span: LineSpan
    left: float
    right: float
    up: float
    down: float
    small: bool  # whether all its words are small ones, which no line makes larger than others

    @property
    def width(self) -> float:
        """Its ink's width."""
        return self.right - self.left


class Stack(NamedTuple):
    """Lines, and what their breaks cost the sense."""

    lines: tuple[Level, ...]
    cost: float


@lru_cache(maxsize=many(256))
def stacks(para: MeasuredText, most: int) -> tuple[Stack, ...]:
    """The stacks of a text with at most so many lines; words are never parted.

    Of a long text they are those that its lines of one size may have.
    """
    known = joints_of(para)
    words = tuple(grouped(para, known))
    if not words:
        return ()
    if len(words) > _SOME:
        found = (way.spans for way in ways(para, most) if not any(span.hyphen for span in way.spans))
        return tuple(_stack(para, spans, known) for spans in found)
    kept: list[Stack] = []
    for count in range(1, min(most, len(words)) + 1):
        every = [_stack(para, spans, known) for spans in _breaks(words, count)]
        kept += sorted(every, key=lambda stack: stack.cost + _unlike(stack))[:_KEPT]
    return tuple(kept)


def _breaks(words: Sequence[Word], count: int) -> Iterator[tuple[LineSpan, ...]]:
    """All ways to break words into so many lines."""
    forced = {number for number, word in enumerate(words[:-1], 1) if word.forced}
    for cuts in combinations(range(1, len(words)), count - 1):
        if forced <= set(cuts):
            ends = (0, *cuts, len(words))
            yield tuple(spanned(words, start, end, 0.0) for start, end in pairwise(ends))


def _stack(para: MeasuredText, spans: tuple[LineSpan, ...], known: dict[int, Joint]) -> Stack:
    lines = tuple(Level(span, *across(para, span), *ink(para, span), _small(para, span)) for span in spans)
    inside = Joint(INSIDE)
    cost = sum(known.get(span.end, inside).cost for span in spans[:-1])
    return Stack(lines, cost + _POINTLESS * (len(lines) > 1 and lines[-1].small))


def _small(para: MeasuredText, span: LineSpan) -> bool:
    language = para.strands[0].language if para.strands else ""
    return all(leans(word, language) for word in para.text[span.start : span.end].split())


def _unlike(stack: Stack) -> float:
    widths = [line.width for line in stack.lines]
    ratio = max(widths) / max(min(widths), 1e-6)
    return _UNLIKE * max(log(ratio / MOST_UNLIKE), 0.0)
