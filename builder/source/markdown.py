"""Markdown as it is typed in specs: its tokens, and what of it no format shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BULLET = re.compile(r"^([ \t]*)(?:[•·▪●◦‣∙]|o(?=\t))[ \t]+", re.MULTILINE)
_NOT_QUOTED = {
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "table_open": "a table",
    "fence": "a block of code",
    "code_block": "a block of code",
}
_TYPED = {
    "HTML": (
        re.compile(r"<[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>"),
        "write it in Markdown, or the words alone",
    ),
    "a note": (
        re.compile(r"\[\^[^][\s]+\]:?"),
        "write what it says in brackets, or as a sentence of its own",
    ),
    "a task": (re.compile(r"^\[[ xX]\] "), "write the words alone"),
    "a deletion": (re.compile(r"~~\S(?:[^~\n]*\S)?~~"), "delete the words, or the marks"),
}


@lru_cache(maxsize=64)
def parsed(text: str) -> tuple[Token, ...]:
    """The tokens of a text; lines with the bullets of word processors are items of a list."""
    return tuple(_parser().parse(_BULLET.sub(r"\1- ", text)))


@dataclass(frozen=True, slots=True)
class Lost:
    """What a text says in Markdown and no format shows."""

    what: str  # `a list in a quotation is not drawn`
    words: str  # as they are typed, or the first of them
    hint: str
    kept: bool = False  # whether its words are there all the same


def lost_in(text: str) -> tuple[Lost, ...]:
    """What of a text is not drawn, or is printed as it is typed, in its order."""
    return tuple(_lost(parsed(text)))


def _lost(tokens: Sequence[Token]) -> Iterator[Lost]:
    quoted = 0
    for number, token in enumerate(tokens):
        quoted += token.nesting * (token.type in {"blockquote_open", "blockquote_close"})
        if token.type == "hr":
            yield Lost("a rule is not drawn", token.markup, "delete it, or write a heading there")
        elif quoted and token.type in _NOT_QUOTED:
            inline = (each.content for each in tokens[number:] if each.type == "inline")
            first, what = token.content or next(inline, ""), _NOT_QUOTED[token.type]
            hint = f"put the {what[2:]} after it"
            yield Lost(f"{what} in a quotation is not drawn", first.split("\n")[0], hint)
        elif token.type == "inline":
            yield from _lost_inline(token)


def _lost_inline(token: Token) -> Iterator[Lost]:
    for child in token.children or []:
        if child.type == "image":
            hint = "photographs stand on cards and slides; delete it here"
            yield Lost("a picture is not drawn, and its alternative text stands there", child.content, hint)
        elif child.type == "text":
            for what, (pattern, hint) in _TYPED.items():
                for match in pattern.finditer(child.content):
                    yield Lost(f"{what} is printed as it is typed: `{match[0]}`", match[0], hint, kept=True)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  half of the start-up time of a run that needs none

    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
