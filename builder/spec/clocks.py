"""Which clock a time is read from, and which clock the readers live by."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from zoneinfo import ZoneInfo

from builder.record import Record
from builder.spec.dated import Event

LONDON = "Europe/London"


def readers_zone(named: str | None, events: Iterable[Event]) -> str:
    """The time zone of the readers: as the campaign names it, else as most of the events do.

    Those that name none count for London, where no other is named as often.
    """
    zones = Counter(event.timezone or LONDON for event in events)
    return named or max(zones, key=lambda zone: (zones[zone], zone == LONDON), default=LONDON)


def local(moment: dt.datetime, zone: str) -> dt.datetime:
    """A time as it is written, with the zone whose clock shows it; of one shown twice, the first."""
    return moment.replace(tzinfo=ZoneInfo(zone))


def first_moment(event: Event) -> dt.datetime:
    """When an event starts by its own clock: at midnight if it takes the whole day."""
    start = event.start
    return start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())


def in_order(events: Iterable[Event]) -> list[tuple[int, Event]]:
    """The events with their numbers, by day and time of their own clocks, then by place and title."""
    return sorted(
        enumerate(events),
        key=lambda each: (first_moment(each[1]), each[1].place.casefold(), each[1].title.casefold()),
    )


class Clocks(Record):
    """The clocks of a pack."""

    readers: str  # the time zone that they live by
    alike: bool  # whether all events are read from clocks that show the readers' time


def clocks_of(named: str | None, events: Collection[Event]) -> Clocks:
    """The clocks of all events, asked once for a pack: each event would ask all the others."""
    readers = readers_zone(named, events)
    return Clocks(readers, all(_alike(event, readers) for event in events))


def _alike(event: Event, readers: str) -> bool:
    if not isinstance(event.start, dt.datetime):
        return True
    there = local(event.start, event.timezone or readers)
    return there.utcoffset() == there.astimezone(ZoneInfo(readers)).utcoffset()
