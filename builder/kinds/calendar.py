"""The calendar: the week, its days and its events, for any calendar program (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from builder.archive import epoch
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition, slug
from builder.pack.formats import ICS
from builder.pack.plan import Plan
from builder.spec.parts import Day, Event

if TYPE_CHECKING:
    from icalendar import Calendar, Component
    from icalendar import Event as Entry

_DAY = dt.timedelta(days=1)


def plan(edition: Edition) -> Iterator[Plan]:
    """One file for each language."""
    yield Plan(
        kind=KIND.name,
        path=edition.path("calendar", "calendar", ICS),
        title=edition.phrases["file_calendar"],
        format=ICS,
        content=_calendar(edition).to_ical(),
        language=edition.language,
        use=edition.phrases["use_calendar"],
    )


def _calendar(edition: Edition) -> Calendar:
    from icalendar import Calendar  # noqa: PLC0415  a third of a second, for this file alone

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{edition.spec.campaign.organiser}//{edition.stem}//{edition.suffix.upper()}")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", edition.name)
    for entry in (_week(edition), *(_day(edition, day) for day in edition.spec.days), *_events(edition)):
        calendar.add_component(entry)
    calendar.add_missing_timezones(edition.spec.dates.start - 400 * _DAY, edition.spec.dates.end + 400 * _DAY)
    calendar.subcomponents.sort(key=_rank)  # the library takes the zones from a set
    return calendar


def _rank(part: Component) -> tuple[bool, str]:
    """Time zones come first, by name; entries follow as they were added."""
    return part.name != "VTIMEZONE", str(part.get("tzid", ""))


def _week(edition: Edition) -> Entry:
    spec = edition.spec
    entry = _entry(edition, "week", f"{spec.campaign.name}: {spec.theme.title}", spec.theme.strapline)
    entry.add("dtstart", spec.dates.start)
    entry.add("dtend", spec.dates.end + _DAY)  # the day after the last (RFC 5545, 3.6.1)
    entry.add("transp", "TRANSPARENT")
    entry.add("url", spec.campaign.website)
    return entry


def _day(edition: Edition, day: Day) -> Entry:
    entry = _entry(edition, f"day-{day.date}", f"{edition.spec.campaign.short_name}: {day.topic}", day.text)
    entry.add("dtstart", day.date)
    entry.add("dtend", day.date + _DAY)
    entry.add("transp", "TRANSPARENT")
    return entry


def _events(edition: Edition) -> Iterator[Entry]:
    for number, event in enumerate(edition.spec.events, 1):
        entry = _entry(edition, f"event-{event.id or number}", event.title, _about(event))
        zone = ZoneInfo(event.timezone)
        entry.add("dtstart", _in_zone(event.start, zone))
        if event.end is not None:
            entry.add("dtend", _in_zone(event.end, zone))
        entry.add("location", event.place)
        if event.url:
            entry.add("url", event.url)
        yield entry


def _entry(edition: Edition, name: str, summary: str, description: str | None) -> Entry:
    """An event whose identity stays the same in every edition, so that an update replaces it."""
    from icalendar import Event as Entry  # noqa: PLC0415  as above

    entry = Entry()
    host = urlsplit(edition.spec.campaign.website).hostname or slug(name)
    entry.add("uid", f"{edition.stem}-{name}-{edition.suffix}@{host}")
    entry.add("dtstamp", epoch(edition.spec.dates.start))
    entry.add("summary", summary)
    if description:
        entry.add("description", description)
    return entry


def _about(event: Event) -> str:
    return "\n\n".join(part for part in (event.description, event.organiser, event.url) if part)


def _in_zone(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """A moment as written is local to its zone; one with an offset is moved there."""
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


KIND = AssetKind(
    name="calendar", order=70, help="the week, its days and events as a calendar file (ICS)", plan=plan
)
