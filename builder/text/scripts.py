"""What sets one script apart from another: all of it here, a row for each."""

from __future__ import annotations

from functools import lru_cache

import regex

from builder.record import Record


class Script(Record):
    """A script by its ISO 15924 code and its name in Unicode (UAX 24)."""

    code: str
    name: str
    spaced: bool = False  # its letters stand apart, so that they may be letter-spaced
    low: bool = False  # its marks leave room for lines that are set tight
    hyphenated: bool = False  # a word that is parted ends with a hyphen
    cased: bool = False  # it has capitals, which all of a text may be set in
    joined: bool = False  # its letters grow together, so that outlines would cut them
    blanks: bool = True  # lines end at blanks and signs alone, never between two letters
    han: bool = False  # Chinese letters are of it too, drawn in its own way
    # Em a letter in the fonts that Office has: from whole sentences in the Noto fonts and DejaVu,
    # the broadest of them and a little more; a square in East Asia; a guess where none was measured.
    breadth: float = 0.62


_ROWS = (
    Script("Latn", "Latin", spaced=True, low=True, hyphenated=True, cased=True),
    Script("Grek", "Greek", spaced=True, low=True, hyphenated=True, cased=True),
    Script("Cyrl", "Cyrillic", spaced=True, low=True, hyphenated=True, cased=True),
    Script("Armn", "Armenian", spaced=True, cased=True),
    Script("Geor", "Georgian", spaced=True),
    Script("Hebr", "Hebrew", breadth=0.55),
    Script("Arab", "Arabic", breadth=0.53, joined=True),
    Script("Deva", "Devanagari", breadth=0.52, joined=True),
    Script("Beng", "Bengali", breadth=0.52, joined=True),
    Script("Guru", "Gurmukhi", joined=True),
    Script("Gujr", "Gujarati"),
    Script("Orya", "Oriya"),
    Script("Taml", "Tamil", breadth=0.84),
    Script("Telu", "Telugu"),
    Script("Knda", "Kannada"),
    Script("Mlym", "Malayalam"),
    Script("Sinh", "Sinhala"),
    Script("Ethi", "Ethiopic"),
    Script("Thai", "Thai", blanks=False),
    Script("Laoo", "Lao", blanks=False),
    Script("Khmr", "Khmer", blanks=False),
    Script("Mymr", "Myanmar", blanks=False),
    Script("Hans", "Han", blanks=False, han=True, breadth=1.0),
    Script("Hant", "Han", blanks=False, han=True, breadth=1.0),
    Script("Jpan", "Hiragana", blanks=False, han=True, breadth=1.0),
    Script("Jpan", "Katakana", blanks=False, han=True, breadth=1.0),
    Script("Kore", "Hangul", blanks=False, han=True, breadth=1.0),
)
HAN = "Hans"  # the code that `script_of` gives letters which several scripts have
EMOJI, SYMBOLS = "Zsye", "Zsym"  # what ISO 15924 calls signs of their own, which are of no script
SCRIPT_NAMES = {row.code: row.name for row in reversed(_ROWS)}
_UNKNOWN = Script("Zyyy", "Unknown", blanks=False)
_CODES = {row.code: row for row in reversed(_ROWS)}
_OF = tuple((row, regex.compile(rf"\p{{Script={row.name}}}")) for row in _ROWS)
_USED_BY = tuple((row, regex.compile(rf"\p{{Script_Extensions={row.name}}}")) for row in _ROWS)
# What a fallback font may draw without changing voice: marks, spaces, digits, punctuation.
_COMMON = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]")


def script(code: str) -> Script:
    """The script of an ISO 15924 code; one about which nothing is known if it has no row."""
    return _CODES.get(code, _UNKNOWN)


@lru_cache(maxsize=16384)
def script_of(character: str) -> Script | None:
    """The script of a character; None for what all scripts share."""
    if _COMMON.match(character):
        return None
    return next((row for row, pattern in _OF if pattern.match(character)), _UNKNOWN)


@lru_cache(maxsize=16384)
def breadth(character: str) -> float:
    """Em that a character takes in Office's fonts, a sign as much as a letter of the scripts that use it."""
    return next((row.breadth for row, pattern in _USED_BY if pattern.match(character)), _UNKNOWN.breadth)


def letters_in(code: str) -> str:
    """A pattern for the letters of a script that has a row."""
    return rf"\p{{Script={SCRIPT_NAMES[code]}}}"


def letters_of(*, blanks: bool) -> str:
    """The scripts whose lines end at blanks alone, or the others, as a part of a class of a pattern."""
    return "".join(rf"\p{{Script={row.name}}}" for row in _ROWS if row.blanks is blanks)
