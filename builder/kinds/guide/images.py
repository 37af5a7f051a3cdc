"""The images at a glance, and the sizes that platforms ask for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from builder.content.story import Block, Columns, Gallery, Heading, Paragraph, Spans, Table, words
from builder.kinds.guide.posts import pictured, small
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.platforms.sizes import Size

_COLUMNS = 4  # at most: large enough to choose from
_MANY = 12  # sizes, from which on they stand in two tables side by side


def images(edition: Edition) -> tuple[Block, ...]:
    """Every card once, those of one shape together; then the sizes and when they were checked."""
    every = cards(edition)
    if not every:
        return ()
    phrases = edition.phrases
    ordered = sorted(every, key=lambda card: small(card).height / small(card).width)
    figures = tuple(pictured(edition, card) for card in ordered)
    sizes = list(dict.fromkeys(size for card in every for size in card.sizes))
    checked = min(size.checked for size in sizes)
    return (
        Paragraph(words(phrases["images_intro"])),
        Gallery(figures, _columns(len(figures))),
        *_credits(edition),
        Heading(2, words(phrases["chapter_sizes"])),
        Paragraph(words(phrases.fill("sizes_checked", date=checked))),
        _table(edition, sizes),
    )


def _table(edition: Edition, sizes: Sequence[Size]) -> Block:
    """The sizes, those of many in two columns."""
    header = words(edition.phrases["platform"]), words(edition.phrases["size"])
    if len(sizes) < _MANY:
        return Table(header, tuple(_row(edition, size) for size in sizes), (0.66, 0.34))
    half = math.ceil(len(sizes) / 2)
    parts = (sizes[:half], sizes[half:])
    return Columns(
        tuple((Table(header, tuple(_row(edition, size) for size in part), (0.62, 0.38)),) for part in parts),
        wide=True,
    )


def _credits(edition: Edition) -> Iterator[Block]:
    """Who made the photographs that cards, posters, the cover and slides show."""
    slides = edition.spec.slides.slides if edition.spec.slides else ()
    shown = (*(card.photo for card in cards(edition)), *(slide.photo for slide in slides))
    for credit in credits_of(edition, edition.spec.theme.photo, *shown):
        yield Paragraph(words(edition.phrases.fill("photo_credit", credit=credit)), "note")


def _columns(count: int) -> int:
    """So many that rows are few, and as full as each other."""
    rows = math.ceil(count / _COLUMNS)
    return math.ceil(count / rows)


def _row(edition: Edition, size: Size) -> tuple[Spans, Spans]:
    return words(edition.size_title(size)), words(f"{size.width} × {size.height}")
