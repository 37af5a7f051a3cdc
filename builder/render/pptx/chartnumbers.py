"""The numbers of a chart: where each stands, and in which colour it is read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any, Literal

from pptx.enum.chart import XL_DATA_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from builder.color import Color, contrast
from builder.content.deck import ChartFill, ColorMap, OfficeTheme

Accents = tuple[MSO_THEME_COLOR, ...]
Side = Literal["above", "below", "none"]

_TEXTS = (
    MSO_THEME_COLOR.TEXT_1,
    MSO_THEME_COLOR.BACKGROUND_1,
    MSO_THEME_COLOR.TEXT_2,
    MSO_THEME_COLOR.BACKGROUND_2,
)
_NO_LABEL = (
    '<c:dLbl xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:idx val="{}"/>'
    '<c:delete val="1"/></c:dLbl>'
)
_TALL, _PLOT = 1.25, 0.6  # of its size, how high a number is; of a chart's height, how high its lines reach
DOT = 9  # pt: the mark of a point


def style_numbers(plot: Any, filling: ChartFill, high: float) -> None:
    """The numbers of marks, in a chart so high (pt)."""
    plot.has_data_labels = True
    _style_labels(plot.data_labels, filling, MSO_THEME_COLOR.TEXT_1)
    if filling.form.numbers == "ABOVE":
        _set_apart(plot, filling, high)


def _set_apart(plot: Any, filling: ChartFill, high: float) -> None:
    """Numbers of points near each other on either side of those, or left to the notes and the alt text."""
    rows = [numbers for _, numbers in filling.series]
    floor = min(0.0, *map(min, rows))
    span = max(map(max, rows)) - floor or 1.0  # the axis of nothing but nought ends at one
    need = (_TALL * filling.size + DOT / 2) * span / (high * _PLOT)
    placed = [sides(values, need, floor) for values in zip(*rows, strict=True)]
    for series, own in zip(plot.series, zip(*placed, strict=True), strict=True):
        series.data_labels.show_value = True
        _style_labels(series.data_labels, filling, MSO_THEME_COLOR.TEXT_1)
        for number in (number for number, side in enumerate(own) if side == "below"):
            label = series.points[number].data_label
            label.position = XL_DATA_LABEL_POSITION.BELOW
            label.font.size, label.font.bold = Pt(filling.size), True
            label.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        _leave_out(series, [number for number, side in enumerate(own) if side == "none"])


def sides(values: Sequence[float], need: float, floor: float) -> list[Side]:
    """On which side of each point of one category its number stands; `none` where it has no room.

    `need` is how much of the scale a number takes up beside its point; `floor` is where the scale ends.
    The highest has its number above and the lowest below, if the names at the foot leave it room there.
    """
    order = sorted(range(len(values)), key=lambda each: -values[each])
    falling = _from_above([values[each] for each in order], need, floor)
    found = dict(zip(order, falling, strict=True))
    return [found[each] for each in range(len(values))]


def _from_above(values: list[float], need: float, floor: float) -> Iterator[Side]:
    """The same of values that fall."""
    used = 0.0  # of the room below the point before, by its number
    for place, value in enumerate(values):
        last = place == len(values) - 1
        above = place == 0 or values[place - 1] - value - used >= need
        below = value - (floor if last else values[place + 1]) >= need
        side: Side = "above" if above and not (last and place and below) else "below" if below else "none"
        used = need if side == "below" else 0.0
        yield side


def _leave_out(series: Any, places: list[int]) -> None:
    """Take away the numbers of some points of a series."""
    labels = series.data_labels._element
    for place in places:
        before = sum(int(each.find(qn("c:idx")).get("val")) < place for each in labels.findall(qn("c:dLbl")))
        labels.insert(before, parse_xml(_NO_LABEL.format(place)))


def _style_labels(labels: Any, filling: ChartFill, color: MSO_THEME_COLOR) -> None:
    labels.number_format = filling.format
    labels.number_format_is_linked = False
    if filling.form.numbers:
        labels.position = XL_DATA_LABEL_POSITION[filling.form.numbers]
    labels.font.size = Pt(filling.size)
    labels.font.bold = True
    labels.font.color.theme_color = color
    labels._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")


def set_off(
    plot: Any, filling: ChartFill, colors: ColorMap, theme: OfficeTheme, accents: Accents
) -> None:
    """Give the numbers that stand on bars, series by series, the colour that stands out best on them.

    Those of bars that are too short for them are left to the notes and to the alt text.
    """
    totals = [sum(map(abs, numbers)) for numbers in zip(*(row for _, row in filling.series), strict=True)]
    least = max(totals) * filling.short if filling.form.stacked else 0.0
    for series, accent in zip(plot.series, cycle(accents), strict=False):
        series.data_labels.show_value = True
        _style_labels(series.data_labels, filling, _best_on(accent, colors, theme))
        _leave_out(series, [place for place, value in enumerate(series.values) if abs(value) < least])


def set_off_slices(
    plot: Any, filling: ChartFill, colors: ColorMap, theme: OfficeTheme, accents: Accents
) -> None:
    """The same, slice by slice."""
    (series,) = plot.series
    series.data_labels.show_value = True
    _style_labels(series.data_labels, filling, MSO_THEME_COLOR.TEXT_1)
    for number, accent in zip(range(len(filling.labels)), cycle(accents), strict=False):
        font = series.points[number].data_label.font
        font.size, font.bold = Pt(filling.size), True
        font.color.theme_color = _best_on(accent, colors, theme)


def _best_on(accent: MSO_THEME_COLOR, colors: ColorMap, theme: OfficeTheme) -> MSO_THEME_COLOR:
    slots = dict(colors)

    def shown(color: MSO_THEME_COLOR) -> Color:
        token: Any = MSO_THEME_COLOR.to_xml(color)
        return theme.color(slots[token])

    return max(_TEXTS, key=lambda text: contrast(shown(text), shown(accent)))
