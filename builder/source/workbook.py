"""The first sheet of an Excel workbook as cells."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Any

from builder.errors import Faults, Place, Problem
from builder.source.table import MOST_BYTES, Cell, Numbered, Table, cell, counted, unshown
from builder.source.text import Lines, read_bytes

_UNPACKED = 100_000_000  # bytes of all parts: a small file may hold what fills a machine
_CELLS = 2_000_000  # of a sheet, with those between cells that say something
# What zipfile raises for parts that are damaged, encrypted, or packed in a way that it does not know.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError),
    *(LookupError, NotImplementedError, RuntimeError, ValueError),
)
_CELL = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def read_xlsx(path: Path, shown_as: str) -> Table:
    """The cells of the first sheet that is shown, dates as ISO 8601 writes them; others are told of.

    FileTrouble if it cannot be read, Faults if it is no workbook.
    """
    import python_calamine as calamine  # noqa: PLC0415  for workbooks alone

    data, here = read_bytes(path, shown_as, MOST_BYTES), Place(shown_as, 1, 1)
    hint = "save it again as an Excel workbook (.xlsx), or as `CSV UTF-8`"
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED:
                raise Faults([Problem("this workbook holds more than 100 MB", here, hint)])
            unpacked = {name: parts.read(name) for name in dict.fromkeys(parts.namelist())}
        _check_reach(unpacked.values(), here)
        book = calamine.CalamineWorkbook.from_filelike(_honest(unpacked))
        shown = [one.name for one in book.sheets_metadata if one.visible == calamine.SheetVisibleEnum.Visible]
        values = book.get_sheet_by_name(shown[0]).to_python(skip_empty_area=False)
    except (calamine.CalamineError, *_DAMAGED):
        raise Faults([Problem("this file cannot be read as an Excel workbook", here, hint)]) from None
    rows = counted(_rows(values, Lines(shown_as, ("",))))
    problems = [*unshown(each for row in rows for each in row), *_others(shown, here)]
    return Table(shown_as, rows, tuple(problems))


def _honest(parts: Mapping[str, bytes]) -> BytesIO:
    """A workbook of just these parts: the reader unpacks what is packed, whatever its size is said to be."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as workbook:
        for name, data in parts.items():
            workbook.writestr(zipfile.ZipInfo(name), data)
    out.seek(0)
    return out


def _check_reach(parts: Iterable[bytes], here: Place) -> None:
    """Faults if cells lie so far apart that all those between them take more than memory has.

    The reader makes them all at once, and ends the whole program where it cannot.
    """
    for data in parts:
        right = low = 0
        for found in _CELL.finditer(data):
            right, low = max(right, _number(found[1])), max(low, int(found[2]))
        if right * low > _CELLS:
            message = f"its cells reach as far as column {right} of row {low}, which is more than can be read"
            raise Faults([Problem(message, here, "delete the rows and columns that hold no events")])


def _number(column: bytes) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    return reduce(lambda number, letter: number * 26 + letter - 64, column, 0)


def _others(shown: list[str], here: Place) -> Iterator[Problem]:
    if more := shown[1:]:
        named = ", ".join(f"`{name}`" for name in more)
        message = f"only the first sheet, `{shown[0]}`, is read, not {named}"
        yield Problem(message, here, "put all events on one sheet, or each sheet in a file", "warning")


def _rows(values: list[list[Any]], lines: Lines) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(values):
        cells = tuple(
            cell(_text(value), Numbered(lines, number, column, number, column + 1))
            for column, value in enumerate(row)
        )
        if any(each.text for each in cells):
            yield cells


def _text(value: Any) -> str:
    """What a cell says: a day or a moment to the minute, whole numbers without a decimal point."""
    if isinstance(value, dt.datetime):
        moment = value
        with suppress(OverflowError):  # the last minute of all
            moment += dt.timedelta(seconds=30)  # as Excel shows it
        return moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
