"""Web and mail addresses, handles, hashtags and licences: each is another if a hyphen is put into it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

# As alternatives of a pattern (`regex.VERBOSE`), after none of the characters of BEFORE.
_BESIDE = r"\p{Bidi_Class=R}\p{Bidi_Class=AL}\u3000-\u9fff\uac00-\ud7ff\uff00-\uffef"  # of other words
BEFORE = rf"(?<![^\W{_BESIDE}]|[#@])"
ONLINE = rf"""
        (?:https?://|www\.)[^\s{_BESIDE}]+
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | @[\w.]*\w
      | [a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)+(?:/[^\s{_BESIDE}]*)?
      | \#[\p{{L}}\p{{M}}\p{{N}}_\u200c\u200d]+
"""
ENDS = ".,;:!?)”’\"'"  # signs of the sentence that may follow one of these without a blank
_ONLINE = regex.compile(f"{BEFORE}(?:{ONLINE})", regex.VERBOSE)
_LICENCE = regex.compile(r"\bBY(?:-(?:NC|ND|SA))+\b")
_MAYBE = regex.compile(r"[#@/]|\w\.\w")
# Where a line may end in a hashtag or a handle, between its words; and in an address.
_WORDS = regex.compile(r"(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=_)")
# Before a hyphen, not after it: at a line's end nobody would know whether it is part of the address.
_SIGNS = regex.compile(r"(?<=[/.?&=@_])(?![/.?&=@_–-])|(?<=[^\W_])(?=[–-][^\W_])")


def online(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each of a text reaches, without the signs of its sentence."""
    if _MAYBE.search(text):
        for match in _ONLINE.finditer(text):
            yield match.start(), match.start() + len(match[0].rstrip(ENDS) or match[0])


def licences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the names of licences in a text reach that have hyphens of their own: `BY-SA`."""
    if "BY-" in text:
        yield from map(regex.Match.span, _LICENCE.finditer(text))


def joints(text: str) -> Iterator[int]:
    """Where in one a line may end, if it is wider than a line: after how many of its characters."""
    pattern = _WORDS if any(sign in text for sign in "#@") and "/" not in text and "." not in text else _SIGNS
    return (match.start() for match in pattern.finditer(text, 2) if match.start() < len(text))
