"""What stands beside a text: words of others, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.content.story import BlockQuote, Note, Notes, Paragraph, Span, words
from builder.layout.flow.flow import Flow
from builder.layout.flow.group import stack
from builder.layout.flow.margin import wide
from builder.layout.flow.marks import Mark, note_id, noted_id
from builder.layout.flow.passage import Broken
from builder.layout.flow.typesetter import GUTTER, resized
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_PULLED = 1.3  # times the size of other quotations
_MORE = 3  # lines of white above it, where its page has some left
_SIDE = 0.045  # of a quotation and of a note's number, as a share of the room


def compose_quote(composer: Composer, block: BlockQuote) -> list[Flow]:
    """What was said in display type, or a part of a document beside a rule; below it, whose it is."""
    look = composer.look
    style = resized(look.quote, _PULLED, composer.half / 2) if block.pulled else look.quote
    after = composer.half if block.who else look.grid
    broken: Broken = "heading" if block.pulled else "text"
    with composer.structure.inside("BlockQuote"):
        if block.short:
            said = [
                composer.words(part.spans, style, after=composer.half, broken=broken)
                for part in block.blocks
                if isinstance(part, Paragraph)
            ]
            quoted: Flow = stack(said or [Flow()], before=look.grid, after=after)
            if not (block.pulled or block.who or composer.on_panel):
                quoted = _barred(composer, quoted)
        else:
            inner = composer.part(block.blocks, 1 - _SIDE)
            quoted = replace(_barred(composer, inner), before=composer.half, after=after)
    who = [composer.words(words(block.who), look.note, after=look.grid)] if block.who else []
    if not block.pulled:
        return [stack([quoted, *who], whole=composer.whole)]
    inner = stack([quoted, *who], before=0.0, after=0.0)
    white = 1.5 * look.grid
    row = composer.row([Flow(), inner], (GUTTER, composer.column), bar=look.accent, whole=composer.room)
    hung = wide(row, GUTTER, composer.story.rtl)  # its words on the column, the bar beside it
    return [replace(hung, before=white, after=white, elastic=_MORE * look.grid)]


def _barred(composer: Composer, said: Flow) -> Flow:
    """Words of others beside a bar: without a name below them they would be taken for a heading."""
    row = composer.row([Flow(), said], (_SIDE, 1 - _SIDE), bar=composer.look.accent)
    return replace(row, before=said.before, after=said.after)


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
