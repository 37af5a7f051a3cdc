"""Running text on lines: few of them, as even as can be, none of which parts what belongs together."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import fsum

from builder.record import replace
from builder.text.hyphens import hyphenated, text_cost
from builder.text.lines import LineSpan, one_line, spanned, words_in
from builder.text.paragraph import MeasuredText, Word
from builder.text.ways import joints_of
from builder.text.whole import tear

_ALONE = 0.2  # of the measure: a last line of less looks lost
_FEW = 0.1  # what such a line of several words costs, beside the whole line that one word does
_SHORT = 0.25  # of the measure: a line that lacks more than this may be filled with a part of a word
_TORN = 0.4  # what the sense of running text weighs beside that of a headline
_HYPHEN = 0.1  # of a word that is written with one
_LED = 0.4  # the same of a lead
_TINY = 1e-9


@lru_cache(maxsize=512)
def break_text(para: MeasuredText, measure: float, placed: bool = True) -> tuple[LineSpan, ...]:
    """The breaks of least raggedness; words that are wider than the measure are parted.

    So are others, where a line would else lack much of the measure. Unless lines are `placed` by their
    widths, those of a text that is one line are not added up word by word.
    """
    if not placed and (line := one_line(para)) and line.width <= measure:
        return (line,)
    words = words_in(para, measure)
    spans = _ragged(words, measure)
    if any(_tear(para, span.end) for span in spans[:-1]):
        words = tuple([replace(word, tear=_tear(para, word.end)) for word in words])
        spans = _ragged(words, measure)
    return _filled_up(para, words, spans, measure)


@lru_cache(maxsize=256)
def break_lead(para: MeasuredText, measure: float, placed: bool = True) -> tuple[LineSpan, ...]:
    """The same of a paragraph in larger type: of lines as ragged, those that end where the sense does."""
    if not placed and (line := one_line(para)) and line.width <= measure:
        return (line,)
    known = joints_of(para)
    words = tuple(
        replace(word, tear=_LED * known[word.end].cost) if word.end in known else word
        for word in words_in(para, measure)
    )
    return _filled_up(para, words, _ragged(words, measure), measure)


def _filled_up(
    para: MeasuredText, words: tuple[Word, ...], spans: tuple[LineSpan, ...], measure: float
) -> tuple[LineSpan, ...]:
    """Lines of the words; with hyphens, if one of these lines lacks much of the measure."""
    short = (1.0 - _SHORT) * measure
    if all(span.width >= short or para.text[span.end : span.end + 1] in ("\n", "") for span in spans[:-1]):
        return spans
    parts = hyphenated(para, words)
    priced = (replace(part, tear=text_cost(para, part)) if part.hyphen else part for part in parts)
    return _ragged(tuple(priced), measure)


def _tear(para: MeasuredText, end: int) -> float:
    """What a line of text costs that ends there inside a date, an amount, a name or a word with a hyphen."""
    if para.text[end - 1 : end] == "-" and para.text[end : end + 1].isalpha():
        return _HYPHEN
    return _TORN * tear(para.text, end, para.strands[para.owners[end - 1]].language)


def _ragged(words: tuple[Word, ...], measure: float) -> tuple[LineSpan, ...]:
    """For text: few lines of least raggedness in all, by the best way to each word.

    A last line may be short, but for one short word, or few where the lines above can spare another.
    """
    wide = [word.width + word.space for word in words]
    # In measures: what the words before each take with their spaces, so that a difference is a line's width.
    before = [width / measure for width in accumulate(wide, initial=0.0)]
    limit, open_ = 1.0 + _TINY / measure, 0  # no line that is still open holds a word before that one
    totals, starts = [0.0], [0]  # up to each word: the cost of all lines, the first word of the last
    for end, word in enumerate(words, 1):
        reach = before[end - 1] + word.width / measure
        while open_ < end - 1 and reach - before[open_] > limit:
            open_ += 1
        first = open_
        if word.hyphen:
            reach += word.hyphen / measure
            while first < end - 1 and reach - before[first] > limit:
                first += 1
        ends, line, full = word.kind == "line" or end == len(words), 1.0 + word.tear, 1.0 - reach
        if not first:  # all so far are on one line, which costs less than any two
            least, start = 1.0 if ends else line + full**2, 0
        else:
            # Of the last line, if it begins with the word before `end`, the one before that, and so on.
            lefts, others = before[first:end][::-1], totals[first:][::-1]
            if ends:
                places = zip(range(end - 1, -1, -1), others, lefts, strict=False)
                costs = [cost + _last(at, reach - left, at < end - 1) for at, cost, left in places]
            else:
                costs = [cost + line + (full + left) ** 2 for cost, left in zip(others, lefts, strict=True)]
            least = min(costs)
            start = end - 1 - costs.index(least)
        totals.append(least)
        starts.append(start)
        open_ = end if word.kind == "line" else open_
    spans, end = [], len(words)
    while end:
        start, last = starts[end], words[end - 1]
        spans.append(spanned(words, start, end, fsum(wide[start : end - 1]) + last.width + last.hyphen))
        end = start
    return tuple(spans[::-1])


def _last(start: int, width: float, several: bool) -> float:
    """What a last line costs, which begins with this word and is so wide (in measures)."""
    short = start and width < _ALONE
    return 1.0 + (_FEW if several else 1.0) if short else 1.0
