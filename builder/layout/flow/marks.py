"""Marks: the parts of a story that bookmarks, contents and links lead to."""

from __future__ import annotations

from builder.content import story as blocks
from builder.content.story import Block, plain
from builder.record import Record

_CARD = 3  # the level of a card: below the chapters and their parts


class Mark(Record):
    """A part that starts here; level 1 is a chapter, 0 stands in no list of chapters.

    One that is not `listed` has no bookmark: only links lead to it.
    """

    level: int
    title: str
    id: str
    listed: bool = True


def mark_of(block: Block) -> Mark | None:
    """The mark of a block that can be led to: one with an id, and every opening."""
    match block:
        case blocks.Opening(level=level, title=title, id=id_):
            return Mark(level, title, id_)
        case blocks.Heading(level=level, spans=spans, id=id_):
            title = plain(spans)
        case blocks.Head(title=title, id=id_):
            level = 1
        case blocks.Contents(title=title, id=id_):
            level = 0
        case blocks.PostCard(title=title, id=id_):
            level = _CARD
        case _:
            return None
    return Mark(level, title, id_) if id_ else None


def note_id(number: int) -> str:
    """What leads to a note."""
    return f"footnote-{number}"


def noted_id(number: int) -> str:
    """What leads back from a note to the words that it belongs to."""
    return f"noted-{number}"
