"""The forms of charts that slides may have, a row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ChartForm:
    """How a chart shows its numbers."""

    type: str  # PowerPoint's type of chart, by its name in `XL_CHART_TYPE`
    marks: Literal["bars", "lines"]  # what has the colour of a series
    numbers: str  # where each number stands at its mark, by its name in `XL_DATA_LABEL_POSITION`
    sideways: bool = False  # whether the labels stand one below another


BARS = ChartForm("BAR_CLUSTERED", "bars", "OUTSIDE_END", sideways=True)

# What a slide's `chart` names; the first is what a slide without it has.
CHART_FORMS: Mapping[str, ChartForm] = {
    "bars": BARS,
    "columns": ChartForm("COLUMN_CLUSTERED", "bars", "OUTSIDE_END"),
    "lines": ChartForm("LINE_MARKERS", "lines", "ABOVE"),
}
