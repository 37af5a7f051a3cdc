"""The parts of a spec, as the campaign lead writes them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Hashtag = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^#[^\s#]+$")]
Url = Annotated[HttpUrl, AfterValidator(str)]


def _timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"`{name}` is not a time zone") from None
    return name


Timezone = Annotated[str, AfterValidator(_timezone)]


class Part(BaseModel):
    """A mapping of the spec: unknown keys are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Campaign(Part):
    """Who runs the week and what it is, every year."""

    name: Text
    short_name: Text
    organiser: Text
    website: Url
    contact: Text
    about: Markdown


class Theme(Part):
    """What this year is about."""

    title: Text
    strapline: Text | None = None
    hashtag: Hashtag
    why: Markdown


class Dates(Part):
    """The first and the last day."""

    start: dt.date
    end: dt.date


class Message(Part):
    """A key message; also a card."""

    id: Slug
    headline: Text
    text: Text | None = None
    alt: Text | None = None


class Statistic(Part):
    """A figure, what it counts and where it is from; also a card."""

    id: Slug
    value: Text
    label: Text
    source: Text
    alt: Text | None = None


class Quote(Part):
    """What somebody said, and who (a role rather than a name); also a card."""

    id: Slug
    text: Text
    who: Text | None = None
    alt: Text | None = None


class Resource(Part):
    """Something new this year: a film, a report, an infographic; also a card."""

    id: Slug | None = None
    title: Text
    kind: Text
    url: Url | None = None
    description: Text
    alt: Text | None = None


class Step(Part):
    """One step of the infographic; `icon` names a file of the brand's art."""

    title: Text
    text: Text
    icon: Text | None = None


class Infographic(Part):
    """The year's infographic, step by step."""

    title: Text
    intro: Text | None = None
    steps: tuple[Step, ...] = Field(min_length=2, max_length=8)
    alt: Text | None = None


class Audience(Part):
    """What one group of people can do."""

    audience: Text
    ideas: tuple[Text, ...] = Field(min_length=1)


class Day(Part):
    """The topic of one day; also a card."""

    date: dt.date
    topic: Text
    text: Text | None = None
    alt: Text | None = None


class Post(Part):
    """Ready-to-paste copy; `text` has a `default` and may have one a platform."""

    id: Slug
    when: dt.date
    card: Text | None = None  # a design, or design/id of an item: `message/relationships`
    text: dict[str, Text]


class Event(Part):
    """Something that takes place; also a card."""

    id: Slug | None = None
    title: Text
    start: dt.datetime
    end: dt.datetime | None = None
    timezone: Timezone = "Europe/London"
    place: Text
    organiser: Text | None = None
    url: Url | None = None
    description: Text | None = None
    alt: Text | None = None


class Letter(Part):
    """A text that partners send: a press release, a newsletter, a letter to an MP."""

    id: Slug
    title: Text
    audience: Text | None = None
    body: Markdown


class Pledge(Part):
    """What people promise; also a card."""

    text: Text
    url: Url | None = None
    alt: Text | None = None


class PreviousWeek(Part):
    """An earlier year."""

    year: int = Field(ge=1900, le=2999)
    theme: Text
    hashtag: Hashtag | None = None
    summary: Text
    highlights: tuple[Text, ...] = ()


class Photo(Part):
    """A photograph beside the spec; `focus` is the point that every crop keeps (shares of width, height)."""

    id: Slug
    file: Text
    alt: Text
    credit: Text | None = None
    focus: tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]] = (0.5, 0.5)


CardSource = Literal[
    "messages", "statistics", "quotes", "resources", "events", "days", "pledge", "countdown"
]


class CardRequest(Part):
    """Which design is made, for which items, in which sizes."""

    design: Text
    for_: CardSource | None = Field(default=None, alias="for")
    sizes: tuple[Text, ...] = ()  # none given: the sizes that every card gets
    only: tuple[Text, ...] = ()  # ids of the items; none given: all
    days_before: tuple[int, ...] = ()  # for countdowns: days before the start
    photo: Slug | None = None
    alt: Text | None = None


class Slide(Part):
    """One slide of the example deck; the layout's name is the brand's."""

    layout: Text
    title: Text
    subtitle: Text | None = None
    text: Text | None = None
    bullets: tuple[Text, ...] = ()
    right: tuple[Text, ...] = ()  # the second column of layouts that have one
    value: Text | None = None
    source: Text | None = None
    rows: tuple[tuple[Text, ...], ...] = ()  # a table; the first row is its head
    photo: Slug | None = None
    notes: Text | None = None


class Slides(Part):
    """The example deck."""

    slides: tuple[Slide, ...] = Field(min_length=1)


class Chapter(Part):
    """A chapter of the lead's own, placed after a chapter of the guide."""

    id: Slug
    title: Text
    body: Markdown


class Guide(Part):
    """The guide's chapters: which, in what order, and the lead's own."""

    title: Text | None = None
    chapters: tuple[Text, ...] = ()  # ids in order; none given: all
    leave_out: tuple[Text, ...] = ()
    own: tuple[Chapter, ...] = ()


class Usage(Part):
    """Terms: what partners may do and change."""

    terms: Markdown
    licence: Text | None = None
    may: tuple[Text, ...] = ()
    may_not: tuple[Text, ...] = ()
