"""The events on the start page: by day, time and place, each to be put into a calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from builder.content.page import Choice, EventDay, NavLink, PageEvent, Section
from builder.pack.edition import Edition, bare_url
from builder.pack.hours import event_hours
from builder.pack.invitations import invitations
from builder.pack.plan import Plan
from builder.spec.clocks import in_order
from builder.spec.dated import Event
from builder.spec.identity import plain
from builder.tagged import APART, in_language_of, joined

_MOST_DAYS = 31  # on which an event is found that goes on for months


def events_section(edition: Edition, plans: Iterable[Plan]) -> Section:
    """All events, with their own files among the plans, and what readers may choose them by."""
    book, files = edition.phrases, {plan.loc[1]: plan.path for plan in plans if is_event(plan)}
    ordered = in_order(edition.spec.events)
    days = {day: book.date_text(day, year=False) for _, event in ordered for day in _days(event)}
    places = _numbered(event.place for _, event in ordered)
    audiences = _numbered(one for _, event in ordered for one in _audiences(event))
    shown = [
        (event, _shown(edition, number, event, files.get(number, ""), places, audiences))
        for number, event in ordered
    ]
    choices = (
        Choice("day", book["start_day"], tuple((str(day), days[day]) for day in sorted(days))),
        Choice("place", book["start_place"], tuple(places.values())),
        Choice("audience", book["start_audience"], tuple(audiences.values())),
    )
    return Section(
        id=f"{edition.suffix}-events",
        title=book["chapter_events"],
        count=book.plural("events", len(ordered)),
        intro=book["events_intro"],
        days=tuple(_by_day(shown)),
        choices=tuple(choice for choice in choices if len(choice.options) > 1),
    )


def is_event(plan: Plan) -> bool:
    """Whether a file is the calendar of one event."""
    return plan.loc[:1] == ("events",) and plan.format.media_type == "text/calendar"


def _by_day(shown: Sequence[tuple[Event, PageEvent]]) -> Iterator[EventDay]:
    for title, group in groupby((event for _, event in shown), key=lambda event: event.day):
        yield EventDay(title, tuple(group))


def _shown(
    edition: Edition,
    number: int,
    event: Event,
    file: str,
    places: Mapping[str, tuple[str, str]],
    audiences: Mapping[str, tuple[str, str]],
) -> PageEvent:
    hours = event_hours(edition, event)
    links = [NavLink(address, name) for name, address in invitations(edition, event)]
    return PageEvent(
        id=f"{edition.suffix}-event-{number + 1}",
        title=event.title,
        day=hours.day,
        time=hours.time,
        where=joined(APART, (event.place, event.organiser or "")),
        audience=event.audience or "",
        text=event.description or "",
        page=NavLink(event.url, bare_url(event.url)) if event.url else None,
        file=file,
        links=tuple(links),
        keys=(
            ("day", " ".join(str(day) for day in _days(event))),
            ("place", places[plain(event.place)][0]),
            ("audience", " ".join(audiences[plain(one)][0] for one in _audiences(event))),
        ),
    )


def _days(event: Event) -> list[dt.date]:
    """The days on which it takes place; a night belongs to the day on which it begins."""
    first, end = _day(event.start), event.end or event.start
    last = _day(end)
    if isinstance(end, dt.datetime) and end - dt.datetime.combine(first, dt.time()) < dt.timedelta(days=1.5):
        last = first
    return [first + dt.timedelta(days=number) for number in range(min((last - first).days + 1, _MOST_DAYS))]


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _audiences(event: Event) -> list[str]:
    said = event.audience or ""
    parts = (part.strip() for part in re.split(r"[,;،؛、]", said))
    return [in_language_of(part, said) for part in parts if part]


def _numbered(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """By each name as it is compared: a number, and the name; in the order of the alphabet."""
    once = {plain(name): name for name in reversed(list(names))}
    return {key: (str(number), once[key]) for number, key in enumerate(sorted(once))}
