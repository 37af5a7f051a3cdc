"""How entries stand to what was sent before: their identity, their number, what was taken out.

A program that has an entry takes another of the same UID in its place if its SEQUENCE is higher (RFC 5546,
2.1.5). What was taken out is said once more, as cancelled (3.2.1).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from builder.archive import epoch
from builder.content.agenda import Fields
from builder.kinds.calendar.entries import Entry, entries
from builder.pack.edition import Edition
from builder.record import Record
from builder.spec.clocks import local
from builder.spec.releases import Entry as Sent


class Revision(Record):
    """An entry as it goes into the next edition."""

    fields: Fields
    zone: str
    event: int | None
    sent: Sent  # as it will be known when the edition is sent today
    news: str = ""  # `new`, `changed` or `cancelled` since the last edition; nothing if it is as it was


def revisions(edition: Edition, today: dt.date | None = None) -> tuple[Revision, ...]:
    """All entries of an edition, and after them those that were taken out.

    What has changed is dated `today`, or the day of the last release if none is given.
    """
    release = edition.released
    before = (
        {each.uid.partition("@")[0]: each for each in release.calendars.get(edition.language, ())}
        if release
        else {}
    )
    day = today or (release.day if release else edition.spec.dates.start)
    stamp = epoch(day)
    now = [_revised(edition, entry, before, day, stamp) for entry in entries(edition)]
    kept = {each.sent.uid for each in now}
    gone = (each for each in before.values() if each.uid not in kept)
    return (*now, *(_cancelled(each, day, stamp) for each in gone))


def _revised(
    edition: Edition, entry: Entry, before: Mapping[str, Sent], day: dt.date, stamp: dt.datetime
) -> Revision:
    own = f"{edition.stem}-{entry.name}-{edition.suffix}"
    known, digest = before.get(own), _digest(entry)
    fields = dict(entry.fields)
    sent = Sent(
        uid=known.uid if known else f"{own}@{_host(edition)}",
        sequence=0,
        modified=day,
        digest=digest,
        title=str(fields["summary"]),
        start=_written(fields["dtstart"]),
        end=_written(fields.get("dtend")),
        timezone=entry.zone,
    )
    news = "new" if edition.released else ""
    if known:
        same = known.digest == digest and not known.cancelled
        news = "" if same else "changed"
        update = {"sequence": known.sequence + (not same), "modified": known.modified if same else day}
        sent = sent.model_copy(update=update)
    return Revision(_numbered(entry.fields, sent, stamp, "CONFIRMED"), entry.zone, entry.event, sent, news)


def _cancelled(known: Sent, day: dt.date, stamp: dt.datetime) -> Revision:
    update = {"sequence": known.sequence + 1, "modified": day, "cancelled": True, "digest": ""}
    sent = known if known.cancelled else known.model_copy(update=update)
    moments = ((name, _read(text, sent.timezone)) for name, text in _span(sent))
    fields = _numbered((("summary", sent.title), *moments), sent, stamp, "CANCELLED")
    return Revision(fields, sent.timezone, None, sent, "" if known.cancelled else "cancelled")


def _numbered(fields: Fields, sent: Sent, stamp: dt.datetime, status: str) -> Fields:
    modified = dt.datetime.combine(sent.modified, dt.time(12), dt.UTC)
    return (
        ("uid", sent.uid),
        ("dtstamp", stamp),
        ("last-modified", min(modified, stamp)),
        ("sequence", sent.sequence),
        ("status", status),
        *fields,
    )


def _host(edition: Edition) -> str:
    return urlsplit(edition.spec.campaign.website).hostname or "localhost"


def _digest(entry: Entry) -> str:
    """A digest of what an entry says, the same for every version of the program that says the same."""
    said = {name: _written(value) for name, value in entry.fields} | {"zone": entry.zone}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def _written(value: object) -> str:
    """Local times and days as ISO 8601 writes them; whose clock it is stands beside them."""
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    return "" if value is None else str(value)


def _span(sent: Sent) -> Iterator[tuple[str, str]]:
    yield "dtstart", sent.start
    if sent.end:
        yield "dtend", sent.end


def _read(text: str, zone: str) -> dt.date:
    return local(dt.datetime.fromisoformat(text), zone) if zone else dt.date.fromisoformat(text)
