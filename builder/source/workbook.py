"""The first sheet of an Excel workbook as cells."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from builder.errors import Faults, Place, Problem
from builder.source.table import MOST_BYTES, Cell, Numbered, Table, cell, unshown
from builder.source.text import Lines, read_bytes

_UNPACKED = 200_000_000  # bytes of all parts: a small file may hold what fills a machine


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
                raise Faults([Problem("this workbook holds more than 200 MB", here, hint)])
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        shown = [one.name for one in book.sheets_metadata if one.visible == calamine.SheetVisibleEnum.Visible]
        values = book.get_sheet_by_name(shown[0]).to_python(skip_empty_area=False)
    except (calamine.CalamineError, zipfile.BadZipFile, LookupError):
        raise Faults([Problem("this file cannot be read as an Excel workbook", here, hint)]) from None
    rows = tuple(_rows(values, Lines(shown_as, ("",))))
    problems = [*unshown(each for row in rows for each in row), *_others(shown, here)]
    return Table(shown_as, rows, tuple(problems))


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
        minute = (value + dt.timedelta(seconds=30)).replace(second=0, microsecond=0)  # as Excel shows it
        return minute.isoformat(timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
