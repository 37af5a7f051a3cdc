"""Images for social media, screens and web pages: every card in each of its sizes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.cards import cards, wanted_cards
from builder.pack.edition import Pack
from builder.pack.plan import Plan

_ELSEWHERE = ("email", "backgrounds")  # folders that other kinds fill


def _plan(pack: Pack) -> Iterator[Plan]:
    wanted = [(card, size) for card in cards(pack) for size in card.sizes if size.folder not in _ELSEWHERE]
    return card_plans(pack, "social", wanted)


KIND = AssetKind(
    name="social",
    help="cards for every platform, screens and web banners",
    plan=_plan,
    designs=lambda pack: [request.design for request in wanted_cards(pack)],
)
