"""The cells of a chart: a number is read as its language writes it, and told as it would where it is not."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.numbers import get_group_symbol

from builder.kinds.slides.chartcells import NoChart, figure_in


def hint(text: str, language: str) -> str:
    with pytest.raises(NoChart) as caught:
        figure_in(text, Locale.parse(language, sep="-"), 2, 1)
    assert caught.value.cell == (2, 1)
    return caught.value.hint


def ways(text: str, language: str) -> list[str]:
    """What the hint says to write instead of a cell."""
    return re.findall("`(.+?)`", hint(text, language))


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "12,5 %", ["12.5 %"]),
        ("en", "€1.200,50", ["€1,200.50"]),
        ("en", "-€1.200,50", ["-€1,200.50"]),
        ("en", "1200,50", ["1,200.50"]),
        ("en", "0,125", ["0.125"]),
        ("en", ",5", ["0.5"]),
        ("en", "1.200.300", ["1,200,300"]),
        ("en", "12,34,567", ["1,234,567"]),
        ("en", "1'200.50", ["1,200.50"]),
        ("de", "12.5", ["12,5"]),
        ("de", "£1,200.50", ["£1.200,50"]),
        ("de", "1'200", ["1.200"]),
        ("fr", "1.200,50", ["1\u202f200,50"]),
        ("ar", "١٢,٥ ٪", ["١٢.٥ ٪"]),
        ("bn", "১২,৫", ["১২.৫"]),
    ],
)
def test_a_number_of_another_language_is_told_as_this_one_writes_it(
    language: str, text: str, written: list[str]
) -> None:
    assert ways(text, language) == written
    for way in written:
        figure_in(way, Locale.parse(language, sep="-"), 2, 1)


def test_thousands_are_told_with_the_sign_of_the_language() -> None:
    sign = get_group_symbol(Locale.parse("de-CH", sep="-"))  # an apostrophe, which data of CLDR differ in
    assert ways("1,200", "de-CH") == ["1.200", f"1{sign}200"]


@pytest.mark.parametrize(
    "text", ["many", "", "1.2.3", "12.5.2022", "1,20,0", "3 12", "1-2", "1,2.3,4", "0.100.200"]
)
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_what_nobody_can_read_is_not_guessed(language: str, text: str) -> None:
    assert hint(text, language) == "write a number, as 12 or 12 %"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("(3)", "3"),
        ("(£3)", "£3"),
        ("£(3)", "£3"),
        ("(3 %)", "3 %"),
        ("(3) %", "3 %"),
        ("3-", "3"),
        ("3 −", "3"),
    ],
)
def test_what_accounts_write_for_less_than_nothing_is_told(text: str, bare: str) -> None:
    assert ways(text, "en") == [f"-{bare}", bare]
    figures = [figure_in(way, Locale("en"), 2, 1) for way in (f"-{bare}", bare)]
    assert [figure.value for figure in figures] == [-3, 3]
    assert figures[0].unit == figures[1].unit


def test_a_bracket_with_a_minus_of_its_own_has_one_reading() -> None:
    assert ways("(-3)", "en") == ways("-(3)", "en") == ["-3"]


def test_brackets_round_words_are_a_unit() -> None:
    assert figure_in("12 (est.)", Locale("en"), 2, 1).unit == ("", "(est.)")
