"""Display type breaks by its sense."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from builder.layout.fonts import font_chain
from builder.text.breaks import units
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.sense import INSIDE, WORD, joints
from builder.text.strands import Strand
from builder.text.ways import Way, break_heading, ways
from tests.sample_brand import sample_brand

CASES = [line.split("\t") for line in (Path(__file__).parent / "sense.tsv").read_text("utf-8").splitlines()]


def measured(text: str, language: str = "en") -> MeasuredText:
    chain = font_chain(sample_brand(), "display", 600, language)
    return paragraph((Strand(text, chain, language),), boxes=True)


def lines(para: MeasuredText, way: Way) -> str:
    return " / ".join(para.text[span.start : span.end] + "-" * span.hyphen for span in way.spans)


def best(text: str, most: int, language: str = "en") -> str:
    """The first of the ways on so many lines."""
    para = measured(text, language)
    return next(lines(para, way) for way in ways(para, most) if len(way.spans) == most)


@pytest.mark.parametrize(("language", "signs"), CASES, ids=[case[1] for case in CASES])
def test_what_a_line_s_end_costs_the_sense(language: str, signs: str) -> None:
    marks = [char for char in signs if char in "⓪①②③④"]
    text = "".join(char for char in signs if char not in "⓪①②③④")
    found = joints(text, language)
    assert [mark(joint.cost, sentence=joint.sentence) for joint in found] == marks, units(text)


def mark(cost: float, *, sentence: bool) -> str:
    """⓪ after a sentence, ① after a clause, ② between words, ③ worse, ④ hardly ever."""
    if sentence:
        return "⓪"
    return "①" if cost < WORD else "②" if cost == WORD else "③" if cost < INSIDE else "④"


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (
            "See the baby. Hold the story. Support the bond.",
            "See the baby. / Hold the story. / Support the bond.",
        ),
        ("The earliest years shape what comes next", "The earliest / years shape / what comes next"),
        (
            "Babies everywhere: a conversation across the world",
            "Babies everywhere: / a conversation / across the world",
        ),
        ("Early trauma: the story in pictures from us", "Early trauma: / the story / in pictures from us"),
        ("Conference on early bonding, 13–19 June 2022", "Conference / on early bonding, / 13–19 June 2022"),
    ],
)
def test_lines_end_where_the_sense_does(text: str, broken: str) -> None:
    assert best(text, 3) == broken


def test_no_way_is_beaten_by_another_in_lines_width_and_cost() -> None:
    found = ways(measured("I will look for the baby in every story, and stand beside those who care"), 6)
    assert len(found) > 4
    for way in found:
        others = [other for other in found if other is not way and len(other.spans) <= len(way.spans)]
        assert not any(other.width <= way.width and other.cost <= way.cost for other in others)


def test_ways_have_no_more_lines_than_are_asked_for_and_all_of_the_text() -> None:
    para = measured("A loving relationship is a baby’s best shelter")
    for most in (1, 2, 4):
        found = {len(way.spans) for way in ways(para, most)}
        assert min(found) == 1 and max(found) == most, most
    for way in ways(para, 5):
        assert lines(para, way).replace("- / ", "").replace(" / ", " ") == para.text
        assert way.width == max(span.width for span in way.spans)


def test_words_that_are_not_there_have_no_way() -> None:
    assert ways(measured(""), 3) == ()
    assert break_heading(measured(""), 9) == ()


def test_a_line_break_of_the_author_s_is_one() -> None:
    para = measured("One and\nanother of them")
    assert all("\n" not in part for way in ways(para, 4) for part in lines(para, way).split(" / "))
    assert {len(way.spans) for way in ways(para, 4)} >= {2}


def test_a_heading_takes_a_line_more_only_for_much() -> None:
    def broken(text: str, measure: float) -> list[str]:
        para = measured(text)
        return [para.text[span.start : span.end] for span in break_heading(para, measure)]

    text = "See the baby. Hold the story. Support the bond."
    assert broken(text, 12) == ["See the baby.", "Hold the story.", "Support the bond."]  # two lines cut one
    assert broken(text, 13) == ["See the baby. Hold the story.", "Support the bond."]
    assert broken(text, 99) == [text]
    assert broken("A loving relationship is here", 10.5) == ["A loving relationship", "is here"]
    assert broken("Bindungsforschung", 4)[0].startswith("Bind")  # wider than a line


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ความรักของแม่", ["ความ", "รัก", "ของ", "แม่"]),  # Thai, by ICU's dictionary
        ("ຄວາມສໍາພັນ", ["ຄວາມ", "ສໍາພັນ"]),  # Lao, with the two characters that many type for one
        ("관계는 아기에게", ["관계는 ", "아기에게"]),  # Korean ends lines between words alone
        ("아기-부모", ["아기-", "부모"]),
        ("關係", ["關", "係"]),
        ("13.–19. Juni", ["13.–19. ", "Juni"]),
        ("28 May – 3 June - so", ["28 ", "May – ", "3 ", "June - ", "so"]),
        ("Two:\n– one\n– two", ["Two:\n", "– ", "one\n", "– ", "two"]),
    ],
)
def test_places_by_language(text: str, parts: list[str]) -> None:
    assert [unit.text for unit in units(text)] == parts


def test_letters_of_a_group_of_words_stay_together() -> None:
    para = measured("あたたかな関係は、赤ちゃんのいちばんの居場所です", "ja")
    words = "あたたかな関係は、 / 赤ちゃんのいちばんの / 居場所です"
    assert words in {lines(para, way) for way in ways(para, 4)}


@pytest.mark.parametrize(
    "text", ["The earliest years shape what comes next", "Stand beside a parent and you hold a baby too"]
)
def test_on_as_many_lines_a_text_breaks_alike_but_where_it_gains_by_another_way(text: str) -> None:
    found = ways(measured(text), 5)
    for way, other in combinations(found, 2):
        if len(way.spans) == len(other.spans):
            assert other.width < 0.95 * way.width, (way, other)
    assert len({len(way.spans) for way in found}) >= 4


@pytest.mark.parametrize(
    "number", ["+44 20 7946 0018", "+44 (0)20 7946 0018", "0800 11 11", "+33 1 99 00 12 34", "14 000 000"]
)
@pytest.mark.parametrize("text", ["Ring {} tonight", "Call 0800 11 12 or {} if you are awake tonight"])
def test_a_number_has_ways_that_hold_it_and_others_are_torn(number: str, text: str) -> None:
    para = measured(text.format(number))
    found = ways(para, 6)
    numbers = [number, *(["0800 11 12"] if "11 12" in para.text else [])]
    for way in found:
        assert way.torn == any(each not in lines(para, way) for each in numbers), lines(para, way)
    assert {len(way.spans) for way in found if not way.torn} >= {2, 3}


def test_a_pronoun_stays_with_the_verb_that_it_hangs_on() -> None:
    found = {lines(para, way) for para in [measured("Tournez-vous vers moi", "fr")] for way in ways(para, 4)}
    assert "Tournez-vous / vers moi" in found
    assert not any("Tournez- /" in way for way in found)
