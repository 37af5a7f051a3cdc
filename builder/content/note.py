"""A note: a short text in sections, for a web browser without a network."""

from __future__ import annotations

from builder.content.story import Block
from builder.record import Record


class Note(Record):
    """A title and sections, each a heading (none for what opens the note) and blocks."""

    title: str
    language: str
    rtl: bool
    sections: tuple[tuple[str, tuple[Block, ...]], ...]
