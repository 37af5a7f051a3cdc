"""The cards of a carousel: its cover, those that the spec names in their order, and the call that ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from builder.brand.uses import CALL_CARD, THEME
from builder.errors import Problem
from builder.pack.card import Card
from builder.pack.cards import cards, theme_card
from builder.pack.edition import Edition
from builder.platforms.sizes import Size, sizes_named
from builder.record import replace
from builder.source.validate import listed
from builder.spec.cardnames import meant
from builder.spec.requests import CardRequest

CAROUSEL = "carousel"  # the part of a spec, the kind, its folder
_SIZE = "instagram-portrait"  # which LinkedIn, Instagram and Threads all show whole


def carousel_size(edition: Edition) -> Size:
    """The size of all its pictures and pages."""
    return sizes_named([_SIZE], edition.brand.sizes)[0]


@lru_cache(maxsize=8)
def carousel_cards(edition: Edition) -> tuple[Card, ...]:
    """All of them; none if the spec names none."""
    known = {card.called: card for card in cards(edition)}
    found = [meant(name, tuple(known)) for name in edition.spec.carousel]
    named = [known[each[0]] for each in found if len(each) == 1]  # others are told
    cover, end = (_own(edition, design, known) for design in (THEME, CALL_CARD))
    called = edition.phrases["find_out_more"]
    return (*cover, *named, *(replace(card, title=called) for card in end)) if named else ()


def _own(edition: Edition, design: str, known: Mapping[str, Card]) -> tuple[Card, ...]:
    """The card of a design that comes by itself: as the spec asks for it, else of the theme alone."""
    if design not in edition.brand.designs:
        return ()
    request = CardRequest.model_validate({"design": design})
    return (known.get(design) or theme_card(edition, request, (CAROUSEL,)),)


def carousel_designs(edition: Edition) -> tuple[str, ...]:
    """The designs of what comes by itself, if the spec asks for a carousel."""
    return (THEME, CALL_CARD) if edition.spec.carousel else ()


def wrong_names(edition: Edition) -> Iterator[Problem]:
    """A fault for each name that no card has: items without an id have theirs when all are planned."""
    known = {card.called: card for card in cards(edition)}
    for number, name in enumerate(edition.spec.carousel):
        found = meant(name, tuple(known))
        if len(found) != 1:
            message = f"`{name}` is the id of several cards" if found else f"there is no card `{name}`"
            hint = f"write {listed(found or [card for card in known if card != THEME][:12])}"
            yield Problem(message, edition.place((CAROUSEL, number)), hint, "error")
