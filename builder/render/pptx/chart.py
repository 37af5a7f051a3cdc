"""A native chart in a placeholder, in the theme's colours, which people edit in PowerPoint."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from itertools import cycle, pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from builder.color import Color, contrast, difference
from builder.content.charts import INSIDE
from builder.content.deck import APART, ChartFill, ColorMap, Deck, OfficeTheme, SlideLayout
from builder.render.ooxml.package import pack, unpack
from builder.render.pptx.chartnumbers import DOT, Accents, set_off, set_off_slices, style_numbers
from builder.render.pptx.speech import spoken
from builder.tagged import joined

# The order in which series take the theme's accents: that of charts which people add.
_ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_5,
    MSO_THEME_COLOR.ACCENT_6,
)
_MORE = (MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.TEXT_1)  # where a brand has few colours
_APART = 85  # of 255: colours that nobody takes for each other in a legend
_SEEN = 1.3  # of contrast: what is made out on the ground with ease, however wide it is
_THIN = 3.0  # the same of lines, which are not wide (WCAG 2.2, 1.4.11)
_GAP = 45  # hundredths of a bar, between bars
_INSIDE = 3  # pt: how much smaller than the mark beneath it one of another line is
_DASHES = (MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT)  # of lines that run along one, and two
_LINE = 3.0  # pt: as wide as the strokes of the numbers beside it
_LAYOUT = (
    '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:manualLayout>{}'
    '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{:.4f}"/><c:y val="{:.4f}"/>'
    '<c:w val="{:.4f}"/><c:h val="{:.4f}"/></c:manualLayout></c:layout>'
)
_HEAD = 0.2  # of a chart's height: its legend, and the number of the highest mark
_RING_IN = 0.03  # of a chart's height: above and below its slices
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def put_chart(holder: Any, shapes: Any, filling: ChartFill, layout: SlideLayout, deck: Deck) -> None:
    """Put the chart where the placeholder was among the slide's shapes, with its alt text."""
    data: Any = CategoryChartData(number_format=filling.format)  # type: ignore[no-untyped-call]
    data.categories = [str(label) for label in filling.labels]
    for series, numbers in filling.series:
        data.add_series(str(series), numbers)
    placeholder: Any = ChartPlaceholder(holder, shapes)
    graphic = placeholder.insert_chart(XL_CHART_TYPE[filling.form.type], data)
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", filling.alt)
    colors = layout.colors or deck.colors
    seen = _THIN if filling.form.marks == "lines" else _SEEN
    accents = _accents(colors, deck.theme, seen)
    _style(graphic.chart, filling, deck, accents, graphic.height.pt)
    if filling.form.marks == "slices":
        set_off_slices(graphic.chart.plots[0], filling, colors, deck.theme, accents)
    elif filling.form.numbers in INSIDE:
        set_off(graphic.chart.plots[0], filling, colors, deck.theme, accents)
    _mend(graphic.chart.part, deck.moment)


def _mend(part: Any, moment: dt.datetime) -> None:
    """Make the chart one that the schema allows, and its workbook one that no clock has touched.

    python-pptx numbers axes below zero, where the schema has unsigned integers;
    XlsxWriter stamps its own time.
    """
    for number in part._element.iter(qn("c:axId"), qn("c:crossAx")):
        number.set("val", number.get("val").removeprefix("-"))
    book = part.chart_workbook.xlsx_part
    inside = unpack(book.blob)
    core = _STAMP.sub(f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), inside["docProps/core.xml"])
    book.blob = pack({**inside, "docProps/core.xml": core}, moment)


def _accents(colors: ColorMap, theme: OfficeTheme, seen: float) -> Accents:
    """The theme's colours that tell series apart on a ground, each once; then those that are like another,
    and last those that have less contrast than is `seen`.
    """
    shown, slots = dict[Color, MSO_THEME_COLOR](), dict(colors)
    ground = theme.color(slots["bg1"])
    for accent in (*_ACCENTS, *_MORE):
        token: Any = MSO_THEME_COLOR.to_xml(accent)
        color = theme.color(slots[token])
        if contrast(color, ground) > 1:
            shown.setdefault(color, accent)
    apart = list[Color]()
    for color in shown:
        if contrast(color, ground) >= seen and all(difference(color, other) >= _APART for other in apart):
            apart.append(color)
    rest = [each for each in shown if each not in apart]
    rest.sort(key=lambda each: contrast(each, ground) < seen)
    return tuple(shown[color] for color in (*apart, *rest))


def _style(chart: Any, filling: ChartFill, deck: Deck, accents: Accents, high: float) -> None:
    chart.font.size = Pt(filling.size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    sliced = filling.form.marks == "slices"
    chart.has_legend = sliced or len(filling.series) > 1
    if chart.has_legend:
        beside = XL_LEGEND_POSITION.LEFT if deck.rtl else XL_LEGEND_POSITION.RIGHT
        chart.legend.position = beside if sliced else XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    if sliced:
        _place_legend(chart, filling, deck.rtl)
    elif chart.has_legend:
        head = max(filling.head, _HEAD)
        _set_plot(chart, "outer", 0.0, head, 1.0, 1 - head)
    if not sliced:
        _style_axes(chart, filling, deck.rtl)
    if filling.form.numbers:
        style_numbers(chart.plots[0], filling, high)
    _MARKS[filling.form.marks](chart.plots[0], accents)
    lang = spoken(joined(" ", (*filling.labels, *(name for name, _ in filling.series))), deck).lang
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", lang)


def _place_legend(chart: Any, filling: ChartFill, rtl: bool) -> None:
    """Set slices where lines begin, and their names beside them.

    Programs that choose for themselves give names a third of the width, and end a line inside a word.
    """
    (share, high), ring = filling.legend, filling.ring
    start, at = (1 - ring, 1 - ring - APART - share) if rtl else (0.0, ring + APART)
    legend = chart.legend._element
    for layout in legend.findall(qn("c:layout")):
        legend.remove(layout)
    legend.find(qn("c:legendPos")).addnext(parse_xml(_LAYOUT.format("", at, (1 - high) / 2, share, high)))
    _set_plot(chart, "inner", start, _RING_IN, ring, 1 - 2 * _RING_IN)


def _set_plot(chart: Any, target: str, *shares: float) -> None:
    """Where marks stand: left, top, width and height in shares of the chart, `inner` without their labels."""
    plot = chart._chartSpace.chart.plotArea
    for layout in plot.findall(qn("c:layout")):
        plot.remove(layout)
    plot.insert(0, parse_xml(_LAYOUT.format(f'<c:layoutTarget val="{target}"/>', *shares)))


def _style_axes(chart: Any, filling: ChartFill, rtl: bool) -> None:
    """Labels only where the numbers stand at the marks, so that there is nothing to measure against.

    Bars begin at nothing; labels stand below those that reach under it. Areas have an axis of numbers.
    """
    sideways, least = filling.form.sideways, min(number for _, row in filling.series for number in row)
    labels, numbers = chart.category_axis, chart.value_axis
    labels.reverse_order = sideways or rtl  # the first row on top, or where lines of text start
    labels.major_tick_mark = XL_TICK_MARK.NONE
    labels.format.line.fill.background()
    labels.has_major_gridlines = numbers.has_major_gridlines = False
    numbers.visible = not filling.form.numbers
    if numbers.visible:
        _style_scale(numbers, filling)
    if least >= 0:
        numbers.minimum_scale = 0
        if not any(number for _, row in filling.series for number in row):
            numbers.maximum_scale = numbers.major_unit = 1  # so that nothing stands at the foot of something
    else:
        labels.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    numbers.reverse_order = sideways and rtl


def _style_scale(axis: Any, filling: ChartFill) -> None:
    """What marks without numbers of their own are measured against."""
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.fill.solid()
    axis.major_gridlines.format.line.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis._element.find(qn("c:crossBetween")).set("val", "between")  # else the first label stands on its 0
    axis.format.line.fill.background()
    axis.tick_labels.number_format = filling.format
    axis.tick_labels.number_format_is_linked = False


def _style_bars(plot: Any, accents: Accents) -> None:
    plot.gap_width = _GAP
    for series, accent in zip(plot.series, cycle(accents), strict=False):
        _paint(series.format.fill, accent)
        series.invert_if_negative = False


def _style_lines(plot: Any, accents: Accents) -> None:
    rows = list[tuple[float, ...]]()
    for series, accent in zip(plot.series, cycle(accents), strict=False):
        series.smooth = False
        series.format.line.width = Pt(_LINE)
        hidden = sum(_runs_along(series.values, before) for before in rows)
        rows.append(series.values)
        _paint(series.format.line.fill, accent)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, DOT - _INSIDE * min(hidden, 2)
        if hidden:
            series.format.line.dash_style = _DASHES[min(hidden, len(_DASHES)) - 1]
        _paint(series.marker.format.fill, accent)
        _paint(series.marker.format.line.fill, accent)


def _runs_along(values: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether a line would hide a part of another: from one point to the next, or the only one."""
    same = [mine == theirs for mine, theirs in zip(values, others, strict=True)]
    return any(first and second for first, second in pairwise(same)) if len(same) > 1 else all(same)


def _style_areas(plot: Any, accents: Accents) -> None:
    for series, accent in zip(plot.series, cycle(accents), strict=False):
        _paint(series.format.fill, accent)


def _style_slices(plot: Any, accents: Accents) -> None:
    (series,) = plot.series
    for number, accent in zip(range(len(series.values)), cycle(accents), strict=False):
        slice_ = series.points[number].format
        _paint(slice_.fill, accent)
        slice_.line.width = Pt(_LINE)
        _paint(slice_.line.fill, MSO_THEME_COLOR.BACKGROUND_1)


def _paint(fill: Any, accent: MSO_THEME_COLOR) -> None:
    fill.solid()
    fill.fore_color.theme_color = accent


_MARKS: Mapping[str, Callable[[Any, Accents], None]] = {
    "bars": _style_bars,
    "lines": _style_lines,
    "areas": _style_areas,
    "slices": _style_slices,
}
