"""Texts of a spec that are written in Markdown, with the photographs that they show."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.markdown import TextPicture, from_markdown
from builder.content.story import Block
from builder.imagefiles import read_image
from builder.pack.edition import Edition
from builder.pack.photographs import credit_line
from builder.source.markdown import pictures_in


def written(edition: Edition, text: str) -> tuple[Block, ...]:
    """The blocks of a text; FileTrouble if a photograph that it shows is no image any more."""
    return from_markdown(text, pictures=tuple(_pictures(edition, pictures_in(text))))


def _pictures(edition: Edition, names: frozenset[str]) -> Iterator[TextPicture]:
    for photo in edition.spec.photos:
        known = photo.file, photo.id
        if names.intersection(known):
            credit = credit_line(edition, photo.id)
            yield TextPicture(known, read_image(edition.picture(photo.file)), photo.alt, credit)
