"""Where a paragraph's lines end, and what stands on each; lengths in em but where a size is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from builder.content.frame import Line
from builder.text.bidi import visual_order
from builder.text.fallback import graphemes
from builder.text.paragraph import MeasuredText, Word

_LONELY = 0.3  # a last line of display type shorter than this share of the ideal reads as a mistake
_ALONE = 0.2  # of the measure: a last line of text that is one word of less
_TINY = 1e-9
_FEW = 2  # lines from which there is a choice
_WIDER = (1.3, 1.14, 1.06, 1.02)  # measures in which a text may still take as many lines
_ENDLESS = float("inf")
_NEVER = (_ENDLESS, 0, 0.0)
# An over-wide word is parted after these rather than inside.
_SIGNS = frozenset("/.-–_?&=#@\u00a0\u202f")


class LineSpan(NamedTuple):
    """A line: text from `start` to `end` of the paragraph."""

    start: int
    end: int
    width: float  # its advance
    words: int  # how many it holds
    hyphen: bool = False  # whether it ends with a hyphen that the text has not


_Best = dict[int, tuple[float, int, float]]  # by number of lines: cost, first word of the last, its width


@dataclass(frozen=True, slots=True)
class Even:
    """For display type: the fewest lines, and those evenest. Least squares of what each lacks of the ideal.

    A last line of one short word, or a break inside a word or after a number, costs extra.
    """

    most: int
    ideal: float

    def cost(self, words: Sequence[Word], start: int, end: int, width: float) -> float:
        """What one line costs."""
        lack = (self.ideal - width) / self.ideal
        last = end == len(words)
        cost = lack * lack * (0.6 if last else 1.0)
        if last and start > 0 and end - start == 1 and width < _LONELY * self.ideal:
            cost += 2.0
        if not last and (words[end - 1].hyphen or words[end - 1].clings):
            cost += 0.5
        return cost


class _Filled(NamedTuple):
    """How many lines greedy filling takes, and in which measures it parts the words at the same places."""

    lines: int
    least: float  # the narrowest
    below: float  # in this one, another word fits


def fewest_lines(para: MeasuredText, measure: float) -> int:
    """How many lines the words take in a measure; 0 if a word is wider than it."""
    known = _fillings(para)
    for filled in known:  # few: a search for sizes asks for many measures that fill the same lines
        if filled.least <= measure < filled.below:
            return filled.lines
    widest = max((word.width + word.hyphen for word in para.words), default=-_ENDLESS)
    found = _filled(para.words, measure) if widest <= measure else _Filled(0, -_ENDLESS, widest)
    known.append(found._replace(least=max(found.least, widest)) if found.lines else found)
    return found.lines


@lru_cache(maxsize=256)
def _fillings(para: MeasuredText) -> list[_Filled]:  # noqa: ARG001  one list for each
    """What is known of a text's fewest lines."""
    return []


def _filled(words: Sequence[Word], measure: float) -> _Filled:
    lines, filled, least, below = 1, 0.0, -_ENDLESS, _ENDLESS
    space, forced = 0.0, False
    for word in words:
        joined = filled + word.width + (space if filled else 0.0)
        needed = joined + word.hyphen
        if forced or needed > measure:
            below = below if forced else min(below, needed)
            lines, filled = lines + 1, word.width
        else:
            least, filled = max(least, needed), joined
        space, forced = word.space, word.kind == "line"
    return _Filled(lines, least, below)


@lru_cache(maxsize=512)
def break_evenly(para: MeasuredText, measure: float) -> tuple[LineSpan, ...]:
    """The breaks that take the fewest lines and leave them evenest; none if a word does not fit."""
    count = fewest_lines(para, measure)
    if count < _FEW:
        return _together(para) if count else ()
    choices = _choices(para, count)
    spans = next((choice.spans for choice in choices if choice.widest <= measure <= choice.measure), None)
    if spans is None:
        wider = (measure * by for by in _WIDER)
        top = next((each for each in wider if fewest_lines(para, each) == count), measure)
        spans = _evenly(para.words, top)
        if _widest(spans) > measure:
            top, spans = measure, _evenly(para.words, measure)
        if _ideal(para.words, count) <= measure:
            choices.append(_Choice(top, _widest(spans), spans))
    return spans


@lru_cache(maxsize=256)
def _together(para: MeasuredText) -> tuple[LineSpan, ...]:
    """The one line of all words; none if there are none."""
    return _evenly(para.words, _ENDLESS)


class _Choice(NamedTuple):
    """Lines that are the evenest of their number in every measure from the widest of them to this one.

    In a narrower measure there are no other lines to choose from, but fewer.
    """

    measure: float
    widest: float
    spans: tuple[LineSpan, ...]


@lru_cache(maxsize=256)
def _choices(para: MeasuredText, count: int) -> list[_Choice]:  # noqa: ARG001  one list for each
    """What is known of a text on so many lines."""
    return []


def _widest(spans: tuple[LineSpan, ...]) -> float:
    return max(span.width for span in spans)


@lru_cache(maxsize=512)
def break_text(para: MeasuredText, measure: float, even: bool = False) -> tuple[LineSpan, ...]:
    """The breaks of least raggedness, or of even lines; words that are wider than the measure are parted."""
    words = tuple(_fitting(para, measure))
    return _evenly(words, measure) if even else _ragged(words, measure)


def _evenly(words: tuple[Word, ...], measure: float) -> tuple[LineSpan, ...]:
    count = _filled(words, measure).lines
    if words and count == 1:
        width = sum(word.width + word.space for word in words) - words[-1].space
        return (LineSpan(words[0].start, words[-1].end, width, len(words)),)
    return _broken(words, measure, Even(count, min(measure, _ideal(words, count))))


def _ideal(words: Sequence[Word], count: int) -> float:
    """What each of so many lines would take, were they alike."""
    return sum(word.width + word.space for word in words) / count


def _ragged(words: tuple[Word, ...], measure: float) -> tuple[LineSpan, ...]:
    """For text: few lines of least raggedness in all, by the best way to each word.

    A last line may be short, but for one short word.
    """
    wide = [word.width + word.space for word in words]
    costs: list[float] = [0.0]  # of the best lines up to each word
    best: list[_Best] = [{}]
    for end, word in enumerate(words, 1):
        ending, width, costs_here = end == len(words) or word.forced, word.width + word.hyphen, _NEVER
        for start in range(end - 1, -1, -1):
            if start < end - 1:
                width += wide[start]
                if width > measure + _TINY or words[start].forced:
                    break
            if ending:
                cost = 2.0 if start == end - 1 > 0 and width < _ALONE * measure else 1.0
            else:
                cost = 1.0 + ((measure - width) / measure) ** 2
            if costs[start] + cost < costs_here[0]:
                costs_here = (costs[start] + cost, start, width)
        costs.append(costs_here[0])
        best.append({0: costs_here})
    return tuple(_traced(words, best)) if words else ()


def _broken(words: tuple[Word, ...], measure: float, costs: Even) -> tuple[LineSpan, ...]:
    """The cheapest lines, by the best way to each word and number of lines."""
    best: list[_Best] = [{0: (0.0, 0, 0.0)}, *({} for _ in words)]
    wide = [word.width + word.space for word in words]
    for end, word in enumerate(words, 1):
        here, width = best[end], word.width + word.hyphen
        for start in range(end - 1, -1, -1):  # the shortest line first
            if start < end - 1:
                width += wide[start]
                if width > measure + _TINY or words[start].forced:
                    break
            if not (before := best[start]):
                continue
            cost = costs.cost(words, start, end, width)
            for lines, known in before.items():
                total = known[0] + cost
                if lines < costs.most and total < here.get(lines + 1, _NEVER)[0]:
                    here[lines + 1] = (total, start, width)
    return tuple(_traced(words, best)) if words and best[-1] else ()


def _traced(words: tuple[Word, ...], best: list[_Best]) -> list[LineSpan]:
    spans, end = [], len(words)
    lines = min(best[end])
    while end:
        _, start, width = best[end][lines]
        hyphen = bool(words[end - 1].hyphen) and end < len(words)
        spans.append(LineSpan(words[start].start, words[end - 1].end, width, end - start, hyphen))
        end, lines = start, lines - bool(lines)
    return spans[::-1]


def _fitting(para: MeasuredText, measure: float) -> Iterator[Word]:
    """The words; those of one address are one, those wider than the measure are parted between letters."""
    pending: Word | None = None
    for word in para.words:
        whole = word if pending is None else _merged(para, pending, word)
        pending = whole if word.address and word.kind == "sign" else None
        if pending is None:
            yield from [whole] if whole.width <= measure else _parted(para, whole, measure)
    if pending is not None:
        yield from _parted(para, pending, measure)


def _merged(para: MeasuredText, one: Word, two: Word) -> Word:
    return two._replace(start=one.start, width=para.width(one.start, two.end), clings=False)


def _parted(para: MeasuredText, word: Word, measure: float) -> Iterator[Word]:
    start = word.start
    while start < word.end:
        end = _reach(para, start, word.end, measure)
        hyphen = para.hyphen(end).width if _inside(para, word, end) else 0.0
        part = Word(start, end, para.width(start, end), 0.0, "sign", hyphen)
        yield part if end < word.end else word._replace(start=start, width=part.width)
        start = end


def _inside(para: MeasuredText, word: Word, end: int) -> bool:
    """Whether a hyphen stands where an over-wide word is parted: in no address."""
    return end < word.end and not word.address and para.hyphenated(end)


def _reach(para: MeasuredText, start: int, stop: int, measure: float) -> int:
    """As far as a part of an over-wide word fits, rather to a sign than into the middle."""
    fitting: list[int] = []
    at = start
    for letter in graphemes(para.text[start:stop]):
        at += len(letter)
        hyphen = para.hyphen(at).width if at < stop and para.hyphenated(at) else 0.0
        if para.width(start, at) + hyphen > measure and fitting:
            break
        fitting.append(at)
    if fitting[-1] == stop:
        return stop
    signs = [end for end in fitting if para.text[end - 1] in _SIGNS]
    return signs[-1] if signs and signs[-1] > start + (fitting[-1] - start) // 2 else fitting[-1]


@lru_cache(maxsize=1024)
def ink(para: MeasuredText, span: LineSpan) -> tuple[float, float]:
    """How far the line's ink reaches above and below its baseline."""
    boxes = [box for box in para.inks(span.start, span.end) if box]
    return max([0.0, *[box[3] for box in boxes]]), max([0.0, *[-box[1] for box in boxes]])


def bearing(para: MeasuredText, span: LineSpan) -> float:
    """The white before the first letter's ink; large type hangs it outside the margin."""
    parts = list(para.parts(span.start, span.end))
    _, first = parts[visual_order([stretch.level for stretch, _ in parts])[0]]
    drawn = zip(first.clusters.lefts, first.clusters.inks, strict=True)
    return min((left + ink[0] for left, ink in drawn if ink), default=0.0)


def first_advance(para: MeasuredText, span: LineSpan) -> float:
    """The advance of a line's first character; an opening quotation mark hangs by it."""
    return para.width(span.start, span.start + 1)


def set_line(para: MeasuredText, span: LineSpan, x: float, baseline: float, size: float) -> Line:
    """The runs of one line from its left edge x, in the canvas's unit."""
    placed = para.runs(span.start, span.end, x, size, hyphen=span.hyphen)
    return Line(tuple(each.run for each in placed), baseline)
