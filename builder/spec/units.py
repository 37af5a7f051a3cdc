"""The texts of a spec to be translated, and whether a translation is of what they say today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from builder.errors import Problem
from builder.record import Record
from builder.source import Data, Loc, Source
from builder.source.validate import named
from builder.spec.scalars import Says
from builder.spec.translation import known_by, says, worded

_NOTE = re.compile(r"\s*#: ([0-9a-f]{8})(?:\s|$)")


class Unit(Record):
    """A field to be translated, which says one text, or a list of them."""

    loc: Loc  # in the spec
    texts: tuple[str, ...]
    listed: bool = False  # whether it is a list, be it of one text

    @property
    def digest(self) -> str:
        """What its texts are known by: a translation notes it above its own, as `#: 3f2a9c1e`."""
        return sha256("\0".join(self.texts).encode()).hexdigest()[:8]


def units(data: Data, loc: Loc = ()) -> Iterator[Unit]:
    """What there is to translate in the data of a place, in its order."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from units(value, (*loc, name))
    elif isinstance(data, list) and any(isinstance(item, dict) for item in data):
        for number, item in enumerate(data):
            yield from units(item, (*loc, number))
    elif any(map(worded, texts := tuple(_texts(data, loc)))):
        yield Unit(loc, texts, isinstance(data, list))


def _texts(data: Data, loc: Loc) -> Iterator[str]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(item, (*loc, number))
    elif isinstance(data, str) and Says.WORDS in says(loc):
        yield data


def place_in(original: Source, translation: Source, loc: Loc) -> Loc | None:
    """Where a translation has what stands at a place of the spec; None if it has not.

    Items are found by their id, day or year, others by their number.
    """
    found: Loc = ()
    old, new = original.data, translation.data
    for step in loc:
        if isinstance(step, int) and isinstance(old, list):
            key = known_by(old)
            items = new if isinstance(new, list) else []
            alike = (at for at, item in enumerate(items) if key and _value(item, key) == old[step][key])
            step = next(alike, -1) if key else step  # noqa: PLW2901  the number that it has there
            old, new = old[int(loc[len(found)])], items[step] if 0 <= step < len(items) else None
        else:
            old, new = _value(old, step), _value(new, step)
        found = (*found, step)
        if new is None and (*found,) not in translation.keys:
            return None
    return found


def noted(translation: Source, loc: Loc) -> str:
    """The digest that stands in the comment above a field; empty if none does."""
    key = translation.keys.get(loc)
    if key is None:
        return ""
    line, lines = key.line - 1, key.text.lines
    while line >= 0 and lines[line].lstrip().startswith("#"):
        if match := _NOTE.match(lines[line]):
            return match[1]
        line -= 1
    return ""


def stale(original: Source, translation: Source) -> Iterator[Problem]:
    """A warning for each text that was translated from other words than the spec has today."""
    for unit in units(original.data):
        loc = place_in(original, translation, unit.loc)
        if loc is None or translation.at(loc) is None:
            continue
        if noted(translation, loc) not in ("", unit.digest):
            where = original.place(unit.loc, key=True)
            message = f"{named(unit.loc)} was translated from other words than {where.file} has today"
            hint = (
                f"compare line {where.line} there; once it says the same, write `#: {unit.digest}` above it"
            )
            yield Problem(message, translation.place(loc, key=True), hint, "warning")


def _value(data: Data, step: str | int) -> Data:
    return data.get(str(step)) if isinstance(data, dict) else None
