"""Between the glyphs of a PDF stands a step where its thousandths of an em are not rounded to none."""

from math import nextafter

from builder.render.pdf.canvas import _NO_STEP


def test_no_gap_is_taken_for_none_that_would_be_a_step() -> None:
    assert round(1000 * _NO_STEP) == 0
    assert 1000 * _NO_STEP <= 0.5 < 1000 * nextafter(_NO_STEP, 1)
