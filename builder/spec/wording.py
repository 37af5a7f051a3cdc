"""What a lead should see in the words of a spec and may accept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from builder.errors import Problem
from builder.phrases import phrases
from builder.phrases.book import locale_of
from builder.phrases.dates import names, one_of
from builder.source import Loc
from builder.source.validate import named
from builder.spec.draft import Draft
from builder.spec.parts import Dates
from builder.tagged import language_of

LONG_ALT, LONGEST_ALT = 150, 300  # characters; screen readers read an alt text in one breath
_UNWRITTEN = re.compile(r"\[[^\[\]]+\]", re.DOTALL)

_ORDINAL = r"(?:st|nd|rd|th|ain|fed|ydd|eg|er|º|\.)?"


def alt_texts(draft: Draft) -> Iterator[Problem]:
    """Alt texts are short enough to listen to."""
    for loc, text in draft.texts():
        if not loc or loc[-1] != "alt" or len(text) <= LONG_ALT:
            continue
        message = f"{named(loc)} has {len(text)} characters"
        if len(text) > LONGEST_ALT:
            hint = f"{LONGEST_ALT} are the most; say what matters and put the rest into the post"
            yield draft.error(message, loc, hint)
        else:
            yield draft.warning(message, loc, f"{LONG_ALT} are comfortable to listen to")


def unwritten(draft: Draft) -> Iterator[Problem]:
    """No text stands wholly in square brackets, as those do that a new spec begins with."""
    for loc, text in draft.texts():
        if _UNWRITTEN.fullmatch(text.strip()):
            hint = "write it in place of the brackets, or delete the field if it may be left out"
            yield draft.warning(f"{named(loc)} is still to be written", loc, hint)


def quotations(draft: Draft) -> Iterator[Problem]:
    """No words of a quote stand in the marks that the pack sets round all of it."""
    opening, closing = phrases(draft.language).fill("quotation", text="\n").split("\n")
    within = re.compile(f"{re.escape(opening)}[^{re.escape(opening + closing)}]+{re.escape(closing)}")
    for number, quote in draft.items("quotes").items():
        loc: Loc = ("quotes", number, "text")
        if match := within.search(quote.text):
            message = f"the quote will stand in `{opening}` and `{closing}`, and so do words in it"
            hint = "set them in those of a quotation within one, as ‘ ’ in English; leave out those round all"
            yield draft.warning(message, loc, hint, within=match[0])


def weekdays(draft: Draft) -> Iterator[Problem]:
    """A day that the words name with its weekday is that weekday."""
    dates: Dates | None = draft.part("dates")
    for loc, text in draft.texts():
        if dates and loc and loc[0] != "previous_weeks":
            yield from _weekdays(draft, loc, text, dates.start.year)


def _weekdays(draft: Draft, loc: Loc, text: str, year: int) -> Iterator[Problem]:
    language = language_of(text, draft.language)
    pattern, days, months = _calendar(language)
    for match in pattern.finditer(text):
        month = months[_bare(match["month"] or match["month2"])]
        number = int(match["day"] or match["day2"])
        try:
            day = dt.date(int(match["year"] or year), month, number)
        except ValueError:
            message = f"`{match[0]}` is not a day of the calendar"
            yield draft.warning(message, loc, "check the day and the month", within=match["weekday"])
            continue
        if days[_bare(match["weekday"])] != day.weekday():
            right = locale_of(language).days["format"]["wide"][day.weekday()]
            message = f"the text says {match['weekday']}, but {day} is a {right}"
            yield draft.warning(message, loc, "correct the weekday or the day", within=match["weekday"])


def _bare(name: str) -> str:
    return name.lower().rstrip(".")


@cache
def _calendar(language: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    """How a language writes a day with its weekday, and what its names mean (Unicode CLDR)."""
    locale = locale_of(language)
    days, months = names(locale, "days"), names(locale, "months")
    weekday, month = one_of(days), one_of(months)
    pattern = (
        rf"\b(?P<weekday>{weekday}),? (?:(?!{weekday})\w{{1,3}} )?"
        rf"(?:(?P<day>\d{{1,2}}){_ORDINAL} (?:\w{{1,2}} )?(?P<month>{month})"
        rf"|(?P<month2>{month}) (?P<day2>\d{{1,2}}){_ORDINAL}\b)(?:,? (?P<year>\d{{4}}))?"
    )
    return re.compile(pattern, re.IGNORECASE), days, months
