"""The calendars: the campaign, its days and its events, for any calendar program (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH

from builder.content.agenda import Agenda
from builder.errors import Problem
from builder.kinds.calendar.revisions import Revision, revisions
from builder.kinds.kind import AssetKind
from builder.pack.edition import Edition
from builder.pack.formats import ICS
from builder.pack.plan import Plan
from builder.record import replace


def plan(edition: Edition) -> Iterator[Plan]:
    """One file of all, one of the campaign and its days, and one for each event."""
    every = revisions(edition)
    whole = _plan(edition, "calendar", edition.name, every)
    yield replace(whole, title=edition.phrases["file_calendar"], notes=tuple(_unsent(edition, every)))
    if edition.spec.events:
        dates = _plan(edition, "dates", edition.name, [one for one in every if one.event is None])
        yield replace(dates, title=edition.phrases["file_dates"])
    for one in every:
        if one.event is not None:
            yield _event(edition, one)


def _event(edition: Edition, one: Revision) -> Plan:
    own = one.sent.uid.partition("@")[0].removeprefix(f"{edition.stem}-").removesuffix(f"-{edition.suffix}")
    plan = _plan(edition, own, one.sent.title, [one])
    return replace(plan, title=one.sent.title, loc=("events", one.event or 0), find=edition.place)


def _plan(edition: Edition, name: str, title: str, shown: Sequence[Revision]) -> Plan:
    single = len(shown) == 1 and shown[0].event is not None
    return Plan(
        kind=KIND.name,
        path=edition.path("calendar/events" if single else "calendar", name, ICS),
        title=title,
        format=ICS,
        content=_agenda(edition, title, shown),
        language=edition.language,
        use=edition.phrases["use_calendar"],
    )


def _agenda(edition: Edition, title: str, shown: Sequence[Revision]) -> Agenda:
    campaign = edition.spec.campaign
    product = f"-//{campaign.organiser}//{edition.stem}//{edition.suffix.upper()}"
    mail = "@" in campaign.contact and " " not in campaign.contact
    return Agenda(
        fields=(
            ("version", "2.0"),
            ("prodid", product),
            ("method", "PUBLISH"),
            ("x-wr-calname", title),
        ),
        entries=tuple(one.fields for one in shown),
        organizer=(campaign.organiser, f"mailto:{campaign.contact}" if mail else campaign.website),
        zones=tuple(_zones(shown)),
    )


def _zones(shown: Sequence[Revision]) -> Iterator[tuple[str, int, int, str]]:
    for zone in sorted({one.zone for one in shown if one.zone}):
        moments = [
            value
            for one in shown
            if one.zone == zone
            for name, value in one.fields
            if name in ("dtstart", "dtend") and isinstance(value, dt.date)
        ]
        years = [moment.year for moment in moments]
        yield zone, min(years) - 1, max(years), _rules(zone)


def _rules(zone: str) -> str:
    """The sha256 of the rules of a time zone, which Python takes from the system or from tzdata (PEP 615)."""
    for folder in TZPATH:
        with suppress(OSError):
            return sha256(Path(folder, zone).read_bytes()).hexdigest()
    package, _, name = f"tzdata/zoneinfo/{zone}".rpartition("/")
    return sha256(files(package.replace("/", ".")).joinpath(name).read_bytes()).hexdigest()


def _unsent(edition: Edition, every: Sequence[Revision]) -> Iterator[Problem]:
    """A warning of what has changed since the pack was last sent, and is not written down yet."""
    counts = Counter(one.news for one in every if one.news)
    if counts and edition.released:
        listed = ", ".join(
            f"{counts[news]} {news}" for news in ("new", "changed", "cancelled") if counts[news]
        )
        message = f"entries of the calendars since the release of {edition.released.day}: {listed}"
        hint = f"`packbuild release {edition.year}` writes it down before you send the pack"
        yield Problem(message, hint=hint, severity="warning")


KIND = AssetKind(
    name="calendar",
    order=70,
    help="the campaign, its days and events as calendar files (ICS)",
    plan=plan,
    settled=False,  # the rules of time zones are the system's
)
