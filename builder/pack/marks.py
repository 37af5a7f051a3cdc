"""The mark of a brand as a card: what a profile shows, whatever card is asked for in its size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.brand.design import Design
from builder.brand.identity import Art
from builder.brand.logofaults import logos_in
from builder.brand.uses import OF_SIZES
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.pack.themes import theme_turn
from builder.platforms.sizes import Size
from builder.record import replace


def with_marks(edition: Edition, cards: Iterable[Card]) -> Iterator[Card]:
    """The cards, and after them what stands in a size for all of them that are asked for in it."""
    own = dict[Size, Card | None]()
    for card in cards:
        for size in card.sizes:
            if size not in own and has_mark(edition, size):
                own[size] = mark_card(edition, size)
        sizes = tuple(size for size in card.sizes if size not in own)
        if sizes == card.sizes:
            yield card
        elif sizes:
            yield replace(card, sizes=sizes)
    yield from filter(None, own.values())


def has_mark(edition: Edition, size: Size) -> bool:
    """Whether the brand draws a design of its own in a size, and no card."""
    return OF_SIZES.get(size.key) in edition.brand.designs


def mark_card(edition: Edition, size: Size) -> Card | None:
    """What stands in the size; None if the first language has the same picture.

    Of a brand without a logo it says the short name of the campaign, in each language.
    """
    name, brand = OF_SIZES[size.key], edition.brand
    shown = tuple(_shown(edition, name, edition.language))
    if shown and not edition.first and shown == tuple(_shown(edition, name, edition.spec.languages[0])):
        return None
    title = edition.spec.campaign.name
    alt = edition.size_title(size)
    if shown:
        alt = edition.phrases.fill("alt_mark", name=edition.logo_alt(shown[0].name) or title)
    words = {} if brand.logos else edition.words
    return Card(name, name, words, title, alt, ("campaign",), (size,), turn=theme_turn(edition))


def _shown(edition: Edition, name: str, language: str) -> Iterator[Art]:
    """The drawings of the logos that a design shows in a language, if there is room for the first of each."""
    design, brand = edition.brand.designs[name], edition.brand
    assert isinstance(design, Design)
    for _, logo, grounds in logos_in(design):
        if logo in brand.logos:
            first, *others = map(brand.color, grounds)
            spoken = brand.logos[logo].speaking(language)
            yield spoken.on(first, brand.on(*grounds), *others)[0].art
