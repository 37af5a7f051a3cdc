"""A pack that is sent: what its calendars say is written down beside the spec, for the next edition."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from pathlib import Path

from builder.errors import FileTrouble, Misuse, Problem, reason
from builder.kinds.calendar.revisions import revisions
from builder.pipeline.build import read_editions
from builder.pipeline.planning import accepted
from builder.pipeline.request import Request
from builder.record import Record
from builder.spec.releases import Release, release_path


class Released(Record):
    """What was written, and how many entries are `new`, `changed` or `cancelled` in all languages."""

    path: Path
    day: dt.date
    news: Counter[str]
    problems: tuple[Problem, ...]


def release(request: Request, day: dt.date) -> Released:
    """Write down what the calendars of all languages say today; if nothing has changed, nothing is written.

    Faults if the spec has any; Misuse if the last release is later.
    """
    editions, problems = read_editions(request)
    before = editions[0].released
    if before and day < before.day:
        raise Misuse(f"the last release is of {before.day}, which is after {day}")
    found = {edition.language: revisions(edition, day) for edition in editions}
    calendars = {language: tuple(one.sent for one in every) for language, every in found.items()}
    news = Counter(one.news or "new" for every in found.values() for one in every if one.news or not before)
    path = release_path(request.spec)
    if before is None or news or before.calendars.keys() != calendars.keys():
        _write(path, Release(day, calendars).text())
    else:
        day = before.day
    return Released(path, day, news, accepted(problems, strict=request.strict))


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as error:
        raise FileTrouble(f"{path}: {reason(error)}") from None
