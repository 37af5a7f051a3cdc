"""Backgrounds for video calls: the brand, and an empty middle where a face is."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import CALLS
from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.themes import theme_turn


def _plan(edition: Edition) -> Iterator[Plan]:
    sizes = tuple(size for size in edition.brand.sizes if size.folder == "backgrounds")
    alt = edition.phrases.fill("alt_background", **edition.words)
    title = edition.phrases["file_background"]
    designs = [name for name in CALLS if name in edition.brand.designs]
    words, turn = edition.words, theme_turn(edition)
    cards = [Card(name, name, words, title, alt, ("theme",), sizes, turn=turn) for name in designs]
    return card_plans(edition, "backgrounds", [(card, size) for card in cards for size in sizes])


KIND = AssetKind(
    name="backgrounds",
    order=90,
    help="backgrounds for Zoom and Teams",
    plan=_plan,
    designs=lambda _: CALLS[:1],
)
