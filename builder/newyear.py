"""Next year's spec, drafted from this year's: dates moved, hashtags renamed, everything else as it was."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

from builder.errors import FileTrouble
from builder.source import Source, read

_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_PREVIOUS = re.compile(r"^previous_weeks:[^\n]*\n(?=( *)-)", re.MULTILINE)


Written = tuple[Path, tuple[tuple[int, str], ...]]  # a file, and its lines that want a look


def written(spec: Path, old: int, new: int) -> tuple[Written, ...]:
    """Write the spec of another year and its translations beside this one's.

    Nothing is written over: FileTrouble if one of them exists already.
    """
    sources = (spec, *sorted(spec.parent.glob(f"{old}.*.yaml")))
    targets = [path.with_name(path.name.replace(str(old), str(new), 1)) for path in sources]
    for target in targets:
        if target.exists():
            raise FileTrouble(f"{target} exists already; delete it first to start it anew")
    texts = [_drafted(path, old, new) for path in sources]
    for target, text in zip(targets, texts, strict=True):
        target.write_text(text, encoding="utf-8", newline="")
    return tuple((path, tuple(mentions(text, old))) for path, text in zip(targets, texts, strict=True))


def _drafted(path: Path, old: int, new: int) -> str:
    source = read(path, path.name)
    with path.open(encoding="utf-8-sig", newline="") as file:
        text = draft(file.read(), old, new)
    return with_previous(text, old, _said(source, "title"), _said(source, "hashtag"))


def _said(source: Source, field: str) -> str:
    """A field of the theme as it is written; empty if it is not."""
    said = source.at(("theme", field))
    return said if isinstance(said, str) else ""


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
        lines = [f"- year: {year}", f"  theme: {_quoted(theme)}"]
        lines += [f"  hashtag: {_quoted(hashtag)}"] if hashtag else []
        lines += [f"  summary: Say here what people did in {year}."]
        return found[0] + "".join(f"{found[1]}{line}\n" for line in lines)

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
