"""A poster of each message and of each quote: its own card, and at its foot a bar with the call."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import POSTER, POSTER_FOOT
from builder.kinds.posters.files import OnSheet, poster_file, sheets
from builder.pack.alttexts import heard_on_sheet
from builder.pack.artwork import card_recipe, frame_of
from builder.pack.card import Card
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.postercards import poster_cards
from builder.pack.recipes import Origin
from builder.pack.sheets import STRIPS, Part, SheetRecipe, sheet_of


def series(edition: Edition) -> Iterator[Plan]:
    """The files of each, in the order of the spec."""
    for card in poster_cards(edition):
        for on in sheets(edition):
            if on.purpose != "save-ink":
                yield _file(edition, card, on)


def _file(edition: Edition, card: Card, on: OnSheet) -> Plan:
    name = f"{POSTER}-{card.id}"
    recipe = _recipe(edition, card, on)
    upper = recipe.parts[0].recipe
    return poster_file(
        edition,
        f"{name}-{on.paper.key}",
        f"{edition.phrases['file_poster']}{edition.phrases.colon}{card.title},",
        on,
        recipe,
        credits=credits_of(edition, card.photo if upper.photo else None),
        group=name,
        loc=card.loc,
        reads_as=str(card.title),
        **heard_on_sheet(edition, card.alt, recipe),
    )


def _recipe(edition: Edition, card: Card, on: OnSheet) -> SheetRecipe:
    canvas, where = on.canvas, f"poster {on.paper.title}"
    foot = STRIPS[POSTER_FOOT][1] * canvas.width
    above = canvas.part(canvas.width, canvas.height - foot)
    below = canvas.part(canvas.width, foot)
    parts = (
        Part(card_recipe(edition, card, above, where), 0.0, 0.0),
        Part(frame_of(edition, POSTER_FOOT, edition.words, below, Origin(where)), 0.0, above.height),
    )
    return sheet_of(edition, parts, canvas, where)
