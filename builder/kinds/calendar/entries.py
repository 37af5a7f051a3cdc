"""The entries of a calendar: the week, its days and its events, each by its name."""

from __future__ import annotations

import datetime as dt

from builder.content.agenda import Fields
from builder.pack.edition import Edition
from builder.record import Record
from builder.spec.clocks import in_order, local
from builder.spec.dated import Day, Event
from builder.spec.identity import event_names
from builder.tagged import joined

WEEK = "week"  # of whatever length: part of identifiers that calendars out there know
_DAY = dt.timedelta(days=1)


class Entry(Record):
    """One entry: what it is called in every edition and language, what it says, and of which event."""

    name: str
    fields: Fields
    zone: str = ""  # whose clock shows its times; none for days
    event: int | None = None  # its number in the spec


def entries(edition: Edition) -> tuple[Entry, ...]:
    """Those of a pack: the week, its days, and its events by time."""
    spec = edition.spec
    names = event_names(edition.common.events)
    events = (_event(edition, event, names[number], number) for number, event in in_order(spec.events))
    return (_week(edition), *(_day(edition, day) for day in spec.days), *events)


def _week(edition: Edition) -> Entry:
    spec = edition.spec
    fields = (
        *_said(joined(edition.phrases.colon, (spec.campaign.name, spec.theme.title)), spec.theme.strapline),
        ("dtstart", spec.dates.start),
        ("dtend", spec.dates.end + _DAY),  # the day after the last (RFC 5545, 3.6.1)
        ("transp", "TRANSPARENT"),
        ("url", spec.campaign.website),
    )
    return Entry(WEEK, fields)


def _day(edition: Edition, day: Day) -> Entry:
    fields = (
        *_said(joined(edition.phrases.colon, (edition.spec.campaign.short_name, day.topic)), day.text),
        ("dtstart", day.date),
        ("dtend", day.date + _DAY),
        ("transp", "TRANSPARENT"),
    )
    return Entry(f"day-{day.date}", fields)


def _event(edition: Edition, event: Event, name: str, number: int) -> Entry:
    zone = event.timezone or edition.clocks.readers
    about = joined("\n\n", (event.description or "", event.organiser or "", event.url or ""))
    fields: Fields = (
        *_said(event.title, about),
        *_span(event, zone),
        ("location", event.place),
        *((("url", event.url),) if event.url else ()),
        *((("categories", (event.audience,)),) if event.audience else ()),
    )
    return Entry(f"event-{name}", fields, zone if isinstance(event.start, dt.datetime) else "", number)


def _span(event: Event, zone: str) -> Fields:
    """From when until when: in whole days without a zone, of which the end is the day after the last."""
    if not isinstance(event.start, dt.datetime):
        return ("dtstart", event.start), ("dtend", (event.end or event.start) + _DAY)
    end = (("dtend", local(event.end, zone)),) if isinstance(event.end, dt.datetime) else ()
    return ("dtstart", local(event.start, zone)), *end


def _said(summary: str, description: str | None) -> Fields:
    return ("summary", summary), *((("description", description),) if description else ())
