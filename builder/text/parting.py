"""Words for lines of a measure: those that are wider than a line are parted; lengths in em."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

import regex

from builder.record import replace
from builder.text.hyphens import hyphen_cost, word_places
from builder.text.online import joints
from builder.text.paragraph import MeasuredText, Word

_LETTER = regex.compile(r"\X")  # with its marks (UAX 29)
# An over-wide word is parted after these rather than inside.
_SIGNS = frozenset("/.-–_?&=#@\u00a0\u202f")
_DASHES = ("-", "–")  # of an address; a line ends before one rather than after it, where it has no better end
_LACK = 1.5  # what a line that lacks all costs, beside the hyphen of a headline
_TEAR, _HYPHEN = 0.06, 0.3  # what a line costs that ends inside an address or a hashtag; before its hyphen


def fitting(para: MeasuredText, measure: float) -> Iterator[Word]:
    """The words; those wider than the measure are parted.

    By hyphens where the word's language has a place for one, else between letters. An address or a hashtag
    has no hyphen: it is parted after its signs, or between its words.
    """
    for word in para.words:
        yield from [word] if word.width <= measure else _parted(para, word, measure)


def at_joints(para: MeasuredText, word: Word) -> Iterator[Word]:
    """An address or a hashtag in the parts that it may be parted in."""
    ends = [word.start, *_joints(para, word), word.end]
    for start, end in pairwise(ends):
        part = replace(word, start=start, end=end, width=para.width(start, end))
        tear = _HYPHEN if para.text[end : end + 1] in _DASHES else _TEAR
        yield part if end == word.end else replace(part, space=0.0, kind="sign", tear=tear)


def _joints(para: MeasuredText, word: Word) -> Iterator[int]:
    return (word.start + at for at in joints(para.text[word.start : word.end]))


def _parted(para: MeasuredText, word: Word, measure: float) -> Iterator[Word]:
    start = word.start
    places = frozenset(_joints(para, word) if word.address else word_places(para, word))
    while start < word.end:
        end = _reach(para, start, word, measure, places)
        hyphen = para.hyphen(end).width if _inside(para, word, end) else 0.0
        part = Word(start, end, para.width(start, end), 0.0, "sign", hyphen, word.address)
        yield part if end < word.end else replace(word, start=start, width=part.width)
        start = end


def _inside(para: MeasuredText, word: Word, end: int) -> bool:
    """Whether a hyphen stands where an over-wide word is parted: in no address."""
    return end < word.end and not word.address and para.hyphenated(end)


def _best(para: MeasuredText, start: int, ends: list[int], word: Word, measure: float) -> int:
    """The last of the places, or one where a hyphen costs so much less that the line may lack more."""
    if word.address and ends:
        return _at_sign(para, ends, word, measure)
    if not ends:
        return start

    def cost(end: int) -> float:
        part = replace(word, start=start, end=end)
        return hyphen_cost(para, part) + _LACK * (1.0 - para.width(start, end) / measure) ** 2

    return min(reversed(ends), key=cost)


def _at_sign(para: MeasuredText, ends: Sequence[int], word: Word, measure: float) -> int:
    """The last of the places in an address that stands before no hyphen, if what it leaves fits a line."""
    text = para.text
    *_, last = (0, *(end for end in ends if text[end] not in _DASHES))
    after = (place for place in _joints(para, word) if place > ends[-1] and text[place] not in _DASHES)
    rest = next(after, word.end)
    return last if last and para.width(last, rest) <= measure else ends[-1]


def _reach(para: MeasuredText, start: int, word: Word, measure: float, places: Set[int]) -> int:
    """As far as a part of an over-wide word fits: to one of the places, or rather to a sign."""
    fitting, stop = list[int](), word.end
    for letter in _LETTER.finditer(para.text, start, stop):
        at = letter.end()
        hyphen = para.hyphen(at).width if _inside(para, word, at) else 0.0
        if para.width(start, at) + hyphen > measure and fitting:
            break
        fitting.append(at)
    if fitting[-1] == stop:
        return stop
    best = _best(para, start, [end for end in fitting if end in places], word, measure)
    after = min((place for place in places if place > fitting[-1]), default=stop)
    if best > start and (not word.address or para.width(best, after) <= measure):
        return best
    signs = [end for end in fitting if para.text[end - 1] in _SIGNS]
    return signs[-1] if signs and signs[-1] > start + (fitting[-1] - start) // 2 else fitting[-1]
