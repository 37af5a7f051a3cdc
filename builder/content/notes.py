"""Notes of several texts in one story: numbered from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from builder.content.story import Block, Note, Notes, Span, Story
from builder.content.walk import every
from builder.record import fields_of, is_record, replace


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which each text's notes began with 1 and stand below it."""
    return tuple(_numbered(blocks))


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    ends = [place for place, block in enumerate(blocks) if isinstance(block, Notes)]
    start = before = 0
    for end in ends:
        yield from (_moved(block, before) for block in blocks[start : end + 1])
        notes = blocks[end]
        before += len(notes.notes) if isinstance(notes, Notes) else 0
        start = end + 1
    yield from blocks[start:]


def _moved(part: Any, by: int) -> Any:
    """A part of a story with larger numbers of notes; what holds none is the same."""
    if not by:
        return part
    if isinstance(part, Span):
        return replace(part, text=str(part.note + by), note=part.note + by) if part.note else part
    if isinstance(part, Note):
        return Note(part.number + by, _moved(part.spans, by))
    if isinstance(part, tuple):
        return tuple(_moved(each, by) for each in part)
    if is_record(part) and type(part).__module__ == Notes.__module__:
        moved = {name: _moved(getattr(part, name), by) for name in fields_of(part)}
        return replace(part, **moved)
    return part


def has_notes(story: Story) -> bool:
    """Whether a story has any."""
    return next(notes_of(story.blocks), None) is not None


def notes_of(part: Any) -> Iterator[Note]:
    """Every note of blocks, wherever they stand."""
    return every(part, Note)
