"""Words that are wider than their box at any size: soft hyphens where Office may part them.

Office hyphenates no slide. Where nothing says otherwise it ends the line after any letter, and shows none.
"""

from __future__ import annotations

import itertools

import regex

from builder.content.deck import INDENT, OfficeTheme, Placeholder, SlideParagraph
from builder.layout.slides.fitting import SLACK, Fit, font_of
from builder.record import replace
from builder.tagged import in_language_of, language_of
from builder.text.hyphenation import LEAST, places
from builder.text.shaping import SOFT_HYPHEN

_LETTERS = regex.compile(rf"\p{{L}}{{{LEAST},}}")
_WHOLE = regex.compile(r"[#@_\d/\\]|\w[.:]\w")  # in no word that a hyphen may part


def parted(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, fit: Fit, language: str
) -> tuple[tuple[SlideParagraph, ...], tuple[str, ...]]:
    """The paragraphs with soft hyphens in words that are too wide, and the words that stay so.

    Those have no place for a hyphen that is known, or too few. Addresses may end a line anywhere.
    """
    size = fit.size or holder.size * fit.scale
    font, still = font_of(holder, theme), list[str]()

    def wide(part: str, room: float) -> bool:
        return font.width(part, size, bold=holder.bold) > room

    def one(paragraph: SlideParagraph) -> SlideParagraph:
        marked = holder.bullets and not paragraph.plain
        room = (holder.box.w - INDENT * (paragraph.level + 1) * marked) * SLACK
        text, spoken = paragraph.text, language_of(paragraph.text) or language
        for word in dict.fromkeys(font.words(text)):
            if paragraph.link or not any(wide(part, room) for part in word.split(SOFT_HYPHEN)):
                continue
            shown = word if SOFT_HYPHEN in word or _WHOLE.search(word) else _with_hyphens(word, spoken)
            text = text.replace(word, shown)
            if any(wide(part, room) for part in regex.split(rf"{SOFT_HYPHEN}|(?<=[-–])", shown)):
                still.append(word)
        same = text == paragraph.text
        return paragraph if same else replace(paragraph, text=in_language_of(text, paragraph.text))

    return tuple(map(one, paragraphs)), tuple(still)


def _with_hyphens(word: str, language: str) -> str:
    """The word with a soft hyphen at each place at which its language parts it."""

    def one(found: regex.Match[str]) -> str:
        cuts = (0, *places(found[0], language), len(found[0]))
        return SOFT_HYPHEN.join(found[0][start:end] for start, end in itertools.pairwise(cuts))

    return _LETTERS.sub(one, word)
