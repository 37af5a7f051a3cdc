"""Rules of plain texts: letters and posts that any editor opens and nobody has to finish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.audit.rule import File, FileKind, Rule
from builder.record import Record


class TextFile(Record):
    """The words of a text file."""

    words: str


def read(file: File) -> TextFile:
    """The text; UnicodeDecodeError if it is not UTF-8."""
    return TextFile(file.data.decode())


def empty_text(text: TextFile) -> Iterator[str]:
    """It has no words."""
    if not text.words.strip():
        yield ""


def open_slot(text: TextFile) -> Iterator[str]:
    """A slot of the program's own words was left open; what stands in two braces is a mailing's."""
    yield from re.findall(r"(?<!\{)\{[a-z_]+\}(?!\})", text.words)


def lost_character(text: TextFile) -> Iterator[str]:
    """A character was lost on the way."""
    yield from (
        f"line {text.words.count(chr(10), 0, match.start()) + 1}"
        for match in re.finditer("\ufffd", text.words)
    )


def bare_line_end(text: TextFile) -> Iterator[str]:
    """A line ends as old editors of Windows do not show."""
    if re.search(r"(?<!\r)\n", text.words):
        yield ""


FORMAT = FileKind(
    name="texts",
    types=("text/plain",),
    read=read,
    refusals=(UnicodeDecodeError,),
    rules=(Rule(empty_text), Rule(open_slot), Rule(lost_character), Rule(bare_line_end)),
)
