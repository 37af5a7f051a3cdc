"""What a spec asks for on paper, beside the theme's poster, the pledge card and the infographic."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.spec.scalars import Few, Key, Many, PlainText, SpecPart

PosterSource = Literal["messages", "quotes"]
PosterVariant = Literal["tear-off", "place-and-date"]


class Posters(SpecPart):
    """Posters beside that of the theme."""

    for_: Few[PosterSource] = Field(default=(), alias="for")
    """The parts of this file whose items each are a poster: messages, quotes. Example: [messages, quotes]"""
    only: Many[Key] = ()
    """The ids of the items that are a poster; left out: all. Example: [relationships, parent]"""
    variants: Few[PosterVariant] = ()
    """Others of the theme's poster: `tear-off` has tabs with the address at its foot, `place-and-date` has
    lines on which a partner writes where and when. Example: [tear-off, place-and-date]
    """
    tab: PlainText | None = None
    """What stands on each tab above the address, such as a telephone number. Example: Call 0800 123 456"""
