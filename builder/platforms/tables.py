"""The tables of this folder, read: each row typed as the fields of a record, every fault at once."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from builder.errors import Faults, Place, Problem
from builder.record import Record, fields_of

Natural = Annotated[int, "1 or more"]
Row = dict[str, Any]

_CELL = re.compile(r'(?:^|,)((?:"(?:[^"]|"")*")|[^,]*)')  # RFC 4180
_FOLDER = "builder/platforms"


class Reader(Record):
    """What turns the text of a cell into a value, and what that text may be, in words.

    It raises ValueError, TypeError or KeyError for another text.
    """

    read: Callable[[str], Any]
    allowed: str
    words: Collection[str] = ()  # if there are but a few


def one_of(words: Mapping[str, Any], whose: str = "") -> Reader:
    """A reader that takes the value of a word: of any `whose` words are too many to be told."""
    return Reader(words.__getitem__, whose or " or ".join(f"`{word}`" for word in words), tuple(words))


def table(
    name: str, record: type, readers: Mapping[Any, Reader] | None = None, unique: Collection[str] = ()
) -> list[Row]:
    """The rows of a table of this folder, as `rows` gives them."""
    text = files("builder.platforms").joinpath(name).read_text(encoding="utf-8-sig")
    return rows(text.splitlines(), f"{_FOLDER}/{name}", record, readers, unique)


def rows(
    lines: Sequence[str],
    shown_as: str,
    record: type,
    readers: Mapping[Any, Reader] | None = None,
    unique: Collection[str] = (),
) -> list[Row]:
    """The rows of a table, typed as the record's fields; Faults with all that is wrong in it.

    The first column is the row's key, a part of file names: no two are the same, nor two of `unique`
    columns. `readers` are those of types, or of columns, that only this table has.
    """
    known = {**_READERS, **(readers or {})}
    hints = get_type_hints(record, include_extras=True)
    reads = {name: known.get(name) or _reader(hints[name], known) for name in fields_of(record)}
    found = _Table(lines, shown_as, {**reads, next(iter(reads)): _KEY})
    read = found.rows(unique)
    if found.problems:
        raise Faults(found.problems)
    return read


class _Table:
    """A file while it is read, and what is wrong with it."""

    def __init__(self, lines: Sequence[str], shown_as: str, readers: Mapping[str, Reader]) -> None:
        self.lines, self.shown, self.readers = lines, shown_as, readers
        self.problems: list[Problem] = []

    def rows(self, unique: Collection[str]) -> list[Row]:
        reader = csv.DictReader(self.lines, strict=True)
        try:
            if list(reader.fieldnames or ()) != list(self.readers):
                self._wrong_columns(reader.fieldnames or ())
                return []
            rows = [(reader.line_num, self._row(row, reader.line_num)) for row in reader]
        except csv.Error as error:
            self._fault(
                f"this is not CSV: {error}", reader.line_num + 1, hint="look at the quotes of this row"
            )
            return []
        for column in (next(iter(self.readers)), *unique):
            self._once(column, rows)
        return [row for _, row in rows]

    def _row(self, row: dict[Any, Any], line: int) -> Row:
        if more := row.pop(None, None):
            hint = "put quotes round a text that has a comma in it"
            self._fault(f"this row has {len(more)} cells too many", line, hint=hint)
        return dict(self._values(row, line))

    def _values(self, row: dict[str, str | None], line: int) -> Iterator[tuple[str, Any]]:
        for column, reader in self.readers.items():
            text = row[column]
            try:
                yield column, reader.read(text or "")
            except (ValueError, TypeError, KeyError):
                what = f"`{column}` cannot be `{text}`" if text else f"`{column}` is empty"
                self._fault(what, line, column, _hint(text or "", reader))

    def _once(self, column: str, rows: list[tuple[int, Row]]) -> None:
        first = dict[str, int]()
        for line, row in rows:
            key = row.get(column)
            if key and first.setdefault(key, line) != line:
                hint = f"it is in line {first[key]} too; give one of the rows another, or delete it"
                self._fault(f"`{column}` is `{key}` twice", line, column, hint)

    def _wrong_columns(self, columns: Collection[str]) -> None:
        hint = f"the first line is {','.join(self.readers)}"
        if not any(name in self.readers for name in columns):
            self._fault("the first line does not name the columns of this table", 1, hint=hint)
            return
        strange = [f"`{name}` is none" for name in columns if name not in self.readers]
        absent = [f"`{name}` is not there" for name in self.readers if name not in columns]
        what = "; ".join((*strange, *absent)) or "they are in another order, or twice"
        if any(";" in name for name in columns):
            hint = f"save it with commas between the cells; {hint}"
        self._fault(f"the columns of this table are wrong: {what}", 1, hint=hint)

    def _fault(self, message: str, line: int, column: str = "", hint: str = "") -> None:
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        start, end = self._span(text, column)
        place = Place(self.shown, max(line, 1), start + 1, max(end - start, 1), text)
        self.problems.append(Problem(message, place, hint))

    def _span(self, text: str, column: str) -> tuple[int, int]:
        """Where in a line the cell of a column stands; its beginning if the row is of several lines."""
        cells = [match.span(1) for match in _CELL.finditer(text)]
        number = list(self.readers).index(column) if column else len(cells)
        return cells[number] if number < len(cells) else (0, 0)


def _hint(text: str, reader: Reader) -> str:
    from builder.source.validate import nearest  # noqa: PLC0415  loads a matcher, for a slip alone

    meant = nearest(text, reader.words) if text else None
    return f"it can be {reader.allowed}" + (f"; did you mean `{meant}`?" if meant else "")


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError
    return text


def _key(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError
    return text


def _whole(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if (number := int(text)) < least:
            raise ValueError
        return number

    return read


_READERS: Mapping[Any, Reader] = {
    str: Reader(_text, "any text"),
    int: Reader(_whole(0), "a whole number, 0 or more"),
    Natural: Reader(_whole(1), "a whole number, 1 or more"),
    bool: one_of({"yes": True, "no": False}),
    dt.date: Reader(dt.date.fromisoformat, "a day like 2026-11-23"),
    tuple[str, ...]: Reader(lambda text: tuple(text.split()), "words with spaces between them"),
}

_KEY = Reader(_key, "small letters and digits, with hyphens between them")


def _reader(hint: Any, known: Mapping[Any, Reader]) -> Reader:
    """What reads a value of a type; of a few words, themselves."""
    return one_of({word: word for word in get_args(hint)}) if get_origin(hint) is Literal else known[hint]
