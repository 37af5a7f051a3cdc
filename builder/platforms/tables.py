"""The tables of this folder, read: each row typed as the fields of a record."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin, get_type_hints


def table(name: str, record: type, readers: Mapping[Any, Any] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table, typed as the record's fields; ValueError names the row and column at fault.

    `readers` turn texts into values of types that only this table has.
    """
    known = {**_READERS, **(readers or {})}
    reads = {column: _reader(hint, known) for column, hint in get_type_hints(record).items()}
    rows = csv.DictReader(
        files("builder.platforms").joinpath(name).read_text(encoding="utf-8").splitlines(), strict=True
    )
    if (columns := rows.fieldnames) != [field.name for field in fields(record)]:
        raise ValueError(f"{name}: its columns are {columns}, not those of {record.__name__}")
    for number, row in enumerate(rows, 2):
        yield {key: _value(read, row[key], f"{name}:{number}: {key}") for key, read in reads.items()}


_READERS: Mapping[Any, Any] = {
    str: str,
    int: int,
    bool: lambda text: {"yes": True, "no": False}[text],
    dt.date: dt.date.fromisoformat,
    tuple[str, ...]: lambda text: tuple(text.split()),
}


def _reader(hint: Any, known: Mapping[Any, Any]) -> Any:
    """What reads a value of a type; of a few words, themselves."""
    return {word: word for word in get_args(hint)}.__getitem__ if get_origin(hint) is Literal else known[hint]


def _value(reader: Any, text: str | None, where: str) -> Any:
    try:
        return reader(text)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{where}: `{text}` is wrong") from error
