"""The forms of charts that slides may have, a row each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from typing import Literal, get_args

from builder.errors import Faults, Place, Problem
from builder.record import Record

Marks = Literal["bars", "lines", "areas", "slices"]

INSIDE = ("CENTER", "INSIDE_END", "INSIDE_BASE")  # of the numbers that stand on their bars
_BESIDE = ("OUTSIDE_END", *INSIDE)
_AXIS = ("",)  # nowhere of their own: at an axis, or on their slices
_NEAR = ("ABOVE", "BELOW", "LEFT", "RIGHT", "CENTER")
# Where PowerPoint's menus let numbers stand, by the type of chart: a file with another is one that it mends.
_TYPES: Mapping[str, Collection[str]] = {
    "BAR_CLUSTERED": _BESIDE,
    "BAR_STACKED": INSIDE,
    "BAR_STACKED_100": INSIDE,
    "COLUMN_CLUSTERED": _BESIDE,
    "COLUMN_STACKED": INSIDE,
    "COLUMN_STACKED_100": INSIDE,
    "LINE": _NEAR,
    "LINE_MARKERS": _NEAR,
    "LINE_MARKERS_STACKED": _NEAR,
    "LINE_MARKERS_STACKED_100": _NEAR,
    "LINE_STACKED": _NEAR,
    "LINE_STACKED_100": _NEAR,
    "AREA": _AXIS,
    "AREA_STACKED": _AXIS,
    "AREA_STACKED_100": _AXIS,
    "DOUGHNUT": _AXIS,
    "PIE": ("CENTER", "INSIDE_END", "OUTSIDE_END", "BEST_FIT"),
}


class ChartForm(Record):
    """How a chart shows its numbers."""

    type: str  # PowerPoint's type of chart, by its name in `XL_CHART_TYPE`
    marks: Marks  # what has the colour of a series
    numbers: str = ""  # where each number stands at its mark, by its name in `XL_DATA_LABEL_POSITION`
    sideways: bool = False  # whether the labels stand one below another

    @property
    def stacked(self) -> bool:
        """Whether a mark stands on the one before it."""
        return "STACKED" in self.type


def checked(forms: Mapping[str, ChartForm]) -> Mapping[str, ChartForm]:
    """The forms; Faults with each word in them that PowerPoint, or what draws them, does not know."""
    problems = [problem for name, form in forms.items() for problem in _faults(name, form)]
    if problems:
        raise Faults(problems)
    return forms


def _faults(name: str, form: ChartForm) -> Iterator[Problem]:
    places = _TYPES.get(form.type, (*_BESIDE, *_NEAR))
    fields = (("type", _TYPES), ("marks", get_args(Marks)), ("numbers", places))
    for field, allowed in fields:
        if (given := getattr(form, field)) not in allowed:
            from builder.source.validate import did_you_mean  # noqa: PLC0415  for a slip alone

            where = f" of {form.type}" if field == "numbers" and form.type in _TYPES else ""
            message = f"in the form of chart `{name}` the `{field}`{where} cannot be `{given}`"
            yield Problem(message, _place(name), did_you_mean(str(given), allowed))


def _place(name: str) -> Place:
    """The row of a form in this file; its beginning if it is another's."""
    text = files("builder.content").joinpath("charts.py").read_text(encoding="utf-8")
    rows = enumerate(text.splitlines(), 1)
    found = ((number, line) for number, line in rows if line.strip().startswith(f'"{name}": '))
    number, line = next(found, (1, ""))
    return Place("builder/content/charts.py", number, line.find('"') + 1 or 1, len(name) + 2, line)


BARS = ChartForm("BAR_CLUSTERED", "bars", "OUTSIDE_END", sideways=True)

# What a slide's `chart` names; the first is what a slide without it has.
CHART_FORMS: Mapping[str, ChartForm] = checked(
    {
        "bars": BARS,
        "columns": ChartForm("COLUMN_CLUSTERED", "bars", "OUTSIDE_END"),
        "stacked": ChartForm("COLUMN_STACKED", "bars", "CENTER"),
        "lines": ChartForm("LINE_MARKERS", "lines", "ABOVE"),
        "areas": ChartForm("AREA_STACKED", "areas"),
        "doughnut": ChartForm("DOUGHNUT", "slices"),
    }
)
