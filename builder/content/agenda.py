"""An agenda: what goes into a calendar file, in the words of iCalendar."""

from __future__ import annotations

import datetime as dt

from builder.record import Record

# property → value (RFC 5545, 3.7 and 3.8); a moment has its zone, and several values are a tuple
Value = str | int | dt.date | tuple[str, ...]
Fields = tuple[tuple[str, Value], ...]


class Agenda(Record):
    """Entries in their order, and what holds for all of them."""

    fields: Fields
    entries: tuple[Fields, ...]
    organizer: tuple[str, str]  # the name of who publishes it, and an address to write to or to look at
    # The time zones, the year before the first entry in each and that of the last one, and the sha256 of the
    # rules that are known of each.
    zones: tuple[tuple[str, int, int, str], ...] = ()
