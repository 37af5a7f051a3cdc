"""Agendas as calendar files (RFC 5545)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from builder.content.agenda import Agenda, Fields

if TYPE_CHECKING:
    from icalendar import Component

Part = TypeVar("Part", bound="Component")


def render_agenda(agenda: Agenda) -> bytes:
    """An agenda as .ics."""
    from icalendar import Calendar, Event  # noqa: PLC0415  loads a hundred modules

    calendar = _filled(Calendar(), agenda.fields)
    for fields in agenda.entries:
        calendar.add_component(_filled(Event(), fields))
    calendar.add_missing_timezones(agenda.first, agenda.last)
    calendar.subcomponents.sort(key=_rank)  # the library takes the zones from a set
    ics: bytes = calendar.to_ical()
    return ics


def _filled(part: Part, fields: Fields) -> Part:
    for name, value in fields:
        part.add(name, value)
    return part


def _rank(part: Component) -> tuple[bool, str]:
    """Time zones come first, by name; entries follow as they were added."""
    return part.name != "VTIMEZONE", str(part.get("tzid", ""))
