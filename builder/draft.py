"""Next year's spec, drafted from this year's: dates moved, hashtags renamed, everything else as it was."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_PREVIOUS = re.compile(r"^previous_weeks:[^\n]*\n(?=( *)-)", re.MULTILINE)


def draft(text: str, old: int, new: int) -> str:
    """The text of a spec for another year; comments, order and quotes stay as they were typed.

    A date moves to the same weekday of the same ISO week, as weeks are kept
    from Monday to Sunday; a hashtag that ends in the old year ends in the new.
    """
    text = _DATE.sub(lambda found: _moved(found, old, new), text)
    for was, now in ((str(old), str(new)), (f"{old % 100:02d}", f"{new % 100:02d}")):
        text = re.sub(rf"(#[^\W\d]\w*?){was}(?!\w)", rf"\g<1>{now}", text)
    return text


def with_previous(text: str, year: int, theme: str, hashtag: str) -> str:
    """The text with the year before on top of its previous weeks, if it tells of any."""

    def entry(found: re.Match[str]) -> str:
        item = f"- year: {year}\n  theme: {_quoted(theme)}\n  hashtag: {_quoted(hashtag)}\n"
        item += f"  summary: Say here what people did in {year}.\n"
        return found[0] + re.sub(r"^", found[1], item.rstrip("\n"), flags=re.MULTILINE) + "\n"

    return _PREVIOUS.sub(entry, text, count=1)


def mentions(text: str, year: int) -> Iterator[tuple[int, str]]:
    """The lines (number from 1, words) that still speak of a year and want a look; comments do not count."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if re.search(rf"(?<!\d){year}(?!\d)", bare) and not bare.startswith("#"):
            yield number, bare


def _moved(found: re.Match[str], old: int, new: int) -> str:
    try:
        day = dt.date(*map(int, found.groups()))
    except ValueError:
        return found[0]
    if abs(day.year - old) > 1:
        return found[0]
    year, week, weekday = day.isocalendar()
    year += new - old
    last = dt.date(year, 12, 28).isocalendar().week  # 28 December is in the last week of its year (ISO 8601)
    return dt.date.fromisocalendar(year, min(week, last), weekday).isoformat()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
