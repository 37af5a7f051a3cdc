"""A poster of each message and of each quote: its own card, and at its foot a bar with the call."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import ITEMS, POSTER, POSTER_FOOT
from builder.kinds.posters.files import OnSheet, poster_file, sheets
from builder.pack.alttexts import heard
from builder.pack.artwork import card_recipe, frame_of
from builder.pack.cards import Card, cards_of
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.recipes import Origin
from builder.pack.sheets import STRIPS, Part, SheetRecipe, sheet_of
from builder.spec.requests import CardRequest


def series(edition: Edition) -> Iterator[Plan]:
    """The files of each, in the order of the spec."""
    asked, designs = edition.spec.posters, edition.brand.designs
    for number, part in enumerate(asked.for_):
        if ITEMS[part] not in designs or POSTER_FOOT not in designs:
            continue
        ids = [item.id for item in getattr(edition.spec, part)]
        only = [id_ for id_ in asked.only if id_ in ids]
        if asked.only and not only:
            continue
        request = CardRequest.model_validate({"design": ITEMS[part], "for": part, "only": only})
        for card in cards_of(edition, request, ("posters", "for", number)):
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
        f"{edition.phrases['file_poster']}: {card.title},",
        on,
        recipe,
        credits=credits_of(edition, card.photo if upper.photo else None),
        group=name,
        loc=card.loc,
        reads_as=str(card.title),
        **heard(edition, card.alt, upper),
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
