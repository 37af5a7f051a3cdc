"""The parts of a spec that say something: each text under a field is what an editor shows about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.spec.scalars import (
    Date,
    Hashtag,
    Key,
    Markdown,
    Minute,
    Name,
    PlainText,
    Slug,
    SpecPart,
    Timezone,
    Url,
)


class Campaign(SpecPart):
    """Who runs the week and what it is, every year."""

    name: PlainText
    """The campaign's full name."""
    short_name: Name
    """A few letters; file names are made from it."""
    organiser: Name
    website: Url
    contact: Name
    """An e-mail address or a sentence that says whom to ask."""
    about: Markdown
    """What the week is, in Markdown."""


class Theme(SpecPart):
    """What this year is about."""

    title: PlainText
    strapline: PlainText | None = None
    """One short line under the title."""
    hashtag: Hashtag
    """The theme's hashtag, with a capital for each word, in quotes: "#LikeThis"."""
    why: Markdown
    """Why this theme, this year, in Markdown."""


class Dates(SpecPart):
    """The first and the last day."""

    start: Date
    """The first day: year-month-day."""
    end: Date
    """The last day: year-month-day."""


class Message(SpecPart):
    """A key message; also a card."""

    id: Slug
    """A short name in lower case, which file names, posts and translations use."""
    headline: PlainText
    """What the card says in large letters."""
    text: PlainText | None = None
    """A sentence or two below it."""
    alt: PlainText | None = None
    """What people hear who cannot see the image; 150 characters at most. Made from the words if left out."""


class Statistic(SpecPart):
    """A figure, what it counts and where it is from; also a card."""

    id: Slug
    value: Name
    """The figure as it is shown: 14.2 million."""
    label: PlainText
    """What the figure counts."""
    source: PlainText
    """Who says so, and when."""
    alt: PlainText | None = None


class Quote(SpecPart):
    """What somebody said, and who (a role rather than a name); also a card."""

    id: Slug
    text: PlainText
    """The words, without quotation marks."""
    who: PlainText | None = None
    alt: PlainText | None = None


class Resource(SpecPart):
    """Something new this year: a film, a report, an infographic; also a card."""

    id: Slug | None = None
    title: PlainText
    kind: PlainText
    """What it is: Film, Report, Infographic."""
    url: Url | None = None
    description: PlainText
    alt: PlainText | None = None


class Step(SpecPart):
    """One step of the infographic."""

    title: PlainText
    text: PlainText
    icon: Key | None = None
    """A drawing of the brand's art, by its name."""


class Infographic(SpecPart):
    """The year's infographic, step by step."""

    title: PlainText
    intro: PlainText | None = None
    steps: tuple[Step, ...] = Field(min_length=2, max_length=8)
    alt: PlainText | None = None


class Audience(SpecPart):
    """What one group of people can do."""

    audience: PlainText
    """Whom the ideas are for."""
    ideas: tuple[PlainText, ...] = Field(min_length=1)


class Day(SpecPart):
    """The topic of one day; also a card."""

    date: Date
    topic: PlainText
    text: PlainText | None = None
    alt: PlainText | None = None


class Post(SpecPart):
    """Ready-to-paste copy for social media."""

    id: Slug
    when: Date
    """The day to post it."""
    card: Key | None = None
    """The image that goes with it: a design, or design/id as in message/relationships."""
    text: dict[str, PlainText] = Field(min_length=1)
    """The words: `default`, and one a platform where they differ (x, bluesky, linkedin, …)."""


class Event(SpecPart):
    """Something that takes place; also a card."""

    id: Slug | None = None
    title: PlainText
    start: Minute
    """Day and local time: 2022-06-14T12:30."""
    end: Minute | None = None
    timezone: Timezone = "Europe/London"
    """Where the clock is that `start` and `end` are read from."""
    place: PlainText
    organiser: Name | None = None
    url: Url | None = None
    description: PlainText | None = None
    alt: PlainText | None = None


class Letter(SpecPart):
    """A text that partners send: a press release, a newsletter, a letter to an MP."""

    id: Slug
    title: PlainText
    audience: PlainText | None = None
    """Who receives it."""
    body: Markdown
    """The letter in Markdown; what partners fill in stands in [square brackets]."""


class Pledge(SpecPart):
    """What people promise; also a card."""

    text: PlainText
    url: Url | None = None
    alt: PlainText | None = None


class PreviousWeek(SpecPart):
    """An earlier year."""

    year: int = Field(ge=1900, le=2999)
    theme: PlainText
    hashtag: Hashtag | None = None
    summary: PlainText
    highlights: tuple[PlainText, ...] = ()


Fraction = Annotated[float, Field(ge=0, le=1)]


class Photo(SpecPart):
    """A photograph beside the spec."""

    id: Slug
    file: Key
    """Its file, from the spec's folder on: photos/holding-hands.jpg."""
    alt: PlainText
    """What the photograph shows."""
    credit: Name | None = None
    focus: tuple[Fraction, Fraction] = (0.5, 0.5)
    """The point that every crop keeps, as shares of width and height: [0.5, 0.3]."""


class Usage(SpecPart):
    """Terms: what partners may do and change."""

    terms: Markdown
    licence: PlainText | None = None
    may: tuple[PlainText, ...] = ()
    may_not: tuple[PlainText, ...] = ()
