"""One walk over a story's blocks: each in the form that a format has for it, else in its plain form."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count
from typing import Any, TypeVar

from builder.content.story import (
    Block,
    BlockQuote,
    Callout,
    Columns,
    Contents,
    Copy,
    Definition,
    Definitions,
    Feature,
    Figure,
    Gallery,
    Head,
    Heading,
    ListBlock,
    Notes,
    Opening,
    PageBreak,
    Pair,
    Pairs,
    Paragraph,
    Plate,
    Plates,
    PostCard,
    PullFigure,
    Span,
    Spans,
    Specimen,
    Story,
    Table,
    paragraphs,
    plain,
    words,
)
from builder.record import fields_of, is_record, replace
from builder.tagged import APART, in_language_of, tagged

Shown = TypeVar("Shown")
Forms = Mapping[type, Callable[[Any], Shown]]  # type of block → what a format makes of one

PAIRED = "Ground"  # the head of the names of what pairs of colours have in common
_LEAVES = (str, float, int, bool, type(None))  # plain values, in which nothing stands
_CARD = 3  # the level of a card's heading: chapters have parts, parts have cards


def walk(content: Sequence[Block], forms: Forms[Shown]) -> Iterator[Shown]:
    """What a format makes of the blocks, in order; TypeError if it has no form for paragraphs or headings."""
    return (forms[type(block)](block) for block in in_forms(content, forms))


def in_forms(content: Sequence[Block], known: Container[type]) -> Iterator[Block]:
    """The blocks, those of a type that is not known in their plain form."""
    for block in content:
        if type(block) in known:
            yield block
        else:
            yield from in_forms(plain_form(block, content), known)


def every(part: Any, kind: type[Shown]) -> Iterator[Shown]:
    """Each part of a kind (notes, tables) of blocks, wherever in them it stands; none within another."""
    found = list[Shown]()
    _gather(part, kind, found)
    return iter(found)


def _gather(part: Any, kind: type[Shown], found: list[Shown]) -> None:
    """The same into a list: a story has ten thousand parts, and each generator would ask those above it."""
    if isinstance(part, kind):
        found.append(part)
    elif isinstance(part, tuple):
        for each in part:
            _gather(each, kind, found)
    else:
        for name in _parts(part.__class__):
            value = getattr(part, name)
            if value.__class__ not in _LEAVES:
                _gather(value, kind, found)


@cache
def _parts(of: type) -> tuple[str, ...]:
    """The fields in which a class has parts of a story: of blocks, and of what they are made of."""
    return fields_of(of) if is_record(of) and of.__module__ == Span.__module__ else ()


def plain_form(block: Block, beside: Sequence[Block] = ()) -> tuple[Block, ...]:
    """The block in plainer ones, which say the same: paragraphs and headings in the end.

    A table of contents lists the chapters `beside` it. TypeError for a paragraph
    or a heading: there is nothing plainer.
    """
    if isinstance(block, Contents):
        return tuple(_contents(block, beside))
    if type(block) not in _PLAIN:
        raise TypeError(f"a format needs a form of its own for {type(block).__name__}")
    return tuple(_PLAIN[type(block)](block))


def chapters(content: Sequence[Block], depth: int) -> Iterator[tuple[str, str, str]]:
    """(id, number, title) of each chapter: what a table of contents lists."""
    for block in content:
        if isinstance(block, Opening) and 1 <= block.level <= depth and block.id:
            yield block.id, block.kicker, block.title
        elif isinstance(block, Heading) and block.level <= depth and block.id:
            yield block.id, block.kicker, title_of(block.spans)


def without_contents(content: Sequence[Block], pages: int) -> tuple[Block, ...] | None:
    """The blocks without a table of contents that so many pages do not ask for; None if there is none."""
    for place, block in enumerate(content):
        if isinstance(block, Contents) and pages <= block.spared:
            before, after = content[:place], content[place + 1 :]
            if not block.title and before and isinstance(before[-1], Opening | Heading):
                before = before[:-1]
            if after and isinstance(after[0], PageBreak):
                after = after[1:]
            return (*before, *after)
    return None


def starts_chapter(block: Block | None) -> bool:
    """Whether a chapter starts with a block."""
    return isinstance(block, Opening | Heading) and block.level == 1


def ends_chapter(block: Block, after: Block | None) -> bool:
    """Whether a block ends a chapter, and no voice stands there already."""
    own = isinstance(block, Opening | PageBreak) or (isinstance(block, BlockQuote) and block.pulled)
    return not own and (after is None or starts_chapter(after))


def spoken(story: Story) -> tuple[Block, ...]:
    """The blocks with the story's voices among them, at ends of chapters that are far from each other."""
    followed = [*zip(story.blocks, (*story.blocks[1:], None), strict=True)]
    ends = [place for place, pair in enumerate(followed) if ends_chapter(*pair)]
    voices = story.voices[: len(ends)]
    apart = len(ends) / max(len(voices), 1)
    chosen = {ends[int((turn + 0.5) * apart)]: voice for turn, voice in enumerate(voices)}
    return tuple(
        each
        for place, block in enumerate(story.blocks)
        for each in ((block, chosen[place]) if place in chosen else (block,))
    )


def title_of(spans: Spans) -> str:
    """The words of spans alone, in their language if that is one."""
    languages = {span.lang for span in spans}
    return tagged(plain(spans), languages.pop() if len(languages) == 1 else "")


def _items(block: ListBlock) -> Iterator[Block]:
    """Each item after its mark."""
    for number, item in zip(count(block.start), block.items, strict=False):
        mark = f"{number}. " if block.ordered else "• "
        first, *others = item or (Paragraph(()),)
        if isinstance(first, Paragraph):
            yield replace(first, spans=(Span(mark), *first.spans))
        else:
            yield from (Paragraph(words(mark.strip())), first)
        yield from others


def _rows(block: Table) -> Iterator[Block]:
    """The caption, then an item a row, whose cells say what column they are of."""
    if block.caption:
        yield Paragraph(block.caption, "note")
    yield ListBlock(tuple((Paragraph(_row(block.header, row)),) for row in block.rows))


def _row(header: tuple[Spans, ...], row: tuple[Spans, ...]) -> Spans:
    spans: Spans = ()
    for column, cell in zip(header, row, strict=True):
        label = f"{plain(column)}: " if column else ""
        spans += (*words(("; " if spans else "") + label), *cell)
    return spans


def _figure(block: Figure) -> Iterator[Block]:
    """What it shows, in words; then its caption."""
    if block.alt:
        yield Paragraph((Span(block.alt, link=block.link),))
    if block.caption:
        yield Paragraph(block.caption, "note")


def _card(block: PostCard) -> Iterator[Block]:
    yield Heading(_CARD, words(block.title), block.id)
    if block.note:
        yield Paragraph(words(block.note), "note")
    if block.picture is not None:
        yield Figure(block.picture, block.alt)
    for copy in block.copies:
        yield from _copy(copy)


def _copy(copy: Copy) -> Iterator[Block]:
    yield Paragraph(
        (
            Span(copy.label, bold=True),
            *words(in_language_of(copy.count and f"{APART}{copy.count}", copy.count)),
        )
    )
    yield from (Paragraph(part) for part in paragraphs(copy.spans))


def _contents(block: Contents, beside: Sequence[Block]) -> Iterator[Block]:
    lines = [
        (Paragraph((Span(in_language_of(f"{number} {title}".strip(), title), link=f"#{id_}"),)),)
        for id_, number, title in chapters(beside, block.depth)
    ]
    if lines:
        yield from _labelled(block.title)
        yield ListBlock(tuple(lines))


def _labelled(title: str) -> tuple[Block, ...]:
    return (Paragraph((Span(title, bold=True),)),) if title else ()


def _callout(block: Callout) -> Iterator[Block]:
    yield from _labelled(block.title)
    yield from block.blocks


def _pull_figure(block: PullFigure) -> Iterator[Block]:
    source = (Span(" ("), *block.source, Span(")")) if block.source else ()
    if block.picture:
        yield block.picture
    yield Paragraph((Span(in_language_of(f"{block.value} ", block.value), bold=True), *block.label, *source))


def _quote(block: BlockQuote) -> Iterator[Block]:
    yield from block.blocks
    if block.who:
        yield Paragraph(words(in_language_of(f"– {block.who}", block.who)))


def _notes(block: Notes) -> Iterator[Block]:
    for note in block.notes:
        yield Paragraph((Span(f"{note.number}. "), *note.spans), "note")


def _definitions(block: Definitions) -> Iterator[Block]:
    for entry in block.entries:
        yield Paragraph(
            (
                Span(entry.term, bold=True),
                *words(in_language_of(entry.note and f"{APART}{entry.note}", entry.note)),
            )
        )
        yield from entry.blocks


def _opening(block: Opening) -> Iterator[Block]:
    yield Heading(max(block.level, 1), words(block.title), block.id, block.kicker)
    yield from block.said


def _plates(block: Plates) -> Iterator[Block]:
    """What each shows, in words, under its name."""
    entries = (Definition(plate.title, tuple(_plate(plate))) for plate in block.plates)
    yield Definitions(tuple(entries))


def _plate(plate: Plate) -> Iterator[Block]:
    if plate.picture is not None and plate.alt:
        yield Figure(plate.picture, plate.alt)
    yield from (Paragraph(words(note)) for note in plate.notes)


def _specimen(block: Specimen) -> Iterator[Block]:
    yield Paragraph((*words(block.label and f"{block.label}: "), Span(block.text, lang=block.language)))


def _pairs(block: Pairs) -> Iterator[Block]:
    rows = ((words(name), *(words(in_words(pair)) for pair in pairs)) for name, pairs in block.rows)
    yield Table((words(PAIRED), *map(words, block.inks)), tuple(rows))


def in_words(pair: Pair) -> str:
    """The contrast of a pair, and what words may be set so: `4.6 text`."""
    return f"{pair.ratio} {pair.use}"


def _columns(block: Columns) -> Iterator[Block]:
    for column in block.columns:
        yield from column


def _head(block: Head) -> Iterator[Block]:
    yield Heading(1, words(block.title), block.id)
    if block.spans:
        yield Paragraph(block.spans)


# Each type of block but headings and paragraphs, which nothing is plainer than, and the contents.
_PLAIN: Forms[Iterable[Block]] = {
    ListBlock: _items,
    Table: _rows,
    Figure: _figure,
    Feature: lambda block: (*block.blocks, replace(block.figure, width=1.0)),
    Gallery: lambda block: block.figures,
    Callout: _callout,
    PullFigure: _pull_figure,
    BlockQuote: _quote,
    Notes: _notes,
    Definitions: _definitions,
    PostCard: _card,
    Opening: _opening,
    Plates: _plates,
    Specimen: _specimen,
    Pairs: _pairs,
    Head: _head,
    Columns: _columns,
    PageBreak: lambda _: (),
}
