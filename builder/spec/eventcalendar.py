"""Events of a calendar file (RFC 5545), as other organisations send them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any
from warnings import catch_warnings
from zoneinfo import ZoneInfo

from builder.errors import Faults, Place, Problem
from builder.source.table import MOST_BYTES, Cell, cell
from builder.source.text import Lines, read_text
from builder.source.tree import Extent
from builder.spec.eventtable import Item, lacks

_DAY = dt.timedelta(days=1)
_WORDS = {"title": "SUMMARY", "place": "LOCATION", "description": "DESCRIPTION", "url": "URL"}
_REPEATS = ("RRULE", "RDATE")
_UTC = (dt.UTC, ZoneInfo("UTC"))
_LONGEST = 40  # of an id
_PROPERTY = re.compile(r"([A-Za-z0-9-]+)[;:]")


def read_ics(path: Path, shown_as: str, readers: str, found: list[Problem]) -> tuple[Item, ...]:
    """The events of a calendar file; times in UTC by the readers' clock. What is wrong joins what was found.

    FileTrouble if it cannot be read, Faults if it is no calendar.
    """
    from icalendar import Calendar  # noqa: PLC0415  loads a hundred modules

    lines = read_text(path, shown_as, most=MOST_BYTES)
    places = list(_places(lines))
    try:
        with catch_warnings(action="ignore"):  # of names of zones that it guesses
            calendars = Calendar.from_ical("\r\n".join(lines.lines), multiple=True)
        entries = [entry for each in calendars for entry in each.walk("VEVENT")]
        if not calendars or len(entries) != len(places):
            raise ValueError("its parts do not end where they should")
    except Exception as error:  # icalendar raises whatever it stumbles over
        hint = "export it again from the calendar program"
        why = error if isinstance(error, ValueError) else "it is damaged"
        raise Faults([Problem(f"this is no calendar: {why}", Place(shown_as, 1, 1), hint)]) from None
    items = (_item(entry, where, readers, found) for entry, where in zip(entries, places, strict=True))
    return tuple(item for item in items if item)


def _places(lines: Lines) -> Iterator[Mapping[str, Extent]]:
    """Where each property of each event stands: the first line of it, by its name; `BEGIN` for the event."""
    inside, where = list[str](), dict[str, Extent]()
    for number, line in enumerate(lines.lines):
        name = match[1].upper() if (match := _PROPERTY.match(line)) else ""
        extent = Extent(lines, number, 0, number, len(line))
        if name == "BEGIN":
            inside.append(line.partition(":")[2].strip().upper())
            where = {"BEGIN": extent} if inside[-1] == "VEVENT" else where
        elif name == "END" and inside:
            if inside.pop() == "VEVENT":
                yield where
        elif name and inside and inside[-1] == "VEVENT":
            where.setdefault(name, extent)


def _item(entry: Any, where: Mapping[str, Extent], readers: str, found: list[Problem]) -> Item | None:
    if str(entry.get("STATUS", "")).upper() == "CANCELLED":
        message = "this event is cancelled, so it is left out"
        found.append(Problem(message, where.get("STATUS", where["BEGIN"]).place, "delete it", "warning"))
        return None
    for name in _REPEATS:
        if name in entry:
            hint = "write each day as an event of its own"
            place = where.get(name, where["BEGIN"]).place
            found.append(Problem("an event that repeats is not read", place, hint))
            return None
    for name, message in entry.errors:
        place = where.get(str(name).upper(), where["BEGIN"]).place
        found.append(Problem(f"{name} cannot be read: {message}", place, "export it again, or write it anew"))
    said = {name: str(entry[key]) for name, key in _WORDS.items() if key in entry}
    said |= _others(entry)
    cells = {
        name: cell(text, where.get(_key(name), where["BEGIN"])) for name, text in said.items() if text.strip()
    }
    item = Item(where["BEGIN"], cells | _times(entry, where, readers, found))
    found += lacks(item, "add lines such as `SUMMARY:Tea`, `LOCATION:Online`, `DTSTART;VALUE=DATE:20220614`")
    return item


def _key(name: str) -> str:
    return {"id": "UID", "organiser": "ORGANIZER", "audience": "CATEGORIES", **_WORDS}[name]


def _others(entry: Any) -> Iterator[tuple[str, str]]:
    """Its identity, who holds it (by name: addresses are nobody's to publish), and for whom it is."""
    if uid := str(entry.get("UID", "")):
        yield "id", _id(uid)
    yield "organiser", str(getattr(entry.get("ORGANIZER"), "params", {}).get("CN", ""))
    categories = entry.get("CATEGORIES", [])
    lists = categories if isinstance(categories, list) else [categories]
    yield "audience", ", ".join(str(one) for each in lists for one in each.cats)


def _id(uid: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", uid.lower()).strip("-")
    if name and len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 9].strip('-')}-{sha256(uid.encode()).hexdigest()[:8]}".strip("-")


def _times(entry: Any, where: Mapping[str, Extent], readers: str, found: list[Problem]) -> dict[str, Cell]:
    """Its start and its end, local to its time zone, if it has one, or by the readers' clock."""
    start = _told(entry, "DTSTART")
    if not isinstance(start, dt.date):
        return {}
    at = where.get("DTSTART", where["BEGIN"])
    zone = _zone(entry, start, readers, at, found)
    try:
        said = {"start": _local(start, zone), "end": _local(_end(entry, start), zone)}
    except OverflowError:
        hint = "mend the year, or delete it"
        found.append(Problem("no calendar counts as far as its time", at.place, hint))
        return {}
    if said["end"] == said["start"]:  # it takes no time, or one day
        said["end"] = ""
    cells = {name: cell(text, where.get(f"DT{name.upper()}", at)) for name, text in said.items() if text}
    return cells | ({"timezone": cell(zone, at)} if zone else {})


def _zone(entry: Any, start: dt.date, readers: str, at: Extent, found: list[Problem]) -> str:
    """The name of the zone whose clock shows the start; none for days, and for times that name no zone.

    Outlook's names are those of Windows. By a clock that the file alone knows, it is told by the readers'.
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415  as above

    if not isinstance(start, dt.datetime):
        return ""
    named = str(entry["DTSTART"].params.get("TZID", ""))
    zone = str(getattr(start.tzinfo, "key", "")) or WINDOWS_TO_OLSON.get(named, "")
    if start.tzinfo in _UTC or (start.tzinfo and not zone):
        return readers
    if named and not zone:
        hint = "for instance `Europe/London`"
        found.append(Problem(f"the time zone `{named}` is not known", at.place, hint))
    return zone


def _end(entry: Any, start: dt.date) -> dt.date | None:
    """When it ends, by its own clock: of days the last, where a calendar has the one after it."""
    end, lasts = _told(entry, "DTEND"), _told(entry, "DURATION")
    if end is None and isinstance(lasts, dt.timedelta):
        end = start + lasts
    if isinstance(end, dt.datetime):
        return end
    return end - _DAY if isinstance(end, dt.date) else None


def _told(entry: Any, name: str) -> Any:
    """The moment, the day or the time span of a property; None if it has none that can be read."""
    with suppress(ValueError):  # of one that is broken, which is told
        return getattr(entry.get(name), "dt", None)
    return None


def _local(moment: dt.date | None, zone: str) -> str:
    """A day, or the time that a zone's clock shows at a moment; that of the moment's own if none is given."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat() if moment else ""
    there = moment.astimezone(ZoneInfo(zone)) if zone and moment.tzinfo else moment
    return there.replace(tzinfo=None).isoformat(timespec="minutes")
