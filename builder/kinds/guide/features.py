"""Chapters whose items have cards: messages beside theirs, on alternating sides, and figures under theirs."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from builder.brand.uses import ITEMS
from builder.content.story import (
    Block,
    Feature,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    PullFigure,
    Span,
    words,
)
from builder.kinds.guide.figures import drawn_figure
from builder.kinds.guide.posts import pictured
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.numbers import figure_words
from builder.record import replace
from builder.tagged import joined

Blocks = tuple[Block, ...]

_LARGE = 0.46  # of the page's width: a message's card
_COLUMNS = 2  # of figures


def messages(edition: Edition) -> Blocks:
    """The key messages, each with what it rests on and its card."""
    found: list[Block] = [Paragraph(words(edition.phrases["messages_intro"]))]
    for number, message in enumerate(edition.spec.messages):
        said = [Heading(2, words(message.headline))]
        found += _beside(edition, "messages", number, (*said, *_text(message.text)))
    return tuple(found) if edition.spec.messages else ()


def statistics(edition: Edition) -> Blocks:
    """The figures: those that are parts of a whole drawn, the others as their cards, each with its source."""
    blocks: list[Block] = []
    shown = map(partial(_statistic, edition), range(len(edition.spec.statistics)))
    for _, group in groupby(shown, type):
        alike = tuple(group)
        cards = tuple(each for each in alike if isinstance(each, Figure))
        blocks += (Gallery(cards, _COLUMNS),) if cards else alike
    return tuple(blocks)


def _statistic(edition: Edition, number: int) -> Figure | PullFigure:
    figure = edition.spec.statistics[number]
    value = figure_words(figure, edition.phrases)["value"]
    source = words(edition.phrases.fill("source_line", source=figure.source))
    drawn, card = drawn_figure(edition, number), _card(edition, "statistics", number)
    if drawn or not card:
        return PullFigure(value, words(figure.label), source, drawn)
    said = joined(" ", (value, figure.label))
    return replace(card, caption=(*(replace(span, bold=True) for span in words(said)), Span("\n"), *source))


def _text(text: str | None) -> Blocks:
    return (Paragraph(words(text)),) if text else ()


def _beside(edition: Edition, part: str, number: int, said: Blocks) -> Blocks:
    """What is said beside an item's card, or alone if it has none; every other card at the other side."""
    picture = _card(edition, part, number)
    if picture is None:
        return said
    return (Feature(replace(picture, width=_LARGE), said, flipped=bool(number % 2)),)


def _card(edition: Edition, part: str, number: int) -> Figure | None:
    """The card of an item, in its own design."""
    own = (card for card in cards(edition) if card.loc == (part, number) and card.design == ITEMS[part])
    card = next(own, None)
    return pictured(edition, card) if card else None
