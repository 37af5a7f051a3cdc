"""A carousel: cards in the order of the spec, as one document and as numbered pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.content.cards import Cards
from builder.kinds.kind import AssetKind
from builder.layout.canvas import screen
from builder.pack.artwork import card_file, card_recipe
from builder.pack.carousels import CAROUSEL, carousel_cards, carousel_designs, carousel_size
from builder.pack.edition import Edition
from builder.pack.formats import CARDS_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.platforms.carousels import most_bytes
from builder.tagged import in_language_of


def _plan(edition: Edition) -> Iterator[Plan]:
    if not (cards := carousel_cards(edition)):
        return
    size = carousel_size(edition)
    recipes = [card_recipe(edition, card, screen(size), size.key) for card in cards]
    shown = [card.photo for card, recipe in zip(cards, recipes, strict=True) if recipe.photo]
    yield _document(edition, [card.title for card in cards], recipes, credits_of(edition, *shown))
    for number, (card, recipe) in enumerate(zip(cards, recipes, strict=True), 1):
        yield card_file(
            edition,
            card,
            size,
            recipe,
            (CAROUSEL, f"{CAROUSEL}_{number:02}_{card.id}"),
            kind=CAROUSEL,
            title=in_language_of(f"{edition.phrases.number(number)}. {card.title}", card.title),
            use=edition.phrases["use_carousel_picture"],
            group=f"{CAROUSEL}-{number:02}",
        )


def _document(
    edition: Edition, titles: list[str], recipes: list[CardRecipe], credited: tuple[str, ...]
) -> Plan:
    """All of it in one file, a page a card."""
    frames: tuple[Any, ...] = tuple(recipes)
    title = f"{edition.spec.campaign.name}{edition.phrases.colon}{edition.spec.theme.title}"
    size = carousel_size(edition)
    return Plan(
        kind=CAROUSEL,
        path=edition.path(CAROUSEL, f"{CAROUSEL}_{size.width}x{size.height}", CARDS_PDF),
        title=edition.phrases["file_carousel"],
        format=CARDS_PDF,
        content=Cards(frames, tuple(titles), title, edition.spec.campaign.organiser),
        language=edition.language,
        alt=edition.phrases.fill("alt_carousel", **edition.words),
        budget=most_bytes(),
        use=edition.phrases["use_carousel"],
        group=CAROUSEL,
        credits=credited,
        find=edition.place,
        loc=(CAROUSEL,),
    )


KIND = AssetKind(
    name=CAROUSEL,
    order=25,
    help="cards in a row to swipe, as a PDF for LinkedIn and as pictures for Instagram and Threads",
    plan=_plan,
    designs=carousel_designs,
)
