"""What must hold between the fields of a spec, beyond each field being right by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from zoneinfo import ZoneInfo

from builder.errors import Problem
from builder.source import Loc
from builder.source.validate import named
from builder.spec.clocks import first_moment, readers_zone
from builder.spec.dated import Event
from builder.spec.draft import Draft
from builder.spec.identity import plain
from builder.spec.parts import Campaign, Dates

Check = Callable[[Draft], Iterator[Problem]]

_NEAR = 90  # days
_FEW = 3  # events; each of so many is told by itself


def dates_in_order(draft: Draft) -> Iterator[Problem]:
    """The last day is not before the first, and not months after it."""
    dates: Dates | None = draft.part("dates")
    if dates and dates.end < dates.start:
        message = f"dates.end is before dates.start ({dates.end}, {dates.start})"
        week = dates.start + dt.timedelta(days=6)
        yield draft.error(message, ("dates", "end"), f"the week ends on {week} if it lasts seven days")
    elif dates and (dates.end - dates.start).days > 31:
        lasts = (dates.end - dates.start).days + 1
        yield draft.warning(
            f"the campaign lasts {lasts} days", ("dates", "end"), "check the month and the year"
        )


def year_of_the_file(draft: Draft) -> Iterator[Problem]:
    """A file named for a year speaks of that year, which names what is built: else it would be another's."""
    dates: Dates | None = draft.part("dates")
    file = PurePath(draft.source.file)
    year = file.name.split(".")[0]
    if dates and year.isdecimal() and len(year) == 4 and int(year) != dates.start.year:
        message = f"dates.start is in {dates.start.year}, but this file is named {year}"
        renamed = f"{dates.start.year}{file.suffix}"
        hint = f"write a day of {year}, or rename this file to {renamed} if it is the spec of that year"
        yield draft.error(message, ("dates", "start"), hint)


def days_in_the_week(draft: Draft) -> Iterator[Problem]:
    """Each day's topic belongs to a day of the campaign."""
    dates: Dates | None = draft.part("dates")
    for number, day in draft.items("days").items():
        if dates and dates.start <= dates.end and not dates.start <= day.date <= dates.end:
            message = f"{day.date} is not a day of the campaign"
            hint = f"it goes from {dates.start} to {dates.end}"
            yield draft.error(message, ("days", number, "date"), hint)


def names_once(draft: Draft) -> Iterator[Problem]:
    """What items are known by is there once."""
    known_by = {"days": "date", "previous_weeks": "year"}
    lists = ("messages", "statistics", "quotes", "resources", "days", "posts", "events", "letters", "photos")
    for name in (*lists, "previous_weeks"):
        field = known_by.get(name, "id")
        yield from _repeated(draft, draft.written(name, field), f"two items of {name} have the {field}")
    languages = [(("languages", n), tag) for n, tag in _listed(draft, ("languages",))]
    yield from _repeated(draft, languages, "twice among the languages:")
    own = [(("guide", "own", n, "id"), id_) for n, id_ in _listed(draft, ("guide", "own"), "id")]
    yield from _repeated(draft, own, "two items of guide.own have the id")


def events_in_order(draft: Draft) -> Iterator[Problem]:
    """An event ends after it starts, at times that its clock shows once."""
    readers = _readers(draft)
    for number, event in draft.items("events").items():
        loc: Loc = ("events", number)
        yield from _ends_after(draft, event, loc)
        for field, time in (("start", event.start), ("end", event.end)):
            if isinstance(time, dt.datetime):
                yield from _shown_once(draft, (*loc, field), time, event.timezone or readers)


def events_near(draft: Draft) -> Iterator[Problem]:
    """Events are near the campaign; many of a file that are not have one cause."""
    dates: Dates | None = draft.part("dates")
    far: dict[str, list[Loc]] = {}
    for number, event in draft.items("events").items():
        if dates and _apart(first_moment(event).date(), dates) > _NEAR:
            loc: Loc = ("events", number, "start")
            place = draft.source.place(loc)
            far.setdefault(place.file if place else "", []).append(loc)
    for locs in far.values():
        message, hint = "more than three months away from the campaign", "check the year"
        if len(locs) > _FEW:
            yield draft.warning(f"{len(locs)} events from here on are {message}", locs[0], hint)
        else:
            yield from (draft.warning(f"the event is {message}", loc, hint) for loc in locs)


def _readers(draft: Draft) -> str:
    campaign: Campaign | None = draft.part("campaign")
    return readers_zone(campaign.timezone if campaign else None, draft.items("events").values())


def events_told_once(draft: Draft) -> Iterator[Problem]:
    """No event is told twice, and calendars can tell any two apart."""
    told: dict[object, int] = {}
    for number, event in draft.items("events").items():
        words, day = plain(event.title), first_moment(event).date()
        same = told.setdefault((words, event.start, plain(event.place)), number)
        alike = told.setdefault((words, day), number)
        if same != number:
            message = f"the event is told twice: it is also {_where(draft, same)}"
            yield draft.warning(message, ("events", number), "delete one of the two")
        elif alike != number and not (event.id or draft.items("events")[alike].id):
            message = f"calendars cannot tell this event from the one {_where(draft, alike)}"
            hint = "both have one title and day: give each an `id`"
            yield draft.warning(message, ("events", number), hint)


def _where(draft: Draft, number: int) -> str:
    place, here = draft.source.place(("events", number)), draft.source.file
    return f"on line {place.line}" if place.file == here else f"in {place.file}, line {place.line}"


def _ends_after(draft: Draft, event: Event, loc: Loc) -> Iterator[Problem]:
    start, end = event.start, event.end
    timed = isinstance(start, dt.datetime)
    if end is not None and isinstance(end, dt.datetime) != timed:
        message = (
            "the event has a time at its start alone" if timed else "the event has a time at its end alone"
        )
        yield draft.error(message, (*loc, "end"), "give both a time, or neither: then it takes whole days")
    elif end is not None and (end < start or (timed and end == start)):
        message = f"the event ends before it starts ({_written(end)}, {_written(start)})"
        yield draft.error(message, (*loc, "end"), "check the day, and the hours from 00 to 23")


def _written(moment: dt.datetime | dt.date) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, dt.datetime) else f"{moment}"


def _shown_once(draft: Draft, loc: Loc, time: dt.datetime, zone: str) -> Iterator[Problem]:
    """A fault for a time that a clock skips; a warning for one that it shows twice."""
    shown = [time.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1)]
    if all(each.astimezone(dt.UTC).astimezone(each.tzinfo).replace(tzinfo=None) != time for each in shown):
        message = f"{time:%H:%M} is a time that {zone} skips on {time:%Y-%m-%d}"
        yield draft.error(message, loc, "the clocks go forward an hour then")
    elif shown[0].utcoffset() != shown[1].utcoffset():
        message = f"{time:%H:%M} comes twice in {zone} on {time:%Y-%m-%d}: the first is meant"
        yield draft.warning(message, loc, "the clocks go back an hour then: another hour says which")


def posts_near_the_week(draft: Draft) -> Iterator[Problem]:
    """A post has a text for every platform, and a time near the campaign that the clock shows once."""
    dates: Dates | None = draft.part("dates")
    readers = _readers(draft)
    for number, post in draft.items("posts").items():
        if "default" not in post.text:
            message = f"{named(('posts', number, 'text'))} has no `default`"
            hint = "add the text for platforms that have none of their own"
            yield draft.error(message, ("posts", number, "text"), hint, key=True)
        if post.time is not None:
            yield from _shown_once(draft, ("posts", number, "when"), post.moment, readers)
        if dates and _apart(post.day, dates) > 180:
            message = "the post is more than six months away from the campaign"
            yield draft.warning(message, ("posts", number, "when"), "check the year")


def weeks_before(draft: Draft) -> Iterator[Problem]:
    """Previous weeks lie before this one."""
    dates: Dates | None = draft.part("dates")
    for number, week in draft.items("previous_weeks").items():
        if dates and week.year >= dates.start.year:
            message = f"{week.year} is not before this campaign's year, {dates.start.year}"
            yield draft.error(message, ("previous_weeks", number, "year"))


def _listed(draft: Draft, loc: Loc, field: str = "") -> list[tuple[int, str]]:
    items = draft.source.at(loc)
    numbered = enumerate(items if isinstance(items, list) else [])
    values = ((n, item.get(field) if field and isinstance(item, dict) else item) for n, item in numbered)
    return [(number, value) for number, value in values if isinstance(value, str)]


def _repeated(draft: Draft, written: Sequence[tuple[Loc, str]], what: str) -> Iterator[Problem]:
    first: dict[str, Loc] = {}
    for loc, value in written:
        if value in first:
            line = draft.source.place(first[value]).line
            yield draft.error(f"{what} `{value}`", loc, f"it is also on line {line}; keep one of the two")
        first.setdefault(value, loc)


def _apart(day: dt.date, dates: Dates) -> int:
    return max((dates.start - day).days, (day - dates.end).days)


RULES: tuple[Check, ...] = (
    dates_in_order,
    year_of_the_file,
    days_in_the_week,
    names_once,
    events_in_order,
    events_near,
    events_told_once,
    posts_near_the_week,
    weeks_before,
)
