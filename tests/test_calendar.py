"""The calendar, read back by a calendar library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from builder.kinds.calendar import KIND
from builder.output.key import plan_key
from builder.pack.edition import Edition, First
from builder.pack.formats import ICS
from builder.phrases import phrases
from builder.record import replace
from builder.spec.dated import Day, Event
from builder.spec.identity import event_names
from builder.spec.parts import Campaign, Dates, Theme

START = dt.date(2024, 2, 5)


def edition() -> Edition:
    """An edition with as much of a spec as the calendar asks for."""
    campaign = Campaign.model_construct(
        name="Quiet Week",
        short_name="QW",
        organiser="Trust",
        website="https://example.org/quiet",
        contact="quiet@example.org",
    )
    spec: Any = SimpleNamespace(
        languages=("en-GB",),
        campaign=campaign,
        theme=Theme.model_construct(title="Listen, then speak", strapline=None),
        dates=Dates.model_construct(start=START, end=START + dt.timedelta(days=6)),
        days=(Day.model_construct(date=START, topic="Ears", text="One; two\nthree"),),
        events=(
            Event.model_construct(
                id="tea", title="Tea", start=dt.datetime(2024, 2, 6, 15), end=None,  # noqa: DTZ001  local
                timezone="Europe/London", place="Hall", description=None, organiser=None, url=None,
                audience="Parents",
            ),
            Event.model_construct(
                id=None, title="Far away", start=dt.datetime(2024, 2, 7, 9),  # noqa: DTZ001  local
                end=dt.datetime(2024, 2, 7, 10),  # noqa: DTZ001  local
                timezone="Australia/Melbourne", place="Online", description="Hi", organiser="Us", url=None,
                audience=None,
            ),
        ),
    )  # fmt: skip
    brand: Any = None  # it draws nothing
    return Edition(spec, brand, "en-GB", phrases("en-GB"), Path(), lambda *_, **__: None)


def entries(given: Edition | None = None) -> list[Any]:
    plan, *_ = KIND.plan(given or edition())
    assert plan.path == "calendar/qw-2024_calendar_en.ics"
    return list(Calendar.from_ical(ICS.render(plan.content)).walk("VEVENT"))


def test_the_week_its_days_and_its_events() -> None:
    week, day, tea, far = entries()
    assert (week.decoded("dtstart"), week.decoded("dtend")) == (START, dt.date(2024, 2, 12))
    assert str(week["summary"]) == "Quiet Week: Listen, then speak"
    assert [str(one.get("transp", "")) for one in (week, day, tea)] == ["TRANSPARENT", "TRANSPARENT", ""]
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (START, dt.date(2024, 2, 6))
    assert str(day["description"]) == "One; two\nthree"
    assert tea.decoded("dtstart") == dt.datetime(2024, 2, 6, 15, tzinfo=ZoneInfo("Europe/London"))
    assert "dtend" not in tea
    assert [str(one) for one in tea["categories"].cats] == ["Parents"]
    assert far.decoded("dtend").astimezone(dt.UTC) == dt.datetime(2024, 2, 6, 23, tzinfo=dt.UTC)


def test_each_event_and_the_week_have_files_of_their_own() -> None:
    held = {
        plan.path: [
            str(one["summary"]) for one in Calendar.from_ical(ICS.render(plan.content)).walk("VEVENT")
        ]
        for plan in KIND.plan(edition())
    }
    whole = ["Quiet Week: Listen, then speak", "QW: Ears", "Tea", "Far away"]
    far = event_names(edition().spec.events)[1]
    assert held == {
        "calendar/qw-2024_calendar_en.ics": whole,
        "calendar/qw-2024_dates_en.ics": whole[:2],
        "calendar/events/qw-2024_event-tea_en.ics": ["Tea"],
        f"calendar/events/qw-2024_event-{far}_en.ics": ["Far away"],
    }


def test_a_calendar_without_events_is_the_one_of_the_week() -> None:
    given = edition()
    given.spec.events = ()  # type: ignore[misc]
    assert [plan.path for plan in KIND.plan(given)] == ["calendar/qw-2024_calendar_en.ics"]


def test_clocks_are_told_from_the_year_before_to_that_of_the_last_end() -> None:
    given = edition()
    tea, far = given.spec.events
    night = {"start": dt.datetime(2024, 12, 31, 22), "end": dt.datetime(2025, 1, 1, 2)}  # noqa: DTZ001  local
    given.spec.events = (tea.model_copy(update=night), far)  # type: ignore[misc]
    plan, *_ = KIND.plan(given)
    zones = [zone[:3] for zone in plan.content.zones]
    assert zones == [("Australia/Melbourne", 2023, 2024), ("Europe/London", 2023, 2025)]


@pytest.mark.parametrize(
    ("contact", "address"),
    [("quiet@example.org", "mailto:quiet@example.org"), ("Ask us @ the desk", "https://example.org/quiet")],
)
def test_who_publishes_it_stands_in_each_entry(contact: str, address: str) -> None:
    given = edition()
    changed = given.spec.campaign.model_copy(update={"contact": contact, "organiser": 'The "Trust"; Ltd'})
    given.spec.campaign = changed  # type: ignore[misc]
    for one in entries(given):
        assert (str(one["organizer"]), one["organizer"].params["CN"]) == (address, "The ”Trust”; Ltd")


def test_events_stand_by_time() -> None:
    given = edition()
    given.spec.events = given.spec.events[::-1]  # type: ignore[misc]
    assert [str(one["summary"]) for one in entries(given)][2:] == ["Tea", "Far away"]


@pytest.mark.parametrize(("last", "after"), [(None, 7), (dt.date(2024, 2, 6), 7), (dt.date(2024, 2, 8), 9)])
def test_an_event_of_whole_days_ends_on_the_day_after_its_last(last: dt.date | None, after: int) -> None:
    given = edition()
    fair = given.spec.events[0].model_copy(update={"start": dt.date(2024, 2, 6), "end": last})
    given.spec.events = (fair,)  # type: ignore[misc]
    entry = entries(given)[-1]
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (
        dt.date(2024, 2, 6),
        dt.date(2024, 2, after),
    )


def test_an_edition_keeps_the_identity_of_each_entry_and_asks_no_clock() -> None:
    names = event_names(edition().spec.events)
    assert names[0] == "tea"
    assert [(str(one["uid"]), one["dtstamp"].to_ical()) for one in entries()] == [
        ("qw-2024-week-en@example.org", b"20240205T120000Z"),
        ("qw-2024-day-2024-02-05-en@example.org", b"20240205T120000Z"),
        ("qw-2024-event-tea-en@example.org", b"20240205T120000Z"),
        (f"qw-2024-event-{names[1]}-en@example.org", b"20240205T120000Z"),
    ]


def test_an_event_without_an_id_keeps_its_name_beside_others_in_every_language() -> None:
    events = list(edition().spec.events)
    far = events[1]
    assert event_names([far, *events])[0] == event_names(events)[1]
    again = far.model_copy(update={"title": " FAR  away", "place": "Elsewhere"})
    assert event_names([far, again]) == (event_names([far])[0], f"{event_names([far])[0]}-2")
    translated = replace(edition(), first_language=First.of(edition().spec))
    moved = far.model_copy(update={"title": "Ymhell"})
    translated.spec.events = (events[0], moved)  # type: ignore[misc]
    assert [str(one["uid"]) for one in entries(translated)] == [str(one["uid"]) for one in entries()]


def test_a_calendar_of_many_time_zones_is_the_same_in_every_process(elsewhere: list[dict[str, str]]) -> None:
    first = everywhere()
    zones = [line.removeprefix("TZID:") for line in first.splitlines() if line.startswith("TZID:")]
    assert zones == sorted(ZONES)
    assert [each["calendar"] for each in elsewhere] == [first, first]


def test_new_rules_of_a_time_zone_are_another_calendar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is known from before by what is planned alone, and the rules change without the program."""
    before, *_ = KIND.plan(edition())
    assert [zone for zone, *_ in before.content.zones] == ["Australia/Melbourne", "Europe/London"]
    for zone, rules in (("Australia/Melbourne", b"new"), ("Europe/London", b"old")):
        (tmp_path / zone).parent.mkdir(parents=True)
        (tmp_path / zone).write_bytes(rules)
    monkeypatch.setattr("builder.kinds.calendar.TZPATH", (str(tmp_path),))
    after, *_ = KIND.plan(edition())
    assert plan_key(after) != plan_key(before)


ZONES = ("Europe/London", "Australia/Melbourne", "Asia/Karachi", "America/Toronto", "Africa/Lagos")


def everywhere() -> str:
    """The calendar of an event in each of the zones."""
    start = dt.datetime(2024, 2, 6, 15)  # noqa: DTZ001  local
    event = {"title": "Tea", "start": start, "end": None, "place": "Hall", "description": None}
    other = {"id": None, "organiser": None, "url": None, "audience": None}
    events = [Event.model_construct(timezone=zone, **event, **other) for zone in ZONES]
    given = edition()
    given.spec.events = tuple(events)  # type: ignore[misc]
    plan, *_ = KIND.plan(given)
    return str(ICS.render(plan.content), "utf-8")
