"""An agenda: what goes into a calendar file, in the words of iCalendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Fields = tuple[
    tuple[str, str | dt.date], ...
]  # property → value (RFC 5545, 3.7 and 3.8); a moment has its zone


@dataclass(frozen=True, slots=True)
class Agenda:
    """Entries in their order, and what holds for all of them."""

    fields: Fields
    entries: tuple[Fields, ...]
    first: dt.date  # the days from which and until which the rules of time zones are told
    last: dt.date
    zones: tuple[
        tuple[str, str], ...
    ] = ()  # the time zones, and the sha256 of the rules that are known of each
