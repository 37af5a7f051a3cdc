"""Languages and directions of words, as Word wants them told."""

from __future__ import annotations

from functools import lru_cache

import regex

from builder.bidi import levels

_LETTER = regex.compile(r"\p{Bidi_Class=L}")


@lru_cache(maxsize=16)
def office_language(tag: str) -> str:
    """The tag with its likely region: Word has proofing tools for `cy-GB`, not for `cy`."""
    from babel.core import get_global  # noqa: PLC0415  loads CLDR

    parts = tag.split("-")
    if any(len(part) == 2 for part in parts[1:]):
        return tag
    likely = get_global("likely_subtags").get("_".join(parts), "")
    region = likely.split("_")[-1]
    return f"{tag}-{region}" if len(region) == 2 else tag


def language_attributes(tag: str) -> dict[str, str]:
    """The attributes of `w:lang`: Word files Latin, East Asian and complex scripts apart."""
    language = office_language(tag)
    return {"w:val": language, "w:eastAsia": language, "w:bidi": language}


def directed(text: str, rtl: bool) -> list[bool]:
    """Whether each character belongs to a right-to-left run.

    Digits and signs alone do not break a right-to-left run: Word orders them itself.
    """
    found = levels(text, rtl)
    if len(found) != len(text):
        return [rtl] * len(text)
    turned = [level % 2 == 1 for level in found]
    if not rtl:
        return turned
    start = 0
    while start < len(text):
        end = next((i for i in range(start, len(text)) if turned[i] != turned[start]), len(text))
        if not turned[start] and not _LETTER.search(text, start, end):
            turned[start:end] = [True] * (end - start)
        start = end
    return turned
