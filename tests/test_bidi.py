"""In which direction texts run, and what of them reads by itself: as it is seen, from left to right."""

from collections.abc import Sequence
from itertools import groupby

import pytest

from builder.content.story import Span
from builder.tagged import APART
from builder.text.bidi import (
    Alone,
    base_rtl,
    levels,
    outer_marks,
    spans_rtl,
    turning,
    visual_order,
    with_marks,
    without_controls,
)


def seen(text: str, rtl: bool, turned: Sequence[Alone] = ()) -> str:
    known = zip(text, levels(text, rtl, turned), strict=True)
    runs = [list(run) for _, run in groupby(known, lambda one: one[1])]
    shown = []
    for number in visual_order([run[0][1] for run in runs]):
        letters = [letter for letter, _ in runs[number]]
        shown += letters[::-1] if runs[number][0][1] % 2 else letters
    return "".join(shown)


# Hebrew, as its letters are told apart one by one. What is expected was made with the isolates LRI and
# RLI of UAX 9 round each part that reads by itself.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("אבג #Tag22 דה", "הד #Tag22 גבא"),
        ("אבג #אב22!", "!22בא# גבא"),
        ("אבג www.example.org/a-b_c?x=1, דה", "הד ,www.example.org/a-b_c?x=1 גבא"),
        ("אבג example.org!", "!example.org גבא"),
        ("אבג a.b+c@example.org.", ".a.b+c@example.org גבא"),
        ("אבג @some.body: דה", "הד :@some.body גבא"),
        ("אבג +44 20 7946 0123 דה", "הד +44 20 7946 0123 גבא"),
        ("אבג (020) 7946 0123 דה", "הד (020) 7946 0123 גבא"),
        ("אבג -5% דה", "הד -5% גבא"),
        ("אבג −£4.30 דה", "הד −£4.30 גבא"),
        ("אבג $ 12 דה", "הד $ 12 גבא"),
        ("אבג 5 € דה", "הד 5 € גבא"),
        ("1 200", "1 200"),
        ("אבג 1 200 דה", "הד 1 200 גבא"),
        ("אבג 1 200 000,50 € דה", "הד 1 200 000,50 € גבא"),
        ("אבג -12 300 % דה", "הד -12 300 % גבא"),
        ("1 200–1 300 אבג", "גבא 1 300–1 200"),
        ("אבג 15 12:00", "12:00 15 גבא"),
        ("אבג 0 800 00 00 00 דה", "הד 0 800 00 00 00 גבא"),
        ("אבג 01 23 45 67 89 דה", "הד 01 23 45 67 89 גבא"),
        ("אבג 0800 1111 דה", "הד 0800 1111 גבא"),
        ("אבג ٠٨٠٠ ١١ ١١ דה", "הד ٠٨٠٠ ١١ ١١ גבא"),
        ("אבג +٩٦٢ ٦ ٥٦٠ ٧١٠٠ דה", "הד +٩٦٢ ٦ ٥٦٠ ٧١٠٠ גבא"),
        ("אבג ٠٨٠٠-١١١-٢٢٢ דה", "הד ٠٨٠٠-١١١-٢٢٢ גבא"),
        ("אבג ١ ٢٠٠ ٠٠٠ דה", "הד ١ ٢٠٠ ٠٠٠ גבא"),
        ("אבג ١٧–٢٣ דה", "הד ٢٣–١٧ גבא"),
        ("50%–60% אבג", "גבא 60%–50%"),
        ("13–19 אבג 2022", "2022 גבא 19–13"),
        ("אבג http://example.org/דה", "הדhttp://example.org/ גבא"),
    ],
)
def test_what_reads_by_itself_keeps_its_order_in_a_text_from_right_to_left(text: str, expected: str) -> None:
    assert seen(text, rtl=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("+44 20 7946 0123", "+44 20 7946 0123"), ("#אב22 at 5%", "22בא# at 5%"), ("see אב -5%", "see בא -5%")],
)
def test_it_keeps_its_order_from_left_to_right(text: str, expected: str) -> None:
    assert seen(text, rtl=False) == expected


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("90 seconds", True, False),
        ("What is the week?", True, False),
        ("אבג and much more in other letters", True, True),
        ("2022", True, True),
        ("#Tag22 https://example.org", True, True),
        ("Join #אבג!", True, False),
        ("אבג!", False, True),
        ("אבג and more", False, False),
        ("13–19", False, False),
    ],
)
def test_a_text_without_a_letter_of_its_direction_is_set_in_the_other(
    text: str, rtl: bool, expected: bool
) -> None:
    assert base_rtl(text, rtl) is expected


def test_marks_stand_round_what_runs_the_other_way_alone() -> None:
    assert with_marks("אב #אב and", rtl=True) == "אב #אב and"
    assert with_marks("אב #Tag", rtl=True) == "אב \u200e#Tag\u200e"
    assert with_marks("see #אב", rtl=False) == "see \u200f#אב\u200f"


def test_marks_stand_between_groups_of_arabic_indic_digits() -> None:
    """Without them these run from right to left even between two marks (UAX 9, N1)."""
    marked = with_marks("אב ٠٨٠٠ ١١ ١١.", rtl=True)
    assert marked == "אב \u200e٠٨٠٠\u200e \u200e١١\u200e \u200e١١\u200e."
    assert without_controls(seen(marked, rtl=True)) == ".٠٨٠٠ ١١ ١١ בא"
    marked = with_marks("+٩٦٢\u00a0٦\u00a0٥٦٠ אב", rtl=True)
    assert without_controls(seen(marked, rtl=True)) == "בא +٩٦٢\u00a0٦\u00a0٥٦٠"
    assert with_marks("אב 0800 11 11.", rtl=True) == "אב \u200e0800 11 11\u200e."


def test_marks_on_either_side_leave_out_what_parts_a_text_from_the_one_before_it() -> None:
    assert outer_marks(f"{APART}Film.", rtl=False) == {3: "\u200e", 8: "\u200e"}
    assert outer_marks("סרט.", rtl=True) == {0: "\u200f", 4: "\u200f"}


def test_spans_of_one_direction_without_a_letter_are_set_in_it_and_others_in_the_document_s() -> None:
    """A hundred and more in a language, as `100+`, has its sign on that side."""
    english, arabic = Span("100+", lang="en-GB"), Span("200")
    assert spans_rtl((english,), "ar") is False
    assert spans_rtl((english, arabic), "ar") is spans_rtl((arabic,), "ar") is True


def test_words_of_another_language_read_by_themselves_among_those_that_run_the_other_way() -> None:
    parts = [("5 sizes: ", "en"), ("אבג (A", "he"), (") ", "he"), ("2 b.", "en")]
    text = "".join(part for part, _ in parts)
    turned = [*turning(parts, rtl=True)]
    assert [text[part.start : part.end] for part in turned] == ["5 sizes", "2 b."]
    assert seen(text, rtl=True, turned=turned) == "2 b. )A( גבא :5 sizes"
    assert not [*turning([("אבג", "en"), ("abc", "en")], rtl=False)]
    (other,) = turning([("of ", "en"), ("אבג 12!", "he")], rtl=False)
    assert seen("of אבג 12!", rtl=False, turned=[other]) == "of !12 גבא"
