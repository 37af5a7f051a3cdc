"""When an event takes place, in words: by its own clock, and by the readers' if that shows another time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from builder.pack.edition import Edition
from builder.phrases import Phrases
from builder.record import Record
from builder.spec.clocks import local
from builder.spec.dated import Event

_NOON = dt.time(12)


class Hours(Record):
    """The day and the hours of an event."""

    day: str  # `Thursday 16 June`
    time: str  # `18:00–19:30 in Melbourne (09:00–10:30 UK time)`; empty if it takes the whole day

    def whole(self, phrases: Phrases) -> str:
        """`Thursday 16 June, 12:30–14:00`."""
        return phrases.at(self.day, self.time) if self.time else self.day


class _Span(Record):
    """From when until when, by one clock."""

    start: dt.datetime
    end: dt.datetime | None

    def on(self, zone: str) -> _Span:
        """The same, by the clock of a time zone."""
        clock = ZoneInfo(zone)
        return _Span(self.start.astimezone(clock), self.end and self.end.astimezone(clock))

    def said(self, phrases: Phrases) -> Hours:
        """Its day and its hours."""
        return Hours(
            phrases.date_text(self.start.date(), year=False), phrases.time_range(self.start, self.end)
        )


def event_hours(edition: Edition, event: Event) -> Hours:
    """When an event takes place, as an edition's readers are told.

    Clocks are named as soon as one event of the pack is read from another than the readers'.
    """
    phrases, clocks = edition.phrases, edition.clocks
    readers = clocks.readers
    there = _span(event, readers)
    if there is None:
        return Hours(_days(phrases, event.start, event.end or event.start), "")
    here, hours = there.on(readers), there.said(phrases)
    if _differ(there, here):
        own, city = here.said(phrases), phrases.zone_city(there.start)
        shown = own.time if own.day == hours.day else own.whole(phrases)
        zone = phrases.zone_name(here.start)
        return Hours(
            hours.day, phrases.fill("time_elsewhere", time=hours.time, city=city, own=shown, zone=zone)
        )
    if clocks.alike:
        return hours
    zone = phrases.zone_name(here.start)
    return Hours(hours.day, phrases.fill("time_here", time=hours.time, zone=zone))


def only_day(event: Event) -> dt.date | None:
    """The day of an event, by its own clock; None if it takes several. A night is one day."""
    start, end = event.start, event.end or event.start
    first = start.date() if isinstance(start, dt.datetime) else start
    last = end.date() if isinstance(end, dt.datetime) else end
    night = isinstance(end, dt.datetime) and (last - first).days == 1 and end.time() < _NOON
    return first if first == last or night else None


def event_days(event: Event) -> tuple[dt.date, dt.date]:
    """The first and the last day of an event, by its own clock; a night is one day."""
    if (day := only_day(event)) is not None:
        return day, day
    first, last = (each.date() if isinstance(each, dt.datetime) else each for each in _ends(event))
    return first, last


def _ends(event: Event) -> tuple[dt.date, dt.date]:
    return event.start, event.end or event.start


def _span(event: Event, readers: str) -> _Span | None:
    """When an event takes place by its own clock; None if it takes whole days."""
    zone, end = event.timezone or readers, event.end
    if not isinstance(event.start, dt.datetime):
        return None
    return _Span(local(event.start, zone), local(end, zone) if isinstance(end, dt.datetime) else None)


def _differ(one: _Span, other: _Span) -> bool:
    """Whether two clocks show other times."""
    return one.start.utcoffset() != other.start.utcoffset()


def _days(phrases: Phrases, first: dt.date, last: dt.date) -> str:
    if first == last:
        return phrases.date_text(first, year=False)
    return phrases.date_range(first, last, year=first.year != last.year)
