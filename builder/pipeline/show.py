"""One card drawn by itself, in any size."""

from __future__ import annotations

from collections.abc import Iterator

from builder.errors import Faults, Misuse, Problem, each_once
from builder.output.make import Asset, make, order, sound, verdict
from builder.output.workers import Workers
from builder.pack.artwork import card_plans
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.marks import has_mark, mark_card
from builder.pack.plan import Plan
from builder.pipeline.build import read_editions
from builder.pipeline.request import Request
from builder.platforms.sizes import sizes_named
from builder.record import replace
from builder.source.validate import did_you_mean


def show(request: Request, name: str) -> tuple[tuple[Asset, ...], tuple[Problem, ...], tuple[str, ...]]:
    """A card as files of the sizes and languages asked for, what there is to say of it, and its like.

    The name is that of a card, or of a design, of which the first card is drawn and the others are its
    like. Without sizes it is the card's first one, without languages the spec's. Misuse if there is no
    such card, Faults if it cannot be drawn.
    """
    editions, _ = read_editions(request)
    named = [_named(edition, name) for edition in (editions if request.languages else editions[:1])]
    plans = [plan for edition, (card, *_) in named for plan in _plans(edition, card, request.sizes)]
    with Workers(request.jobs) as workers:
        problems = verdict(plans, request.cache, workers)
        if not sound(problems):
            raise Faults(problems)
        assets, noted = make(order(plans, request.cache), workers)
    placed = (replace(problem, place=problem.place or plans[0].place) for problem in noted)
    return assets, each_once((*problems, *placed)), tuple(card.id for card in named[0][1][1:])


def _named(edition: Edition, name: str) -> tuple[Edition, list[Card]]:
    """The cards of a name, in the spec's order."""
    known = cards(edition)
    if matching := [card for card in known if card.named_by(name)]:
        return edition, matching
    hint = did_you_mean(name, {word for card in known for word in (card.id, card.design)})
    raise Misuse(f"the pack has no card `{name}`{f': {hint}' if hint else ''}")


def _plans(edition: Edition, card: Card, sizes: tuple[str, ...]) -> Iterator[Plan]:
    wanted = sizes_named(sizes, edition.brand.sizes) if sizes else card.sizes[:1]
    own = {size: mark_card(edition, size) for size in wanted if has_mark(edition, size)}
    return card_plans(edition, "social", ((own.get(size) or card, size) for size in wanted))
