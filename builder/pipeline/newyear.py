"""Next year's spec, drafted from this year's: dates moved, hashtags renamed, everything else as it was."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.emphasis import without_stars
from builder.errors import FileTrouble, reason
from builder.pipeline.newevents import begun, moved_names
from builder.source import Source, read
from builder.source.folder import WrongFile, plain_file

_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_PREVIOUS = re.compile(r"^previous_weeks:[^\n]*\n(?=( *)-)", re.MULTILINE)


Written = tuple[Path, tuple[tuple[int, str], ...]]  # a file, and its lines that want a look


def written(spec: Path, old: int, new: int) -> tuple[Written, ...]:
    """Write the spec of another year and its translations beside this one's, and tables for its events.

    Nothing is written over: FileTrouble if one of them exists already, or is no file of that folder.
    """
    sources = [_plain(path) for path in (spec, *sorted(spec.parent.glob(f"{old}.*.yaml")))]
    targets = [path.with_name(path.name.replace(str(old), str(new), 1)) for path in sources]
    for target in targets:
        if os.path.lexists(target):
            raise FileTrouble(f"{target} exists already; delete it first to start it anew")
    shift, events = moved_by(_start(spec, old), new), moved_names(read(spec, spec.name), old, new)
    texts = [_renamed(_drafted(path, shift, old, new), events) for path in sources]
    for target, text in zip(targets, texts, strict=True):
        target.write_text(text, encoding="utf-8", newline="")
    told = [(path, tuple(mentions(text, old))) for path, text in zip(targets, texts, strict=True)]
    return (*told, *((path, ()) for path in begun(spec.parent, events)))


def _plain(path: Path) -> Path:
    try:
        plain_file(path.parent, path.name)
    except WrongFile as wrong:
        raise FileTrouble(f"{path} {wrong}; {wrong.hint}") from None
    except OSError as error:
        raise FileTrouble(f"{path}: {reason(error)}") from None
    return path


def moved_by(start: dt.date, year: int) -> dt.timedelta:
    """The whole weeks that bring the first day nearest to its date in another year, and into that year.

    All dates of a spec move by the same, so that each keeps its weekday and its place in the week.
    """
    weeks = round((dt.date(year, 7, 1) - dt.date(start.year, 7, 1)).days / 7)
    moved = start + dt.timedelta(weeks=weeks)
    return dt.timedelta(weeks=weeks + (moved.year < year) - (moved.year > year))


def _start(spec: Path, old: int) -> dt.date:
    written_start = read(spec, spec.name).at(("dates", "start"))
    match = _DATE.search(written_start) if isinstance(written_start, str) else None
    return (match and _day(match)) or dt.date(old, 7, 1)


def _drafted(path: Path, shift: dt.timedelta, old: int, new: int) -> str:
    """The text of one file; its line ends stay as they are."""
    source = read(path, path.name)
    typed = path.read_bytes().decode("utf-8-sig")
    text = draft(typed.replace("\r\n", "\n"), shift, old, new)
    text = with_previous(text, old, _said(source, "title"), _said(source, "hashtag"))
    return text.replace("\n", "\r\n") if "\r\n" in typed else text


def _renamed(text: str, files: Mapping[str, str]) -> str:
    for was, now in files.items():
        text = re.sub(rf"(?<![\w./-]){re.escape(was)}(?![\w./-])", now.replace("\\", r"\\"), text)
    return text


def _said(source: Source, field: str) -> str:
    """The words of a field of the theme; none if it is not written."""
    said = source.at(("theme", field))
    return without_stars(said) if isinstance(said, str) else ""


def draft(text: str, shift: dt.timedelta, old: int, new: int) -> str:
    """The text of a spec with its dates moved and the year of its hashtags changed; the rest is as typed."""
    text = _DATE.sub(lambda found: _moved(found, shift, old), text)
    for was, now in ((str(old), str(new)), (f"{old % 100:02d}", f"{new % 100:02d}")):
        text = re.sub(rf"(#[^\W\d]\w*?){was}(?!\w)", rf"\g<1>{now}", text)
    return text


def with_previous(text: str, year: int, theme: str, hashtag: str) -> str:
    """The text with the year before on top of its previous weeks, if it tells of any."""

    def entry(match: re.Match[str]) -> str:
        lines = [f"- year: {year}", f"  theme: {_quoted(theme)}"]
        lines += [f"  hashtag: {_quoted(hashtag)}"] if hashtag else []
        lines += [f"  summary: {_quoted(f'[What people did in {year}]')}"]
        return match[0] + "".join(f"{match[1]}{line}\n" for line in lines)

    return _PREVIOUS.sub(entry, text, count=1)


def mentions(text: str, year: int) -> Iterator[tuple[int, str]]:
    """The lines (number from 1, words) that still speak of a year and want a look; comments do not count."""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if re.search(rf"(?<!\d){year}(?!\d)", bare) and not bare.startswith("#"):
            yield number, bare


def _moved(match: re.Match[str], shift: dt.timedelta, old: int) -> str:
    """The date moved, if it is one and near the year of the spec."""
    day = _day(match)
    return (day + shift).isoformat() if day and abs(day.year - old) <= 1 else match[0]


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        return None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
