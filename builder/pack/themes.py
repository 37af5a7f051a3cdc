"""The art of the theme: what it names, or else one of a list by campaign and year."""

from __future__ import annotations

from hashlib import sha256

from builder.brand.artchoice import Turn
from builder.pack.edition import Edition


def theme_turn(edition: Edition) -> Turn:
    """What shows the theme has of its own: the announcement, the posters, the cover, the slides.

    All have the same, in all languages; another year, or another campaign, has another by chance.
    """
    spec = edition.original or edition.spec
    chance = sha256(f"{spec.campaign.short_name} {edition.year}".encode()).digest()
    return Turn(art=int.from_bytes(chance[:4]), named=edition.spec.theme.art or "")
