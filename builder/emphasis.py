"""Headlines that say which of their words carry the weight: `A *Place* to Nest`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from builder.tagged import Tagged, in_language_of, language_of

# One star each side, beside words: `5 * 6 * 7` is none. Words of Latin letters and figures are not parted:
# `sh*t`. Others may be: Japanese and Thai set no blanks, Korean and Hebrew join small words to them.
_JOINED = r"0-9A-Za-z_\u00c0-\u024f*"
STARRED = re.compile(rf"(?<![{_JOINED}])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![{_JOINED}])")


class Emphatic(Tagged):
    """A text without the stars round some of its words, and where those stand.

    It is a text wherever one is asked for; only what draws it as a headline asks for more.
    """

    __slots__ = ("emphasis",)
    emphasis: tuple[tuple[int, int], ...]  # the start and the end of each, in order

    def __new__(cls, text: str, language: str, emphasis: tuple[tuple[int, int], ...]) -> Emphatic:
        """The text in a language; none given, in that of what shows it."""
        words = str.__new__(cls, text)
        words.language, words.emphasis = language, emphasis
        return words

    def within(self, whole: str, shift: int) -> Emphatic:
        """The same words with others before them, `shift` letters, and after them."""
        moved = tuple((start + shift, end + shift) for start, end in self.emphasis)
        return Emphatic(whole, self.language, moved)

    def __repr__(self) -> str:
        return f"Emphatic({str.__repr__(self)}, {self.language!r}, {self.emphasis!r})"

    def __reduce__(self) -> Any:
        return Emphatic, (str(self), self.language, self.emphasis)


def emphatic(text: str) -> str:
    """The text of a headline as it is typed, read."""
    found, shift = list[tuple[int, int]](), 0
    for match in STARRED.finditer(text):
        start = match.start() - shift
        found.append((start, start + len(match[1])))
        shift += 2
    plain = without_stars(text)
    return Emphatic(plain, language_of(text), tuple(found)) if found else text


def without_stars(text: str) -> str:
    """The words of a headline as it is typed, in its language."""
    return in_language_of(STARRED.sub(r"\1", text), text)


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it has emphasis."""
    if not isinstance(text, Emphatic):
        yield str(text), False
        return
    edges = {0, *(edge for place in text.emphasis for edge in place), len(text)}
    for start, end in pairwise(sorted(edges)):
        yield str(text)[start:end], any(a <= start and end <= b for a, b in text.emphasis)
