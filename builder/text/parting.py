"""Words for lines of a measure: those that are wider than a line are parted; lengths in em."""

from __future__ import annotations

from collections.abc import Iterator, Set

import regex

from builder.record import replace
from builder.text.hyphens import word_places
from builder.text.paragraph import MeasuredText, Word

_LETTER = regex.compile(r"\X")  # with its marks (UAX 29)
# An over-wide word is parted after these rather than inside.
_SIGNS = frozenset("/.-–_?&=#@\u00a0\u202f")


def fitting(para: MeasuredText, measure: float) -> Iterator[Word]:
    """The words; those of one address are one, those wider than the measure are parted.

    By hyphens where the word's language has a place for one, else between letters.
    """
    pending: Word | None = None
    for word in para.words:
        whole = word if pending is None else _merged(para, pending, word)
        pending = whole if word.address and word.kind == "sign" else None
        if pending is None:
            yield from [whole] if whole.width <= measure else _parted(para, whole, measure)
    if pending is not None:
        yield from _parted(para, pending, measure)


def _merged(para: MeasuredText, one: Word, two: Word) -> Word:
    return replace(two, start=one.start, width=para.width(one.start, two.end), clings=False)


def _parted(para: MeasuredText, word: Word, measure: float) -> Iterator[Word]:
    start, places = word.start, frozenset(word_places(para, word))
    while start < word.end:
        end = _reach(para, start, word.end, measure, places)
        hyphen = para.hyphen(end).width if _inside(para, word, end) else 0.0
        part = Word(start, end, para.width(start, end), 0.0, "sign", hyphen)
        yield part if end < word.end else replace(word, start=start, width=part.width)
        start = end


def _inside(para: MeasuredText, word: Word, end: int) -> bool:
    """Whether a hyphen stands where an over-wide word is parted: in no address."""
    return end < word.end and not word.address and para.hyphenated(end)


def _reach(para: MeasuredText, start: int, stop: int, measure: float, places: Set[int]) -> int:
    """As far as a part of an over-wide word fits: to one of the places, or rather to a sign."""
    fitting: list[int] = []
    for letter in _LETTER.finditer(para.text, start, stop):
        at = letter.end()
        hyphen = para.hyphen(at).width if at < stop and para.hyphenated(at) else 0.0
        if para.width(start, at) + hyphen > measure and fitting:
            break
        fitting.append(at)
    if fitting[-1] == stop:
        return stop
    if by_hyphen := [end for end in fitting if end in places]:
        return by_hyphen[-1]
    signs = [end for end in fitting if para.text[end - 1] in _SIGNS]
    return signs[-1] if signs and signs[-1] > start + (fitting[-1] - start) // 2 else fitting[-1]
