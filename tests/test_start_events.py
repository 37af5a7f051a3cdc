"""The events on the start page: all of them, in order, each with ways into a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from builder.content.page import PageEvent, Section
from builder.kinds.calendar import KIND as CALENDAR
from builder.kinds.start.sections import sections
from builder.pack.edition import Edition
from builder.pack.invitations import invitations
from builder.pack.plan import Plan
from builder.phrases import phrases
from builder.spec.dated import Event
from builder.spec.parts import Campaign, Dates, Theme


def at(day: int, hour: int = 9, minute: int = 0) -> dt.datetime:
    return dt.datetime(2024, 2, day, hour, minute)  # noqa: DTZ001  local


def event(title: str, start: dt.date, place: str = "Hall", **other: Any) -> Event:
    return Event(title=title, start=start, place=place, **other)


def edition(events: Iterable[Event]) -> Edition:
    dates = Dates.model_construct(start=dt.date(2024, 2, 5), end=dt.date(2024, 2, 11))
    campaign = Campaign.model_construct(
        name="Quiet Week", short_name="QW", organiser="Trust", website="https://example.org", contact="Us",
        timezone=None,
    )  # fmt: skip
    theme = Theme.model_construct(title="Listen", strapline=None)
    spec: Any = SimpleNamespace(
        dates=dates, campaign=campaign, theme=theme, languages=("en-GB",), days=(), posts=(),
        events=tuple(events),
    )  # fmt: skip
    brand: Any = SimpleNamespace(designs=(), sizes=())
    return Edition(spec, brand, "en-GB", phrases("en-GB"), Path(), lambda *_, **__: None)


def section(events: Iterable[Event], plans: Iterable[Plan] = ()) -> Section:
    (found,) = (each for each in sections(edition(events), plans) if each.days)
    return found


def shown(found: Section) -> list[PageEvent]:
    return [one for day in found.days for one in day.events]


EVENTS = (
    event("Song", at(7), "Park"),
    event("Tea", at(6, 15), "hall", audience="Parents, babies"),
    event("Fair", dt.date(2024, 2, 6), "Park", end=dt.date(2024, 2, 8)),
    event("Bread", at(6, 15), audience="Babies; Councillors"),
    event("Alms", at(6, 15)),
    event("Night", at(8, 22), "Observatory", end=at(9, 2), url="https://www.example.org/night/"),
)


def test_events_come_by_day_time_place_and_title_whatever_their_order() -> None:
    days = [
        ("Tuesday 6 February – 8 February", ["Fair"]),
        ("Tuesday 6 February", ["Alms", "Bread", "Tea"]),
        ("Wednesday 7 February", ["Song"]),
        ("Thursday 8 February", ["Night"]),
    ]
    for events in (EVENTS, EVENTS[::-1]):
        titles = [(day.title, [one.title for one in day.events]) for day in section(events).days]
        assert [names for _, names in titles] == [names for _, names in days]
        assert [title for title, _ in titles][1:] == [title for title, _ in days][1:]


def test_each_event_is_found_by_its_days_its_place_and_its_audiences() -> None:
    found = section(EVENTS)
    options = {choice.key: dict(choice.options) for choice in found.choices}
    assert list(options["day"].values()) == [
        "Tuesday 6 February", "Wednesday 7 February", "Thursday 8 February",
    ]  # fmt: skip
    assert list(options["place"].values()) == ["Hall", "Observatory", "Park"]
    assert sorted(options["audience"].values()) == ["Babies", "Councillors", "Parents"]
    told = {
        one.title: {key: [options[key][name] for name in value.split()] for key, value in one.keys}
        for one in shown(found)
    }
    assert told["Fair"]["day"] == list(options["day"].values())
    assert told["Night"]["day"] == ["Thursday 8 February"]
    assert told["Tea"] == {
        "day": ["Tuesday 6 February"],
        "place": ["Hall"],
        "audience": ["Parents", "Babies"],
    }
    assert told["Bread"]["audience"] == ["Babies", "Councillors"]
    assert told["Alms"]["audience"] == []


def test_what_all_have_alike_is_no_choice() -> None:
    assert [choice.key for choice in section([event("Tea", at(6)), event("Song", at(7))]).choices] == ["day"]


def test_four_hundred_events_are_all_there_each_with_its_file() -> None:
    many = [
        event(f"Tea {number}", at(5 + number % 7, 8 + number % 12), f"Hall {number % 9}")
        for number in range(400)
    ]
    plans = tuple(CALENDAR.plan(edition(many)))
    found = section(many, plans)
    assert found.count == "400 events"
    assert sorted(one.title for one in shown(found)) == sorted(one.title for one in many)
    files = [one.file for one in shown(found)]
    assert len(set(files)) == 400
    assert set(files) <= {plan.path for plan in plans}
    others = [file.href for each in sections(edition(many), plans) for file in each.files]
    assert others == ["calendar/qw-2024_calendar_en.ics", "calendar/qw-2024_dates_en.ics"]
    starts = [many[int(one.title.split()[1])].start for one in shown(found)]
    assert all(one.isoformat() <= other.isoformat() for one, other in pairwise(starts))


def fields(name: str, given: Event, **other: Any) -> dict[str, str]:
    address = dict(invitations(edition([given, *other.get("beside", ())]), given))[name]
    return {key: value for key, (value,) in parse_qs(urlsplit(address).query).items()}


def test_google_is_told_local_times_and_whose_clock_shows_them() -> None:
    night = event(
        "Tea & cake", at(8, 22), end=at(9, 2), timezone="Australia/Melbourne", url="https://example.org/a?b=1"
    )
    assert fields("Google", night) == {
        "action": "TEMPLATE",
        "text": "Tea & cake",
        "dates": "20240208T220000/20240209T020000",
        "ctz": "Australia/Melbourne",
        "location": "Hall",
        "details": "https://example.org/a?b=1",
    }


@pytest.mark.parametrize("name", ["Outlook.com", "Microsoft 365"])
def test_outlook_is_told_moments(name: str) -> None:
    told = fields(
        name, event("Tea", at(8, 22), end=at(9, 2), timezone="Australia/Melbourne", description="Hi")
    )
    assert (told["startdt"], told["enddt"]) == ("2024-02-08T22:00:00+11:00", "2024-02-09T02:00:00+11:00")
    assert (told["subject"], told["location"], told["body"]) == ("Tea", "Hall", "Hi")
    assert "allday" not in told


@pytest.mark.parametrize(("end", "last"), [(None, "09"), (dt.date(2024, 2, 9), "10")])
def test_whole_days_end_on_the_day_after_the_last(end: dt.date | None, last: str) -> None:
    fair = event("Fair", dt.date(2024, 2, 8), end=end)
    assert fields("Google", fair)["dates"] == f"20240208/202402{last}"
    told = fields("Outlook.com", fair)
    assert (told["startdt"], told["enddt"], told["allday"]) == ("2024-02-08", f"2024-02-{last}", "true")


def test_addresses_are_as_short_as_what_opens_them_takes() -> None:
    for _, address in invitations(edition(EVENTS), event("Tea", at(6), description="é word " * 400)):
        assert len(address) < 2000


def test_at_one_time_events_stand_by_place_before_title() -> None:
    found = section([event("Alms", at(6), "park"), event("Bread", at(6), "Hall")])
    assert [one.title for one in shown(found)] == ["Bread", "Alms"]
