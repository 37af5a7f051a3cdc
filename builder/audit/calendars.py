"""Rules of calendars: what other programs need to take the days over (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.audit.rule import File, FileKind, Rule
from builder.record import Record

_WIDEST = 75  # octets of a line, RFC 5545, 3.1


class Diary(Record):
    """A calendar and its bytes."""

    file: File
    calendar: Any

    @property
    def events(self) -> list[Any]:
        """Its events."""
        return list(self.calendar.walk("VEVENT"))


def read(file: File) -> Diary:
    """The calendar; ValueError if it is none."""
    from icalendar import Calendar  # noqa: PLC0415  a third of a second, for calendars alone

    return Diary(file, Calendar.from_ical(file.data))


def missing_property(diary: Diary) -> Iterator[str]:
    """The calendar or an event lacks what every program asks for."""
    yield from (name for name in ("VERSION", "PRODID") if name not in diary.calendar)
    for number, event in enumerate(diary.events, 1):
        lacks = [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in event]
        yield from (f"event {number}: {name}" for name in lacks)


def no_events(diary: Diary) -> Iterator[str]:
    """It has no events."""
    if not diary.events:
        yield ""


def repeated_event(diary: Diary) -> Iterator[str]:
    """Two events have the same identifier, so a program keeps one of them."""
    names = [str(event.get("UID")) for event in diary.events]
    yield from sorted({name for name in names if names.count(name) > 1})


def ends_before_start(diary: Diary) -> Iterator[str]:
    """An event ends before it starts."""
    for event in diary.events:
        if "DTEND" in event and event["DTEND"].dt < event["DTSTART"].dt:
            yield str(event.get("SUMMARY"))


def long_line(diary: Diary) -> Iterator[str]:
    """A line is longer than 75 octets, or does not end as the standard asks."""
    for number, line in enumerate(diary.file.data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(line) > _WIDEST or b"\n" in line:
            yield f"line {number}"


FORMAT = FileKind(
    name="calendars",
    types=("text/calendar",),
    read=read,
    refusals=(ValueError,),
    rules=(
        Rule(missing_property),
        Rule(no_events),
        Rule(repeated_event),
        Rule(ends_before_start),
        Rule(long_line),
    ),
)
