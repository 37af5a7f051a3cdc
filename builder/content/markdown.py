"""Markdown as blocks of a story: CommonMark with tables, without HTML, images and code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from builder.content.story import Block, BlockQuote, Heading, ListBlock, Paragraph, Span, Spans, Table, words
from builder.source.markdown import parsed
from builder.tagged import language_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_SLOT = re.compile(r"\[[^][\n]*[^\W\d_][^][\n]*\]")  # with a letter inside: `[1]` is a note
_PIECES = {"text": "", "code_inline": "", "softbreak": " ", "hardbreak": "\n"}


def from_markdown(text: str, top: int = 2) -> tuple[Block, ...]:
    """The blocks of a text; its first level of headings becomes level `top` of the story.

    HTML is read as plain words, an image as its alternative text.
    """
    return _read(str(text), top, language_of(text))


@lru_cache(maxsize=64)
def _read(text: str, top: int, language: str) -> tuple[Block, ...]:
    blocks = tuple(_blocks(iter(parsed(text)), "", top))
    return _spoken(blocks, language) if language else blocks


def _spoken(content: Any, language: str) -> Any:
    """The same, every span in a language."""
    if isinstance(content, Span):
        return replace(content, lang=language)
    if isinstance(content, tuple):
        return tuple(_spoken(each, language) for each in content)
    if not is_dataclass(content) or isinstance(content, type):
        return content
    parts = {field.name: getattr(content, field.name) for field in fields(content)}
    return replace(content, **{name: _spoken(part, language) for name, part in parts.items()})


def _blocks(tokens: Iterator[Token], end: str, top: int) -> Iterator[Block]:
    for token in tokens:
        if token.type == end:
            return
        if token.type == "heading_open":
            yield Heading(min(int(token.tag[1]) + top - 1, 6), _inline(tokens, "heading_close"))
        elif token.type == "paragraph_open":
            yield Paragraph(_inline(tokens, "paragraph_close"))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            yield _list(token, tokens, top)
        elif token.type == "blockquote_open":
            quoted = tuple(_blocks(tokens, "blockquote_close", top))
            yield BlockQuote(tuple(_joined(quoted)))
        elif token.type == "table_open":
            yield _table(tokens)
        elif token.type in {"fence", "code_block"}:
            yield Paragraph(words(token.content.rstrip("\n")))


def _list(opening: Token, tokens: Iterator[Token], top: int) -> ListBlock:
    ordered = opening.type == "ordered_list_open"
    end = opening.type.replace("open", "close")
    items = []
    for token in tokens:
        if token.type == end:
            break
        items.append(tuple(_blocks(tokens, "list_item_close", top)))
    return ListBlock(tuple(items), ordered, int(opening.attrGet("start") or 1))


def _table(tokens: Iterator[Token]) -> Table:
    rows: list[tuple[Spans, ...]] = []
    cells: list[Spans] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type in {"th_open", "td_open"}:
            cells.append(_inline(tokens, token.type.replace("open", "close")))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
    return Table(rows[0], tuple(rows[1:]))


def _joined(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for place, block in enumerate(block for block in blocks if isinstance(block, Paragraph | Heading)):
        if place:
            yield Span("\n")
        yield from block.spans


def _inline(tokens: Iterator[Token], end: str) -> Spans:
    spans: list[Span] = []
    for token in tokens:
        if token.type == end:
            break
        spans.extend(_spans(token.children or []))
    return tuple(_slotted(spans))


def _slotted(spans: list[Span]) -> Iterator[Span]:
    """The spans, parted where [square brackets] begin and end: what stands in them is to be filled in."""
    slots = [match.span() for match in _SLOT.finditer("".join(span.text for span in spans))]
    edges = {edge for slot in slots for edge in slot}
    start = 0
    for span in spans:
        cuts = sorted({0, len(span.text), *(e - start for e in edges if start < e < start + len(span.text))})
        for cut, end in pairwise(cuts):
            inside = any(a <= start + cut < b for a, b in slots)
            yield replace(span, text=span.text[cut:end], slot=inside)
        start += len(span.text)


def _spans(children: list[Token]) -> Iterator[Span]:
    style = Span("")
    for token in children:
        if token.type in _PIECES:
            yield replace(style, text=_PIECES[token.type] or token.content)
        elif token.type == "image":
            yield replace(style, text=token.content)
        else:
            style = _restyled(style, token)


def _restyled(style: Span, token: Token) -> Span:
    opened = token.type.endswith("_open")
    if token.tag == "strong":
        return replace(style, bold=opened)
    if token.tag == "em":
        return replace(style, italic=opened)
    return replace(style, link=str(token.attrGet("href") or "") if opened else "")
