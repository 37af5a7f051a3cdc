"""Which fonts draw which words of a story, told without laying it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.content import story as blocks
from builder.content.look import Look, TypeStyle
from builder.content.story import Span, Story
from builder.content.walk import PAIRED, chapters, in_words
from builder.media import FontChain

Styled = Iterable[tuple[Any, TypeStyle]]  # words, spans or blocks, and the style of those that have none


def drawn(story: Story) -> Iterator[tuple[str, FontChain]]:
    """Every text that the pages of a story show, pictures left out, with the fonts that are asked for it."""
    yield story.running, story.look.foot.faces.pick(story.look.foot.bold)
    found = _drawn((story.blocks, story.voices), story.look.text, story)
    yield from ((text, chain) for text, chain, _ in found)


def leaning(story: Story) -> Iterator[tuple[str, FontChain]]:
    """Those that are to be in italics."""
    found = _drawn((story.blocks, story.voices), story.look.text, story)
    yield from ((text, chain) for text, chain, italic in found if italic)


def _drawn(part: Any, style: TypeStyle, story: Story) -> Iterator[tuple[str, FontChain, bool]]:
    if isinstance(part, Span):
        yield part.text, style.faces.pick(style.bold or part.bold, part.italic), part.italic
    elif isinstance(part, str):
        yield part, style.faces.pick(style.bold), False
    elif isinstance(part, tuple):
        for each in part:
            yield from _drawn(each, style, story)
    else:
        for inner, own in STYLED[type(part)](part, story.look):
            yield from _drawn(inner, own, story)
        if isinstance(part, blocks.Contents):
            for _, number, title in chapters(story.blocks, part.depth):
                yield from _drawn((number, title), story.look.headings[-1], story)


def _card(block: blocks.PostCard, look: Look) -> Iterator[tuple[Any, TypeStyle]]:
    """Of one copy, the label and the count stand beside the title."""
    label = look.note if len(block.copies) == 1 else look.label
    yield from ((block.title, look.headings[-1]), (block.continued, look.headings[-1]))
    yield block.note, look.note
    for copy in block.copies:
        yield from ((copy.label, label), (copy.count, look.note), (copy.spans, look.text))


def _quoted(block: blocks.BlockQuote) -> tuple[Any, ...]:
    """What has the style of a quotation; the blocks of a long one have their own."""
    return tuple(each.spans if block.short else each for each in block.blocks)  # type: ignore[union-attr]


# What `compose` sets of each block, and in which style.
STYLED: dict[type, Callable[[Any, Look], Styled]] = {
    blocks.Heading: lambda block, look: (
        (block.spans, look.headings[min(block.level, len(look.headings)) - 1]),
        (block.kicker, look.kicker),
    ),
    blocks.Paragraph: lambda block, look: (
        (block.spans, {"text": look.text, "lead": look.lead, "note": look.note}[block.role]),
    ),
    blocks.ListBlock: lambda block, look: ((block.items, look.text),),
    blocks.Table: lambda block, look: (
        (block.header, look.label),
        (block.rows, look.text),
        (block.caption, look.note),
    ),
    blocks.Figure: lambda block, look: ((block.caption, look.note),),
    blocks.Feature: lambda block, look: ((block.figure, look.note), (block.blocks, look.text)),
    blocks.Gallery: lambda block, look: ((block.figures, look.note), (block.continued, look.headings[1])),
    blocks.Callout: lambda block, look: ((block.title, look.label), (block.blocks, look.text)),
    blocks.PullFigure: lambda block, look: (
        (block.value, look.figure),
        ((block.picture,) if block.picture else (), look.note),
        (block.label, look.lead),
        (block.source, look.note),
    ),
    blocks.BlockQuote: lambda block, look: (
        (_quoted(block), look.quote),
        (block.who, look.note),
    ),
    blocks.Notes: lambda block, look: ((block.notes, look.note),),
    blocks.Note: lambda note, look: ((note.spans, look.note),),
    blocks.Definitions: lambda block, look: ((block.entries, look.text),),
    blocks.Definition: lambda entry, look: (
        (entry.term, look.label),
        (entry.note, look.note),
        (entry.blocks, look.text),
    ),
    blocks.PostCard: _card,
    blocks.Opening: lambda block, look: ((block.title, look.headings[0]),) if block.quiet else (),
    blocks.Contents: lambda block, look: ((block.title, look.headings[0]),),
    blocks.Plates: lambda block, look: ((block.plates, look.note),),
    blocks.Plate: lambda plate, look: (
        (plate.title, look.label),
        (plate.said, look.label),
        (plate.notes, look.note),
    ),
    blocks.Specimen: lambda block, look: ((block.text, block.style), (block.label, look.note)),
    blocks.Pairs: lambda block, look: (
        ((PAIRED, *block.inks), look.note),
        (tuple(name for name, _ in block.rows), look.label),
        (tuple(in_words(pair) for _, pairs in block.rows for pair in pairs), look.note),
    ),
    blocks.Head: lambda block, look: ((block.title, look.headings[0]), (block.spans, look.text)),
    blocks.Columns: lambda block, look: ((block.columns, look.text),),
    blocks.PageBreak: lambda _, __: (),
}
