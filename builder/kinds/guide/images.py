"""The images at a glance, and the sizes that platforms ask for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from builder.brand.uses import COVERS, POSTER
from builder.content.columns import even_columns
from builder.content.story import (
    Block,
    Columns,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    Spans,
    Table,
    words,
)
from builder.emphasis import without_stars
from builder.kinds.guide.inpack import in_pack
from builder.kinds.guide.posts import pictured, small
from builder.pack.card import Card
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.photographs import credit_line
from builder.pack.plan import Plan
from builder.pack.standins import theme_photo
from builder.platforms.sizes import Size
from builder.source import Loc
from builder.spec.clocks import in_order
from builder.tagged import APART, joined

_COLUMNS = 4  # at most: large enough to choose from
_MANY = 4  # sizes, from which on they stand in two tables side by side
_GROUPS = 3  # of sizes by how many cards come in them, at most: of more, none says so
_SHARES = (0.66, 0.34)  # of a table: the name of a size and its pixels


def images(edition: Edition, plans: tuple[Plan, ...] = ()) -> tuple[Block, ...]:
    """Every card once, those of one shape together; what else the plans make; then the sizes of cards."""
    every, others = cards(edition), in_pack(edition, plans)
    if not every:
        return others
    phrases = edition.phrases
    ordered = sorted(_by_time(edition, every), key=lambda card: small(card).height / small(card).width)
    figures = tuple(pictured(edition, card) for card in ordered)
    shown = _photos(zip(ordered, figures, strict=True))
    credited = _credits(edition, shown)
    checked = min(size.checked for card in every for size in card.sizes)
    continued = phrases.fill("continued", title=phrases["chapter_images"])
    return (
        Paragraph(words(phrases["images_intro"])),
        Gallery(figures, even_columns(len(figures), _COLUMNS), continued),
        *(credited if shown else ()),
        *others,
        Heading(2, words(phrases["chapter_sizes"])),
        *_sizes(edition, every),
        Paragraph(words(phrases.fill("sizes_checked", date=checked)), "note"),
        *(() if shown else credited),
    )


def _by_time(edition: Edition, every: Sequence[Card]) -> list[Card]:
    """The cards in their order, those of events among each other by day and time."""
    ordered = enumerate(in_order(edition.spec.events))
    turns: Mapping[Loc, int] = {("events", number): turn for turn, (number, _) in ordered}
    waiting = iter(sorted((card for card in every if card.loc in turns), key=lambda card: turns[card.loc]))
    return [next(waiting) if card.loc in turns else card for card in every]


def _sizes(edition: Edition, every: Sequence[Card]) -> Iterator[Block]:
    """The sizes of cards; those in which more of them come first, under how many that are."""
    counts = Counter(size for card in every for size in card.sizes)
    groups = [(count, [size for size in counts if counts[size] == count]) for count in set(counts.values())]
    if not 1 < len(groups) <= _GROUPS:
        yield _table(edition, list(counts))
        return
    for count, sizes in sorted(groups, key=itemgetter(0), reverse=True):
        yield Heading(3, words(_counted(edition, every, count, sizes)))
        yield _table(edition, sizes)


def _counted(edition: Edition, every: Sequence[Card], count: int, sizes: Sequence[Size]) -> str:
    """How many images come in how many sizes; of a single one, what it says."""
    of = [card for card in every if not {*sizes}.isdisjoint(card.sizes)]
    told = edition.phrases.plural("sizes", len(sizes))
    if len(of) == 1:
        return joined(APART, (without_stars(of[0].title), told))
    return edition.phrases.listed((edition.phrases.plural("images", count), told))


def _table(edition: Edition, sizes: Sequence[Size]) -> Block:
    """Sizes, those of several in two columns."""
    header = words(edition.phrases["platform"]), words(edition.phrases["size"])
    rows = tuple(_row(edition, size) for size in sizes)
    if len(rows) < _MANY:
        return Table(header, rows, _SHARES)
    half = math.ceil(len(rows) / 2)
    halves = (rows[:half], rows[half:])
    continued = edition.phrases.fill("continued", title=edition.phrases["chapter_sizes"])
    return Columns(tuple((Table(header, part, _SHARES),) for part in halves), True, continued)


def _photos(shown: Iterable[tuple[Card, Figure]]) -> tuple[str, ...]:
    """The photographs that the cards show."""
    recipes: Iterator[tuple[Card, Any]] = ((card, figure.content) for card, figure in shown)
    return tuple(card.photo for card, recipe in recipes if recipe.photo and card.photo)


def _credits(edition: Edition, shown: Iterable[str]) -> tuple[Block, ...]:
    """Who made the photographs: of cards, and of posters, covers, chapters and slides."""
    slides = edition.spec.slides.slides if edition.spec.slides else ()
    theme = (theme_photo(edition, design) for design in (POSTER, *COVERS))
    others = *(chapter.photo for chapter in edition.spec.guide.own), *(slide.photo for slide in slides)
    said = credit_line(edition, *shown, *theme, *others)
    return (Paragraph(words(said), "note"),) if said else ()


def _row(edition: Edition, size: Size) -> tuple[Spans, Spans]:
    return words(edition.size_title(size)), words(f"{size.width} × {size.height}")
