"""Cards of which no image is made, and posts that go without theirs."""

from __future__ import annotations

from collections.abc import Iterator

from builder.errors import Place, Problem
from builder.pack.cards import USUAL, cards
from builder.pack.edition import Edition
from builder.platforms.sizes import sizes_named
from builder.source.validate import did_you_mean


def imageless(edition: Edition) -> Iterator[Problem]:
    """A warning for each card of which no image is made, and for each post that goes without its own."""
    for number, request in enumerate(edition.spec.cards):
        if not any(size.cards for size in sizes_named(request.sizes or USUAL, edition.brand.sizes)):
            place = edition.place(("cards", number, "sizes"))
            message, hint = "no card is made in these sizes", "name a size or a group that social images have"
            yield Problem(message, place, hint, "warning")
    for number, post in enumerate(edition.spec.posts):
        named = next((card for card in cards(edition) if post.card and card.named_by(post.card)), None)
        if post.card and not (named and named.is_image):
            yield _lost(edition, post.card, edition.place(("posts", number, "card")))


def _lost(edition: Edition, name: str, place: Place | None) -> Problem:
    design = name.partition("/")[0]
    message = f"no image `{name}` is made, so this post goes without one"
    if design not in edition.brand.designs:
        hint = f"the brand has no design `{design}`: `packbuild docs add-a-design` tells how to write it"
    else:
        ways = [card.called for card in cards(edition) if card.is_image]
        hint = did_you_mean(name, ways) or "name another card, or delete this line"
    return Problem(message, place, hint, "warning")
