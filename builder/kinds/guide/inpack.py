"""What else is in the pack, as pictures to choose from: all that is printed, the slides, the carousel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, cast

from builder.brand.uses import POSTER, POSTER_UNDATED
from builder.content.columns import even_columns
from builder.content.recipe import Recipe
from builder.content.story import Block, Figure, Gallery, Heading, Paragraph, Span, Spans, words
from builder.pack.carousels import CAROUSEL
from builder.pack.edition import Edition
from builder.pack.exhibits import Face, face, in_common
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.pack.sheets import SheetRecipe

_COLUMNS = 3  # of pages at the most: large enough to read what they say; three rows of them fill a page
_FEW = 4  # that stand in a row, for two rows of two would be half empty
_SWIPED = 5  # cards of a carousel in a row
_SHOWN_ELSEWHERE = ("guide", CAROUSEL)  # the guide is at hand

Blocks = Iterator[Block]


def in_pack(edition: Edition, plans: Sequence[Plan]) -> tuple[Block, ...]:
    """Every document of the pack by its first page, slides and the carousel; none of a pack without any."""
    shown = (*_documents(edition, plans), *_slides(edition, plans), *_carousel(edition, plans))
    return (Heading(2, words(edition.phrases["start_parts"])), *shown) if shown else ()


def _documents(edition: Edition, plans: Sequence[Plan]) -> Blocks:
    """All that is printed, upright pages before those that lie, then what is worn; one of a design."""
    found: dict[object, tuple[Face, list[Plan]]] = {}
    for files in _grouped(plan for plan in plans if plan.kind not in _SHOWN_ELSEWHERE):
        if shown := face(edition, [plan for plan in files if plan.format.is_paged]):
            found.setdefault(_drawn_from(shown.recipe), (shown, files))
    several = Counter(files[0].kind for _, files in found.values())
    ordered = sorted(found.values(), key=lambda each: each[0].width > each[0].height)
    figures = tuple(
        _named(edition, files, shown, alone=several[files[0].kind] == 1) for shown, files in ordered
    )
    if figures := (*figures, *_worn(edition, plans)):
        continued = edition.phrases.fill("continued", title=edition.phrases["start_parts"])
        columns = _FEW if len(figures) == _FEW else even_columns(len(figures), _COLUMNS)
        yield Gallery(figures, columns, continued)


def _worn(edition: Edition, plans: Iterable[Plan]) -> Iterator[Figure]:
    """What is laid over pictures and set among words: frames and stickers, each with what it is called."""
    overlays = {size.key: size for size in edition.brand.sizes if size.is_overlay}
    for plan in plans:
        if size := overlays.get(plan.size):
            yield Figure(plan.content, plan.alt, _caption(edition, edition.size_title(size), plan))


def _grouped(plans: Iterable[Plan]) -> Iterator[list[Plan]]:
    """The files of each document."""
    for _, files in groupby(plans, key=lambda plan: (plan.kind, plan.group or plan.path)):
        yield [*files]


def _drawn_from(recipe: Recipe) -> object:
    """By what a page is known: a poster without its dates is shown by the one with them."""
    first = recipe.parts[0].recipe if isinstance(recipe, SheetRecipe) else recipe
    if not isinstance(first, CardRecipe):
        return recipe
    return POSTER if first.name == POSTER_UNDATED else first.name, first.origin.loc


def _named(edition: Edition, files: Sequence[Plan], shown: Face, *, alone: bool) -> Figure:
    """A page, and under it what it is called, or its kind if it is alone of that, and where it lies."""
    phrases, recipe = edition.phrases, cast(Any, shown.recipe)
    kind, name = files[0].kind, in_common([plan.title for plan in files])
    name = phrases.get(f"kind_{kind}", name) if alone else name
    return Figure(recipe, shown.alt, _caption(edition, name, files[0]))


def _caption(edition: Edition, name: str, plan: Plan) -> Spans:
    """What a file is called, and where it lies."""
    where = edition.phrases.fill("start_folder", folder=plan.path.rpartition("/")[0])
    return Span(name, bold=True), Span("\n"), Span(where)


def _slides(edition: Edition, plans: Sequence[Plan]) -> Blocks:
    """Some of the deck."""
    deck = next((plan for plan in plans if plan.picture), None)
    if deck and (shown := face(edition, [deck])):
        kind = deck.kind
        yield Heading(2, words(edition.phrases.get(f"kind_{kind}", kind)))
        yield Paragraph(words(deck.use))
        yield Gallery((Figure(cast(Any, shown.recipe), shown.alt),), 1)


def _carousel(edition: Edition, plans: Iterable[Plan]) -> Blocks:
    """Its cards in a row, in their order, as they are swiped through."""
    cards = [plan for plan in plans if plan.kind == CAROUSEL and plan.format.is_image]
    if cards:
        yield Heading(2, words(edition.phrases["kind_carousel"]))
        yield Paragraph(words(edition.phrases["start_carousel_intro"]))
        figures = tuple(Figure(plan.content, plan.alt) for plan in cards)
        continued = edition.phrases.fill("continued", title=edition.phrases["kind_carousel"])
        yield Gallery(figures, even_columns(len(cards), _SWIPED), continued)
