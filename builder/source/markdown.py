"""Markdown as it is typed in specs: its tokens, and what of it no format shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from builder.record import Record
from builder.source.pasted import bulleted, part_lines
from builder.source.validate import did_you_mean, listed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

FOLLOWED = ("https:", "http:", "mailto:", "tel:")
NOTES, NOTE = "footnote_block", "footnote"  # what tokens of notes are called, before `_open` and `_close`
_ROW = re.compile(r"^\|.*\|", re.MULTILINE)
_NOT_NOTED = {
    "heading_open": "a heading",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "table_open": "a table",
    "blockquote_open": "a quotation",
    "fence": "a block of code",
    "code_block": "a block of code",
}
_TYPED = {
    "HTML": (
        re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>|<!--.*?-->"),
        "write it in Markdown, or the words alone",
    ),
    "a note that is nowhere": (
        re.compile(r"\[\^[^][\s]+\]:?"),
        "write what it says below, as `[^1]: By law.` on a line of its own",
    ),
    "a task": (re.compile(r"^\[[ xX]\] "), "write the words alone"),
    "a link": (
        re.compile(r"\[[^][\n]+\]\((?:<[^<>\n]*>|[^()\n]*[.:/][^()\n]*)\)"),
        "its address begins with https:// and has no spaces",
    ),
    "a mark": (
        re.compile(r"(?<![*\w])\*\*(?!\*) ?[\w']*|\S+(?<!\*)\*\*(?![*\w])|~~ ?[\w']*"),
        "put it right beside the words, before and after them, or delete it",
    ),
    "a sign of another Markdown": (
        re.compile(r"==[^\s=][^=\n]*==|\^\[[^][\n]+\]|^#{2,6}(?=[^\s#])"),
        "`**so**` gives words weight, `[^1]` is a note, `## So` a heading; or write the words alone",
    ),
}


class Lost(Record):
    """What a text says in Markdown and no format shows."""

    what: str  # `a rule is not drawn`
    words: str  # as they are typed, or the first of them
    hint: str
    kept: bool = False  # whether its words are there all the same


class Marked(Record):
    """A text as tokens, and what of it stands in none of them."""

    tokens: tuple[Token, ...]
    lost: tuple[Lost, ...]


@lru_cache(maxsize=64)
def parsed(text: str) -> Marked:
    """What a text holds; lines with the bullets of word processors are items of a list."""
    known: dict[str, Any] = {}
    tokens = tuple(_parser().parse(bulleted(text), known))
    for token in tokens:
        if token.type == "inline":
            part_lines(token)
    return Marked(tokens, (*_unused(text, tokens, known), *_unnamed(known), *_overflowing(text, tokens)))


def lost_in(text: str, pictures: Collection[str] = ()) -> tuple[Lost, ...]:
    """What of a text is not drawn, or is printed as it is typed.

    `pictures` are the names of those that it may show.
    """
    return (*_lost(text, pictures), *parsed(text).lost)


def lone_picture(inline: Token) -> Token | None:
    """The picture of a paragraph that is nothing else."""
    said = [child for child in inline.children or [] if child.type != "text" or child.content.strip()]
    return said[0] if len(said) == 1 and said[0].type == "image" else None


def pictures_in(text: str) -> frozenset[str]:
    """What the pictures of a text are called by."""
    if "![" not in text:
        return frozenset()
    children = (child for token in parsed(text).tokens for child in token.children or [])
    return frozenset(picture_name(child) for child in children if child.type == "image")


def picture_name(image: Token) -> str:
    """What a picture is called by."""
    return unquote(str(image.attrGet("src") or ""))


def _unused(text: str, tokens: Sequence[Token], known: dict[str, Any]) -> Iterator[Lost]:
    """Lines that are read as the address of a link and are that of none: `[date]: 13-June`."""
    children = (child for token in tokens for child in token.children or [])
    used = {child.meta.get("label") for child in children}
    for label in known.get("references", {}):
        if label not in used:
            typed = re.search(rf"\[{re.escape(label)}\]:", text, re.IGNORECASE)
            hint = "write it otherwise, as `date – 13 June`, or delete it"
            words = typed[0] if typed else ""
            yield Lost("a line is read as the address of a link, and no link uses it", words, hint)


def _unnamed(known: dict[str, Any]) -> Iterator[Lost]:
    for name, number in known.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            typed = f"[^{name[1:]}]"
            hint = f"write `{typed}` where it belongs, or delete it"
            yield Lost("a note is not drawn, as no words lead to it", f"{typed}:", hint)


def _lost(text: str, pictures: Collection[str]) -> Iterator[Lost]:
    lines = text.split("\n")
    noted, before = 0, ""
    for token in parsed(text).tokens:
        noted += token.nesting * token.type.startswith(f"{NOTE}_")
        if token.type == "hr":
            yield Lost("a rule is not drawn", token.markup, "delete it, or write a heading there")
        elif noted and token.type in _NOT_NOTED:
            line = lines[token.map[0]].strip() if token.map else ""
            what, hint = _NOT_NOTED[token.type], "a note has words alone: write it into the text"
            yield Lost(f"{what} in a note is not drawn", line, hint)
        elif token.type == "inline":
            alone = before == "paragraph_open" and not noted and lone_picture(token)
            yield from _lost_inline(token, pictures, bool(alone))
        before = token.type


def _overflowing(text: str, tokens: Sequence[Token]) -> Iterator[Lost]:
    """Cells of which no column is left, which Markdown drops (GFM 0.29, 4.10)."""
    from markdown_it.rules_block.table import escapedSplit  # noqa: PLC0415  as below

    lines, columns = text.split("\n"), 0
    for token in tokens:
        columns = 0 if token.type == "table_open" else columns + (token.type == "th_open")
        if token.type == "tr_open" and columns and token.map:
            row = lines[token.map[0]].lstrip(" \t>").rstrip()
            cells = escapedSplit(row.removeprefix("|").removesuffix("|"))
            if beyond := [cell.strip() for cell in cells[columns:] if cell.strip()]:
                message = f"the table has {columns} columns, and none for {listed(beyond, 'and')}"
                hint = "give its first two lines a cell more, or write `\\|` for a `|` within words"
                yield Lost(message, row, hint)


def _lost_inline(token: Token, pictures: Collection[str], alone: bool) -> Iterator[Lost]:
    if len(rows := _ROW.findall(token.content)) > 1:
        hint = "its second line has a `---` for each column: `|---|---|`"
        yield Lost("a table is printed as it is typed", rows[1], hint, kept=True)
    for child in token.children or []:
        if child.type == "image":
            yield from _lost_picture(child, pictures, alone)
        elif child.type == "link_open":
            yield from _lost_link(str(child.attrGet("href") or ""))
            if title := str(child.attrGet("title") or ""):
                yield Lost("the title of a link is not drawn", title, "write it into the text, or delete it")
        elif child.type == "text":
            for what, (pattern, hint) in _TYPED.items():
                for match in pattern.finditer(child.content):
                    yield Lost(f"{what} is printed as it is typed: `{match[0]}`", match[0], hint, kept=True)


def _lost_picture(image: Token, pictures: Collection[str], alone: bool) -> Iterator[Lost]:
    name = picture_name(image)
    if name not in pictures:
        hint = did_you_mean(name, pictures) or "add it to `photos`, and write its file or its id here"
        yield Lost(f"there is no photo `{name}`", name, hint)
    elif not alone:
        hint = "write it as a paragraph of its own"
        yield Lost("a picture within words is not drawn", name, hint)


def _lost_link(address: str) -> Iterator[Lost]:
    if not address.lower().startswith(FOLLOWED):
        hint = f"write `https://{address}`" if "." in address else "its address begins with https://"
        yield Lost(f"a link leads nowhere: `{address}`", unquote(address), hint)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  half of the start-up time of a run that needs none
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415  as above

    told = {"html": False, "typographer": False, "store_labels": True}
    parser = MarkdownIt("commonmark", told).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)
