"""Addresses that put an event into a calendar on the web, for those who open no files.

Neither service documents its form; both are those that their own "add to calendar" links have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from builder.pack.edition import Edition
from builder.spec.clocks import local
from builder.spec.dated import Event

_LONGEST = 300  # characters of a description: an address of more than some 2,000 is cut by what opens it
_DAY = dt.timedelta(days=1)
_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = (
    ("Outlook.com", "https://outlook.live.com/calendar/0/deeplink/compose"),
    ("Microsoft 365", "https://outlook.office.com/calendar/0/deeplink/compose"),
)


def invitations(edition: Edition, event: Event) -> Iterator[tuple[str, str]]:
    """What each calendar on the web is called, and the address that puts the event there."""
    zone = event.timezone or edition.clocks.readers
    yield "Google", _address(_GOOGLE, _google(event, zone))
    for name, address in _OUTLOOK:
        yield name, _address(address, _outlook(event, zone))


def _google(event: Event, zone: str) -> dict[str, str]:
    start, end = _span(event)
    form = "%Y%m%dT%H%M%S" if isinstance(start, dt.datetime) else "%Y%m%d"
    clock = {"ctz": zone} if isinstance(start, dt.datetime) else {}
    dates = f"{start.strftime(form)}/{end.strftime(form)}"
    said = {"text": event.title, "dates": dates, "location": event.place, "details": _about(event)}
    return {"action": "TEMPLATE", **said, **clock}


def _outlook(event: Event, zone: str) -> dict[str, str]:
    start, end = _span(event)
    days = {} if isinstance(start, dt.datetime) else {"allday": "true"}
    when = {"startdt": _moment(start, zone), "enddt": _moment(end, zone)}
    said = {"subject": event.title, "location": event.place, "body": _about(event)}
    return {"path": "/calendar/action/compose", "rru": "addevent", **said, **when, **days}


def _span(event: Event) -> tuple[dt.date, dt.date]:
    """From when until when; of days, until the one after the last."""
    end = event.end or event.start
    return event.start, end if isinstance(end, dt.datetime) else end + _DAY


def _moment(moment: dt.date, zone: str) -> str:
    return local(moment, zone).isoformat() if isinstance(moment, dt.datetime) else moment.isoformat()


def _about(event: Event) -> str:
    text = event.description or ""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(maxsplit=1)[0]} …"
    return "\n\n".join(part for part in (short, event.organiser, event.url) if part)


def _address(service: str, fields: dict[str, str]) -> str:
    given = {name: value for name, value in fields.items() if value}
    return f"{service}?{urlencode(given, quote_via=quote)}"
