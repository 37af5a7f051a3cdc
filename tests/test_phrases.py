"""The tool's fixed words, and dates by language."""

import datetime as dt
import string
from collections.abc import Mapping
from importlib.resources import files

import pytest
import yaml
from babel import Locale

from builder.phrases import direction, phrases

BOOKS = {
    file.name.removesuffix(".yaml"): yaml.safe_load(file.read_text("utf-8"))
    for file in files("builder.phrases").iterdir()
    if file.name.endswith(".yaml")
}
FIRST, LAST = dt.date(2022, 6, 13), dt.date(2022, 6, 19)


def slots(phrase: str | Mapping[str, str]) -> set[str]:
    forms = [phrase] if isinstance(phrase, str) else phrase.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


@pytest.mark.parametrize("language", BOOKS)
def test_every_language_says_everything_with_the_same_slots(language: str) -> None:
    english = {key: (type(phrase), slots(phrase)) for key, phrase in BOOKS["en"].items()}
    assert {key: (type(phrase), slots(phrase)) for key, phrase in BOOKS[language].items()} == english
    assert phrases(language).problems == ()


@pytest.mark.parametrize("language", BOOKS)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    allowed = Locale(language).plural_form.tags | {"other"}
    for key, phrase in BOOKS[language].items():
        if not isinstance(phrase, str):
            assert phrase.keys() <= allowed, key
            assert "other" in phrase, key


def test_plurals() -> None:
    assert phrases("en-GB").plural("days_to_go", 1) == "1 day to go"
    assert phrases("en-GB").plural("days_to_go", 2) == "2 days to go"
    assert phrases("cy").plural("days_to_go", 2) == "2 ddiwrnod i fynd"
    assert phrases("bn").plural("days_to_go", 7) == "আর ৭ দিন"


@pytest.mark.parametrize(
    ("language", "day", "week"),
    [
        ("en-GB", "Monday 13 June 2022", "13–19 June 2022"),
        ("en-US", "Monday, June 13, 2022", "June 13–19, 2022"),
        ("cy", "Dydd Llun, 13 Mehefin 2022", "13–19 Mehefin 2022"),
        ("de", "Montag, 13. Juni 2022", "13.–19. Juni 2022"),
        ("ur", "پیر، 13 جون، 2022", "13–19 جون 2022"),
        ("bn", "সোমবার, ১৩ জুন, ২০২২", "১৩–১৯ জুন, ২০২২"),
    ],
)
def test_dates(language: str, day: str, week: str) -> None:
    assert phrases(language).date_text(FIRST) == day
    assert phrases(language).date_range(FIRST, LAST) == week


def test_ranges_say_once_what_both_days_share() -> None:
    english = phrases("en-GB")
    assert english.date_range(FIRST, LAST, year=False) == "13–19 June"
    assert english.date_range(FIRST, dt.date(2022, 7, 2)) == "13 June – 2 July 2022"
    assert english.date_range(FIRST, dt.date(2023, 1, 2)) == "13 June 2022 – 2 January 2023"
    assert english.date_range(FIRST, FIRST) == "13 June 2022"


def test_times() -> None:
    start = dt.datetime(2022, 6, 14, 12, 30, tzinfo=dt.UTC)
    assert phrases("en-GB").time_range(start, start.replace(hour=14, minute=0)) == "12:30–14:00"
    assert phrases("en-GB").time_range(start, None) == "12:30"


def test_a_range_of_times_holds_together_in_a_text_from_right_to_left() -> None:
    start = dt.datetime(2022, 6, 14, 14, 0, tzinfo=dt.UTC)
    assert phrases("ur").time_range(start, start.replace(hour=15)) == "14:00–15:00"
    assert phrases("bn").time_range(start, start.replace(hour=15)) == "২:০০\u00a0PM–৩:০০\u00a0PM"


def test_every_language_has_its_own_quotation_marks() -> None:
    marked = {language: phrases(language).fill("quotation", text="…") for language in BOOKS}
    assert marked == {"en": "“…”", "cy": "“…”", "de": "„…“", "ur": "”…“", "bn": "“…”"}


def test_direction_is_that_of_the_script() -> None:
    assert [direction(tag) for tag in ("en-GB", "ur", "pa", "pa-Arab", "he", "bn")] == [
        "ltr",
        "rtl",
        "ltr",
        "rtl",
        "rtl",
        "ltr",
    ]


def test_a_language_that_the_tool_does_not_speak_gets_english_and_a_warning() -> None:
    klingon = phrases("tlh")
    assert klingon["source"] == "Source"
    assert [problem.severity for problem in klingon.problems] == ["warning"]
