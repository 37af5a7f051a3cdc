"""When events take place, as readers in each language are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.pack.edition import Edition
from builder.pack.hours import event_hours
from builder.phrases import phrases
from builder.spec.dated import Event

LONDON = "Europe/London"


def event(start: str, end: str = "", zone: str | None = None) -> Event:
    return Event.model_validate(
        {"title": "Talk", "start": start, "end": end or None, "timezone": zone, "place": "Hall"}
    )


def told(one: Event, *others: Event, readers: str | None = None, language: str = "en-GB") -> tuple[str, str]:
    """The day and the hours of an event among others."""
    spec: Any = SimpleNamespace(campaign=SimpleNamespace(timezone=readers), events=(one, *others))
    brand: Any = None
    edition = Edition(spec, brand, language, phrases(language), Path(), lambda *_, **__: None)
    hours = event_hours(edition, one)
    assert hours.whole(phrases("en-GB")) == ", ".join(filter(None, (hours.day, hours.time)))
    return hours.day, hours.time


@pytest.mark.parametrize(
    ("start", "end", "day", "time"),
    [
        ("2022-06-14T12:30", "2022-06-14T14:00", "Tuesday 14 June", "12:30–14:00"),
        ("2022-06-14T12:30", "", "Tuesday 14 June", "12:30"),
        ("2022-06-14T22:00", "2022-06-15T02:00", "Tuesday 14 June", "22:00–02:00"),
        ("2022-06-14T10:00", "2022-06-16T16:00", "Tuesday 14 June", "10:00 – Thursday 16 June, 16:00"),
        ("2022-06-14T10:00", "2022-06-15T11:00", "Tuesday 14 June", "10:00 – Wednesday 15 June, 11:00"),
        ("2022-06-14T22:00", "2022-06-15T18:00", "Tuesday 14 June", "22:00 – Wednesday 15 June, 18:00"),
        ("2022-06-14", "", "Tuesday 14 June", ""),
        ("2022-06-14", "2022-06-14", "Tuesday 14 June", ""),
        ("2022-06-14", "2022-06-16", "14–16 June", ""),
        ("2022-12-31", "2023-01-01", "31 December 2022 – 1 January 2023", ""),
    ],
)
def test_hours_by_one_clock(start: str, end: str, day: str, time: str) -> None:
    assert told(event(start, end)) == (day, time)


HERE = event("2022-06-13T10:00", "2022-06-13T11:15", LONDON)
FAR = event("2022-06-16T18:00", "2022-06-16T19:30", "Australia/Melbourne")
MORNING = event("2022-06-16T07:30", zone="Australia/Melbourne")


# As CLDR names the clock: whatever the season, or of summer where it has no other (before Babel 2.19).
CLOCKS = {
    "en-GB": ("UK\N{NO-BREAK SPACE}time",),
    "cy": ("Amser Prydain", "Amser Haf Prydain"),
    "de": ("Britische Zeit", "Britische Sommerzeit"),
    "ur": ("برطانوی وقت", "برٹش سمر ٹائم"),
    "ar": ("توقيت بريطانيا", "توقيت بريطانيا الصيفي"),
    "fr": ("heure britannique", "heure d’été britannique"),
}


@pytest.mark.parametrize(
    ("language", "far", "here"),
    [
        ("en-GB", "18:00–19:30 in Melbourne (09:00–10:30 {zone})", "10:00–11:15 {zone}"),
        ("cy", "18:00–19:30 amser Melbourne (09:00–10:30 {zone})", "10:00–11:15 {zone}"),
        ("de", "18:00–19:30 in Melbourne (09:00–10:30 {zone})", "10:00–11:15 {zone}"),
        ("ur", "ملبورن میں 18:00–19:30 ({zone} 09:00–10:30)", "10:00–11:15 {zone}"),
        (
            "ar",
            "6:00\u00a0م–7:30\u00a0م بتوقيت ميلبورن (9:00\u00a0ص–10:30\u00a0ص ب{zone})",
            "10:00\u00a0ص–11:15\u00a0ص ب{zone}",
        ),
        ("fr", "18:00–19:30 à Melbourne (09:00–10:30, {zone})", "10:00–11:15 ({zone})"),
    ],
)
def test_another_clock_is_named_and_the_readers_own_beside_it(language: str, far: str, here: str) -> None:
    texts = [(far.format(zone=zone), here.format(zone=zone)) for zone in CLOCKS[language]]
    away = told(FAR, HERE, readers=LONDON, language=language)[1]
    assert (away, told(HERE, FAR, readers=LONDON, language=language)[1]) in texts


SUMMER = {"ja": ["夏"]}


@pytest.mark.parametrize(
    ("language", "far"),
    [
        ("he", "18:00–19:30 שעון מלבורן (9:00–10:30 שעון בריטניה)"),
        ("ja", "18:00–19:30 メルボルン時間 (9:00–10:30 英国{summer}時間)"),
        ("pl", "18:00–19:30 Melbourne (09:00–10:30 czasu brytyjskiego)"),
    ],
)
def test_languages_that_the_program_does_not_speak_name_clocks_as_cldr_does(language: str, far: str) -> None:
    ways = {far.format(summer=summer) for summer in ("", *SUMMER.get(language, ()))}  # of older editions
    assert told(FAR, HERE, readers=LONDON, language=language)[1] in ways


def test_the_day_is_said_where_it_is_another_for_the_readers() -> None:
    assert told(MORNING, HERE, readers=LONDON) == (
        "Thursday 16 June",
        "07:30 in Melbourne (Wednesday 15 June, 22:30 UK\N{NO-BREAK SPACE}time)",
    )


def test_readers_live_by_the_clock_of_most_events() -> None:
    berlin = [event(f"2022-06-1{day}T12:00", zone="Europe/Berlin") for day in (3, 4)]
    assert told(HERE, *berlin)[1] == "10:00–11:15 in London (11:00–12:15 Central European Time)"
    assert told(*berlin, HERE)[1] == "12:00 Central European Time"
    assert told(*berlin, event("2022-06-15T09:00"))[1] == "12:00"


def test_where_none_is_named_more_often_readers_live_in_london() -> None:
    paris = event("2022-06-14T12:00", zone="Europe/Paris")
    assert told(paris, event("2022-06-14T12:00"))[1] == "12:00 in Paris (11:00 UK\N{NO-BREAK SPACE}time)"


def test_clocks_that_show_the_same_time_are_one() -> None:
    assert (
        told(event("2022-06-14T12:00", zone="Europe/Paris"), event("2022-06-14T12:00", zone="Europe/Berlin"))[
            1
        ]
        == "12:00"
    )
    assert told(HERE, event("2022-06-14", zone="Australia/Melbourne"), readers=LONDON)[1] == "10:00–11:15"


def test_a_clock_without_a_name_for_all_seasons_has_the_one_that_it_goes_by() -> None:
    india = event("2022-06-14T12:00", zone="Asia/Kolkata")
    assert told(india, HERE, readers="Asia/Kolkata")[1] == "12:00 India Standard Time"


def test_an_event_that_is_read_is_what_it_says() -> None:
    assert event("2022-06-14").start == dt.date(2022, 6, 14)
    assert not isinstance(event("2022-06-14").start, dt.datetime)
