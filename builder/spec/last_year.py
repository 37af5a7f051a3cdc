"""What a text still says of the year before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache

from builder.errors import Problem
from builder.phrases.book import locale_of
from builder.phrases.dates import date_range, names, one_of
from builder.spec.draft import Draft
from builder.spec.folded import folded
from builder.spec.parts import Campaign, Dates, PreviousWeek, Theme
from builder.tagged import language_of

_LONG = 8  # letters: a theme of fewer may be words like others
_NEAR = dt.timedelta(days=31)  # of the campaign's own, within which as many days are meant to be those
_PAST = ("previous_weeks", "statistics")  # they tell of earlier years: figures are those of the last

Stale = tuple[str, str, str]  # the words, what they are, and what is right every year


def words(draft: Draft) -> Iterator[Problem]:
    """No text has the theme, hashtag or summary of the year before, or dates that are not the campaign's."""
    dates: Dates | None = draft.part("dates")
    if dates is None:
        return
    stale = tuple(_stale(draft, dates.start.year))
    for loc, text in draft.texts():
        if loc and loc[0] not in _PAST:
            for found, message, placeholder in (
                *_said(text, stale),
                *_weeks(text, dates, language_of(text, draft.language)),
            ):
                hint = (
                    f"write `{placeholder}`, which is right every year"
                    if placeholder
                    else "write this year's"
                )
                yield draft.warning(message, loc, hint, within=found)


def _stale(draft: Draft, year: int) -> Iterator[Stale]:
    theme: Theme | None = draft.part("theme")
    campaign: Campaign | None = draft.part("campaign")
    weeks: Mapping[int, PreviousWeek] = draft.items("previous_weeks")
    past = [week for week in weeks.values() if week.year < year]
    last = max((week.year for week in past), default=year)
    for week in (week for week in past if week.year == last):
        yield week.summary, f"what came of {week.year}", ""
        if theme and week.theme and theme.title != week.theme and len(week.theme) >= _LONG:
            yield week.theme, f"the theme of {week.year}", "{theme}"
        if theme and week.hashtag and theme.hashtag != week.hashtag:
            yield week.hashtag, f"the hashtag of {week.year}", "{hashtag}"
        if campaign:
            yield f"{campaign.name} {week.year}", f"the week of {week.year}", "{campaign} {year}"
            yield f"{campaign.short_name} {week.year}", f"the week of {week.year}", "{short_name} {year}"


def _said(text: str, stale: tuple[Stale, ...]) -> Iterator[tuple[str, str, str]]:
    known = folded(text)
    for phrase, what, placeholder in stale:
        if folded(phrase) not in known:
            continue
        if match := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE):
            yield match[0], f"the text says {what}: `{_short(match[0])}`", placeholder


def _weeks(text: str, dates: Dates, language: str) -> Iterator[tuple[str, str, str]]:
    """Ranges of days, as long as the campaign and near it or in an earlier year, that are not its own."""
    for words, first, last in _ranges(text, dates.start.year, language):
        alike = last - first == dates.end - dates.start and first != dates.start
        if alike and (abs(first - dates.start) <= _NEAR or last.year < dates.start.year):
            own = date_range(dates.start, dates.end, locale_of(language), year=True)
            yield words, f"the text says `{words}`, and the campaign is {own}", "{dates}"


def _ranges(text: str, year: int, language: str) -> Iterator[tuple[str, dt.date, dt.date]]:
    """The ranges of days in a text, of a year if it names none: the words, the first day and the last."""
    pattern, months = _pattern(language)
    for match in pattern.finditer(text):
        said = {name.rstrip("2"): words for name, words in match.groupdict().items() if words}
        named = int(said.get("year", year))
        month, last_month = (
            months[name.lower().rstrip(".")]
            for name in (said.get("month") or said["until"], said.get("until") or said["month"])
        )
        with suppress(ValueError):
            first = dt.date(named - (month > last_month), month, int(said["first"]))
            yield match[0], first, dt.date(named, last_month, int(said["last"]))


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """How a language writes a range of days, and which month each name is (Unicode CLDR)."""
    months = names(locale_of(language), "months")
    month, dash = one_of(months), r" ?[–-] ?"
    day = r"(?P<{}>\d{{1,2}})(?:\.|er)?"
    day_first = (
        rf"{day.format('first')}(?: (?:\w{{1,2}} )?(?P<month>{month})(?: \d{{4}})?)?{dash}"
        rf"{day.format('last')} (?:\w{{1,2}} )?(?P<until>{month})"
    )
    month_first = (
        rf"(?P<month2>{month}) {day.format('first2')}{dash}(?:(?P<until2>{month}) )?{day.format('last2')}"
    )
    pattern = rf"(?<![\w–-])(?:{day_first}|{month_first})(?!\w)(?:,? (?P<year>\d{{4}}))?"
    return re.compile(pattern, re.IGNORECASE), months


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
