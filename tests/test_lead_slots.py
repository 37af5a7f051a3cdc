"""Slots of which designs draw a part large: a date's day, a figure's first number, a quote's opening mark."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.pack.cards import parted
from builder.pack.hours import only_day
from builder.phrases import phrases
from builder.spec.dated import Event

DAY, at = dt.date(2022, 6, 15), dt.datetime.fromisoformat


def event(start: dt.date, end: dt.date | None = None) -> Event:
    return Event.model_construct(title="Open morning", start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        (DAY, None, DAY),
        (DAY, DAY, DAY),
        (DAY, dt.date(2022, 6, 16), None),
        (at("2022-06-15T09:00"), at("2022-06-15T12:00"), DAY),
        (at("2022-06-15T20:00"), at("2022-06-16T01:00"), DAY),
        (at("2022-06-15T09:00"), at("2022-06-16T17:00"), None),
    ],
)
def test_an_event_has_a_day_if_it_takes_one(start: dt.date, end: dt.date | None, day: dt.date | None) -> None:
    assert only_day(event(start, end)) == day


@pytest.mark.parametrize(
    ("language", "mark", "closed"),
    [("en-GB", "“", "Yes.”"), ("de", "„", "Yes.“"), ("fr", "«", "Yes.\N{NARROW NO-BREAK SPACE}»")],
)
def test_a_quote_is_parted_from_its_opening_mark(language: str, mark: str, closed: str) -> None:
    quotation = phrases(language).fill("quotation", text="Yes.")
    found = parted(quotation, "Yes.")
    assert (found["mark"], " ".join(found["closed"].split())) == (mark, " ".join(closed.split()))


def test_days_are_told_as_their_language_writes_them() -> None:
    assert phrases("en-GB").weekday(DAY) == "Wednesday"
    assert phrases("cy").weekday(DAY) == "Dydd Mercher"
    assert phrases("en-GB").day_number(DAY) == "15"
    assert phrases("bn").day_number(DAY) == "১৫"
