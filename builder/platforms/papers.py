"""The sheets of paper that a pack is printed on: `papers.csv`, one row a sheet (ISO 216, ANSI/ASME Y14.1)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from builder.geometry.box import mm

Use = Literal["card", "page", "wall"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper; its lengths in pt."""

    key: str  # part of file names
    title: str  # what a brand's `paper: size:` and people call it
    series: str  # printers have the sheets of one: `iso`, `us`
    use: str  # card, page or wall
    width: float
    height: float


def _read() -> dict[str, Sheet]:
    lines = files("builder.platforms").joinpath("papers.csv").read_text(encoding="utf-8").splitlines()
    rows = (
        Sheet(
            row["key"],
            row["title"],
            row["series"],
            row["use"],
            mm(float(row["width"])),
            mm(float(row["height"])),
        )
        for row in csv.DictReader(lines, strict=True)
    )
    return {sheet.title: sheet for sheet in rows}


SHEETS = _read()  # by title


def beside(sheet: Sheet, use: Use) -> Sheet:
    """The sheet of a use in the series of another."""
    return next(one for one in SHEETS.values() if one.series == sheet.series and one.use == use)
