"""Stacks: lines of display type that are each set to one width, by a size of their own.

Which words may share a line is a matter of sense alone, and what a line needs of the width is a matter of
its ink; so a text's stacks are found once, in em, and whoever has a box chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import fsum, log
from typing import NamedTuple

import regex

from builder.kept import many
from builder.text.ink import across, ink
from builder.text.lines import LineSpan, spanned
from builder.text.paragraph import MeasuredText, Word
from builder.text.sense import INSIDE, WORD, Joint, leans
from builder.text.small import leans_back, small_words
from builder.text.ways import grouped, hyphens_of, in_parts, joints_of, parted_ways, ways

MOST_UNLIKE = 2.8  # times the smallest line: how large the largest may be
_SOME = 12  # words of which all breaks are tried
_KEPT = 24  # stacks of as many lines: the cheapest
_POINTLESS = 0.6  # what a last line of small words costs: it is where the point should be
_STUMP, _STUMP_COST = 0.5, 0.4  # of the mean of the others: a last line that looks left over
_TINY, _ORPHAN = 0.35, 0.5  # the same of one word on another line
_CUT = 0.7  # a line that ends inside one of several sentences
_LONE = 0.6  # one word that such a line consists of: it reads as a sentence of its own
_FLAT, _WORDS = 0.3, 3  # one line of so many words or more: no stack
_MIXED = 0.6  # a line that joins a part of a sentence to another
_DIGITS = 6  # of a number in groups, from which on it is one to ring and not small beside other lines
_UNLIKE = 0.5  # what lines cost that are more unlike than they may be, by the logarithm of how much
_TO_RING = regex.compile(rf"\d(?:[ \u00a0\u202f()]{{0,2}}\d){{{_DIGITS - 1},}}")


class Level(NamedTuple):
    """A line of a stack: where its ink ends on each side, in em of its own size."""

    span: LineSpan
    left: float
    right: float
    up: float
    down: float
    small: bool  # whether it is no larger than others: all its words are small ones, or others have a number

    @property
    def width(self) -> float:
        """Its ink's width."""
        return self.right - self.left


class Stack(NamedTuple):
    """Lines, and what their breaks cost the sense."""

    lines: tuple[Level, ...]
    cost: float
    pointed: bool  # whether its last line carries sense, so that it may be stressed


@lru_cache(maxsize=many(256))
def stacks(para: MeasuredText, most: int) -> tuple[Stack, ...]:
    """The stacks of a text with at most so many lines, whose words are whole.

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


@lru_cache(maxsize=many(64))
def parted_stacks(para: MeasuredText, most: int, measure: float, tear: float) -> tuple[Stack, ...]:
    """Those for a box too narrow for a word: what is wider than the measure ends lines with hyphens.

    Lengths in em. No hyphen costs the sense more than `tear`; none if no word may be parted so.
    """
    words = in_parts(para, measure, tear)
    known = hyphens_of(para, words) | joints_of(para)
    return tuple(_stack(para, way.spans, known) for way in parted_ways(para, words, most))


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
    ends = [known.get(span.end, inside) for span in spans[:-1]]
    plain = len(para.strands) == 1  # nothing is starred
    stump = plain and len(lines) > 1 and not ends[-1].sentence and _is_stump(lines[-1], lines[:-1])
    cost = fsum(end.cost for end in ends) + _cuts(para, spans, known)
    cost += _ORPHAN * sum(_is_orphan(para, number, lines) for number in range(len(spans) - 1))
    cost += _FLAT * (len(lines) == 1 and len(_words(para, spans[0])) >= _WORDS)
    cost += _STUMP_COST * stump + _POINTLESS * (len(lines) > 1 and lines[-1].small)
    return Stack(_led(para, lines), cost, _is_point(para, lines, ends, stump=stump))


def _cuts(para: MeasuredText, spans: tuple[LineSpan, ...], known: dict[int, Joint]) -> float:
    """What it costs, where several sentences end, that lines end inside one or join a part to another."""
    stops = {0, spans[-1].end, *(end for end, joint in known.items() if joint.sentence)}
    if len(stops) == len((0, spans[-1].end)):
        return 0.0
    starts = (0, *(span.end for span in spans[:-1]))
    torn = [span for span in spans if span.end not in stops]
    lone = sum(len(_words(para, span)) == 1 for span in torn)
    mixed = sum(
        any(start < stop < span.end for stop in stops) and not {start, span.end} <= stops
        for start, span in zip(starts, spans, strict=True)
    )
    return _CUT * len(torn) + _LONE * lone + _MIXED * mixed


def _is_orphan(para: MeasuredText, number: int, lines: Sequence[Level]) -> bool:
    """Whether a line is one word, and small or very short beside the others."""
    line, others = lines[number], (*lines[:number], *lines[number + 1 :])
    return len(_words(para, line.span)) == 1 and (line.small or _is_stump(line, others, _TINY))


def _is_stump(line: Level, others: Sequence[Level], share: float = _STUMP) -> bool:
    """Whether a line is so short beside the others, in letters of one size, that it looks left over."""
    return line.width < share * fsum(other.width for other in others) / len(others)


def _is_point(para: MeasuredText, lines: tuple[Level, ...], ends: Sequence[Joint], *, stump: bool) -> bool:
    """Whether the last line has a word of its own and is not torn from a small one before it.

    Where the language has no list of small words, it must not be short beside the others.
    """
    if len(lines) < 2 or lines[-1].small or ends[-1].cost > WORD:
        return False
    return not stump or bool(small_words(_language(para)))


def _small(para: MeasuredText, span: LineSpan) -> bool:
    language = _language(para)
    return all(leans(word, language) or leans_back(word, language) for word in _words(para, span))


def _led(para: MeasuredText, lines: tuple[Level, ...]) -> tuple[Level, ...]:
    """The lines, those without a number to ring small if others have one: it is what matters."""
    rung = [bool(_TO_RING.search(para.text[line.span.start : line.span.end])) for line in lines]
    if not any(rung):
        return lines
    return tuple(line._replace(small=not rings) for line, rings in zip(lines, rung, strict=True))


def _words(para: MeasuredText, span: LineSpan) -> list[str]:
    return para.text[span.start : span.end].split()


def _language(para: MeasuredText) -> str:
    return para.strands[0].language if para.strands else ""


def _unlike(stack: Stack) -> float:
    widths = [line.width for line in stack.lines]
    ratio = max(widths) / max(min(widths), 1e-6)
    return _UNLIKE * max(log(ratio / MOST_UNLIKE), 0.0)
