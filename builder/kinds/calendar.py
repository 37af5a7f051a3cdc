"""The calendar: the week, its days and its events, for any calendar program (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import TZPATH

from builder.archive import epoch
from builder.content.agenda import Agenda, Fields
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition, slug
from builder.pack.formats import ICS
from builder.pack.plan import Plan
from builder.spec.clocks import local
from builder.spec.parts import Day, Event

_DAY = dt.timedelta(days=1)


def plan(edition: Edition) -> Iterator[Plan]:
    """One file for each language."""
    yield Plan(
        kind=KIND.name,
        path=edition.path("calendar", "calendar", ICS),
        title=edition.phrases["file_calendar"],
        format=ICS,
        content=_agenda(edition),
        language=edition.language,
        use=edition.phrases["use_calendar"],
    )


def _agenda(edition: Edition) -> Agenda:
    spec = edition.spec
    product = f"-//{spec.campaign.organiser}//{edition.stem}//{edition.suffix.upper()}"
    return Agenda(
        fields=(
            ("version", "2.0"),
            ("prodid", product),
            ("method", "PUBLISH"),
            ("x-wr-calname", edition.name),
        ),
        entries=(_week(edition), *(_day(edition, day) for day in spec.days), *_events(edition)),
        first=spec.dates.start - 400 * _DAY,
        last=spec.dates.end + 400 * _DAY,
        zones=tuple(
            (zone, _rules(zone)) for zone in sorted({_zone(edition, event) for event in spec.events})
        ),
    )


def _rules(zone: str) -> str:
    """The sha256 of the rules of a time zone, which Python takes from the system or from tzdata (PEP 615)."""
    for folder in TZPATH:
        with suppress(OSError):
            return sha256(Path(folder, zone).read_bytes()).hexdigest()
    package, _, name = f"tzdata/zoneinfo/{zone}".rpartition("/")
    return sha256(files(package.replace("/", ".")).joinpath(name).read_bytes()).hexdigest()


def _week(edition: Edition) -> Fields:
    spec = edition.spec
    return (
        *_entry(edition, "week", f"{spec.campaign.name}: {spec.theme.title}", spec.theme.strapline),
        ("dtstart", spec.dates.start),
        ("dtend", spec.dates.end + _DAY),  # the day after the last (RFC 5545, 3.6.1)
        ("transp", "TRANSPARENT"),
        ("url", spec.campaign.website),
    )


def _day(edition: Edition, day: Day) -> Fields:
    return (
        *_entry(edition, f"day-{day.date}", f"{edition.spec.campaign.short_name}: {day.topic}", day.text),
        ("dtstart", day.date),
        ("dtend", day.date + _DAY),
        ("transp", "TRANSPARENT"),
    )


def _events(edition: Edition) -> Iterator[Fields]:
    for number, event in enumerate(edition.spec.events, 1):
        yield (
            *_entry(edition, f"event-{event.id or number}", event.title, _about(event)),
            *_span(event, _zone(edition, event)),
            ("location", event.place),
            *((("url", event.url),) if event.url else ()),
        )


def _zone(edition: Edition, event: Event) -> str:
    return event.timezone or edition.clocks.readers


def _span(event: Event, zone: str) -> Fields:
    """From when until when: in whole days without a zone, of which the end is the day after the last."""
    if not isinstance(event.start, dt.datetime):
        return ("dtstart", event.start), ("dtend", (event.end or event.start) + _DAY)
    end = (("dtend", local(event.end, zone)),) if isinstance(event.end, dt.datetime) else ()
    return ("dtstart", local(event.start, zone)), *end


def _entry(edition: Edition, name: str, summary: str, description: str | None) -> Fields:
    """An event whose identity stays the same in every edition, so that an update replaces it."""
    host = urlsplit(edition.spec.campaign.website).hostname or slug(name)
    return (
        ("uid", f"{edition.stem}-{name}-{edition.suffix}@{host}"),
        ("dtstamp", epoch(edition.spec.dates.start)),
        ("summary", summary),
        *((("description", description),) if description else ()),
    )


def _about(event: Event) -> str:
    return "\n\n".join(part for part in (event.description, event.organiser, event.url) if part)


KIND = AssetKind(
    name="calendar", order=70, help="the week, its days and events as a calendar file (ICS)", plan=plan
)
