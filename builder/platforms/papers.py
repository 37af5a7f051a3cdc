"""The sheets of paper that a pack is printed on: `papers.csv`, one row a sheet (ISO 216, ANSI/ASME Y14.1)."""

from __future__ import annotations

from typing import Literal

from builder.geometry.box import mm
from builder.platforms.tables import Reader, table
from builder.record import Record, replace

Use = Literal["card", "page", "wall"]

_LONGEST = 5080.0  # mm: PDF 1.7, annex C.2


class Sheet(Record):
    """A sheet of paper; its lengths in pt."""

    key: str  # part of file names
    title: str  # what a brand's `paper: size:` and people call it
    series: Literal["iso", "us"]  # printers have the sheets of one
    use: Use
    width: float
    height: float

    @property
    def turned(self) -> Sheet:
        """The sheet lying on its side."""
        return replace(self, width=self.height, height=self.width)


def _points(text: str) -> float:
    if not 1 <= float(text) <= _LONGEST:
        raise ValueError
    return mm(float(text))


_READERS = {float: Reader(_points, "a length in mm, as 210 or 215.9")}
SHEETS = {row["title"]: Sheet(**row) for row in table("papers.csv", Sheet, _READERS, ("title",))}


def beside(sheet: Sheet, use: Use) -> Sheet:
    """The sheet of a use in the series of another."""
    return next(one for one in SHEETS.values() if one.series == sheet.series and one.use == use)
