"""What a spec asks for on paper, beside the theme's poster, the pledge card and the infographic."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from builder.source.validate import wording
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


class Help(SpecPart):
    """Somebody who helps, and how to reach them."""

    title: PlainText
    """Who it is. Example: Your health visitor"""
    text: PlainText
    """How to reach them, or what they do. Example: Ring 01632 960000 on weekdays."""


class Leaflet(SpecPart):
    """A leaflet of a page that is folded once: a cover, two sides to read, and a back."""

    about: PlainText
    """What the campaign is, in a few sentences. Example: A week to think about how babies feel."""
    help: Few[Help] = Field(min_length=1, max_length=6)
    """Where people find help, one to six.
    Example:
      - title: Your health visitor
        text: Ring 01632 960000 on weekdays.
    """
    messages: Few[Key] = ()
    """The ids of the messages on it; left out: the first three. Example: [relationships, babies-too]"""
    events: Few[Key] = ()
    """The ids of the events on its back; left out: the first four. Example: [family-walk]"""


class Prompt(SpecPart):
    """One thing to draw or to write."""

    draw: PlainText | None = None
    """What people draw, in the frame below it. Example: Draw somebody who makes you feel safe."""
    write: PlainText | None = None
    """What people write, on the lines below it. Example: What do they do when you are sad?"""

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.draw is None) == (self.write is None):
            said = "has `draw` and `write` at once" if self.draw else "says not what to do"
            raise wording(said, "give each a prompt of its own: `- draw: …`, `- write: …`")
        return self


class Activity(SpecPart):
    """A sheet in black for a pen, which nurseries and clinics copy."""

    title: PlainText
    """What it is, in a few words. Example: People who hold me"""
    intro: PlainText | None = None
    """A sentence under the title. Example: For children and whoever sits beside them"""
    prompts: Few[Prompt] = Field(min_length=1, max_length=6)
    """What to draw and to write, one to six.
    Example:
      - draw: Draw somebody who makes you feel safe.
      - write: What do they do when you are sad?
    """


class Certificate(SpecPart):
    """A certificate of taking part, on which a name, a place and a day are written."""

    text: PlainText
    """What it says below the name. Example: took part in Infant Mental Health Awareness Week 2022"""
    title: PlainText | None = None
    """What stands above the name; left out: Certificate of taking part. Example: Thank you"""
