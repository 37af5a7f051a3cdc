"""Words that a text takes from another field of its spec: `{theme}`, `{dates}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from pydantic_core import PydanticCustomError

from builder.emphasis import without_stars
from builder.errors import Problem
from builder.phrases.book import locale_of
from builder.phrases.dates import date_range
from builder.record import replace
from builder.source import Data, Loc, Source
from builder.source.validate import listed, named, nearest
from builder.spec.days import day_meant
from builder.spec.translation import says
from builder.tagged import in_language_of

# What each stands for: as the slots of designs are named, but for `website`, which is a whole address here.
FIELDS: Mapping[str, Loc] = {
    "campaign": ("campaign", "name"),
    "short_name": ("campaign", "short_name"),
    "organiser": ("campaign", "organiser"),
    "website": ("campaign", "website"),
    "theme": ("theme", "title"),
    "strapline": ("theme", "strapline"),
    "hashtag": ("theme", "hashtag"),
}
DATES = ("dates", "dates_short", "year")
# Two braces are those of other programs, which fill in letters: they stay.
_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def with_words(source: Source, language: str) -> tuple[Source, tuple[Problem, ...]]:
    """The spec with its placeholders filled in, and the fault of each that stands for nothing.

    What others take their words from may itself hold those of the dates.
    """
    problems = list[Problem]()
    dates = _dates(source, language)
    fields = {name: source.at(loc) for name, loc in FIELDS.items()}
    texts = {name: without_stars(text) for name, text in fields.items() if isinstance(text, str)}
    own = {name: _filled(text, dates) for name, text in texts.items()}
    whole = {**own, **dates}

    def fill(data: Data, loc: Loc) -> Data:
        if isinstance(data, dict):
            return {name: fill(value, (*loc, name)) for name, value in data.items()}
        if isinstance(data, list):
            return [fill(item, (*loc, number)) for number, item in enumerate(data)]
        if not isinstance(data, str) or "{" not in data or not says(loc):
            return data
        known = dates if loc in FIELDS.values() else whole
        problems.extend(_unknown(source, loc, data, known))
        return _filled(data, known)

    return replace(source, data=fill(source.data, ())), tuple(problems)


def _dates(source: Source, language: str) -> dict[str, str]:
    """The dates as the language writes them; nothing where they are no days, which is a fault by itself."""
    with suppress(PydanticCustomError):
        start, end = (day_meant(source.at(("dates", name))) for name in ("start", "end"))
        ranges = (date_range(start, end, locale_of(language), year=year) for year in (True, False))
        return dict(zip(DATES, (*ranges, str(start.year)), strict=True))
    return {}


def _filled(text: str, known: Mapping[str, str]) -> str:
    return in_language_of(_PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), text), text)


def _unknown(source: Source, loc: Loc, text: str, known: Mapping[str, str]) -> Iterator[Problem]:
    for match in _PLACEHOLDER.finditer(text):
        name = match[1]
        if name in known or (name in DATES and not known.keys() & set(DATES)):
            continue
        place = source.place(loc, within=match[0])
        yield Problem(f"`{match[0]}` stands for nothing in {named(loc)}", place, _remedy(source, name, known))


def _remedy(source: Source, name: str, known: Mapping[str, Any]) -> str:
    if name in FIELDS and source.at(FIELDS[name]) is None:
        return f"write {named(FIELDS[name])}, or leave it out here"
    if likely := nearest(name, known):
        return f"did you mean `{{{likely}}}`?"
    given = listed([f"{{{each}}}" for each in known], "and")
    return f"there are {given}; what partners fill in stands in square brackets: [{name}]"
