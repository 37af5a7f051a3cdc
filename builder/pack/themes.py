"""The art of the theme: what it names, or else one of a list by campaign and year."""

from __future__ import annotations

from hashlib import sha256

from builder.brand.artchoice import Turn, set_names
from builder.layout.tiles.grammar import suited
from builder.pack.edition import Edition
from builder.record import replace

# Of sets of art that are called so, the one that suits the palette, as tiles do.
_TEMPERS = {"hard": "forms", "soft": "nature", "play": "people"}


def theme_turn(edition: Edition) -> Turn:
    """What shows the theme has of its own: the announcement, the posters, the cover, the slides.

    All have the same, in all languages; another year, or another campaign, has another by chance.
    """
    spec = edition.original or edition.spec
    chance = sha256(f"{spec.campaign.short_name} {edition.year}".encode()).digest()
    said, brand = edition.spec.theme.art or "", edition.brand
    own = said if said in set_names(brand.art) else _TEMPERS[suited(brand.palette)]
    return Turn(art=int.from_bytes(chance[:4]), named=said, set=own, deck=int.from_bytes(chance[4:8]))


def item_turn(edition: Edition, art: str | None) -> Turn:
    """What an item has that stands alone: its own art, or one of the set that the campaign has."""
    return replace(theme_turn(edition), art=0, named=art or "")
