"""The images at a glance, and the sizes that platforms ask for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from builder.brand.uses import COVERS, POSTER
from builder.content.columns import even_columns
from builder.content.story import Block, Columns, Figure, Gallery, Heading, Paragraph, Spans, Table, words
from builder.kinds.guide.inpack import in_pack
from builder.kinds.guide.posts import pictured, small
from builder.pack.cards import Card, cards
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.standins import theme_photo
from builder.platforms.sizes import Size
from builder.record import replace

_COLUMNS = 4  # at most: large enough to choose from
_MANY = 12  # sizes, from which on they stand in two tables side by side


def images(edition: Edition, plans: tuple[Plan, ...] = ()) -> tuple[Block, ...]:
    """Every card once, those of one shape together; what else the plans make; then the sizes of cards."""
    every, others = cards(edition), in_pack(edition, plans)
    if not every:
        return others
    phrases = edition.phrases
    ordered = sorted(every, key=lambda card: small(card).height / small(card).width)
    figures = tuple(_credited(edition, card) for card in ordered)
    sizes = list(dict.fromkeys(size for card in every for size in card.sizes))
    checked = min(size.checked for size in sizes)
    return (
        Paragraph(words(phrases["images_intro"])),
        Gallery(figures, even_columns(len(figures), _COLUMNS)),
        *others,
        Heading(2, words(phrases["chapter_sizes"])),
        Paragraph(words(phrases.fill("sizes_checked", date=checked))),
        _table(edition, sizes),
        *_other_credits(edition, figures),
    )


def _table(edition: Edition, sizes: Sequence[Size]) -> Block:
    """The sizes, those of many in two columns."""
    header = words(edition.phrases["platform"]), words(edition.phrases["size"])
    if len(sizes) < _MANY:
        return Table(header, tuple(_row(edition, size) for size in sizes), (0.66, 0.34))
    half = math.ceil(len(sizes) / 2)
    parts = (sizes[:half], sizes[half:])
    return Columns(
        tuple((Table(header, tuple(_row(edition, size) for size in part), (0.66, 0.34)),) for part in parts),
        wide=True,
    )


def _credited(edition: Edition, card: Card) -> Figure:
    """A card, and under it who made the photograph that it shows."""
    figure = pictured(edition, card)
    recipe: Any = figure.content
    credits_ = credits_of(edition, card.photo if recipe.photo else None)
    return replace(figure, caption=_credit(edition, *credits_)) if credits_ else figure


def _other_credits(edition: Edition, figures: Sequence[Figure]) -> Iterator[Block]:
    """Who made the photographs that posters, the cover and slides show, and none of these cards."""
    slides = edition.spec.slides.slides if edition.spec.slides else ()
    said = [figure.caption for figure in figures]
    theme = (theme_photo(edition, design) for design in (POSTER, *COVERS))
    for credit in credits_of(edition, *theme, *(slide.photo for slide in slides)):
        if (spans := _credit(edition, credit)) not in said:
            yield Paragraph(spans, "note")


def _credit(edition: Edition, credit: str) -> Spans:
    return words(edition.phrases.fill("photo_credit", credit=credit))


def _row(edition: Edition, size: Size) -> tuple[Spans, Spans]:
    return words(edition.size_title(size)), words(f"{size.width} × {size.height}")
