"""Chapters whose items have cards: messages beside theirs, on alternating sides, and figures under theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from builder.brand.uses import ITEMS
from builder.content.story import (
    Block,
    Feature,
    Gallery,
    Heading,
    Paragraph,
    PullFigure,
    Span,
    words,
)
from builder.kinds.guide.beside import made, uses
from builder.kinds.guide.figures import drawn_figure
from builder.kinds.guide.posts import pictured
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.numbers import figure_words
from builder.record import replace
from builder.tagged import joined

Blocks = tuple[Block, ...]

_LARGE = 0.46  # of the page's width: a message's card
_COLUMNS = (2, 3, 4)  # of figures


def messages(edition: Edition) -> Blocks:
    """The key messages, each as its card, and beside it the words to post with that."""
    found: list[Block] = [Paragraph(words(edition.phrases["messages_intro"]))]
    for number, message in enumerate(edition.spec.messages):
        head, text = Heading(2, words(message.headline)), message.text
        if card := _card(edition, "messages", number):
            said = (head, *uses(edition, card, text or message.headline))
            shown = replace(pictured(edition, card), width=_LARGE)
            found.append(Feature(shown, said, flipped=bool(number % 2)))
        else:
            found += (head, *((Paragraph(words(text)),) if text else ()))
    return tuple(found) if edition.spec.messages else ()


def statistics(edition: Edition) -> Blocks:
    """The figures with their sources: as cards in rows, one alone beside its words, or large."""
    shown = map(partial(_statistic, edition), range(len(edition.spec.statistics)))
    continued = edition.phrases.fill("continued", title=edition.phrases["chapter_statistics"])
    return tuple(block for _, alike in groupby(shown, type) for block in _in_rows(continued, [*alike]))


def _statistic(edition: Edition, number: int) -> Feature | PullFigure:
    """Its card and words to post with it or, without one, the figure, drawn if it is a part of a whole."""
    figure = edition.spec.statistics[number]
    value = figure_words(figure, edition.phrases)["value"]
    source = words(edition.phrases.fill("source_line", source=figure.source))
    if (card := _card(edition, "statistics", number)) is None:
        return PullFigure(value, words(figure.label), source, drawn_figure(edition, number))
    lines = (source, *made(edition, card))
    below = tuple(span for line in lines for span in (Span("\n"), *line))[1:]
    said = uses(edition, card, joined(" ", (value, figure.label)))
    drawn = replace(pictured(edition, card), caption=below, width=_LARGE)
    return Feature(drawn, (*said, Paragraph(source, "note")))


def _in_rows(continued: str, shown: Sequence[Feature | PullFigure]) -> Iterator[Block]:
    cards = [each for each in shown if isinstance(each, Feature)]
    if len(cards) == 1:
        yield replace(cards[0], figure=replace(cards[0].figure, caption=()))
    elif cards:
        figures = tuple(replace(each.figure, width=1.0) for each in cards)
        yield Gallery(figures, _columns(len(cards)), continued)
    yield from (each for each in shown if isinstance(each, PullFigure))


def _columns(count: int) -> int:
    """How many figures stand in a row: as many as leave the last row fullest, fewer rather than more."""
    return min(_COLUMNS, key=lambda columns: (-count % columns / columns, columns))


def _card(edition: Edition, part: str, number: int) -> Card | None:
    """The card of an item, in its own design."""
    own = (card for card in cards(edition) if card.loc == (part, number) and card.design == ITEMS[part])
    return next(own, None)
