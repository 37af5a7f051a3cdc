"""A text as words that may be set on lines: measured once, in em."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

import regex

from builder.media import Font
from builder.text.bidi import levels as bidi_levels
from builder.text.bidi import without_controls
from builder.text.fonts import FontBook, NoGlyph, invisible, letters, shape

SOFT_HYPHEN = "\u00ad"
_RANGE_END = re.compile(r"\d[–-]$")
# No-break spaces (U+00A0, U+202F) are part of a word.
_NUMBER = re.compile(r"(?:\d{1,2}\.?[–-])?\d{1,2}\.?\Z")  # 13, 13., 13–19
_TOKEN = re.compile(r"[\S\u00a0\u202f]+[^\S\u00a0\u202f]*|[^\S\u00a0\u202f]+")
_BLANK = re.compile(r"[^\S\u00a0\u202f]+")
# Letters of scripts that break at spaces, and marks that no line breaks at: nothing to ask UAX 14 about.
_WHOLE = regex.compile(
    r"(?:[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Devanagari}\p{Bengali}\p{Gurmukhi}"
    r"\p{Gujarati}\p{Tamil}\p{M}\d]|[.,;:!?#@'’‘“”\"()।،؛؟\u00a0\u202f])+\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one font and one direction, in logical order."""

    text: str
    font: Font
    level: int  # its embedding level; odd ones run right to left
    hyphenated: bool = False  # whether it ends with a hyphen that only the end of its line asks for


@dataclass(frozen=True, slots=True)
class Word:
    """What is never broken: text from `start` to `end` of the paragraph, widths in em."""

    start: int
    end: int
    width: float
    space: float  # the white space after it, if the line goes on
    forced: bool = False  # a line ends after it
    hyphen: float = 0.0  # the hyphen drawn if a line ends after it
    clings: bool = False  # a short number: it should not end a line before what it counts


@dataclass(frozen=True, eq=False)  # known by itself, so that what is derived from it is kept
class Paragraph:
    """A text, its characters' levels and fonts, and its words."""

    text: str
    language: str
    rtl: bool
    tracking: float
    levels: tuple[int, ...]
    fonts: tuple[Font, ...]
    words: tuple[Word, ...]

    def segments(self, start: int, end: int) -> list[Segment]:
        """The stretch as runs of one font and level, in logical order."""
        keys = itertools.groupby(range(start, end), lambda i: (self.fonts[i].digest, self.levels[i]))
        spans = [list(indexes) for _, indexes in keys]
        return [
            Segment(self.text[span[0] : span[-1] + 1], self.fonts[span[0]], self.levels[span[0]])
            for span in spans
        ]

    def width(self, start: int, end: int) -> float:
        """The advance of a stretch, in em."""
        return sum(
            shape(part.text, part.font, part.level % 2 == 1, self.language, self.tracking).width
            for part in self.segments(start, end)
        )


def paragraph(text: str, book: FontBook, language: str, rtl: bool, tracking: float = 0.0) -> Paragraph:
    """Measure a text; NoGlyph if a character of it cannot be drawn.

    Letter-spacing is for scripts whose letters stand apart: joined ones are never spaced.
    """
    lines = without_controls(text).strip().splitlines()
    text = "\n".join(_BLANK.sub(" ", line).strip(" ") for line in lines)
    levels = tuple(bidi_levels(text, rtl))
    if lacking := book.lacking(text):
        raise NoGlyph(lacking[0])
    fonts = _fonts(text, book)
    spaced = tracking if all(level == 0 for level in levels) and text.isascii() | _latin(text) else 0.0
    measured = Paragraph(text, language, rtl, spaced, levels, fonts, ())
    return Paragraph(text, language, rtl, spaced, levels, fonts, tuple(_words(measured)))


def _latin(text: str) -> bool:
    return all(ord(character) < 0x590 or 0x1E00 <= ord(character) < 0x20D0 for character in text)


def _fonts(text: str, book: FontBook) -> tuple[Font, ...]:
    fonts: list[Font] = []
    for letter in letters(text):
        before = fonts[-1] if fonts else None
        if all(invisible(character) for character in letter):
            fonts += [before or book.font(" ", None)] * len(letter)
        else:
            fonts += [book.font(letter, before)] * len(letter)
    return tuple(fonts)


def _words(measured: Paragraph) -> list[Word]:
    words: list[Word] = []
    position = 0
    for unit in _units(measured.text):
        start, position = position, position + len(unit)
        body = unit.rstrip(" \n" + SOFT_HYPHEN)
        end = start + len(body)
        space = measured.width(end, end + 1) if unit[len(body) :].startswith(" ") else 0.0
        hyphen = 0.3 if unit.endswith(SOFT_HYPHEN) else 0.0
        clings = bool(_NUMBER.match(body))
        words.append(Word(start, end, measured.width(start, end), space, unit.endswith("\n"), hyphen, clings))
    return words


@lru_cache(maxsize=4096)
def _units(text: str) -> tuple[str, ...]:
    """What stays on one line (UAX 14); a range of numbers (13–19) does too."""
    joined: list[str] = []
    for unit in (unit for token in _TOKEN.findall(text) for unit in _parts(token)):
        if joined and _RANGE_END.search(joined[-1]) and unit[:1].isdigit():
            joined[-1] += unit
        else:
            joined.append(unit)
    return tuple(joined)


@lru_cache(maxsize=16384)
def _parts(token: str) -> tuple[str, ...]:
    """The stretches of a token, its white space with it, between which a line may end."""
    if _WHOLE.match(token):
        return (token,)
    from uniseg.linebreak import line_break_units  # noqa: PLC0415  most tokens do without

    return tuple(line_break_units(token))
