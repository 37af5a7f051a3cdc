"""The art of the theme: what it names, or else one of a list by campaign and year."""

from __future__ import annotations

from hashlib import sha256

from builder.brand.artchoice import ANY_CAUSE, Turn, set_names
from builder.brand.artsets import in_set
from builder.brand.identity import Brand
from builder.pack.edition import Edition
from builder.pack.turns import place_of
from builder.record import replace
from builder.spec.model import Spec


def theme_turn(edition: Edition) -> Turn:
    """What shows the theme has of its own: the announcement, the posters, the cover, the slides.

    All have the same, in all languages; another year, or another campaign, has another by chance.
    """
    chance = sha256(f"{edition.common.short_name} {edition.year}".encode()).digest()
    said, brand = edition.spec.theme.art or "", edition.brand
    own = said if said in set_names(brand.art) and said not in brand.sets else ANY_CAUSE
    return Turn(art=int.from_bytes(chance[:4]), named=said, set=own, deck=int.from_bytes(chance[4:8]))


def with_forms(brand: Brand, spec: Spec) -> Brand:
    """The brand with the drawings that the campaign has of it this year, in all languages and everywhere."""
    named, year = spec.theme.art or "", spec.dates.start.year
    return in_set(brand, named, place_of(f"{spec.campaign.short_name} {year}", "forms"))


def item_turn(edition: Edition, art: str | None) -> Turn:
    """What an item has that stands alone: its own art, or one of the set that the campaign has."""
    return replace(theme_turn(edition), art=0, named=art or "")
