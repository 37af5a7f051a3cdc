"""Words that are wider than their box at any size: soft hyphens where Office may part them.

Office hyphenates no slide. Where nothing says otherwise it ends the line after any letter, and shows none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from math import inf

from builder.content.deck import INDENT, OfficeTheme, Placeholder, SlideParagraph
from builder.layout.slides.fitting import SLACK, Fit, fitted, font_of
from builder.record import Record, replace
from builder.tagged import in_language_of, language_of
from builder.text.hyphens import COMPOUND, SEAM, with_hyphens
from builder.text.office import OfficeFont
from builder.text.shaping import SOFT_HYPHEN

COSTS = (SEAM, COMPOUND, inf)  # of the hyphens in a word, tried until it has room
_WHOLE = re.compile(r"[#@_\d/\\]|\w[.:]\w")  # in no word that a hyphen may part
_ENDS = re.compile(rf"{SOFT_HYPHEN}|(?<=[-–])")  # where a line may end in a word


class Parting(Record):
    """Words of one size in a language."""

    font: OfficeFont
    size: float
    language: str
    bold: bool = False

    def parted(self, text: str, room: float, most: Mapping[str, float] | None = None) -> str:
        """The text with soft hyphens in the words that are wider than a room.

        They stand where they cost no more than a word's own `most`, or surely between the words that it is
        made of. Where its author writes them in it no others are; in words that have room none are.
        """
        language, shown = language_of(text) or self.language, str(text)
        for word in dict.fromkeys(self.font.words(text)):
            whole = word.replace(SOFT_HYPHEN, "")
            if self._wide(whole, room):
                own = SOFT_HYPHEN in word or _WHOLE.search(word)
                whole = word if own else with_hyphens(word, language, most=(most or {}).get(word, SEAM))
            shown = shown.replace(word, whole)
        return text if shown == text else in_language_of(shown, text)

    def wide(self, text: str, room: float) -> tuple[str, ...]:
        """The words that are wider than a room from one place to the next at which a line may end."""
        words = dict.fromkeys(self.font.words(text))
        return tuple(
            word.replace(SOFT_HYPHEN, "")
            for word in words
            if any(self._wide(part, room) for part in _ENDS.split(word))
        )

    def _wide(self, part: str, room: float) -> bool:
        return self.font.width(part, self.size, bold=self.bold) > room


def parted(
    paragraphs: tuple[SlideParagraph, ...], holder: Placeholder, theme: OfficeTheme, fit: Fit, language: str
) -> tuple[tuple[SlideParagraph, ...], Fit, tuple[str, ...]]:
    """The paragraphs with soft hyphens in words that are too wide, how they fit then, and words that stay so.

    Hyphens stand between the words that a word is made of, surely or else perhaps, if those have room at any
    size, and otherwise at each place at which its language parts it. Addresses may end a line anywhere.
    """

    def room(paragraph: SlideParagraph) -> float:
        marked = holder.bullets and not paragraph.plain
        return (holder.box.w - INDENT * (paragraph.level + 1) * marked) * SLACK

    def words(fit: Fit) -> Parting:
        size = fit.size or holder.size * fit.scale
        return Parting(font_of(holder, theme), size, language, holder.bold)

    def wide(said: tuple[SlideParagraph, ...], fit: Fit) -> tuple[str, ...]:
        found = (words(fit).wide(each.text, room(each)) for each in said if not each.link)
        return tuple(itertools.chain.from_iterable(found))

    def hyphened(most: Mapping[str, float]) -> tuple[SlideParagraph, ...]:
        first = words(fit)
        return tuple(
            each if each.link else replace(each, text=first.parted(each.text, room(each), most))
            for each in paragraphs
        )

    if not (wide(paragraphs, fit) or any(SOFT_HYPHEN in each.text for each in paragraphs)):
        return paragraphs, fit, ()
    still, most = tuple[str, ...](), dict[str, float]()
    for cost in COSTS:
        most |= dict.fromkeys(still, cost)
        shown = hyphened(most)
        best = fitted(shown, holder, theme, language) or fit
        if not (still := wide(shown, best)):
            break
    return shown, best, still
