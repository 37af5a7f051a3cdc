"""What stands beside a text: words of others, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.content.story import BlockQuote, Note, Notes, Paragraph, Span, words
from builder.layout.flow.flow import Flow
from builder.layout.flow.group import stack
from builder.layout.flow.marks import Mark, note_id, noted_id
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_SIDE = 0.045  # of a quotation and of a note's number, as a share of the room


def compose_quote(composer: Composer, block: BlockQuote) -> list[Flow]:
    """What was said in display type, or a part of a document beside a rule; below it, whose it is."""
    look = composer.look
    after = composer.half if block.who else look.grid
    with composer.structure.inside("BlockQuote"):
        if block.short:
            said = [
                composer.words(part.spans, look.quote, after=composer.half)
                for part in block.blocks
                if isinstance(part, Paragraph)
            ]
            quoted: Flow = stack(said or [Flow()], before=look.grid, after=after)
        else:
            inner = composer.part(block.blocks, 1 - _SIDE)
            quoted = composer.row(
                [Flow(), inner], (_SIDE, 1 - _SIDE), bar=look.accent, before=composer.half, after=after
            )
    who = [composer.words(words(block.who), look.note, after=look.grid)] if block.who else []
    return [stack([quoted, *who], whole=composer.whole)]


def compose_notes(composer: Composer, block: Notes) -> list[Flow]:
    """Under a rule, each after its number, which leads back to the text."""
    notes = [_note(composer, note) for note in block.notes]
    white = composer.half
    rule = replace(composer.rule(), before=composer.look.grid)
    return [rule, *notes[:-1], *(replace(note, after=white) for note in notes[-1:])]


def _note(composer: Composer, note: Note) -> Flow:
    look, id_ = composer.look, note_id(note.number)
    with composer.structure.inside("Note", id=id_):
        back = Span(f"{note.number}.", link=f"#{noted_id(note.number)}")
        number = composer.words((back,), look.note, "Lbl")
        said = composer.words(note.spans, look.note)
    mark = Mark(0, "", id_, listed=False)
    return composer.row([number, said], (_SIDE, 1 - _SIDE), after=composer.half / 2, mark=mark)
