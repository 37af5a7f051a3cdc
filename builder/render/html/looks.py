"""A page that shows pictures in groups, each below what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from builder.record import Record
from builder.render.html.environment import own_file, rendered


class Picture(Record):
    """A picture that lies beside the page: its file, and what it shows in words of a language."""

    file: str
    alt: str
    language: str


class Group(Record):
    """Pictures under a heading, with a sentence of what they have in common."""

    title: str
    about: str
    pictures: tuple[Picture, ...]


def pictures_page(title: str, groups: Sequence[Group]) -> bytes:
    """The page in English, as UTF-8 HTML that needs no network."""
    return rendered("looks.html", title=title, groups=groups, sheet=own_file("looks.css")).encode()
