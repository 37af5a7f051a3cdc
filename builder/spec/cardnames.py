"""What the cards of a spec are called that is still being checked."""

from __future__ import annotations

from collections.abc import Sequence

from builder.spec.draft import Draft
from builder.spec.requests import CardRequest, usual_cards

SINGLE = ("pledge",)  # parts of a spec that are no lists, and have one card
_LISTS = {"days": "date"}  # a day is known by its date, everything else by its id


def asked_cards(draft: Draft) -> list[CardRequest]:
    """The valid requests for cards, or the usual ones if the spec has none."""
    return list(draft.items("cards").values() if draft.wrote("cards") else usual_cards(draft.wrote))


def item_ids(draft: Draft, card: CardRequest) -> list[str] | None:
    """What the items of a request are known by; None if that cannot be said."""
    if card.for_ in draft.source.unread:
        return None
    if card.for_ is None or card.for_ in SINGLE:
        return []
    if card.for_ == "countdown":
        return [str(days) for days in card.days_before]
    written = draft.written(card.for_, _LISTS.get(card.for_, "id"))
    items = draft.source.at((card.for_,))
    complete = isinstance(items, list) and len(items) == len(written)
    return [known for _, known in written] if complete else None


def card_names(draft: Draft) -> list[str] | None:
    """What the cards are called that are asked for; None where that cannot be said yet."""
    names = list[str]()
    for card in asked_cards(draft):
        if (ids := item_ids(draft, card)) is None:
            return None
        chosen = [known for known in ids if not card.only or known in card.only]
        names += [f"{card.design}/{known}" for known in chosen] if ids else [card.design]
    return list(dict.fromkeys(names))


def meant(name: str, cards: Sequence[str]) -> list[str]:
    """Those of the cards (`message/bond`, `pledge`) that a name may mean: all of it, or its id."""
    return [name] if name in cards else [card for card in cards if card.partition("/")[2] == name]
