"""Words of a deck in their language and direction, each where PowerPoint keeps it."""

from __future__ import annotations

from builder.content.deck import DOT, Deck
from builder.languages import with_region, written_rtl
from builder.record import Record, replace
from builder.render.ooxml.markup import words
from builder.tagged import in_language_of, language_of
from builder.text.bidi import base_rtl, levels, mark, with_marks
from builder.text.shaping import SOFT_HYPHEN
from builder.text.whole import unparted


class Spoken(Record):
    """A paragraph's words: its language, its direction if it is not the deck's, and what is written."""

    lang: str
    rtl: bool | None
    text: str


def spoken(text: str, deck: Deck) -> Spoken:
    """The words of a paragraph, with marks round what reads by itself: DrawingML's runs have no direction."""
    lang = with_region(language_of(text)) if language_of(text) else deck.lang
    rtl = base_rtl(text, written_rtl(lang))
    return Spoken(lang, None if rtl == deck.rtl else rtl, words(with_marks(text, rtl)))


def footed(text: str, deck: Deck) -> tuple[Spoken, str]:
    """The words at the foot, and what stands in a run of its own after them: a mark, or nothing.

    LibreOffice makes a field of a foot that is one run, and in a field it puts words that run in two
    directions one over the other. Each part of a row from right to left begins with a mark, so that
    dates do not read on with a name in Latin letters before them.
    """
    said = spoken(text, deck)
    rtl = deck.rtl if said.rtl is None else said.rtl
    if not any(levels(text, rtl)):
        return said, ""
    between = f"{DOT}{mark(rtl)}" if rtl else DOT
    return replace(said, text=said.text.replace(DOT, between)), mark(rtl)


def whole(text: str, deck: Deck, *, heading: bool) -> Spoken:
    """The same, with no-break spaces where PowerPoint should end no line."""
    kept = unparted(text, language_of(text) or deck.lang, heading=heading)
    return parted(in_language_of(kept, text), deck)


def parted(text: str, deck: Deck) -> Spoken:
    """The same, with the soft hyphens of words that have no room."""
    said = spoken(text, deck)
    marked = with_marks(text, deck.rtl if said.rtl is None else said.rtl)
    return replace(said, text=SOFT_HYPHEN.join(map(words, marked.split(SOFT_HYPHEN))))
