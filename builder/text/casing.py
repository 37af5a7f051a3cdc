"""Capitals for words that are written otherwise: what is drawn for each character, by its language's rules.

They are those of Unicode's SpecialCasing and of CLDR's transforms to upper case (el, hy, lt, tr, az), and for
Irish those of the Caighdeán Oifigiúil: letters that a mutation sets before a word stay small.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import regex

from builder.languages import likely_script
from builder.text.fallback import lacking
from builder.text.scripts import script
from builder.text.strands import Strand

# Whose case matters to what they lead to, or to who hears them: `#InfantMentalHealth`.
_AS_WRITTEN = regex.compile(r"\w+://\S+|www\.\S+|\S+@\S+|[#@]\w+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/\S*)?")
_SPECIAL = {"tr": {"i": "İ"}, "az": {"i": "İ"}, "hy": {"և": "ԵՎ"}}
# Irish: eclipsis, and h, n and t before vowels.
_IRISH = regex.compile(
    r"(?<!\w)(?:bh(?=f)|b(?=p)|d(?=t)|g(?=c)|m(?=b)|n(?=[dg])|t(?=s[aeiouáéíóúlnr])|[ht](?=\p{Lu})|n(?=\p{Lu})"
    r"|h(?=-\p{L})|[nt](?=-[aeiouáéíóú]))"
)
_DOTTED = regex.compile("(?<=[ijį])\u0307", regex.IGNORECASE)  # Lithuanian keeps a small letter's dot
_ACCENTS = "\u0301\u0300\u0342\u0313\u0314"  # Greek: tonos and the old accents and breathings
_DIALYTIKA = "\u0308"
_OR = regex.compile("(?<!\\w)ή(?!\\w)", regex.IGNORECASE)  # the word "or", which keeps its accent


def in_capitals(text: str, parts: Sequence[tuple[Strand, str]]) -> tuple[str, ...]:
    """What is drawn for each character of strands, if some are in capitals; none if all is as it is written.

    So it is in a language whose script has no capitals, and where no font has those that it would take.
    """
    if not any(strand.caps for strand, _ in parts):
        return ()
    drawn, changed = list[str](), False
    for strand, part in parts:
        end = len(drawn) + len(part)
        large = capitals(text, strand.language)[len(drawn) : end]
        able = strand.caps and script(likely_script(strand.language)).cased
        able = able and (large == tuple(part) or not lacking("".join(large), strand.fonts))
        drawn += large if able else part
        changed = changed or able
    return tuple(drawn) if changed else ()


def lacking_capitals(strands: Sequence[Strand]) -> tuple[str, ...]:
    """The capitals that no font has, for want of which strands stay as they are written."""
    found = list[str]()
    for strand in strands:
        if strand.caps and script(likely_script(strand.language)).cased:
            large = capitals(strand.text, strand.language)
            found += lacking("".join(large), strand.fonts) if large != tuple(strand.text) else ()
    return tuple(found)


@lru_cache(maxsize=256)
def capitals(text: str, language: str) -> tuple[str, ...]:
    """What is drawn for each character: none, one, or more (`ß` is `SS`).

    Web addresses, handles and hashtags stay as they are written.
    """
    primary = language.partition("-")[0]
    special = _SPECIAL.get(primary, {})
    drawn = [special.get(char) or char.upper() for char in text]
    if primary == "el":
        drawn = _greek(text)
    kept = [match.span() for match in _AS_WRITTEN.finditer(text)]
    if primary == "ga":
        kept += [match.span() for match in _IRISH.finditer(text)]
    for start, end in kept:
        drawn[start:end] = text[start:end]
    for match in _DOTTED.finditer(text) if primary == "lt" else ():
        drawn[match.start()] = ""
    return tuple(drawn)


def _greek(text: str) -> list[str]:
    """Capitals without accents; where one parted two vowels, a dialytika does (`Μάιος`: `ΜΑΪΟΣ`)."""
    drawn, before = list[str](), False
    kept = {match.start() for match in _OR.finditer(text)}
    for place, char in enumerate(text):
        letters = unicodedata.normalize("NFD", char)
        accented = any(mark in letters for mark in _ACCENTS) and unicodedata.combining(letters[0]) == 0
        if place in kept:
            drawn.append(char.upper())
        elif letters[0] in _ACCENTS:  # a mark by itself, of the letter before it
            drawn.append("")
            before = True
            continue
        else:
            bare = "".join(mark for mark in letters if mark not in _ACCENTS).upper()
            parted = before and bare in ("Ι", "Υ") and not accented
            drawn.append(unicodedata.normalize("NFC", bare + _DIALYTIKA * parted))
        before = accented
    return drawn
