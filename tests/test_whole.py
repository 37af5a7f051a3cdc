"""Dates, amounts and names stay whole in running text, and where another program breaks lines."""

from __future__ import annotations

import pytest

from builder.text.running import break_text
from builder.text.whole import unparted, whole_places, whole_spans
from tests.test_sense import measured

KEPT = "\u00a0"


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en-GB", "Join us on 13–19 June 2022 in Leeds", "Join us on 13–19_June_2022 in Leeds"),
        ("en-GB", "It reached 14.2 million people", "It reached 14.2_million people"),
        ("de", "Vom 13. Juni 2022 an", "Vom 13._Juni_2022 an"),
        ("cy", "ar 13 Mehefin 2022", "ar 13_Mehefin_2022"),
        ("en-GB", "Nothing to keep here", "Nothing to keep here"),
    ],
)
def test_dates_and_amounts_have_spaces_that_end_no_line(language: str, text: str, kept: str) -> None:
    assert unparted(text, language) == kept.replace("_", KEPT)
    shown = [text[start:end] for start, end in whole_spans(text, whole_places(text, language))]
    assert shown == [part.replace("_", " ") for part in kept.split() if "_" in part]


def test_a_heading_s_short_last_word_is_not_alone() -> None:
    text = "What every baby in this town needs from all of us"
    assert unparted(text, "en", heading=True) == text.replace("of us", f"of{KEPT}us")
    assert unparted("What early trauma is", "en", heading=True) == f"What early trauma{KEPT}is"
    assert unparted("Talk to us", "en", heading=True) == "Talk to us"  # one line


@pytest.mark.parametrize("whole", ["13 June 2022", "14.2 million"])
def test_running_text_parts_none_of_them(whole: str) -> None:
    text = f"All over the country people came to hear what {whole} may bring for the babies of our towns"
    para = measured(text, "en")
    for measure in range(9, 24):
        lines = [text[span.start : span.end] for span in break_text(para, measure + 0.5)]
        assert any(whole in line for line in lines), lines


def test_a_name_is_parted_only_where_a_line_would_lack_much() -> None:
    text = "All over the country people came to hear what Aisha Rahman may bring for the babies of our towns"
    para = measured(text, "en")
    ends = {m: [text[: span.end] for span in break_text(para, m)] for m in range(9, 24)}
    torn = [m for m, found in ends.items() if any(end.endswith("Aisha") for end in found)]
    assert torn == [9]  # of 15 measures
