"""What the calendars of a pack said when it was last sent: `2022.calendar.json` beside the spec.

Calendar programs take an update by its number (RFC 5545, SEQUENCE), and drop what is said to be cancelled.
Both are known only from what was sent before, which no spec tells; so `packbuild release` writes it down.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from builder.errors import Faults, Place, Problem
from builder.source.folder import WrongFile, plain_file
from builder.source.text import read_text

_MOST_BYTES = 20_000_000  # some hundreds for each event of each language
_ABOUT = "What the calendars said when the pack was last sent; `packbuild release` writes it. Keep it."


class Entry(BaseModel):
    """An entry of a calendar as it was sent."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    uid: str
    sequence: int  # how often it has changed since it was first sent
    modified: dt.date  # the release that changed it last
    digest: str  # of all that it says
    title: str
    start: str  # as ISO 8601 writes it: local time, or a day
    end: str = ""  # the day after the last, as calendars count it
    timezone: str = ""  # whose clock shows these times; none for days
    cancelled: bool = False


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)

    about: str = ""
    released: dt.date
    calendars: dict[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class Release:
    """What was sent, and when."""

    day: dt.date
    calendars: Mapping[str, tuple[Entry, ...]] = field(repr=False)  # by language

    def text(self) -> str:
        """The file, an entry a line, so that version control shows what has changed."""
        calendars = ",\n".join(
            f"  {json.dumps(language)}: [\n" + ",\n".join(_line(entry) for entry in entries) + "\n  ]"
            for language, entries in self.calendars.items()
        )
        head = f' "about": {json.dumps(_ABOUT)},\n "released": "{self.day}",\n'
        return f'{{\n{head} "calendars": {{\n{calendars}\n }}\n}}\n'


def release_path(spec: Path) -> Path:
    """Where the record of a spec's calendars is: `packs/2022.calendar.json` for `packs/2022.yaml`."""
    return spec.with_name(f"{spec.stem}.calendar.json")


def read_release(spec: Path, root: Path) -> Release | None:
    """What was sent last; None if nothing was. Faults if the file is not what was written."""
    path = release_path(spec)
    shown = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    try:
        plain_file(path.parent, path.name)
    except WrongFile as wrong:
        raise Faults([Problem(f"`{path.name}` {wrong}", Place(shown, 1, 1), wrong.hint)]) from None
    except OSError:
        return None
    lines = read_text(path, shown, most=_MOST_BYTES)
    if marks := lines.merge_marks():
        raise Faults(marks)
    try:
        written = _Written.model_validate(json.loads("\n".join(lines.lines)))
    except json.JSONDecodeError as error:
        place = lines.place(error.lineno - 1, error.colno - 1, 1)
        raise Faults([Problem(f"this is no JSON: {error.msg}", place, _REMEDY)]) from None
    except RecursionError:
        raise Faults(
            [Problem("this is no JSON that was written here", Place(shown, 1, 1), _REMEDY)]
        ) from None
    except ValidationError as error:
        found = error.errors()[0]
        where = ".".join(str(step) for step in found["loc"])
        message = f"this is not as `packbuild release` writes it: {where}: {found['msg']}"
        raise Faults([Problem(message, Place(shown, 1, 1), _REMEDY)]) from None
    return Release(written.released, written.calendars)


_REMEDY = "take the file as it was from version control; without it, calendars do not know what was sent"


def _line(entry: Entry) -> str:
    return f"   {json.dumps(entry.model_dump(mode='json', exclude_defaults=True), ensure_ascii=False)}"
