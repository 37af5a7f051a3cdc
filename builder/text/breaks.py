"""Where a line may end: UAX 14, with what typesetters add to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import regex

from builder.text.scripts import letters_of
from builder.text.shaping import SOFT_HYPHEN
from builder.text.uax14 import line_break_units

Kind = Literal["blank", "sign", "soft hyphen", "line"]

_NO_BREAK = "\u00a0\u2007\u202f"  # blanks that are part of a word
_TOKEN = regex.compile(rf"[\S{_NO_BREAK}]+[^\S{_NO_BREAK}]*|[^\S{_NO_BREAK}]+")
_BLANKS = regex.compile(rf"[^\S{_NO_BREAK}]*\Z")
_RANGE_END = regex.compile(r"\d[–-]\Z")
_DASH = regex.compile(r"[–—]")
_ADDRESS = regex.compile(r"://|^www\.|.@.|/\S*/")
# Letters of scripts that break at blanks, and marks that no line breaks at: nothing to ask UAX 14 about.
_WHOLE = regex.compile(rf"(?:[{letters_of(blanks=True)}\p{{M}}\d]|[.,;:!?#@'’‘“”\"()।،؛؟{_NO_BREAK}])+\s*\Z")


@dataclass(frozen=True, slots=True)
class BreakUnit:
    """Characters that stay on one line, what parts them from the next with them; and what that is."""

    text: str
    kind: Kind
    address: bool = False  # whether it is of a web address, in which a line ends only where need be

    @property
    def body(self) -> str:
        """What shows of it at the end of a line."""
        return _BLANKS.sub("", self.text).rstrip(SOFT_HYPHEN)


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[BreakUnit, ...]:
    """The text in units between which a line may end.

    A line ends at blanks, at signs and between letters as UAX 14 has it; but never inside a range of
    numbers (13–19) nor before a dash.
    """
    joined: list[BreakUnit] = []
    for token in _TOKEN.findall(text):
        for unit in _parts(token):
            if joined and _stays(joined[-1].text, unit.text):
                unit = replace(unit, text=joined.pop().text + unit.text)  # noqa: PLW2901  one unit of both
            joined.append(unit)
    return tuple(joined)


def whole_units(text: str) -> tuple[BreakUnit, ...]:
    """The same with web addresses whole, for where they are parted only if they are wider than a line."""
    whole: list[BreakUnit] = []
    for unit in units(text):
        if whole and whole[-1].address and whole[-1].kind == "sign":
            unit = replace(unit, text=whole.pop().text + unit.text)  # noqa: PLW2901  as above
        whole.append(unit)
    return tuple(whole)


def _stays(before: str, after: str) -> bool:
    """Whether no line ends between the two, though UAX 14 would let it."""
    in_range = _RANGE_END.search(before) and after[:1].isdigit()
    return bool(in_range or (_DASH.match(after) and not before[-1].isspace()))


@lru_cache(maxsize=16384)
def _parts(token: str) -> tuple[BreakUnit, ...]:
    """The units of a token that has blanks at its end alone."""
    parts = (token,) if _WHOLE.match(token) else tuple(line_break_units(token))
    address = bool(_ADDRESS.search(token.rstrip()))
    return tuple(BreakUnit(part, _kind(part), address) for part in parts)


def _kind(part: str) -> Kind:
    if part.endswith(SOFT_HYPHEN):
        return "soft hyphen"
    return "line" if "\n" in part else "blank" if part[-1].isspace() else "sign"
