"""Ways to break display type by its sense: those worth having, found without a box; lengths in em.

Which breaks are good hardly depends on how much room there is, so a text's ways are found once, and
whoever has a box chooses among them by arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from builder.kept import many
from builder.text.lines import LineSpan, lines_of, one_line, spanned, words_in
from builder.text.paragraph import MeasuredText, Word
from builder.text.sense import INSIDE, Joint, joints

_EASES = (1.0, 1.06, 1.13, 1.22, 1.35)  # measures that are tried, of the narrowest that takes so many lines
_ALIKE = 1.025  # measures as near as that give the same lines
_CUT = 0.8  # a line that ends one sentence and begins another that does not end there
_TWO = 0.06  # a line of two whole sentences
_SHORT, _SHORT_COST = 0.45, 0.5  # of the measure: a line that looks like an accident
_STUMP, _STUMP_COST = 0.28, 0.5  # the same at the end
_ALONE, _ALONE_COST, _FIRST_COST = 0.65, 0.6, 0.3  # one word alone on a line
_LENIENT = 0.5  # what a last line and the end of a sentence may lack costs less
_ANOTHER = 0.7  # what a heading must gain by a line more
_LONG = 3  # lines of a heading from which there is never one more
_PAIR, _GROUP = 2, 8  # letters of a group of words that stays whole
_TINY = 1e-9
_ENDLESS = float("inf")


class Way(NamedTuple):
    """Lines, the widest of them, and what they cost the sense."""

    spans: tuple[LineSpan, ...]
    width: float
    cost: float


class _Stretch(NamedTuple):
    """A line that may be: its words, and what is known of it in every measure."""

    first: int
    width: float
    cost: float
    lenient: float
    whole: bool  # nothing but whole sentences
    alone: bool


class _Path(NamedTuple):
    """The cheapest lines up to a word: what they cost, and the last of them."""

    cost: float
    last: _Stretch | None


@lru_cache(maxsize=many(512))
def ways(para: MeasuredText, most: int) -> tuple[Way, ...]:
    """The ways of a text with at most so many lines: the fewest lines first, of as many the cheapest first.

    There is no other that is as narrow, as low and as cheap.
    """
    if not para.words:
        return ()
    known = _joints(para)
    words = tuple(_grouped(para, known))
    ending = _stretches(words, known)
    found = {
        way.spans: way for measure in _measures(ending, most) for way in _solved(words, ending, measure, most)
    }
    kept: list[Way] = []
    for way in sorted(found.values(), key=_preference):
        if not any(other.width <= way.width and other.cost <= way.cost for other in kept):
            kept.append(way)
    return tuple(kept)


def _preference(way: Way) -> tuple[int, float, float]:
    return len(way.spans), way.cost, way.width


@lru_cache(maxsize=256)
def break_heading(para: MeasuredText, measure: float, placed: bool = True) -> tuple[LineSpan, ...]:
    """The best lines in a measure: as few as can be, or one more of a few where they gain much by it.

    Words that are wider than the measure are parted. `placed` is as for `break_text`.
    """
    if (line := one_line(para)) and line.width <= measure and not placed:
        return (line,)
    words = words_in(para, measure)
    if not words:
        return ()
    ending = _stretches(words, _joints(para))
    fewest = lines_of(words, measure)
    found = _solved(words, ending, measure, fewest + (fewest < _LONG))
    best = min(found, key=lambda way: way.cost + _ANOTHER * len(way.spans), default=None)
    return best.spans if best else ()


def _grouped(para: MeasuredText, known: dict[int, Joint]) -> Iterator[Word]:
    """The words, those of a group in one: Japanese and Chinese letters are a word each.

    Long groups stay parted.
    """
    group: list[Word] = []
    for word in para.words:
        group.append(word)
        if word.end in known and known[word.end].cost >= INSIDE and not word.forced and not word.hyphen:
            continue
        yield from _group(para, group)
        group = []
    yield from _group(para, group)


def _group(para: MeasuredText, words: list[Word]) -> Iterator[Word]:
    if len(words) < _PAIR or len(words) > _GROUP or words[0].kind != "sign":
        yield from words
        return
    first, last = words[0], words[-1]
    yield last._replace(start=first.start, width=para.width(first.start, last.end))


def _joints(para: MeasuredText) -> dict[int, Joint]:
    """By the end of a word: what ending a line there costs."""
    language = para.strands[0].language if para.strands else ""
    found = joints(para.text, language)
    return {word.end: joint for word, joint in zip(para.words, found, strict=False)}


def _stretches(words: Sequence[Word], known: dict[int, Joint]) -> list[list[_Stretch]]:
    """By the word that they end with: all lines that may be, the shortest first."""
    inside = Joint(INSIDE)
    places = [known.get(word.end, inside) for word in words[:-1]]
    ends = [True, *(place.sentence for place in places), True]  # whether a sentence ends before each word
    before = list(accumulate(map(int, ends)))
    wide = [word.width + word.space for word in words]
    found: list[list[_Stretch]] = []
    for last, word in enumerate(words):
        is_last = last == len(words) - 1
        price = 0.0 if is_last else places[last].cost
        lenient = _LENIENT if is_last or ends[last + 1] else 1.0
        width, here = word.width + word.hyphen, list[_Stretch]()
        for first in range(last, -1, -1):
            if first < last:
                if words[first].forced:
                    break
                width += wide[first]
            whole = ends[first] and ends[last + 1]
            cut = before[last] > before[first] and (_TWO if whole else _CUT)
            here.append(_Stretch(first, width, price + cut, lenient, whole, first == last and not is_last))
        found.append(here)
    return found


def _measures(ending: Sequence[Sequence[_Stretch]], most: int) -> Iterator[float]:
    """The measures worth trying, the narrowest first: those that lines just fit, and wider ones."""
    tried = sorted(narrow * ease for narrow in _narrowest(ending, most) for ease in _EASES)
    widest, before = ending[-1][-1].width, 0.0
    for measure in tried:
        if measure > before * _ALIKE:
            before = measure
            yield measure
    if before < widest:
        yield widest


def _narrowest(ending: Sequence[Sequence[_Stretch]], most: int) -> Iterator[float]:
    """For each number of lines the narrowest measure that takes the text."""
    below = [0.0] + [_ENDLESS] * len(ending)
    for _ in range(min(most, len(ending))):
        below = [
            _ENDLESS,
            *(min([max(below[line.first], line.width) for line in lines]) for lines in ending),
        ]
        if below[-1] < _ENDLESS:
            yield below[-1]


def _solved(
    words: Sequence[Word], ending: Sequence[Sequence[_Stretch]], measure: float, most: int
) -> Iterator[Way]:
    """The cheapest lines in a measure for each number of them."""
    best: list[dict[int, _Path]] = [{0: _Path(0.0, None)}]
    for lines in ending:
        best.append(_cheapest(lines, best, measure, most, final=len(best) == len(ending)))
    for count in best[-1]:
        chosen, end = list[tuple[int, _Stretch]](), len(ending)
        for left in range(count, 0, -1):
            last = best[end][left].last
            assert last is not None
            chosen.append((end, last))
            end = last.first
        yield _way(words, chosen[::-1])


def _cheapest(
    lines: Sequence[_Stretch], best: Sequence[dict[int, _Path]], measure: float, most: int, *, final: bool
) -> dict[int, _Path]:
    here: dict[int, _Path] = {}
    limit = measure + _TINY
    for line in lines:
        if line.width > limit:
            break
        if not (before := best[line.first]):
            continue
        cost = _cost(line, measure, final=final)
        for number, path in before.items():
            total = path.cost + cost
            known = here.get(number + 1)
            if number < most and (known is None or total < known.cost):
                here[number + 1] = _Path(total, line)
    return here


def _cost(line: _Stretch, measure: float, *, final: bool) -> float:
    """What a line costs in a measure."""
    first, width, cost, lenient, whole, alone = line
    share = width / measure
    lack = 1.0 - share
    cost += lack * lack * lenient
    if alone and not whole and share < _ALONE:
        cost += _ALONE_COST if first or share < _SHORT else _FIRST_COST
    elif share < _SHORT and not whole:
        cost += _SHORT_COST
    if final and first and share < _STUMP:
        cost += _STUMP_COST
    return cost


def _way(words: Sequence[Word], chosen: Sequence[tuple[int, _Stretch]]) -> Way:
    """The lines as a way: what they cost in a measure as wide as the widest of them."""
    widest = max(line.width for _, line in chosen)
    cost = sum(_cost(line, widest, final=end == len(words)) for end, line in chosen)
    spans = tuple(spanned(words, line.first, end, line.width) for end, line in chosen)
    return Way(spans, widest, round(cost, 6))
