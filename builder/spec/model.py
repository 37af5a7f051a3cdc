"""The spec: what one YAML file a year says, validated."""

from __future__ import annotations

from pydantic import Field

from builder.spec.parts import (
    Audience,
    Campaign,
    Dates,
    Day,
    Event,
    Infographic,
    Letter,
    Message,
    Photo,
    Pledge,
    Post,
    PreviousWeek,
    Quote,
    Resource,
    Statistic,
    Theme,
    Usage,
)
from builder.spec.requests import CardRequest, Guide, Slides
from builder.spec.scalars import Hashtag, LanguageTag, SpecPart


class Spec(SpecPart):
    """One year's campaign, in one language."""

    campaign: Campaign
    theme: Theme
    dates: Dates
    hashtags: tuple[Hashtag, ...] = ()
    """Others in use; the theme's hashtag leads."""
    languages: tuple[LanguageTag, ...] = Field(default=("en-GB",), min_length=1)
    """The languages of the pack; the first is the one written here."""
    messages: tuple[Message, ...] = ()
    """The key messages."""
    statistics: tuple[Statistic, ...] = ()
    quotes: tuple[Quote, ...] = ()
    resources: tuple[Resource, ...] = ()
    """What is new this year."""
    infographic: Infographic | None = None
    get_involved: tuple[Audience, ...] = ()
    """Ideas for each group of people."""
    days: tuple[Day, ...] = ()
    """A topic a day."""
    posts: tuple[Post, ...] = ()
    events: tuple[Event, ...] = ()
    letters: tuple[Letter, ...] = ()
    pledge: Pledge | None = None
    previous_weeks: tuple[PreviousWeek, ...] = ()
    photos: tuple[Photo, ...] = ()
    cards: tuple[CardRequest, ...] = ()
    slides: Slides | None = None
    guide: Guide = Guide()
    usage: Usage | None = None
