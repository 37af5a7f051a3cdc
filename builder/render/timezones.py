"""The rules of a time zone as a calendar file tells them (RFC 5545, 3.6.5), from what Python knows of it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from builder.record import Record

if TYPE_CHECKING:
    from icalendar import Timezone

_STEP = dt.timedelta(days=5)  # no zone changes its clock twice within it
_CYCLE = 28  # years after which weekdays fall on the same days again
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ZERO = dt.timedelta()


class _Kind(NamedTuple):
    """What a clock changes from and to; onsets of one kind are told together."""

    before: dt.timedelta
    after: dt.timedelta
    name: str  # `BST`
    summer: bool


class Observance(Record):
    """A change of a clock: once, or every year from then on."""

    kind: _Kind
    onset: dt.datetime  # the first, as the clock showed it before it changed
    rule: tuple[tuple[str, object], ...] = ()  # how they go on every year (RFC 5545, 3.3.10)


@lru_cache(maxsize=64)
def observances(zone: str, first: int, last: int) -> tuple[Observance, ...]:
    """How the clock of a zone changes from one year until another, in the order of the first onsets.

    A time of the year after the first one always has an onset before it.
    """
    clock, start = ZoneInfo(zone), dt.datetime(first, 1, 1, tzinfo=dt.UTC)
    changes = list(_changes(clock, start, dt.datetime(first + _CYCLE, 1, 1, tzinfo=dt.UTC)))
    kinds: dict[_Kind, list[dt.datetime]] = {}
    for moment in changes:
        kind = _kind(clock, moment)
        kinds.setdefault(kind, []).append((moment + kind.before).replace(tzinfo=None))
    until = dt.datetime(last + 1, 1, 1)  # noqa: DTZ001  the clock's own
    found = [each for kind, onsets in kinds.items() for each in _observed(kind, onsets, first, until)]
    if not any(each.onset.year <= first for each in found):
        found.append(_always(clock, start))
    return tuple(sorted(found, key=lambda each: (each.onset, each.kind.name)))


def as_component(zone: str, first: int, last: int) -> Timezone:
    """The VTIMEZONE of a zone, for entries from one year until another.

    What follows no rule stands onset by onset: some programs read no list of them (ical.js 2.2: RDATE).
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur  # noqa: PLC0415  loads much

    whole = Timezone()
    whole.add("tzid", zone)
    for each in observances(zone, first, last):
        part = TimezoneDaylight() if each.kind.summer else TimezoneStandard()
        part.add("dtstart", each.onset)
        part.add("tzoffsetfrom", each.kind.before)
        part.add("tzoffsetto", each.kind.after)
        part.add("tzname", each.kind.name)
        if each.rule:
            part.add("rrule", vRecur(each.rule))
        whole.add_component(part)
    return whole


def _changes(clock: ZoneInfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """The moments, in UTC and to the second, at which a clock changes."""
    while start < end:
        after = start + _STEP
        if _shown(clock, start) != _shown(clock, after):
            yield _change(clock, start, after)
        start = after


def _change(clock: ZoneInfo, low: dt.datetime, high: dt.datetime) -> dt.datetime:
    before = _shown(clock, low)
    while high - low > dt.timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (middle, high) if _shown(clock, middle) == before else (low, middle)
    return high


def _shown(clock: ZoneInfo, moment: dt.datetime) -> tuple[dt.timedelta, str]:
    there = moment.astimezone(clock)
    return there.utcoffset() or _ZERO, there.tzname() or ""


def _kind(clock: ZoneInfo, moment: dt.datetime) -> _Kind:
    earlier = (moment - dt.timedelta(seconds=1)).astimezone(clock)
    (before, _), (after, name) = _shown(clock, earlier), _shown(clock, moment)
    turns = bool(earlier.dst() or moment.astimezone(clock).dst())  # in Dublin winter is what differs
    return _Kind(before, after, name, turns and after > before)


def _always(clock: ZoneInfo, start: dt.datetime) -> Observance:
    """What the clock shows as the first year begins."""
    offset, name = _shown(clock, start)
    summer = bool(start.astimezone(clock).dst()) and (start.astimezone(clock).dst() or _ZERO) > _ZERO
    return Observance(_Kind(offset, offset, name, summer), (start + offset).replace(tzinfo=None))


def _observed(
    kind: _Kind, onsets: Sequence[dt.datetime], first: int, until: dt.datetime
) -> Iterator[Observance]:
    """The first onset with the rule that all follow, else each that matters."""
    rule = _rule(onsets) if len(onsets) == _CYCLE and onsets[0].year == first else ()
    if rule:
        yield Observance(kind, onsets[0], rule)
    else:
        yield from (Observance(kind, onset) for onset in onsets if onset < until)


def _rule(onsets: Sequence[dt.datetime]) -> tuple[tuple[str, object], ...]:
    """`the last Sunday in March`, if that is what the onsets of a cycle of years have in common."""
    alike = {(onset.month, onset.weekday(), onset.time()) for onset in onsets}
    days = [onset.day for onset in onsets]
    if len(alike) > 1 or max(days) - min(days) != 6:
        return ()
    ((month, weekday, _),) = alike
    name, low = _WEEKDAYS[weekday], min(days)
    yearly = (("FREQ", "YEARLY"), ("BYMONTH", month))
    if all(onset.day > calendar.monthrange(onset.year, month)[1] - 7 for onset in onsets):
        return (*yearly, ("BYDAY", f"-1{name}"))
    if low % 7 == 1:
        return (*yearly, ("BYDAY", f"{low // 7 + 1}{name}"))
    return (*yearly, ("BYDAY", name), ("BYMONTHDAY", tuple(range(low, low + 7))))
