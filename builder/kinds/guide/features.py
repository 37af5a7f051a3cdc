"""Chapters whose items have cards: each is set large beside what it says, on alternating sides."""

from __future__ import annotations

from builder.brand.uses import ITEMS
from builder.content.story import Block, Feature, Figure, Heading, Paragraph, PullFigure, words
from builder.kinds.guide.figures import drawn_figure
from builder.kinds.guide.posts import pictured
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.numbers import figure_words
from builder.record import replace

Blocks = tuple[Block, ...]

_LARGE, _SMALLER = 0.46, 0.38  # of the page's width


def messages(edition: Edition) -> Blocks:
    """The key messages, each with what it rests on and its card."""
    found: list[Block] = [Paragraph(words(edition.phrases["messages_intro"]))]
    for number, message in enumerate(edition.spec.messages):
        said = [Heading(2, words(message.headline))]
        found += _beside(edition, "messages", number, (*said, *_text(message.text)), _LARGE)
    return tuple(found) if edition.spec.messages else ()


def statistics(edition: Edition) -> Blocks:
    """The figures, large, with their sources and their cards; drawn where they are parts of a whole."""
    found: list[Block] = []
    for number, figure in enumerate(edition.spec.statistics):
        pull = PullFigure(
            figure_words(figure, edition.phrases)["value"],
            words(figure.label),
            words(edition.phrases.fill("source_line", source=figure.source)),
            drawn_figure(edition, number),
        )
        found += _beside(edition, "statistics", number, (pull,), _SMALLER)
    return tuple(found)


def _text(text: str | None) -> Blocks:
    return (Paragraph(words(text)),) if text else ()


def _beside(edition: Edition, part: str, number: int, said: Blocks, width: float) -> Blocks:
    """What is said beside an item's card, or alone if it has none; every other card at the other side."""
    picture = _card(edition, part, number)
    if picture is None:
        return said
    return (Feature(replace(picture, width=width), said, flipped=bool(number % 2)),)


def _card(edition: Edition, part: str, number: int) -> Figure | None:
    """The card of an item, in its own design."""
    own = (card for card in cards(edition) if card.loc == (part, number) and card.design == ITEMS[part])
    card = next(own, None)
    return pictured(edition, card) if card else None
