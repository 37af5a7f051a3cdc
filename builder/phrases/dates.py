"""Dates, times and numbers as a locale writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal

from builder.phrases.clocks import (
    format_date,
    format_time,
    get_timezone_location,
    get_timezone_name,
    match_skeleton,
)

# Babel writes Latin digits in dates whatever the locale; these are the systems that CLDR prefers to them.
_DIGITS = {
    "arab": "ARABIC-INDIC",
    "arabext": "EXTENDED ARABIC-INDIC",
    "beng": "BENGALI",
    "deva": "DEVANAGARI",
    "mymr": "MYANMAR",
}

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_SIGN = re.compile(r"(?<=\d)\s*(?=[%‰٪])")
_ROOM = re.compile(r"0(\s*)%")  # in CLDR's pattern of a percentage

_WIDTHS = ("standard", "unit-short")  # of lists: Arabic has `و` (and) alone in the first
_BETWEEN = re.compile(r"\{0\}([^\w\s{])\u200f*(\s?)")  # Persian has a mark of direction in it
# The sign that weighs more than a comma, by the comma.
_GROUPS = {"،": "؛ ", "、": "；", "፣": "፤ "}  # Arabic, Japanese and Chinese, Amharic

# What the patterns of CLDR leave out (Lexique des règles typographiques de l’Imprimerie nationale, "Dates").
_FIRST = {"fr": "1er"}

_OFFSET = re.compile(r"\d")  # in the name of a clock that has none: `GMT+05:30`
# Names that readers use and CLDR's long ones do not have (GOV.UK style guide, "Times").
_USUAL = {
    ("en", "Europe/London"): "UK\N{NO-BREAK SPACE}time",
    ("he", "Europe/London"): "שעון בריטניה",  # CLDR has that of winter, all the year
    ("pl", "Europe/London"): "czasu brytyjskiego",  # CLDR has `czas Wielka Brytania`, the name as it is
}


def digits(text: str, locale: Locale) -> str:
    """The text with the digits that the locale's readers are used to."""
    script = _DIGITS.get(locale.default_numbering_system)
    if script is None:
        return text
    zero = ord(unicodedata.lookup(f"{script} DIGIT ZERO"))
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)})


def names(locale: Locale, of: Literal["days", "months"]) -> dict[str, int]:
    """The number of each weekday (0 is Monday) or month by its names, whole and short, in small letters."""
    forms = getattr(locale, of)["format"]
    return {
        name.lower().rstrip("."): number
        for width in ("abbreviated", "wide")
        for number, name in forms[width].items()
    }


def one_of(names: Iterable[str]) -> str:
    """A pattern that takes any of the names, with the full stop of a short one, the longest that is there."""
    longest = sorted(names, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest))})(?!\\w)\\.?"


def number(n: float, locale: Locale) -> str:
    """`7,400`, `12.5`; three digits after the sign at the most."""
    return digits(format_decimal(n, locale=locale), locale)


def percents(text: str, locale: Locale) -> str:
    """The text with as much room between a number and its sign of per cent as the locale leaves there.

    That is a narrow blank at which no line ends, or none. Where the sign stands first, the text is as it was.
    """
    room = _ROOM.search(str(locale.percent_formats[None].pattern))
    return _SIGN.sub(_NARROW if room[1] else "", text) if room else text


@cache
def list_sign(locale: Locale) -> str:
    """What stands between two parts of a list: `, ` in English, `، ` in Arabic, `、` in Japanese."""
    patterns = locale.list_patterns
    known = (patterns[width].get("start", "") for width in _WIDTHS if width in patterns)
    found = next(filter(None, map(_BETWEEN.match, known)), None)
    return "".join(found.groups()) if found else ", "


def group_sign(locale: Locale) -> str:
    """What stands between two parts that may be lists themselves: `; ` in English, `؛ ` in Arabic.

    CLDR tells none: it is the sign of the script whose comma parts lists, and Greek has one of its own,
    where `;` asks a question.
    """
    if locale.language == "el":
        return "· "
    return _GROUPS.get(list_sign(locale)[:1], "; ")


def colon(locale: Locale) -> str:
    """What stands between a label and its words: `: `, in French after a narrow blank that ends no line."""
    return f"{_NARROW}: " if locale.language == "fr" else ": "


def date_text(day: dt.date, locale: Locale, *, weekday: bool, year: bool) -> str:
    """`Monday 13 June 2022`, with as much of it as is asked for.

    One with its weekday is a title or a label, and begins as those do: `Vendredi 1er octobre`.
    """
    pattern = _pattern("y" * year + "MMM" + "E" * weekday + "d", locale)
    said = digits(_said(day, pattern, locale), locale)
    return _begun(said) if weekday else said


def weekday(day: dt.date, locale: Locale) -> str:
    """`Monday`, as it stands alone."""
    return _begun(str(locale.days["stand-alone"]["wide"][day.weekday()]))


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]


def month(day: dt.date, locale: Locale) -> str:
    """`June`, as it stands alone."""
    return str(locale.months["stand-alone"]["wide"][day.month])


def date_range(start: dt.date, end: dt.date, locale: Locale, *, year: bool) -> str:
    """`13–19 June 2022`, `30 June – 6 July 2022`: what both days share is said once."""
    if start == end:
        return date_text(start, locale, weekday=False, year=year)
    if start.year != end.year:
        return " – ".join(date_text(day, locale, weekday=False, year=True) for day in (start, end))
    differs = "d" if start.month == end.month else "M"
    halves = locale.interval_formats["yMMMd" if year else "MMMd"][differs]
    days = zip((start, end), halves, strict=True)
    text = "".join(_said(day, _in_full(half, locale), locale) for day, half in days)
    text = text.replace("\N{THIN SPACE}", " ")
    if differs == "d":  # closed up between figures, spaced between words (New Hart's Rules, 4.11)
        text = re.sub(r"(?<=\d) – (?=\d)", "–", text)
    return digits(text, locale)


def time_text(time: dt.time, locale: Locale) -> str:
    """`14:30`, `2:30 PM`; right to left always `14:30`, as `PM` would tear a range of times apart."""
    short = format_time(time, "short", locale=locale)
    if locale.character_order == "right-to-left" and re.search("[A-Za-z]", short):
        short = format_time(time, "HH:mm", locale=locale)
    return digits(re.sub(r"\s", "\N{NO-BREAK SPACE}", short), locale)


def at(day: str, time: str, locale: Locale) -> str:
    """`16 June, 12:30`: with the sign of the locale between them, and one at the least between figures."""
    between = re.match(r"\{1\}(.+)\{0\}", locale.datetime_formats["medium"])
    sign = between[1] if between else ", "
    return f"{day}{', ' if sign.isspace() and day[-1].isdigit() else sign}{time}"


def zone_name(moment: dt.datetime, locale: Locale) -> str:
    """The clock that shows a moment, as its people call it: `Central European Time`.

    Whatever the season, where CLDR has such a name; that of summer or winter where it has none.
    """
    usual = _USUAL.get((locale.language, str(moment.tzinfo)))
    generic = usual or get_timezone_name(moment, zone_variant="generic", locale=locale)
    return get_timezone_name(moment, locale=locale) if _OFFSET.search(generic) else generic


def zone_city(moment: dt.datetime, locale: Locale) -> str:
    """The city whose clock shows a moment: `Melbourne`."""
    return get_timezone_location(moment, locale=locale, return_city=True)


def _said(day: dt.date, pattern: str, locale: Locale) -> str:
    """The day by a pattern of CLDR; the first of a month as the language counts it: `1er octobre`."""
    if day.day == 1 and (first := _FIRST.get(locale.language)):
        pattern = re.sub(r"d+", f"'{first}'", pattern, count=1)
    return str(format_date(day, pattern, locale=locale))


@cache
def _pattern(skeleton: str, locale: Locale) -> str:
    """The locale's pattern for these fields, every name in full, whatever width CLDR lists it in."""
    skeletons = locale.datetime_skeletons
    pattern = _in_full(skeletons[match_skeleton(skeleton, skeletons)].pattern, locale)
    # GOV.UK style guide, "Dates": no comma after the day of the week
    return pattern.replace("EEEE,", "EEEE") if locale.territory == "GB" else pattern


def _in_full(pattern: str, locale: Locale) -> str:
    """The pattern with months and weekdays in full; text between quotes stays, and so does a month's number.

    Chinese writes 6月 in dates; in full it would be 六月.
    """
    numbered = locale.months["format"]["abbreviated"][1].startswith("1")
    month = "MMM" if numbered else "MMMM"
    parts = re.split(r"('[^']*')", pattern)
    parts[::2] = [re.sub(r"(?<!M)MMM(?!M)", month, re.sub(r"E+", "EEEE", part)) for part in parts[::2]]
    return "".join(parts)
