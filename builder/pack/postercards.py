"""The cards that posters show: of messages and of quotes, each with a bar at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import ITEMS, POSTER_FOOT
from builder.pack.card import Card
from builder.pack.cards import cards_of
from builder.pack.edition import Edition
from builder.spec.requests import CardRequest


def poster_cards(edition: Edition) -> Iterator[Card]:
    """The card of each poster that the spec asks for, in its order."""
    asked, designs = edition.spec.posters, edition.brand.designs
    for number, part in enumerate(asked.for_):
        if ITEMS[part] not in designs or POSTER_FOOT not in designs:
            continue
        ids = [item.id for item in getattr(edition.spec, part)]
        only = [id_ for id_ in asked.only if id_ in ids]
        if only or not asked.only:
            request = CardRequest.model_validate({"design": ITEMS[part], "for": part, "only": only})
            yield from cards_of(edition, request, ("posters", "for", number))
