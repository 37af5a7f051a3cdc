"""Markdown as blocks of a story: CommonMark with tables, notes and deletions, without HTML and rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from builder.content.inline import spans_of
from builder.content.story import (
    Align,
    Block,
    BlockQuote,
    Figure,
    Heading,
    ListBlock,
    Note,
    Notes,
    Paragraph,
    Span,
    Spans,
    Table,
    words,
)
from builder.media import Image
from builder.record import Record, fields_of, is_record, replace
from builder.source.markdown import NOTE, lone_picture, parsed, picture_name
from builder.tagged import language_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_LISTS = {"bullet_list_open": False, "ordered_list_open": True}
_CELLS = {"th_open", "td_open"}
_ALIGNED: dict[str, Align] = {"": "start", "left": "start", "center": "center", "right": "end"}


class TextPicture(Record):
    """A picture that texts may show: the names it goes by, what it shows, and what stands below it."""

    names: tuple[str, ...]
    image: Image
    alt: str
    caption: str = ""


def from_markdown(text: str, top: int = 2, pictures: tuple[TextPicture, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text, its notes at the end; its first level of headings becomes level `top`.

    HTML is read as plain words. A picture that is not among those given, or that does not stand
    alone, is its alternative text.
    """
    return _read(str(text), top, pictures, language_of(text))


@lru_cache(maxsize=64)
def _read(text: str, top: int, pictures: tuple[TextPicture, ...], language: str) -> tuple[Block, ...]:
    blocks = tuple(_Reader(top, pictures).blocks(iter(parsed(text).tokens), ""))
    return _spoken(blocks, language) if language else blocks


def _spoken(content: Any, language: str) -> Any:
    """The same, every span in a language."""
    if isinstance(content, Span):
        return replace(content, lang=language)
    if isinstance(content, tuple):
        return tuple(_spoken(each, language) for each in content)
    if not is_record(content) or isinstance(content, Image | type):
        return content
    parts = {name: _spoken(getattr(content, name), language) for name in fields_of(content)}
    return replace(content, **parts)


class _Reader:
    def __init__(self, top: int, pictures: tuple[TextPicture, ...]) -> None:
        self._top = top
        self._pictures = {name: picture for picture in pictures for name in picture.names}

    def blocks(self, tokens: Iterator[Token], end: str) -> Iterator[Block]:
        """The blocks up to the token that ends them."""
        for token in tokens:
            if token.type == end:
                return
            if token.type == "heading_open":
                spans = spans_of(next(tokens).children or [])
                yield Heading(min(int(token.tag[1]) + self._top - 1, 6), spans)
            elif token.type == "paragraph_open":
                yield self._paragraph(next(tokens))
            elif token.type in _LISTS:
                yield self._list(token, tokens)
            elif token.type == "blockquote_open":
                yield BlockQuote(tuple(self.blocks(tokens, "blockquote_close")))
            elif token.type == "table_open":
                yield _table(tokens)
            elif token.type in {"fence", "code_block"}:
                yield Paragraph(words(token.content.rstrip("\n")))
            elif token.type == "footnote_block_open":
                yield Notes(tuple(self._notes(tokens)))

    def _paragraph(self, inline: Token) -> Block:
        image = lone_picture(inline)
        picture = self._pictures.get(picture_name(image)) if image else None
        if image is None or picture is None:
            return Paragraph(spans_of(inline.children or []))
        caption = " ".join(filter(None, (str(image.attrGet("title") or ""), picture.caption)))
        return Figure(picture.image, image.content or picture.alt, words(caption))

    def _list(self, opening: Token, tokens: Iterator[Token]) -> ListBlock:
        end = opening.type.replace("open", "close")
        items = []
        for token in tokens:
            if token.type == end:
                break
            items.append(tuple(self.blocks(tokens, "list_item_close")))
        return ListBlock(tuple(items), _LISTS[opening.type], int(opening.attrs.get("start", 1)))

    def _notes(self, tokens: Iterator[Token]) -> Iterator[Note]:
        for token in tokens:
            if token.type == "footnote_block_close":
                return
            if token.type == f"{NOTE}_open":
                said = tuple(self.blocks(tokens, f"{NOTE}_close"))
                yield Note(token.meta["id"] + 1, tuple(_joined(said)))


def _table(tokens: Iterator[Token]) -> Table:
    rows: list[tuple[Spans, ...]] = []
    cells: list[Spans] = []
    aligned: list[Align] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type in _CELLS:
            cells.append(spans_of(next(tokens).children or []))
            if not rows:
                aligned.append(_ALIGNED[str(token.attrGet("style") or "").removeprefix("text-align:")])
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
    return Table(rows[0], tuple(rows[1:]), aligned=tuple(aligned))


def _joined(blocks: Sequence[Block]) -> Iterator[Span]:
    """The words of paragraphs and headings, each on lines of its own."""
    for place, block in enumerate(block for block in blocks if isinstance(block, Paragraph | Heading)):
        if place:
            yield Span("\n")
        yield from block.spans
