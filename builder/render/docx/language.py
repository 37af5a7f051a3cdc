"""Languages and directions of words, as Word wants them told."""

from __future__ import annotations

import re

import regex

from builder.languages import with_region
from builder.text.bidi import alone, base_rtl, levels, marks, outer_marks

_LETTER = regex.compile(r"\p{Bidi_Class=L}")


def language_attributes(tag: str) -> dict[str, str]:
    """The attributes of `w:lang`: Word files Latin, East Asian and complex scripts apart."""
    language = with_region(tag)
    return {"w:val": language, "w:eastAsia": language, "w:bidi": language}


def between_tabs(text: str, rtl: bool) -> tuple[list[bool], dict[int, str]]:
    """Of a text in a paragraph: whether each character belongs to a right-to-left run, and its marks.

    What stands between tabs runs in its own direction; marks on either side keep it together.
    """
    turned, marked = list[bool](), dict[int, str]()
    for part in re.split("(\t)", text):
        start, own = len(turned), base_rtl(part, rtl)
        found = marks(part, own) | (outer_marks(part, own) if own != rtl else {})
        marked |= {start + at: mark for at, mark in found.items()}
        turned += directed(part, own)
    return turned, marked


def directed(text: str, rtl: bool) -> list[bool]:
    """Whether each character belongs to a right-to-left run.

    Digits and signs alone do not break a right-to-left run, for Word orders them itself, but where
    they read by themselves, as a telephone number does.
    """
    embedding = levels(text, rtl)
    if len(embedding) != len(text):
        return [rtl] * len(text)
    turned = [level % 2 == 1 for level in embedding]
    if not rtl:
        return turned
    apart = {at for part in alone(text) for at in range(part.start, part.end)}
    start = 0
    while start < len(text):
        end = next((i for i in range(start, len(text)) if turned[i] != turned[start]), len(text))
        if not turned[start] and start not in apart and not _LETTER.search(text, start, end):
            turned[start:end] = [True] * (end - start)
        start = end
    return turned
