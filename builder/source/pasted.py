"""Lists as word processors and people write them: bullets are items, and what begins as one has a line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.record import Record

if TYPE_CHECKING:
    from markdown_it.token import Token

# U+F0B7 and U+F0A7 are • and ▪ of Word's symbol fonts. Some programs put no space after a bullet; `·` and `o`
# are bullets only with one.
_BULLET = re.compile(r"((?:[ \t]*>)*)([ \t]*)(?:([•▪●◦‣∙\uf0b7\uf0a7])[ \t]*(?=\S)|([·]|o(?=\t))[ \t]+)")
_COUNTED = re.compile(r"\(?(?:(\d{1,3})|[a-z]|[ivx]{1,5})[.)]\s")
_KEYCAP = re.compile(r"\d\ufe0f?\u20e3")
_ARROWS = "→⇒"
_STEP = 2  # columns that an item's words stand further in


class _Level(Record):
    indent: int  # as it is typed
    sign: str
    column: int  # where Markdown has it


def bulleted(text: str) -> str:
    """The text with `-` for the bullets of word processors.

    Lists copied from Word have no indents: there, another bullet is a list within the list.
    """
    levels: list[_Level] = []
    return "\n".join(_item(line, levels) for line in text.split("\n"))


def _item(line: str, levels: list[_Level]) -> str:
    match = _BULLET.match(line)
    if not match:
        if line.strip() and not line[0].isspace():
            levels.clear()
        return line
    quoted, indent, sign = match[1], len(match[2].expandtabs(4)), match[3] or match[4]
    while levels and levels[-1].indent > indent:
        levels.pop()
    known = [(level.indent, level.sign) for level in levels]
    if (indent, sign) not in known:
        levels.append(_Level(indent, sign, levels[-1].column + _STEP if levels else indent))
    else:
        del levels[known.index((indent, sign)) + 1 :]
    return f"{quoted}{' ' if quoted else ''}{' ' * levels[-1].column}- {line[match.end() :]}"


def part_lines(inline: Token) -> None:
    """Lines of a paragraph that begin alike, as `✓ one` or `a) one`, stay lines, which Markdown joins."""
    children = inline.children or []
    first = children[0].content if children and children[0].type == "text" else ""
    begun = {
        place: _begins(after.content if after.type == "text" else "")
        for place, (token, after) in enumerate(pairwise(children))
        if token.type == "softbreak"
    }
    often = Counter([_begins(first), *begun.values()])
    for place, kind in begun.items():
        if kind and often[kind] > 1:
            children[place].type = "hardbreak"


def _begins(line: str) -> str:
    """What a line begins with as the items of a list do; nothing if it does not."""
    if match := _COUNTED.match(line):
        return "number" if match[1] else "letter"
    if _KEYCAP.match(line) or line[:1] in tuple(_ARROWS):
        return "So"
    category = unicodedata.category(line[0]) if line else ""
    return category if category in {"So", "Pd"} else ""
