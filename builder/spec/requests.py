"""The parts of a spec that ask for something: cards, slides, the guide's chapters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from builder.brand.uses import ITEMS, THEME
from builder.spec.scalars import Key, Markdown, Name, PlainText, Slug, SpecPart

CardSource = Literal[
    "messages", "statistics", "quotes", "resources", "events", "days", "pledge", "countdown", "infographic"
]


class CardRequest(SpecPart):
    """Which design is made, for which items, in which sizes."""

    design: Key
    """A design of the brand: announcement, message, quote, …"""
    for_: CardSource | None = Field(default=None, alias="for")
    """The part of this file whose items each get a card."""
    sizes: tuple[Key, ...] = ()
    """Sizes or groups of sizes; left out: those that every card gets."""
    only: tuple[Key, ...] = ()
    """The ids of the items that get a card; left out: all."""
    days_before: tuple[Annotated[int, Field(ge=1, le=366)], ...] = ()
    """For countdowns: how many days before the start."""
    photo: Slug | None = None
    """The id of a photo."""
    alt: PlainText | None = None


def usual_cards(wrote: Callable[[str], bool]) -> Iterator[CardRequest]:
    """What a spec without `cards` gets: the announcement everywhere, a card for each thing it wrote."""
    yield CardRequest.model_validate({"design": THEME, "sizes": ("all",)})
    for source, design in ITEMS.items():
        if wrote(source):
            yield CardRequest.model_validate({"design": design, "for": source})


class Slide(SpecPart):
    """One slide of the example deck."""

    layout: Key
    """A slide layout of the brand, by its name."""
    title: PlainText
    subtitle: PlainText | None = None
    text: PlainText | None = None
    bullets: tuple[PlainText, ...] = ()
    right: tuple[PlainText, ...] = ()
    """The second column of layouts that have one."""
    headings: tuple[PlainText, ...] = ()
    """What stands above the columns of layouts that compare."""
    value: Name | None = None
    """A large figure."""
    source: PlainText | None = None
    rows: tuple[tuple[PlainText, ...], ...] = ()
    """A table, or the numbers of a chart; the first row is its head, the first column the labels."""
    chart: Key | None = None
    """The form of the chart of its rows, by its name; left out: bars."""
    photo: Slug | None = None
    notes: PlainText | None = None
    """What only the speaker sees."""


class Slides(SpecPart):
    """The example deck."""

    slides: tuple[Slide, ...] = Field(min_length=1)


class OwnChapter(SpecPart):
    """A chapter of the lead's own."""

    id: Slug
    title: PlainText
    body: Markdown


class Guide(SpecPart):
    """The guide's chapters: which, in what order, and the lead's own."""

    title: PlainText | None = None
    chapters: tuple[Key, ...] = ()
    """The chapters in order; left out: all."""
    leave_out: tuple[Key, ...] = ()
    """Chapters that this year's guide does without."""
    own: tuple[OwnChapter, ...] = ()
    """Chapters of your own."""
