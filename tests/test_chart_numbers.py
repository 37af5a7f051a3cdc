"""The numbers of lines in a chart: beside their points, and none on another."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_DATA_LABEL_POSITION as AT
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.oxml.ns import qn
from sample_deck import CHART, sample_deck

from builder.color import Color, contrast
from builder.content.charts import CHART_FORMS
from builder.record import replace
from builder.render.pptx import render_deck
from builder.render.pptx.chartnumbers import Side, sides


@pytest.mark.parametrize(
    ("values", "placed"),
    [
        ((40, 20), ["above", "below"]),
        ((20, 40), ["below", "above"]),  # lines cross: the other one is the higher
        ((40, 3), ["above", "above"]),  # no room over the names at the foot
        ((40, 38, 20), ["above", "below", "below"]),
        ((40, 38, 36), ["above", "none", "below"]),
        ((40, 30, 20), ["above", "above", "below"]),
        ((12, 8, 3), ["above", "none", "none"]),
        ((20, 17, 6), ["above", "below", "none"]),  # the number of the second has the room above the third
        ((7,), ["above"]),
    ],
)
def test_a_number_stands_where_it_has_room(values: tuple[float, ...], placed: list[Side]) -> None:
    assert sides(values, 8, 0) == placed


def lines(folder: Path, *numbers: tuple[float, ...]) -> Any:
    """The chart of these lines, as PowerPoint's file has it, and the deck, whose second accent is pale."""
    deck, pale = sample_deck(folder), Color(255, 190, 140)
    colors = tuple((slot, pale if slot == "accent2" else color) for slot, color in deck.theme.colors)
    deck = replace(deck, theme=replace(deck.theme, colors=colors))
    series = tuple((f"Row {place}", row) for place, row in enumerate(numbers))
    labels = tuple(f"Day {place}" for place in range(len(numbers[0])))
    filling = replace(CHART, form=CHART_FORMS["lines"], labels=labels, series=series)
    slide = replace(deck.slides[4], fillings=(deck.slides[4].fillings[0], filling), section="Pairs")
    (drawn,) = Presentation(io.BytesIO(render_deck(replace(deck, slides=(slide,))))).slides
    return next(shape.chart for shape in drawn.shapes if shape.has_chart), deck


def test_those_without_room_are_left_out_and_those_below_are_as_large(tmp_path: Path) -> None:
    chart, _ = lines(tmp_path, (400, 100), (390, 300), (380, 0))
    first, second, third = chart.plots[0].series
    assert [each.find(qn("c:delete")) is not None for each in second._element.iter(qn("c:dLbl"))] == [True]
    assert first.data_labels.position == AT.ABOVE
    assert third.points[0].data_label.position == AT.BELOW
    assert third.points[0].data_label.font.size == first.data_labels.font.size
    assert [each.find(qn("c:idx")).get("val") for each in third._element.iter(qn("c:dLbl"))] == ["0"]
    assert second.data_labels.position == AT.ABOVE  # the highest on the second day


def test_lines_are_in_colours_that_are_seen_as_thin_as_they_are(tmp_path: Path) -> None:
    chart, deck = lines(tmp_path, (4, 1), (3, 2))
    theme, slots = deck.theme, dict(deck.colors)
    for series in chart.plots[0].series:
        token = series._element.find(f"{qn('c:spPr')}//{qn('a:schemeClr')}").get("val")
        assert contrast(theme.color(slots[token]), theme.color(slots["bg1"])) >= 3


def test_a_line_that_runs_along_another_lets_it_be_seen(tmp_path: Path) -> None:
    chart, _ = lines(tmp_path, (4, 1, 2), (4, 1, 3), (4, 1, 2), (1, 4, 2))
    series = chart.plots[0].series
    dashes = [each.format.line.dash_style for each in series]
    assert dashes == [None, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT, None]
    assert series[0].marker.size > series[1].marker.size > series[2].marker.size


def test_lines_of_nothing_stand_at_the_foot_of_an_axis_to_one(tmp_path: Path) -> None:
    chart, _ = lines(tmp_path, (0, 0), (0, 0))
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (0, 1)
    second = chart.plots[0].series[1]
    assert len(list(second._element.iter(qn("c:delete")))) >= 2  # no number stands in the names at the foot


def test_no_number_is_parted_over_two_lines(tmp_path: Path) -> None:
    chart, _ = lines(tmp_path, (1200000, 1), (3, 2))
    labels = chart._chartSpace.iter(qn("c:dLbls"))
    wraps = [each.get("wrap") for own in labels for each in own.findall(f"{qn('c:txPr')}/{qn('a:bodyPr')}")]
    assert wraps
    assert set(wraps) == {"none"}
