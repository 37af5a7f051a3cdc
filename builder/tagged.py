"""Words that know the language they are in, where that is another than that of what shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any


class Tagged(str):
    """A text with its language, a BCP 47 tag.

    It is a text wherever one is asked for; what makes another text of it says whose language
    that has (`in_language_of`). `repr` tells two languages apart, so that no key mixes them up.
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Tagged:
        """The text in a language."""
        words = super().__new__(cls, text)
        words.language = language
        return words

    def __repr__(self) -> str:
        return f"Tagged({super().__repr__()}, {self.language!r})"

    def __reduce__(self) -> Any:
        return Tagged, (str(self), self.language)


def language_of(text: str, otherwise: str = "") -> str:
    """The language of a text: its own, or else that of what shows it."""
    return (text.language if isinstance(text, Tagged) else "") or otherwise


def tagged(text: str, language: str) -> str:
    """A text in a language; without one, in that of what shows it."""
    return Tagged(text, language) if language else text


def in_language_of(said: str, text: str) -> str:
    """A text that was made of another one, in its language."""
    return tagged(said, language_of(text))


def in_language_of_most(said: str, parts: Iterable[str], otherwise: str = "") -> str:
    """A text that was made of others, in the language of most of their letters.

    `otherwise` is that of those which do not know theirs: the text does not know it then either.
    """
    letters = Counter[str]()
    for part in parts:
        letters[language_of(part, otherwise)] += sum(map(str.isalpha, part))
    language = max(letters, key=letters.__getitem__, default=otherwise)
    return tagged(said, "" if language == otherwise else language)


def joined(sign: str, parts: Iterable[str]) -> str:
    """Those of the parts that say something, with a sign between them, in the language of most letters."""
    said = [part for part in parts if part]
    return in_language_of_most(sign.join(said), said)
