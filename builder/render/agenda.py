"""Agendas as calendar files (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from builder.content.agenda import Agenda, Fields
from builder.render.timezones import as_component
from builder.source.copied import copied
from builder.tagged import language_of

if TYPE_CHECKING:
    from icalendar import Component, vCalAddress

Part = TypeVar("Part", bound="Component")


def render_agenda(agenda: Agenda) -> bytes:
    """An agenda as .ics; every entry names who publishes it, as the method asks (RFC 5546, 3.2.1)."""
    from icalendar import Calendar, Event  # noqa: PLC0415  loads a hundred modules

    calendar = _filled(Calendar(), agenda.fields)
    for zone, first, last, _ in agenda.zones:
        calendar.add_component(as_component(zone, first, last))
    organizer = _address(*agenda.organizer)
    for fields in agenda.entries:
        entry = _filled(Event(), fields)
        entry.add("organizer", organizer)
        calendar.add_component(entry)
    ics: bytes = calendar.to_ical()
    return ics


def _address(name: str, address: str) -> vCalAddress:
    from icalendar import vCalAddress  # noqa: PLC0415  as above

    organizer = vCalAddress(address)
    # It can hold no plain quotation mark (3.2).
    organizer.params["CN"] = copied(name).replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
    return organizer


def _filled(part: Part, fields: Fields) -> Part:
    for name, value in fields:
        # Words that are not of the calendar's language say so (RFC 5545, 3.2.10); categories are one for all.
        language = language_of(value) if isinstance(value, str) else ""
        told = list(value) if isinstance(value, tuple) else _told(value)
        part.add(name, told, parameters={"LANGUAGE": language} if language else {})
    return part


def _told(value: str | int | dt.date) -> str | int | dt.date:
    """Words as they are copied; an hour that its clock shows twice in UTC: parsers differ on it (3.3.5)."""
    if isinstance(value, str):
        return copied(value)
    if (
        isinstance(value, dt.datetime)
        and value.replace(fold=0).utcoffset() != value.replace(fold=1).utcoffset()
    ):
        return value.astimezone(dt.UTC)
    return value
