"""A native chart in a placeholder: bars in the theme's colours, which people edit in PowerPoint."""

from __future__ import annotations

import re
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import ChartPlaceholder
from pptx.util import Pt

from builder.content.deck import ChartFill, Deck
from builder.render.ooxml.package import pack, unpack

# The order in which series take the theme's accents: neighbours that differ in lightness too.
_ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_6,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_5,
)
_GAP = 45  # hundredths of a bar, between bars
_NEGATIVE_ID = re.compile(rb'(<c:(?:axId|crossAx) val=")-')
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def put_chart(holder: Any, filling: ChartFill, deck: Deck) -> None:
    """Put the chart where the placeholder was, with its alt text."""
    name = holder.name
    data: Any = CategoryChartData(number_format=filling.format)  # type: ignore[no-untyped-call]
    data.categories = filling.labels
    for series, numbers in filling.series:
        data.add_series(series, numbers)
    placeholder: Any = ChartPlaceholder(holder._element, holder._parent)
    graphic = placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    graphic.name = name
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", filling.alt)
    _style(graphic.chart, filling, deck)


def mended(files: dict[str, bytes], deck: Deck) -> dict[str, bytes]:
    """The package with charts that the schema allows and workbooks that no clock has touched.

    python-pptx numbers axes below zero, where the schema has unsigned integers;
    XlsxWriter stamps its own time.
    """
    moment = f"{deck.moment:%Y-%m-%dT%H:%M:%SZ}".encode()

    def workbook(data: bytes) -> bytes:
        inside = unpack(data)
        core = _STAMP.sub(moment, inside["docProps/core.xml"])
        return pack({**inside, "docProps/core.xml": core}, deck.moment)

    charts = {name: data for name, data in files.items() if name.startswith("ppt/charts/chart")}
    books = {name: data for name, data in files.items() if name.endswith(".xlsx")}
    return {
        **files,
        **{name: _NEGATIVE_ID.sub(rb"\1", data) for name, data in charts.items()},
        **{name: workbook(data) for name, data in books.items()},
    }


def _style(chart: Any, filling: ChartFill, deck: Deck) -> None:
    chart.font.size = Pt(filling.size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.has_title = False
    chart.has_legend = len(filling.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    _style_axes(chart, deck.rtl)
    _style_bars(chart.plots[0], filling)
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        properties.set("lang", deck.lang)


def _style_axes(chart: Any, rtl: bool) -> None:
    """Labels only: the numbers stand at the bars, so there is nothing to measure against."""
    labels, numbers = chart.category_axis, chart.value_axis
    labels.reverse_order = True  # the first row on top
    labels.major_tick_mark = XL_TICK_MARK.NONE
    labels.format.line.fill.background()
    labels.has_major_gridlines = numbers.has_major_gridlines = False
    numbers.visible = False
    numbers.minimum_scale = 0
    numbers.reverse_order = rtl


def _style_bars(plot: Any, filling: ChartFill) -> None:
    plot.gap_width = _GAP
    plot.overlap = 0
    plot.has_data_labels = True
    plot.data_labels.number_format = filling.format
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(filling.size)
    plot.data_labels.font.bold = True
    plot.data_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    for place, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = _ACCENTS[place % len(_ACCENTS)]
        series.invert_if_negative = False
