"""A sheet of cells, from a CSV file or a workbook, each of which knows its place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path

from builder.errors import Faults, Place, Problem
from builder.record import Record
from builder.source.text import CONTROL, Lines, checked, read_bytes
from builder.source.tree import MOST_ITEMS, Extent

MOST_BYTES = 10_000_000
_SIGNS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}  # as programs part cells by
_SEP = re.compile(r'"?sep=(.)"?$', re.IGNORECASE)  # Excel's own first line


class Cell(Record):
    """What a cell says, without spaces round it, and where it stands."""

    text: str
    extent: Extent


class Table(Record):
    """Its rows, the first of which names the columns, and what is wrong with its form."""

    file: str
    rows: tuple[tuple[Cell, ...], ...]  # none is empty
    problems: tuple[Problem, ...] = ()


class Numbered(Extent):
    """The place of a cell in a workbook, which has no lines of text: its row and its column."""

    @property
    def place(self) -> Place:
        """Counted from 1; there is no line to show."""
        return Place(self.text.file, self.line + 1, self.column + 1)

    def find(self, words: str) -> Place | None:
        """The cell, whatever its words."""
        return self.place if words else None


def cell(text: str, extent: Extent) -> Cell:
    """A cell whose text is brought to the form that texts of a spec have."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return Cell(unicodedata.normalize("NFC", plain), extent)


def unshown(cells: Iterator[Cell]) -> Iterator[Problem]:
    """A fault for each cell that holds what cannot be shown, or a formula."""
    for each in cells:
        if found := CONTROL.search(each.text):
            message = f"a character that cannot be shown (U+{ord(found[0]):04X})"
            yield Problem(message, each.extent.place, "delete it")
        elif each.text.startswith("="):
            yield Problem("a formula is no text to show", each.extent.place, "write what it should say")


def counted(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows; Faults if there are more than anybody reads."""
    some = tuple(islice(rows, MOST_ITEMS + 1))
    if len(some) > MOST_ITEMS:
        place = some[-1][0].extent.place
        raise Faults([Problem(f"this table has more than {MOST_ITEMS} rows", place, "leave some out")])
    return some


def read_csv(path: Path, shown_as: str) -> Table:
    """Cells parted by commas, semicolons or tabs, as spreadsheets write them: by what parts the first line.

    UTF-8, UTF-16, or Windows-1252, which is told. FileTrouble if it cannot be read, Faults if it is no text.
    """
    text, problems = _decoded(read_bytes(path, shown_as, MOST_BYTES), shown_as)
    lines = checked(text.replace("\r\n", "\n").replace("\r", "\n"), shown_as)
    head = lines.lines[0]
    named = _SEP.match(head)
    sign = named[1] if named else max(_SIGNS, key=head.count)
    found = list(problems)
    rows = counted(_rows(lines, sign, found, start=1 if named else 0))
    found += unshown(cell for row in rows for cell in row)
    return Table(shown_as, rows, tuple(found))


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        before = text[: error.start].replace("\r\n", "\n").replace("\r", "\n")
        lines = Lines(file, tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
        place = lines.place(before.count("\n"), len(before) - before.rfind("\n") - 1, 1)
        message = (
            "this file is not saved as UTF-8; it is read as Excel writes it in Western Europe (Windows-1252)"
        )
        hint = "look at this letter; to be sure, save the file as `CSV UTF-8`"
        return text, (Problem(message, place, hint, "warning"),)


def _rows(lines: Lines, sign: str, found: list[Problem], start: int) -> Iterator[tuple[Cell, ...]]:
    """The rows that say anything (RFC 4180; with blanks round quotes, as people type them)."""
    text = "\n".join(lines.lines)
    begins = list(accumulate((len(line) + 1 for line in lines.lines), initial=0))
    part = re.escape(sign)
    form = re.compile(rf' *"((?:[^"]|"")*)"([^{part}\n]*)|([^{part}\n]*)')
    row, at = list[Cell](), begins[start]
    while at <= len(text):
        match = form.match(text, at)
        assert match  # the last form takes anything
        quoted, after, bare = match.groups()
        one = cell(
            quoted.replace('""', '"') + after if bare is None else bare, _extent(lines, begins, *match.span())
        )
        if bare is not None and one.text.startswith('"'):
            found.append(
                Problem("these quotes are never closed", one.extent.place, "close them, or delete them")
            )
        row.append(one)
        at = match.end() + 1
        if at > len(text) or text[at - 1] == "\n":
            if any(each.text for each in row):
                yield tuple(row)
            row = []


def _extent(lines: Lines, begins: list[int], start: int, end: int) -> Extent:
    first, last = bisect_right(begins, start) - 1, bisect_right(begins, end) - 1
    tabs = len(lines.lines[first]) - len(
        lines.lines[first].lstrip("\t")
    )  # as `Lines.place` counts them twice
    return Extent(lines, first, start - begins[first] + tabs, last, end - begins[last] + tabs)
