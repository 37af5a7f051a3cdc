"""Images for social media, screens and web pages: every card in each of its sizes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.cards import cards, wanted_cards
from builder.pack.edition import Edition
from builder.pack.plan import Plan


def _plan(edition: Edition) -> Iterator[Plan]:
    wanted = [(card, size) for card in cards(edition) for size in card.sizes if size.cards]
    return card_plans(edition, "social", wanted)


KIND = AssetKind(
    name="social",
    order=20,
    help="cards for every platform, screens and web banners",
    plan=_plan,
    designs=lambda edition: [request.design for request in wanted_cards(edition)],
)
