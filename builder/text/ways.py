"""Ways to break display type by its sense: those worth having, found without a box; lengths in em.

Which breaks are good hardly depends on how much room there is, so a text's ways are found once, and
whoever has a box chooses among them by arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import fsum
from operator import attrgetter, itemgetter
from typing import NamedTuple

from builder.kept import many
from builder.record import replace
from builder.text.hyphenation import LEAST
from builder.text.hyphens import hyphen_cost, hyphenated, may_part, tears
from builder.text.lines import LineSpan, lines_of, one_line, spanned, words_in
from builder.text.paragraph import MeasuredText, Word
from builder.text.sense import DIGITS, INSIDE, Joint, joints

_SOME = 8  # words of which all ways are tried: 128
_MANY = 40  # words, from which on only numbers of lines are tried that can be: else their square is
_EASES = (1.0, 1.1, 1.25)  # measures that are tried, of the narrowest that takes so many lines
_CUT = 0.8  # a line that ends one sentence and begins another that does not end there
_TWO = 0.06  # a line of two whole sentences
_SHORT, _SHORT_COST = 0.45, 0.5  # of the measure: a line that looks like an accident
_STUMP, _STUMP_COST = 0.28, 0.5  # the same at the end
_ALONE, _ALONE_COST, _FIRST_COST = 0.65, 0.6, 0.3  # one word alone on a line
_LENIENT = 0.5  # what a last line and the end of a sentence may lack costs less
_ANOTHER = 0.7  # what a heading must gain by a line more
_LONG = 3  # lines of a heading from which there is never one more
_SAVED = 0.95  # of as many lines, others must be so narrow: else a text breaks alike wherever it stands
_GAIN = 1.3  # how much narrower hyphens must make a text to be worth one
_PAIR, _GROUP = 2, 8  # letters of a group of words that stays whole
_TINY = 1e-9
_ENDLESS = float("inf")


class Way(NamedTuple):
    """Lines, the widest of them, and what they cost the sense."""

    spans: tuple[LineSpan, ...]
    width: float
    cost: float
    # Whether a line ends inside a number that is written in groups, or in a word and not between two
    # that their language joins.
    torn: bool = False


class _Stretch(NamedTuple):
    """A line that may be: its words, and what is known of it in every measure."""

    first: int
    width: float
    cost: float
    lenient: float
    whole: bool  # nothing but whole sentences
    alone: bool


_Ending = Sequence[Sequence[_Stretch]]  # by the word that they end with: lines, the shortest first
_Lines = tuple[tuple[int, _Stretch], ...]  # each with the word before which it ends
_Rated = tuple[int, float, float, _Lines]
_Found = tuple[int, float, float, _Lines, Sequence[Word]]
_Path = tuple[float, _Stretch | None]  # the cheapest lines up to a word: what they cost, and the last of them


@lru_cache(maxsize=many(512))
def ways(para: MeasuredText, most: int) -> tuple[Way, ...]:
    """The ways of a text with at most so many lines: the fewest lines first, of as many the cheapest first.

    There is no other that is as narrow, as low and as cheap.
    """
    if not para.words:
        return ()
    known = joints_of(para)
    words = tuple(grouped(para, known))
    found = _found(words, known, most)
    if parted := _parted_words(para, words, most):
        found += _with_hyphens(para, parted, known, most)
    return _worth_having(found, known)


def in_parts(para: MeasuredText, measure: float, tear: float) -> list[Word]:
    """The words, those wider than a measure parted where a hyphen costs the sense no more than `tear`."""
    return hyphenated(para, tuple(grouped(para, joints_of(para))), measure, tear)


def parted_ways(para: MeasuredText, words: Sequence[Word], most: int) -> tuple[Way, ...]:
    """The ways of words in parts in which a line ends with a hyphen; none if no word is parted."""
    hyphens = any(word.hyphen for word in words)
    known = joints_of(para)
    return _worth_having(_with_hyphens(para, words, known, most), known) if hyphens else ()


def _with_hyphens(
    para: MeasuredText, words: Sequence[Word], known: dict[int, Joint], most: int
) -> list[_Found]:
    """Ways of words in parts, of which a line ends with a hyphen."""
    return [each for each in _found(words, hyphens_of(para, words) | known, most) if _has_hyphen(each)]


def hyphens_of(para: MeasuredText, words: Sequence[Word]) -> dict[int, Joint]:
    """By the end of a part of a word: what the hyphen of a line that ends there costs."""
    return {word.end: Joint(hyphen_cost(para, word)) for word in words if word.hyphen}


def _worth_having(found: list[_Found], known: dict[int, Joint]) -> tuple[Way, ...]:
    """Those than which none is as narrow, as low and as cheap: the fewest lines first, then the cheapest."""
    kept: list[_Found] = []
    for tried in sorted(found, key=itemgetter(0, 1, 2)):
        if not any(other[1] <= tried[1] and other[2] * _room(other, tried) <= tried[2] for other in kept):
            kept.append(tried)
    return tuple(_way(words, lines, known) for *_, lines, words in kept)


def _room(cheap: _Found, dear: _Found) -> float:
    """The share of a cheaper way's width that a dearer one must save, if it has as many lines."""
    return _SAVED if cheap[0] == dear[0] else 1.0


def _found(words: Sequence[Word], known: dict[int, Joint], most: int) -> list[_Found]:
    """Ways of words, rated."""
    ending = _stretches(words, known)
    found = _every(ending, len(words), most) if len(words) <= _SOME else _likely(ending, most)
    return [(*rated, words) for rated in found]


def _has_hyphen(found: _Found) -> bool:
    *_, lines, words = found
    return any(words[end - 1].hyphen for end, _ in lines[:-1])


def _parted_words(para: MeasuredText, words: Sequence[Word], most: int) -> Sequence[Word]:
    """The words with long ones parted, if one of them keeps the text so wide that a hyphen may pay."""
    widest = max(words, key=attrgetter("width"))
    least, wide = widest.width / _GAIN, [word.width for word in words]
    if widest.end - widest.start < LEAST or fsum(wide) > most * least or not may_part(para, widest):
        return ()
    if any(word.width > least * (1 + may_part(para, word)) for word in words if word.width > least):
        return ()
    return hyphenated(para, words, least)


def _every(ending: _Ending, end: int, most: int) -> Iterator[_Rated]:
    """All lines that may be up to a word, where there are few of them."""
    return map(_rated, _parted(ending, end, most))


def _parted(ending: _Ending, end: int, most: int) -> Iterator[_Lines]:
    for line in ending[end - 1]:
        if line.first == 0:
            yield ((end, line),)
        elif most > 1:
            for lines in _parted(ending, line.first, most - 1):
                yield (*lines, (end, line))


def _likely(ending: _Ending, most: int) -> Iterator[_Rated]:
    """The cheapest lines in the measures worth trying."""
    found = {lines for room in _measures(ending, most) for lines in _solved(ending, *room)}
    return map(_rated, found)


def _rated(lines: _Lines) -> _Rated:
    """Their number, what they cost in a measure as wide as the widest of them, and that; and themselves."""
    widest = max([line[1] for _, line in lines])
    last = lines[-1]
    cost = fsum([_cost(line, widest, final=False) for _, line in lines[:-1]]) + _cost(
        last[1], widest, final=True
    )
    return len(lines), round(cost, 6), widest, lines


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
    known = joints_of(para)
    ending = _stretches(words, known, measure + _TINY)
    fewest = lines_of(words, measure)
    found = map(_rated, _solved(ending, measure, fewest + (fewest < _LONG)))
    best = min(found, key=lambda rated: rated[1] + _ANOTHER * rated[0], default=None)
    return _way(words, best[3], known).spans if best else ()


def grouped(para: MeasuredText, known: dict[int, Joint]) -> Iterator[Word]:
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
    yield replace(last, start=first.start, width=para.width(first.start, last.end))


def joints_of(para: MeasuredText) -> dict[int, Joint]:
    """By the end of a word: what ending a line there costs."""
    language = para.strands[0].language if para.strands else ""
    found = joints(para.text, language)
    return {word.end: joint for word, joint in zip(para.words, found, strict=False)}


def _stretches(
    words: Sequence[Word], known: dict[int, Joint], limit: float = _ENDLESS
) -> list[list[_Stretch]]:
    """By the word that they end with: all lines that may be, the shortest first, but for those too wide."""
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
                if width > limit:
                    break
            whole = ends[first] and ends[last + 1]
            cut = before[last] > before[first] and (_TWO if whole else _CUT)
            here.append(_Stretch(first, width, price + cut, lenient, whole, first == last and not is_last))
        found.append(here)
    return found


def _measures(ending: _Ending, most: int) -> Iterator[tuple[float, int]]:
    """The measures worth trying, and how many lines in each: as many as just fit it, and one more."""
    for number, narrow in enumerate(_narrowest(ending, most), 1):
        for ease in _EASES:
            yield narrow * ease, min(number + 1, most)


def _narrowest(ending: _Ending, most: int) -> Iterator[float]:
    """For each number of lines the narrowest measure that takes the text."""
    below = [0.0] + [_ENDLESS] * len(ending)
    for _ in range(min(most, len(ending))):
        below = [
            _ENDLESS,
            *(min([max(below[line.first], line.width) for line in lines]) for lines in ending),
        ]
        if below[-1] < _ENDLESS:
            yield below[-1]


def _solved(ending: _Ending, measure: float, most: int) -> Iterator[_Lines]:
    """The cheapest lines in a measure for each number of them."""
    best: list[dict[int, _Path]] = [{0: (0.0, None)}]
    after = _after(ending, measure) if len(ending) > _MANY else [0] * len(ending)
    for lines, more in zip(ending, after, strict=True):
        best.append(_cheapest(lines, best, measure, most - more, final=len(best) == len(ending)))
    for count in best[-1]:
        chosen, end = list[tuple[int, _Stretch]](), len(ending)
        for left in range(count, 0, -1):
            last = best[end][left][1]
            assert last is not None
            chosen.append((end, last))
            end = last.first
        yield tuple(chosen[::-1])


def _after(ending: _Ending, measure: float) -> list[int]:
    """How many lines at least come after each word: numbers of them that leave no room need no trying."""
    least = [len(ending)] * len(ending) + [0]
    for end in range(len(ending), 0, -1):
        for line in ending[end - 1]:
            if line.width > measure + _TINY:
                break
            least[line.first] = min(least[line.first], least[end] + 1)
    return least[1:]


def _cheapest(
    lines: Sequence[_Stretch], best: Sequence[dict[int, _Path]], measure: float, most: int, *, final: bool
) -> dict[int, _Path]:
    here: dict[int, _Path] = {}
    limit = measure + _TINY
    for line in lines:
        if line[1] > limit:
            break
        if not (before := best[line[0]]):
            continue
        cost = _cost(line, measure, final=final)
        for number, (spent, _) in before.items():
            if number < most:
                total, count = spent + cost, number + 1
                if count not in here or total < here[count][0]:
                    here[count] = (total, line)
    return here


def _cost(line: _Stretch, measure: float, *, final: bool) -> float:
    """What a line costs in a measure."""
    first, width, cost, lenient, whole, alone = line
    share = width / measure
    lack = 1.0 - share
    cost += lack * lack * lenient
    if alone and not whole and share < _ALONE:
        cost += _ALONE_COST if first or share < _STUMP else _FIRST_COST
    elif share < _SHORT and not whole:
        cost += _SHORT_COST
    if final and first and share < _STUMP:
        cost += _STUMP_COST
    return cost


def _way(words: Sequence[Word], lines: _Lines, known: dict[int, Joint]) -> Way:
    _, cost, widest, _ = _rated(lines)
    spans = tuple(spanned(words, line.first, end, line.width) for end, line in lines)
    torn = any(_tears(words[end - 1], known) for end, _ in lines[:-1])
    return Way(spans, widest, cost, torn)


def _tears(word: Word, known: dict[int, Joint]) -> bool:
    """Whether a line that ends with a word tears it, or the number that it is a part of."""
    return (word.hyphen > 0 and tears(word)) or (word.end in known and known[word.end].cost >= DIGITS)
