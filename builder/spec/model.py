"""The spec: what one YAML file a year says, validated."""

from __future__ import annotations

from pydantic import Field

from builder.phrases.tags import LanguageTag
from builder.spec.dated import Day, Event, Post
from builder.spec.onpaper import Activity, Certificate, Leaflet, Posters
from builder.spec.parts import (
    Audience,
    Campaign,
    Dates,
    Letter,
    Message,
    Pledge,
    PreviousWeek,
    Quote,
    Resource,
    Statistic,
    Theme,
    Usage,
)
from builder.spec.photos import Photo
from builder.spec.requests import CardRequest, Guide, Slides
from builder.spec.scalars import Few, Hashtag, Key, Many, SpecPart, or_from_a_file
from builder.spec.steps import Infographic


class Spec(SpecPart):
    """One year's campaign, in one language."""

    campaign: Campaign
    """Who runs the campaign and what it is, every year."""
    theme: Theme
    """What this year is about."""
    dates: Dates
    """The first and the last day."""
    hashtags: Few[Hashtag] = ()
    """Others in use; the theme's hashtag leads. Example: ["#IMHAW22"]"""
    languages: Few[LanguageTag] = Field(default=("en-GB",), min_length=1)
    """The languages of the pack; the first is the one written here. Example: [en-GB, cy]"""
    look: str = ""
    """What this year's pack looks like, instead of the brand's look: `packbuild list looks`.
    Example: broadsheet
    """
    messages: Few[Message] = ()
    """The key messages."""
    statistics: Few[Statistic] = ()
    """Figures that make people stop, each with its source."""
    quotes: Few[Quote] = ()
    """What people said, who know it."""
    resources: Few[Resource] = ()
    """What is new this year."""
    infographic: Infographic | None = None
    """How to do something, in two to eight steps; a card, a poster and a page of the guide.
    Example:
      title: How to tell what a baby feels
      steps:
        - {title: Notice, text: "Watch how the baby looks, moves and sounds."}
        - {title: Wait, text: Give it time to answer.}
    """
    get_involved: Few[Audience] = ()
    """Ideas for each group of people."""
    days: Many[Day] = ()
    """A topic a day."""
    posts: Many[Post] = ()
    """Words that partners post, each with its day and its image."""
    events: Many[Event] = Field(default=(), json_schema_extra=or_from_a_file)
    """What takes place, in the calendar files and on cards; or `{from: 2022.events.csv}`, a file of it."""
    letters: Few[Letter] = ()
    """Texts that partners fill in and send."""
    pledge: Pledge | None = None
    """What people promise, on a card and on paper."""
    posters: Posters = Posters()
    """Posters beside that of the theme, which every pack has. Example: {for: [messages, quotes]}"""
    leaflet: Leaflet | None = None
    """A leaflet of one page, folded once.
    Example:
      about: A week to think about how babies feel.
      help:
        - {title: Your health visitor, text: Ring 01632 960000 on weekdays.}
    """
    activity: Activity | None = None
    """A sheet to draw and write on.
    Example:
      title: People who hold me
      prompts:
        - draw: Draw somebody who makes you feel safe.
    """
    certificate: Certificate | None = None
    """A certificate of taking part. Example: {text: took part in the awareness week}"""
    previous_weeks: Few[PreviousWeek] = ()
    """Earlier years; the guide shows the latest first."""
    photos: Many[Photo] = ()
    """Photographs beside the spec, for cards and slides that name them."""
    cards: Many[CardRequest] = ()
    """Which cards are made; left out, the announcement and a card for each thing that is written."""
    carousel: Few[Key] = ()
    """The cards of a carousel in their order, by the id of an item, or by design/id where two cards have one
    id; the announcement begins it and a call ends it. Example: [relationships, statistic/reach-2020, pledge]
    """
    slides: Slides | None = None
    """The example deck; left out, its slides are taken from the other parts.
    Example:
      slides:
        - {layout: title, title: Understanding early trauma}
        - {layout: closing, title: Thank you}
    """
    guide: Guide = Guide()
    """The guide's chapters: which, in what order, and your own. Example: {leave_out: [previous]}"""
    usage: Usage | None = None
    """What partners may do with the pack."""
