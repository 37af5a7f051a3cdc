"""Where a line may end: UAX 14, with what typesetters add to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from builder.patterns import compiled
from builder.text.dictionaries import dictionary_units
from builder.text.online import licences, online
from builder.text.scripts import letters_of
from builder.text.shaping import SOFT_HYPHEN
from builder.text.uax14 import line_break_units

Kind = Literal["blank", "sign", "soft hyphen", "line"]

_NO_BREAK = "\u00a0\u2007\u202f"  # blanks that are part of a word
_TOKEN = regex.compile(rf"[\S{_NO_BREAK}]+[^\S{_NO_BREAK}]*|[^\S{_NO_BREAK}]+")
_BLANKS = regex.compile(rf"[^\S{_NO_BREAK}]*\Z")
_RANGE_END = regex.compile(r"\d\.?[–-]\Z")
_DASHES = "–—"
_LONE = (*_DASHES, "-", "·", "|")
_NUMBER = regex.compile(r"(?:\d{1,2}\.?[–-])?\d{1,2}\.?\Z")  # 13, 13., 13–19
_BY_DICTIONARY = regex.compile(r"\p{Line_Break=SA}")
_HANGUL = regex.compile(r"\p{Script=Hangul}")
# Letters of scripts that break at blanks, and marks that no line breaks at: nothing to ask UAX 14 about.
_WHOLE = compiled(rf"(?:[{letters_of(blanks=True)}\p{{M}}\d]|[.,;:!?#@'’‘“”\"()।،؛؟{_NO_BREAK}])+\s*\Z")


class BreakUnit(NamedTuple):
    """Characters that stay on one line, what parts them from the next with them; and what that is."""

    text: str
    shown: int  # how many of its characters show at the end of a line
    kind: Kind
    address: bool = False  # whether there is a name online or of a licence in it, which has no hyphen
    number: bool = False  # whether it is a short number

    @property
    def body(self) -> str:
        """What shows of it at the end of a line."""
        return self.text[: self.shown]


def _unit(text: str, kind: Kind, address: bool) -> BreakUnit:
    body = text.removesuffix(" ")
    if not body[-1:].isalnum():
        body = _BLANKS.sub("", text).rstrip(SOFT_HYPHEN)
    number = body[:1].isdigit() and bool(_NUMBER.match(body))
    return BreakUnit(text, len(body), kind, address, number)


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[BreakUnit, ...]:
    """The text in units between which a line may end.

    A line ends at blanks, at signs and between letters as UAX 14 has it; but never inside a range of
    numbers (13–19), nor before a dash or what parts two (·), and in an address, a hashtag or a licence
    (BY-SA) only if that is wider than a line.
    """
    joined: list[BreakUnit] = []
    for token in _TOKEN.findall(text):
        for unit in _parts(token):
            if joined and not unit.text[0].isalpha() and _stays(joined[-1].text, unit.text):
                unit = _joined(joined.pop(), unit)  # noqa: PLW2901  one unit of both
            joined.append(unit)
    return tuple(joined)


def _joined(one: BreakUnit, two: BreakUnit) -> BreakUnit:
    return _unit(one.text + two.text, two.kind, two.address)


def _stays(before: str, after: str) -> bool:
    """Whether no line ends between the two, though UAX 14 would let it."""
    in_range = after[:1].isdigit() and _RANGE_END.search(before)
    alone = after.rstrip() in _LONE and "\n" not in before  # where a line begins it is a bullet
    return bool(in_range or alone or (after[:1] in _DASHES and not before[-1].isspace()))


@lru_cache(maxsize=16384)
def _parts(token: str) -> tuple[BreakUnit, ...]:
    """The units of a token that has blanks at its end alone."""
    word = token.removesuffix(" ")
    if word.isascii() and word.isalpha():
        return (BreakUnit(token, len(word), "blank" if len(word) < len(token) else "sign"),)
    parts = (token,) if _WHOLE.match(token) else _broken(token)
    names = (*online(token), *licences(token))
    if not names:
        return tuple(_unit(part, _kind(part), address=False) for part in parts)
    return tuple(_unit(part, _kind(part), address) for part, address in _with_names(parts, names))


def _with_names(parts: Iterable[str], names: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The parts of a token, those of one name online as one; and whether such a name is in each."""
    found: list[tuple[str, bool]] = []
    at = 0
    for part in parts:
        start, at = at, at + len(part)
        if any(begin < start < end for begin, end in names):
            found[-1] = found[-1][0] + part, True
        else:
            found.append((part, any(begin < at and start < end for begin, end in names)))
    return found


def _broken(token: str) -> Sequence[str]:
    """The token in parts: by dictionary where it has a script of ICU's, by UAX 14 elsewhere.

    In a word with Korean letters no line ends between two letters (CSS Text 3: `keep-all`).
    """
    if _BY_DICTIONARY.search(token):
        return dictionary_units(token)
    parts = list(line_break_units(token))
    if not _HANGUL.search(token):
        return parts
    joined = parts[:1]
    for part in parts[1:]:
        if joined[-1][-1].isalnum() and part[0].isalnum():
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _kind(part: str) -> Kind:
    if part.endswith(SOFT_HYPHEN):
        return "soft hyphen"
    return "line" if "\n" in part else "blank" if part[-1].isspace() else "sign"
