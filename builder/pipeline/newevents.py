"""The files of next year's events: their names move on, and tables begin with the columns that they had."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.errors import Faults, FileTrouble
from builder.source import Source
from builder.source.folder import WrongFile, plain_file
from builder.source.table import read_csv

_TABLES = (".csv", ".tsv")


def moved_names(source: Source, old: int, new: int) -> Mapping[str, str]:
    """What the files of events will be called, by the names that have the year in them now."""
    named = source.at(("events", "from"))
    names = [name for name in (named if isinstance(named, list) else [named]) if isinstance(name, str)]
    return {name: name.replace(str(old), str(new)) for name in names if str(old) in name}


def begun(folder: Path, names: Mapping[str, str]) -> Iterator[Path]:
    """The tables that were not there yet, each written with the columns of the old one and no events.

    A workbook or a calendar is for the lead to put there: that it is missing is a fault of the spec.
    """
    for was, now in names.items():
        target = folder / now
        columns = _columns(folder, was) if target.suffix.lower() in _TABLES else ()
        if columns and not os.path.lexists(target):
            with target.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file, delimiter="\t" if target.suffix.lower() == ".tsv" else ",").writerow(columns)
            yield target


def _columns(folder: Path, name: str) -> tuple[str, ...]:
    """None of a file that cannot be read: the old year's check says why."""
    try:
        rows = read_csv(plain_file(folder, name), name).rows
    except (WrongFile, OSError, Faults, FileTrouble):
        return ()
    return tuple(cell.text for cell in rows[0]) if rows else ()
