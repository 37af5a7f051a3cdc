"""The spec: what one YAML file a year says, validated."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from builder.spec.parts import (
    Audience,
    Campaign,
    CardRequest,
    Dates,
    Day,
    Event,
    Guide,
    Hashtag,
    Infographic,
    Letter,
    Message,
    Part,
    Photo,
    Pledge,
    Post,
    PreviousWeek,
    Quote,
    Resource,
    Slides,
    Statistic,
    Theme,
    Usage,
)

LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]


class Spec(Part):
    """One year's campaign, in one language."""

    campaign: Campaign
    theme: Theme
    dates: Dates
    hashtags: tuple[Hashtag, ...] = ()
    languages: tuple[LanguageTag, ...] = Field(default=("en-GB",), min_length=1)
    messages: tuple[Message, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    quotes: tuple[Quote, ...] = ()
    resources: tuple[Resource, ...] = ()
    infographic: Infographic | None = None
    get_involved: tuple[Audience, ...] = ()
    days: tuple[Day, ...] = ()
    posts: tuple[Post, ...] = ()
    events: tuple[Event, ...] = ()
    letters: tuple[Letter, ...] = ()
    pledge: Pledge | None = None
    previous_weeks: tuple[PreviousWeek, ...] = ()
    photos: tuple[Photo, ...] = ()
    cards: tuple[CardRequest, ...] = Field(default=(), min_length=0)
    slides: Slides | None = None
    guide: Guide = Guide()
    usage: Usage | None = None
