"""The parts of a spec that ask for something: cards, slides, the guide's chapters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from pydantic import Field

from builder.brand.uses import ITEMS, THEME
from builder.source.forms import Kind
from builder.spec.scalars import Few, Key, Many, Markdown, PlainText, Slug, SpecPart

CardSource = Literal[
    "messages", "statistics", "quotes", "resources", "events", "days", "pledge", "countdown"
]


class CardRequest(SpecPart):
    """Which design is made, for which items, in which sizes."""

    design: Key
    """A design of the brand: announcement, message, quote, or another. Example: message"""
    for_: CardSource | None = Field(default=None, alias="for")
    """The part of this file whose items each get a card. Example: messages"""
    sizes: Few[Key] = ()
    """Sizes or groups of sizes (`packbuild list sizes`); `all` is all but `more`, which few need. Left out:
    those that every card gets. Example: [story, link]
    """
    only: Many[Key] = ()
    """The ids of the items that get a card; left out: all. Example: [relationships]"""
    days_before: Many[Annotated[int, Field(ge=1, le=366)]] = ()
    """For countdowns: how many days before the start. Example: [30, 7, 1]"""
    photo: Slug | None = None
    """The id of a photo, for designs that show one. Example: holding-hands"""
    art: Key | None = None
    """The art that these cards show, by the name of a file in `art/`. Example: growth"""
    alt: PlainText | None = None
    """What people hear who cannot see the images; made from the words if left out.
    Example: A parent holds a sleeping baby, beside the words"""


def usual_cards(wrote: Callable[[str], bool]) -> Iterator[CardRequest]:
    """What a spec without `cards` gets: the announcement everywhere, a card for each thing it wrote."""
    yield CardRequest.model_validate({"design": THEME, "sizes": ("all",)})
    for source, design in ITEMS.items():
        if wrote(source):
            yield CardRequest.model_validate({"design": design, "for": source})


class Slide(SpecPart):
    """One slide of the example deck."""

    layout: Key
    """A slide layout of the brand, by its name. Example: statement"""
    title: PlainText
    """What the slide says; screen readers name it so. Example: What babies need"""
    subtitle: PlainText | None = None
    """A line under the title, on layouts that have one. Example: A talk for nurseries"""
    text: PlainText | None = None
    """Running text. Example: A strong bond softens the impact of hardship."""
    bullets: Few[PlainText] = ()
    """Points, an item each; an agenda without any has the titles of the sections.
    Example: [Notice, Wait, Answer]
    """
    right: Few[PlainText] = ()
    """The second column of layouts that have one, point by point. Example: [What helps, Whom to ask]"""
    headings: Few[PlainText] = ()
    """What stands above the columns of layouts that compare, and the moments of a timeline, one a point.
    Example: [Before, After]
    """
    value: PlainText | None = None
    """A large figure; a part of a whole, such as `1 in 3` or `31 %`, is drawn. Example: 1.3 million"""
    of: Annotated[int, Kind("a whole number"), Field(ge=2)] | None = None
    """How many the whole is that `value` is a part of, where `value` does not say so. Example: 3"""
    unit: PlainText | None = None
    """What is counted or measured, after the figure. Example: million"""
    source: PlainText | None = None
    """Where a figure, a table or a chart is from; the speaker's notes tell it too.
    Example: Office for National Statistics, 2021
    """
    rows: Few[Few[PlainText]] = ()
    """A table, or the numbers of a chart; the first row is its head, the first column the labels.
    Example: [[Year, Partners], ["2021", "40"], ["2022", "65"]]
    """
    chart: Key | None = None
    """The form of the chart of its rows: `bars`, `columns`, `stacked`, `lines`, `areas` or `doughnut`; left
    out: bars. Example: columns
    """
    photo: Slug | None = None
    """The id of a photo, for layouts that show one. Example: holding-hands"""
    notes: PlainText | None = None
    """What only the speaker sees. Example: Ask who has met a health visitor."""


class Slides(SpecPart):
    """The example deck."""

    slides: Many[Slide] = Field(min_length=1)
    """The slides in order."""


class OwnChapter(SpecPart):
    """A chapter of the lead's own."""

    id: Slug
    """A short name in lower case, by which `chapters` names it. Example: for-schools"""
    title: PlainText
    """The chapter's heading. Example: For schools"""
    photo: Slug | None = None
    """The id of a photo, for looks whose chapters show one. Example: holding-hands"""
    body: Markdown
    """The chapter in Markdown. Example: Ask your *school nurse* first."""


class Guide(SpecPart):
    """The guide's chapters: which, in what order, and the lead's own."""

    title: PlainText | None = None
    """What the guide is called; left out, it is the partners' guide. Example: Toolkit for partners"""
    chapters: Few[Key] = ()
    """The chapters in order; left out: all. Example: [about, why, messages, usage]"""
    leave_out: Few[Key] = ()
    """Chapters that this year's guide does without. Example: [previous]"""
    large_print: bool = False
    """Whether there is an edition in large print beside it: 18 pt, one column. Example: yes"""
    print_edition: bool = False
    """Whether there is one for a print shop beside it: in inks, with bleed and crop marks, four pages to a
    sheet. Example: yes"""
    own: Few[OwnChapter] = ()
    """Chapters of your own; they stand before the posts, unless `chapters` says where."""
