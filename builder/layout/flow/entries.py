"""Entries of a list of terms: each term in the hanging margin, beside what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from builder.content.look import TypeStyle
from builder.content.story import Definition, Definitions, words
from builder.layout.flow.flow import Flow, pile
from builder.layout.flow.group import Stack, stack
from builder.layout.flow.openings import resumed
from builder.layout.flow.passage import Passage
from builder.layout.flow.typesetter import GUTTER
from builder.layout.flow.words import Words
from builder.record import Record, replace
from builder.text.hyphens import COMPOUND
from builder.text.lines import fewest_lines
from builder.text.ways import in_parts

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_TOWER = 4  # lines that a term may have more than its text
_MANY = 6  # entries, of which two would be few for a page


class _Entry(Record):
    """What an entry consists of."""

    term: Words
    note: tuple[Words, ...]
    inner: Stack

    @property
    def alone(self) -> _Entry:
        """The entry without its note."""
        return replace(self, note=())


def compose_definitions(composer: Composer, block: Definitions) -> list[Flow]:
    """Each term beside what belongs to it, all in one size; above it if the margin lacks room for one.

    The first two and the last two stay together, of many the last three: no page ends or begins with what
    looks left over.
    """
    look, most = composer.look, composer.room if block.whole else composer.whole
    with composer.structure.inside("DL"):
        parts = [_noted(composer, _parts(composer, entry)) for entry in block.entries]
    beside = not (composer.stacks or any(_cut(composer, part) or _towers(composer, part) for part in parts))
    style = _style(composer, [part.term for part in parts]) if beside else look.label
    entries = [composer.ruled(_body(composer, part, style, most, beside), most) for part in parts]
    if block.continued:
        again = resumed(composer, block.continued, block.plate)
        entries = [replace(entry, again=again) for entry in entries]
    if entries:
        for at, count in _together(len(entries)):
            high = pile(entries[at : at + count], composer.column)
            entries[at] = replace(entries[at], needs=high if high < 2 * composer.whole else 0.0)
        entries[0] = replace(entries[0], before=look.grid)
        entries[-1] = replace(entries[-1], after=look.grid)
    return entries


def _together(count: int) -> Iterator[tuple[int, int]]:
    """Where entries begin that stay on one page, and how many."""
    if count > 1:
        yield 0, 2
        yield count - 2, 2
    if count >= _MANY:
        yield count - 3, 3


def _parts(composer: Composer, entry: Definition) -> _Entry:
    with composer.structure.inside("DI"):
        with composer.structure.inside("DT"):
            term = composer.words(words(entry.term), composer.look.label)
            note = (composer.words(words(entry.note), composer.look.note),) if entry.note else ()
        with composer.structure.inside("DD"):
            first, *others = composer.flows(entry.blocks) or [Flow()]
    return _Entry(term, note, stack([replace(first, before=0.0), *others]))


def _noted(composer: Composer, entry: _Entry) -> _Entry:
    """An entry whose note is below its text where the hanging margin has room for the term alone."""
    if composer.stacks or not entry.note or not _cut(composer, entry) or _cut(composer, entry.alone):
        return entry
    return replace(entry.alone, inner=stack([entry.inner, *entry.note]))


def _body(composer: Composer, entry: _Entry, style: TypeStyle, most: float, beside: bool) -> Flow:
    """The term in its style, beside the text or above it."""
    passage = composer.passage(entry.term.passage.spans, style)
    setting = replace(entry.term.setting, broken="heading")  # with no hyphens but where a word is too wide
    named = [replace(entry.term, passage=passage, setting=setting), *entry.note]
    if beside:
        return stack([entry.inner], beside=composer.level(stack(named), entry.inner), whole=most)
    above = stack(named, whole=composer.room, keep_with_next=True, after=composer.half / 2)
    return stack([above, entry.inner], whole=most)


def _room(composer: Composer) -> float:
    """The width of a term in the hanging margin."""
    return composer.look.hang - GUTTER


def _towers(composer: Composer, entry: _Entry) -> bool:
    """Whether a term in the hanging margin would be much higher than what stands beside it."""
    over = pile([entry.term, *entry.note], _room(composer)) - entry.inner.height(composer.column)
    return over > _TOWER * composer.look.grid


def _cut(composer: Composer, entry: _Entry) -> bool:
    """Whether a word would be cut there where no hyphen may part it, however small a term is set."""
    small = composer.passage(entry.term.passage.spans, _smaller(composer))
    told = (small, *(note.passage for note in entry.note))
    return any(not fewest_lines(each.paragraph, _room(composer) / each.style.size) for each in told)


def _smaller(composer: Composer) -> TypeStyle:
    return replace(composer.look.label, size=composer.look.kicker.size)


def _style(composer: Composer, terms: Sequence[Words]) -> TypeStyle:
    """The style of all terms: smaller if a word of one is too wide, and is none of words that were joined."""
    room = _room(composer)
    held = all(term.passage.widest <= room or _joined(term.passage, room) for term in terms)
    return composer.look.label if held else _smaller(composer)


def _joined(passage: Passage, room: float) -> bool:
    """Whether hyphens between the members of compounds make all words fit."""
    measure = room / passage.style.size
    parts = in_parts(passage.paragraph, measure, COMPOUND)
    return all(part.width + part.hyphen <= measure for part in parts)
