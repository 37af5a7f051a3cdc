"""The calendar, read back by a calendar library."""

import datetime as dt
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from builder.kinds.calendar import KIND
from builder.phrases import phrases
from builder.spec.parts import Campaign, Dates, Day, Event, Theme

START = dt.date(2024, 2, 5)


def pack(**changes: Any) -> Any:
    """As much of a pack as the calendar asks for."""
    campaign = Campaign.model_construct(
        name="Quiet Week", short_name="QW", organiser="Trust", website="https://example.org/quiet"
    )
    spec = SimpleNamespace(
        campaign=campaign,
        theme=Theme.model_construct(title="Listen, then speak", strapline=None),
        dates=Dates.model_construct(start=START, end=START + dt.timedelta(days=6)),
        days=(Day.model_construct(date=START, topic="Ears", text="One; two\nthree"),),
        events=(
            Event.model_construct(
                id="tea", title="Tea", start=dt.datetime(2024, 2, 6, 15), end=None,  # noqa: DTZ001  local
                timezone="Europe/London", place="Hall", description=None, organiser=None, url=None,
            ),
            Event.model_construct(
                id=None, title="Far away", start=dt.datetime(2024, 2, 7, 9),  # noqa: DTZ001  local
                end=dt.datetime(2024, 2, 7, 10),  # noqa: DTZ001  local
                timezone="Australia/Melbourne", place="Online", description="Hi", organiser="Us", url=None,
            ),
        ),
    )  # fmt: skip
    given = {"spec": spec, "stem": "qw-2024", "suffix": "en", "language": "en-GB", "year": 2024}
    return SimpleNamespace(**{**given, "phrases": phrases("en-GB"), **changes})


def entries(**changes: Any) -> list[Any]:
    (plan,) = KIND.plan(pack(**changes))
    assert plan.path == "calendar/qw-2024_calendar_en.ics"
    return list(Calendar.from_ical(plan.content).walk("VEVENT"))


def test_the_week_its_days_and_its_events() -> None:
    week, day, tea, far = entries()
    assert (week.decoded("dtstart"), week.decoded("dtend")) == (START, dt.date(2024, 2, 12))
    assert str(week["summary"]) == "Quiet Week: Listen, then speak"
    assert (day.decoded("dtstart"), str(day["description"])) == (START, "One; two\nthree")
    assert tea.decoded("dtstart") == dt.datetime(2024, 2, 6, 15, tzinfo=ZoneInfo("Europe/London"))
    assert "dtend" not in tea
    assert far.decoded("dtend").astimezone(dt.UTC) == dt.datetime(2024, 2, 6, 23, tzinfo=dt.UTC)


def test_an_edition_keeps_the_identity_of_each_entry_and_asks_no_clock() -> None:
    assert [(str(one["uid"]), one["dtstamp"].to_ical()) for one in entries()] == [
        ("qw-2024-week-en@example.org", b"20240205T120000Z"),
        ("qw-2024-day-2024-02-05-en@example.org", b"20240205T120000Z"),
        ("qw-2024-event-tea-en@example.org", b"20240205T120000Z"),
        ("qw-2024-event-2-en@example.org", b"20240205T120000Z"),
    ]
