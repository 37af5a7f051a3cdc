"""Where a paragraph's lines end, and what stands on each; lengths in em but where a size is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import fsum
from typing import NamedTuple

from builder.color import Color
from builder.content.frame import Line
from builder.kept import many
from builder.record import Record, replace
from builder.text.hyphens import hyphenated
from builder.text.paragraph import MeasuredText, Word
from builder.text.parting import at_joints, fitting
from builder.text.shaping import SOFT_HYPHEN

_LONELY = 0.3  # a last line of display type shorter than this share of the ideal reads as a mistake
_TORN_EVENLY = 8.0  # what a hyphen weighs more where lines are as few and as even as can be
_TINY = 1e-9
_LONG = 12  # letters of a word of supporting text that may be parted
_FEW = 2  # lines from which there is a choice
_WIDER = (1.3, 1.14, 1.06, 1.02)  # measures in which a text may still take as many lines
_ENDLESS = float("inf")
_NEVER = (_ENDLESS, 0, 0.0)


class LineSpan(NamedTuple):
    """A line: text from `start` to `end` of the paragraph."""

    start: int
    end: int
    width: float  # its advance
    hyphen: bool = False  # whether it ends with a hyphen that the text has not


_Best = dict[int, tuple[float, int, float]]  # by number of lines: cost, first word of the last, its width


class Even(Record):
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
        word = words[end - 1]
        if not last and (word.hyphen or word.clings or word.tear):
            cost += _TORN_EVENLY * word.tear or 0.5
        return cost


class _Filled(NamedTuple):
    """How many lines greedy filling takes, and in which measures it parts the words at the same places."""

    lines: int
    least: float  # the narrowest
    below: float  # in this one, another word fits


def fewest_lines(para: MeasuredText, measure: float) -> int:
    """How many lines the words take in a measure; 0 if a word is wider than it, and so is a part of it."""
    known = _fillings(para)
    for filled in known:  # few: a search for sizes asks for many measures that fill the same lines
        if filled.least <= measure < filled.below:
            return filled.lines
    words, widest = para.words, _widest_of(para.words)
    most = _ENDLESS
    if widest > measure:
        words, most = _narrow(para), widest
        widest = _widest_of(words)
    found = _filled(words, measure) if widest <= measure else _Filled(0, -_ENDLESS, widest)
    kept = found._replace(least=max(found.least, widest), below=min(found.below, most))
    known.append(kept if found.lines else found)
    return found.lines


def _widest_of(words: Sequence[Word]) -> float:
    return max((word.width + word.hyphen for word in words), default=-_ENDLESS)


@lru_cache(maxsize=many(256))
def _narrow(para: MeasuredText) -> tuple[Word, ...]:
    """The words for a measure that is too narrow for one of them: long ones are in parts."""
    return tuple(chain.from_iterable(_in_parts(para, word) for word in para.words))


def _in_parts(para: MeasuredText, word: Word) -> Iterable[Word]:
    if word.address:
        return at_joints(para, word)
    return hyphenated(para, [word]) if word.end - word.start >= _LONG else [word]


@lru_cache(maxsize=many(256))
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


@lru_cache(maxsize=many(512))
def break_evenly(para: MeasuredText, measure: float) -> tuple[LineSpan, ...]:
    """The breaks that take the fewest lines and leave them evenest; none if a word does not fit.

    Only where one does not are long ones parted by hyphens.
    """
    count = fewest_lines(para, measure)
    if count < _FEW:
        return _together(para) if count else ()
    if _widest_of(para.words) > measure:
        return _evenly(_narrow(para), measure)
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


def lines_of(words: Sequence[Word], measure: float) -> int:
    """How many lines words take that are no wider than the measure."""
    return _filled(words, measure).lines


def words_in(para: MeasuredText, measure: float) -> tuple[Word, ...]:
    """The words; those that are wider than the measure are parted."""
    if any(word.width > measure for word in para.words):
        return tuple(fitting(para, measure))
    return para.words


def one_line(para: MeasuredText) -> LineSpan | None:
    """All of a text on one line, if it has no line break of its own."""
    end = len(para.text.rstrip(SOFT_HYPHEN))
    return LineSpan(0, end, para.width(0, end)) if end and "\n" not in para.text else None


def _evenly(words: tuple[Word, ...], measure: float) -> tuple[LineSpan, ...]:
    count = _filled(words, measure).lines
    if words and count == 1:
        width = fsum(word.width + word.space for word in words) - words[-1].space
        return (LineSpan(words[0].start, words[-1].end, width),)
    return _broken(words, measure, Even(count, min(measure, _ideal(words, count))))


def _ideal(words: Sequence[Word], count: int) -> float:
    """What each of so many lines would take, were they alike."""
    return fsum(word.width + word.space for word in words) / count


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
        spans.append(spanned(words, start, end, width))
        end, lines = start, lines - 1
    return spans[::-1]


def spanned(words: Sequence[Word], start: int, end: int, width: float) -> LineSpan:
    """The line of the words from one number up to before another."""
    hyphen = bool(words[end - 1].hyphen) and end < len(words)
    return LineSpan(words[start].start, words[end - 1].end, width, hyphen)


def set_line(
    para: MeasuredText,
    span: LineSpan,
    x: float,
    baseline: float,
    size: float,
    colors: Mapping[int, Color] | None = None,
) -> Line:
    """The runs of one line from its left edge x, in the canvas's unit; `colors` are those of some strands."""
    placed = para.runs(span.start, span.end, x, size, hyphen=span.hyphen)
    if not colors:
        return Line(tuple(run for _, run in placed), baseline)
    return Line(tuple(replace(run, color=colors.get(strand)) for strand, run in placed), baseline)
