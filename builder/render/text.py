"""Blocks of a story as plain text, for what has no formatting: posts, letters, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.content.story import (
    Block,
    BlockQuote,
    Definitions,
    Heading,
    ListBlock,
    Notes,
    Paragraph,
    Span,
    Spans,
    Table,
)
from builder.content.walk import Forms, walk
from builder.source.addresses import ascii_address
from builder.source.copied import copied

_QUOTED = tuple("\"'“”„«»‘’‚「『")  # quotation marks with which a text may open


def render_text(content: Sequence[Block]) -> bytes:
    """UTF-8 with the line ends of Windows."""
    text = "\n\n".join("\n".join(lines) for lines in walk(content, _FORMS)) + "\n"
    return copied(text).replace("\n", "\r\n").encode()


def plain(spans: Spans) -> str:
    """The words of spans; the web address of a link follows them, unless they are the address.

    A deletion keeps its marks: without them it would say what does not hold any more.
    """
    return "".join(_words(span) + _address(span) for span in spans)


def _words(span: Span) -> str:
    if span.note:
        return f"[{span.text}]"
    return f"~~{span.text}~~" if span.struck else span.text


def _address(span: Span) -> str:
    if not span.link or span.link.startswith("#") or span.link in _links(span.text):
        return ""
    return f" ({span.link})"


def _links(text: str) -> tuple[str, ...]:
    """Where words lead that are an address themselves."""
    return text, *(ascii_address(f"{scheme}{text}") for scheme in ("", "https://", "mailto:"))


def _heading(block: Heading) -> Iterator[str]:
    title = plain(block.spans)
    yield title.upper() if block.level == 1 else title
    yield ("=" if block.level == 1 else "-") * min(len(title), 72)


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield plain(block.spans)


def _quote(block: BlockQuote) -> Iterator[str]:
    said = [line for lines in walk(block.blocks, _FORMS) for line in (*lines, "")][:-1]
    if block.short:
        text = "\n".join(said)
        yield from (text if text.startswith(_QUOTED) else f"“{text}”").split("\n")
    else:
        yield from (f"> {line}".rstrip() for line in said)
    yield from [f"– {block.who}"] if block.who else []


def _list(block: ListBlock) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        yield from _item(f"{number}. " if block.ordered else "• ", item)


def _table(block: Table) -> Iterator[str]:
    yield from ("\t".join(plain(cell) for cell in row) for row in (block.header, *block.rows))


def _notes(block: Notes) -> Iterator[str]:
    yield from (f"[{note.number}] {plain(note.spans)}" for note in block.notes)


def _definitions(block: Definitions) -> Iterator[str]:
    for entry in block.entries:
        note = f" ({entry.note})" if entry.note else ""
        yield from _item(f"{entry.term}{note}: ", entry.blocks)


def _item(mark: str, content: Sequence[Block]) -> Iterator[str]:
    lines = [line for lines in walk(content, _FORMS) for line in lines]
    yield mark + (lines[0] if lines else "")
    yield from (" " * 2 + line for line in lines[1:])


_FORMS: Forms[Iterator[str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    BlockQuote: _quote,
    Notes: _notes,
    ListBlock: _list,
    Table: _table,
    Definitions: _definitions,
}
