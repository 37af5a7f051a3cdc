"""Blocks of a story as plain text, for what has no formatting: posts, letters, notes."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.story import Block, Definitions, Heading, ListBlock, Paragraph, Quote, Spans, Table


def render_text(content: tuple[Block, ...]) -> bytes:
    """UTF-8 with the line ends of Windows; TypeError for a block that has no plain form."""
    text = "\n\n".join("\n".join(_lines(block)) for block in content) + "\n"
    return text.replace("\n", "\r\n").encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, spans):
            yield from _heading(level, plain(spans))
        case Paragraph(spans):
            yield plain(spans)
        case Quote(spans, who):
            yield f"“{plain(spans)}”"
            yield from [f"– {who}"] if who else []
        case ListBlock(items, ordered, start):
            for number, item in enumerate(items, start):
                yield from _item(f"{number}. " if ordered else "• ", item)
        case Table(header, rows):
            yield from ("\t".join(plain(cell) for cell in row) for row in (header, *rows))
        case Definitions(entries):
            for entry in entries:
                yield from _item(f"{entry.term}: ", entry.blocks)
        case _:
            raise TypeError(f"{type(block).__name__} has no plain form")


def plain(spans: Spans) -> str:
    """The words of spans; the address of a link follows them, unless they are the address."""
    return "".join(
        f"{span.text} ({span.link})"
        if span.link and span.link.removeprefix("mailto:") != span.text
        else span.text
        for span in spans
    )


def _heading(level: int, words: str) -> Iterator[str]:
    yield words.upper() if level == 1 else words
    yield ("=" if level == 1 else "-") * min(len(words), 72)


def _item(mark: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    lines = [line for block in blocks for line in _lines(block)]
    yield mark + (lines[0] if lines else "")
    yield from (" " * 2 + line for line in lines[1:])
