"""Backgrounds for video calls: the brand, and an empty middle where a face is."""

from __future__ import annotations

from collections.abc import Iterator

from builder.kinds.kind import AssetKind
from builder.pack.artwork import card_plans
from builder.pack.cards import Card
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.platforms.sizes import SIZES

_DESIGNS = ("background", "background-light")


def _plan(pack: Pack) -> Iterator[Plan]:
    sizes = tuple(size for size in SIZES if size.folder == "backgrounds")
    alt = pack.phrases.fill("alt_background", **pack.words)
    title = pack.phrases["file_background"]
    designs = [name for name in _DESIGNS if name in pack.brand.designs]
    made = [Card(name, name, pack.words, title, alt, ("theme",), sizes) for name in designs]
    return card_plans(pack, "backgrounds", [(card, size) for card in made for size in sizes])


KIND = AssetKind(
    name="backgrounds",
    help="backgrounds for Zoom and Teams",
    plan=_plan,
    designs=lambda _: _DESIGNS[:1],
)
