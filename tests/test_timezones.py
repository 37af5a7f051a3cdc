"""Clocks as calendar files tell them, against what Python knows; and read by other people's parsers."""

from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import ics
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, vRecur
from programs import INSTALLED, missing, run

from builder.content.agenda import Agenda
from builder.render.agenda import render_agenda
from builder.render.timezones import Observance, as_component, observances

# zone → how its clock goes on and back, as a rule; none where no rule is known for ever
RULES = {
    "Europe/London": ["3: -1SU", "10: -1SU"],
    "Europe/Dublin": ["3: -1SU", "10: -1SU"],
    "America/New_York": ["3: 2SU", "11: 1SU"],
    "Australia/Melbourne": ["4: 1SU", "10: 1SU"],
    "Asia/Jerusalem": ["3: FR 23..29", "10: -1SU"],
    "Asia/Karachi": [],
    "Africa/Casablanca": [],  # around Ramadan
    "America/Nuuk": [],  # gave its winter up in 2023
}
YEAR = 2022


@pytest.mark.parametrize("zone", RULES)
def test_a_clock_goes_by_its_rule(zone: str) -> None:
    rules = [dict(each.rule) for each in observances(zone, YEAR - 1, YEAR + 1) if each.rule]
    assert [said(rule) for rule in rules] == RULES[zone]


def said(rule: dict[str, Any]) -> str:
    days = rule.get("BYMONTHDAY")
    return f"{rule['BYMONTH']}: {rule['BYDAY']}" + (f" {days[0]}..{days[-1]}" if days else "")


@pytest.mark.parametrize("zone", RULES)
def test_what_is_told_of_a_clock_is_what_it_shows(zone: str) -> None:
    """Each hour of a week around every change, by the last onset before it."""
    told = observances(zone, YEAR - 1, YEAR + 1)
    assert [one.onset for one in told] == sorted(one.onset for one in told)
    assert all(one.onset.year <= YEAR + 1 for one in told)
    onsets = sorted((onset, one.kind.after) for one in told for onset in onsets_of(one))
    clock = ZoneInfo(zone)
    for hour in range(365 * 24):
        there = (dt.datetime(YEAR, 1, 1, tzinfo=dt.UTC) + hour * dt.timedelta(hours=1)).astimezone(clock)
        shown = there.replace(tzinfo=None)
        near = [abs(shown - onset) < dt.timedelta(hours=2) for onset, _ in onsets]
        if not any(near):
            assert [after for onset, after in onsets if onset <= shown][-1] == there.utcoffset(), shown


def onsets_of(one: Observance) -> list[dt.datetime]:
    """Those of three years, by another implementation of rules."""
    if not one.rule:
        return [one.onset]
    rule = vRecur(one.rule).to_ical().decode()
    return list(rrulestr(rule, dtstart=one.onset).between(one.onset, dt.datetime(YEAR + 2, 1, 1), inc=True))  # noqa: DTZ001  local


def test_summer_is_what_is_later_by_the_clock() -> None:
    names = [(each.kind.name, each.kind.summer) for each in observances("Europe/Dublin", YEAR - 1, YEAR)]
    assert names == [("IST", True), ("GMT", False)]


def test_a_clock_that_never_changes_has_one_time() -> None:
    (only,) = as_component("Asia/Karachi", YEAR - 1, YEAR).subcomponents
    assert (only.name, only["tzoffsetfrom"].to_ical(), only["tzoffsetto"].to_ical()) == (
        "STANDARD",
        "+0500",
        "+0500",
    )


def around_both_changes(zone: str) -> list[tuple[dt.datetime, dt.datetime]]:
    """Local hours on the day before, of and after each change of a year, whose ends are an hour later."""
    clock, start = ZoneInfo(zone), dt.datetime(YEAR, 1, 1, 12, tzinfo=dt.UTC)
    noons = [start + day * dt.timedelta(days=1) for day in range(364)]
    changes = [
        after
        for before, after in pairwise(noons)
        if before.astimezone(clock).utcoffset() != after.astimezone(clock).utcoffset()
    ] or noons[150:151]
    days = [
        change.astimezone(clock).date() + shift * dt.timedelta(days=1)
        for change in changes
        for shift in (-1, 0, 1)
    ]
    starts = [dt.datetime.combine(day, dt.time(hour), clock) for day in days for hour in (0, 9, 23)]
    moments = [one.astimezone(dt.UTC) for one in starts]
    return [(one.astimezone(clock), (one + dt.timedelta(hours=1)).astimezone(clock)) for one in moments]


def calendar(zone: str) -> tuple[bytes, dict[str, tuple[str, str]]]:
    """A calendar of them, and when each starts and ends in UTC."""
    spans = around_both_changes(zone)
    entries = tuple(
        (("uid", f"{number}@example.org"), ("dtstamp", dt.datetime(YEAR, 1, 1, tzinfo=dt.UTC)),
         ("summary", "Ein Café; früh, spät"), ("dtstart", start), ("dtend", end))
        for number, (start, end) in enumerate(spans)
    )  # fmt: skip
    fields = (("version", "2.0"), ("prodid", "-//test//EN"), ("method", "PUBLISH"))
    agenda = Agenda(fields, entries, ("Trust", "mailto:a@example.org"), ((zone, YEAR - 1, YEAR, ""),))
    expected = {f"{number}@example.org": (utc(one), utc(other)) for number, (one, other) in enumerate(spans)}
    return render_agenda(agenda), expected


def utc(moment: Any) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:00.000Z}"


@pytest.mark.parametrize("zone", RULES)
def test_two_parsers_read_the_hours_around_both_changes(zone: str) -> None:
    data, expected = calendar(zone)
    by_icalendar = Calendar.from_ical(data).walk("VEVENT")
    assert {
        str(one["uid"]): (utc(one["dtstart"].dt), utc(one["dtend"].dt)) for one in by_icalendar
    } == expected
    by_ics = ics.Calendar(data.decode()).events
    assert {one.uid: (utc(one.begin.datetime), utc(one.end.datetime)) for one in by_ics} == expected
    assert {one.name for one in by_ics} == {"Ein Café; früh, spät"}


@pytest.mark.programs
def test_two_parsers_in_another_language_read_the_same(tmp_path: Path) -> None:
    modules = INSTALLED / "node_modules"
    if not (modules / "node-ical").is_dir():
        missing("node-ical")
    files, expected = [], []
    for zone in RULES:
        data, spans = calendar(zone)
        files.append(tmp_path / f"{len(files)}.ics")
        files[-1].write_bytes(data)
        expected.append(spans)
    script = Path(__file__).parent / "browser" / "calendars.mjs"
    for zone, read, spans in zip(
        RULES, json.loads(run("node", script, modules, *files)), expected, strict=True
    ):
        for parser, entries in read.items():
            assert {uid: (start, end) for uid, _, start, end in entries} == spans, (zone, parser)
            assert {title for _, title, *_ in entries} == {"Ein Café; früh, spät"}


def test_an_hour_that_comes_twice_is_told_in_utc() -> None:
    assert b"\r\nDTEND:20221030T000000Z\r\n" in calendar("Europe/London")[0]
