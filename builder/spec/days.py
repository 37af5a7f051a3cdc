"""Days and times as a lead writes them: the year first, and nothing guessed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

from builder.source.validate import wording

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MINUTE = re.compile(r"(\d{4}-\d\d-\d\d)[T ] ?(\d?\d):(\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
_DASHES = str.maketrans("‐‑‒–—−", "------")
_CLOCK = re.compile(r"(.*\d)(?:,? +(?:at )?|T)(\d\d?)(?:[:.h](\d\d))? ?([ap]m)?", re.IGNORECASE)
# The day comes before the month, as most of the world writes it.
_OTHERS = (
    *("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%d", "%d/%m/%y"),
    *("%d %B %Y", "%d %b %Y", "%A %d %B %Y", "%a %d %b %Y", "%B %d %Y", "%b %d %Y"),
)


def day_meant(typed: Any) -> dt.date:
    """The day that `2022-06-13` names; pydantic's error, with the day probably meant, if it names none."""
    text = " ".join(str(typed).split()) if isinstance(typed, str) else ""
    if match := _DAY.fullmatch(text):
        return _existing(*(int(part) for part in match.groups()))
    clock = _CLOCK.fullmatch(text)
    meant = _guess(text) or _guess(clock[1] if clock else "")
    example = f"write `{meant}`" if meant else "write the year, the month and the day: 2022-06-13"
    raise wording(f"must be a day such as 2022-06-13, not {_shown(typed)}", example)


def moment_meant(typed: Any) -> dt.datetime | dt.date:
    """The local time that `2022-06-14T12:30` names, without a zone, or the day that `2022-06-14` does.

    Pydantic's error if it names neither.
    """
    text = " ".join(str(typed).split()) if isinstance(typed, str) else ""
    if _DAY.fullmatch(text):
        return day_meant(text)
    match = _MINUTE.fullmatch(text)
    if match is None:
        hint = _clock_hint(text)
        raise wording(f"must be a day and a time such as 2022-06-14T12:30, not {_shown(typed)}", hint)
    if match["zone"]:
        hint = "the field `timezone` says whose clock it is: `timezone: Europe/London`"
        raise wording(f"must be local time, without `{match['zone']}`", hint)
    hour, minute = int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        raise wording(f"has no such time of day: `{match[2]}:{match[3]}`", "hours go from 00 to 23")
    return dt.datetime.combine(day_meant(match[1]), dt.time(hour, minute))


def _clock_hint(text: str) -> str:
    """What to write for a day and a time in another form: `3 May 2027 at 2.30pm`."""
    clock = _CLOCK.fullmatch(text)
    day, half = (_guess(clock[1]), (clock[4] or "").lower()) if clock else (None, "")
    hour = int(clock[2]) if clock else 0
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    if clock and day and hour < 24:
        return f"write `{day}T{hour:02}:{clock[3] or '00'}`"
    if day := _guess(text):
        return f"write `{day}`, and the time after it as in `{day}T12:30`"
    return "write it as 2022-06-14T12:30, or 2022-06-14 if it takes the whole day"


def _existing(year: int, month: int, day: int) -> dt.date:
    if not 1 <= month <= 12:
        raise wording(f"has no such month: {year}-{month:02}-{day:02}", "write the year, the month, the day")
    if not 1900 <= year < 3000:
        hint = f"write `{2000 + year}-{month:02}-{day:02}`" if year < 100 else "write the campaign's own year"
        raise wording(f"must be in a year from 1900 to 2999, not {year:04}", hint)
    if day < 1 or day > calendar.monthrange(year, month)[1]:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        raise wording(f"is not in the calendar: {year}-{month:02}-{day:02}", f"the month ends on {last}")
    return dt.date(year, month, day)


def _guess(text: str) -> dt.date | None:
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.translate(_DASHES).replace(",", " "))
    for form in _OTHERS:
        try:
            return dt.datetime.strptime(" ".join(plain.split()), form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    return None


def _shown(typed: Any) -> str:
    if isinstance(typed, str):
        return f"`{typed}`"
    return "a list" if isinstance(typed, list) else "a group of fields"
