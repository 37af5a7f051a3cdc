"""Words of scripts that set no blanks between them (Thai, Lao, Khmer, Burmese), by ICU's dictionaries."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from builder.text.fallback import graphemes

# ICU's dictionary of Lao has one character where many type two (NFC leaves them).
_LAO = "\u0ecd\u0eb2", "\u0eb3"
_LOCALE = "th-u-lb-strict"  # one of them has the dictionaries of all
_LETTER = regex.compile(r"\p{L}")
_SHORT = 3  # characters from which a piece of one letter and its marks may be a word


def dictionary_units(text: str) -> list[str]:
    """The text in parts between which a line may end.

    A piece of a single letter is a guess of ICU's at what the dictionary lacks: it stays with the next.
    """
    joined: list[str] = []
    for part in _segments(text):
        if joined and (_is_letter(joined[-1]) or _is_letter(part)):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _segments(text: str) -> Iterator[str]:
    from icu4py.breakers import LineBreaker  # noqa: PLC0415  for these scripts alone

    composed = text.replace(*_LAO)
    at = 0
    for start, end in LineBreaker(composed, _LOCALE).segments():
        part = composed[start:end]
        size = len(part)
        # As many characters of the text as stand for these.
        while text[at : at + size].replace(*_LAO) != part:
            size += 1
        yield text[at : at + size]
        at += size


def _is_letter(part: str) -> bool:
    return len(part) < _SHORT and len(graphemes(part)) == 1 and bool(_LETTER.match(part))
