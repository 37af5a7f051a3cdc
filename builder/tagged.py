"""Words that know the language they are in, where that is another than that of what shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

APART = "\u00a0· "  # between the parts of a row: a line may end after it, and none begins with it


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


class Several(Tagged):
    """Words in several languages; its own language is that of most of their letters.

    It is a text wherever one is asked for; only what can say the language of each part asks for its `parts`.
    """

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, language: str, parts: tuple[str, ...]) -> Several:
        """The parts side by side."""
        words = str.__new__(cls, "".join(parts))
        words.language, words.parts = language, parts
        return words

    def __repr__(self) -> str:
        return f"Several({self.language!r}, {self.parts!r})"

    def __reduce__(self) -> Any:
        return Several, (self.language, self.parts)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a text that have a language each: the text itself, if it is in one."""
    return text.parts if isinstance(text, Several) else (text,)


def language_of(text: str, otherwise: str = "") -> str:
    """The language of a text: its own, or else that of what shows it."""
    return (text.language if isinstance(text, Tagged) else "") or otherwise


def tagged(text: str, language: str) -> str:
    """A text in a language; without one, in that of what shows it."""
    return Tagged(text, language) if language else text


def in_language_of(said: str, text: str) -> str:
    """A text that was made of another one, in its language."""
    return tagged(said, language_of(text))


def pruned(said: str, text: str) -> str:
    """A text of which characters were taken out, `said`: what stayed of each part keeps its language."""
    if not isinstance(text, Several):
        return in_language_of(said, text)
    rest, parts = iter(said), list[str]()
    sought = next(rest, "")
    for part in parts_of(text):
        kept = ""
        for character in part:
            if character == sought:
                kept, sought = kept + character, next(rest, "")
        parts.append(in_language_of(kept, part))
    return several(parts) if not sought else in_language_of(said, text)


def in_language_of_most(said: str, parts: Iterable[str], otherwise: str = "") -> str:
    """A text that was made of others, in the language of most of their letters.

    `otherwise` is that of those which do not know theirs: the text does not know it then either.
    """
    spoken = [(language_of(part, otherwise), part) for part in parts]
    letters = Counter({language: 0 for language, _ in spoken})
    for language, part in spoken if len(letters) > 1 else ():
        letters[language] += sum(map(str.isalpha, part))
    language = max(letters, key=letters.__getitem__, default=otherwise)
    return tagged(said, "" if language == otherwise else language)


def several(parts: Iterable[str], otherwise: str = "") -> str:
    """Parts side by side, in the language of most of their letters; each keeps its own.

    Signs and figures are in the language of what they follow. `otherwise` is that of parts which do not
    know theirs.
    """
    single, merged, lettered = [part for text in parts for part in parts_of(text)], list[str](), False
    if not any(isinstance(part, Tagged) for part in single):
        return "".join(single)
    for part in single:
        letters = any(map(str.isalpha, part))
        if merged and (not (letters and lettered) or language_of(part) == language_of(merged[-1])):
            merged[-1] = tagged(merged[-1] + part, language_of(merged[-1] if lettered else part))
        elif part:
            merged.append(part)
        lettered = lettered or letters
    said = in_language_of_most("".join(single), single, otherwise)
    return said if len(merged) < 2 else Several(language_of(said), tuple(merged))


def joined(sign: str, parts: Iterable[str]) -> str:
    """Those of the parts that say something, with a sign between them, in the language of most letters."""
    said = [piece for part in parts if part for piece in (sign, part)][1:]
    return several(said)
