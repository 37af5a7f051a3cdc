"""The file that a translator fills in: a translation whose empty fields stand under what they translate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.record import Record
from builder.source import Data, Loc, Source
from builder.spec.translation import known_by
from builder.spec.units import Unit, noted, place_in, units

_STEP = 2  # blanks that a level stands further in


@dataclass(slots=True)
class _Edits:
    """Lines to be put before others of a text, by their number, and lines to be put in their place."""

    before: dict[int, list[str]] = field(default_factory=dict)
    instead: dict[int, list[str]] = field(default_factory=dict)

    def done(self, lines: list[str]) -> list[str]:
        """The lines after all edits."""
        edited = list[str]()
        for number in range(len(lines) + 1):
            edited += self.before.get(number, [])
            edited += self.instead.get(number, lines[number : number + 1])
        return edited


def begun(original: Source, head: str) -> str:
    """A new file to fill in, under a comment."""
    return "\n".join([*(f"# {line}" for line in head.splitlines()), *_fields(original.data, (), 0), ""])


def continued(original: Source, translation: Source) -> str:
    """The translation as it is, with the texts that it lacks as empty fields, and a note above all others.

    What stands on one line with others, in braces or brackets, stays as it is.
    """
    edits, lines = _Edits(), _lines(translation)
    _continue(_Both(original, translation, edits), original.data, ())
    return "\n".join([*edits.done(lines), ""])


def filled(original: Source, translation: Source, said: Mapping[Loc, tuple[str, ...]]) -> str:
    """The translation with words in its empty fields, by the places that they have in the spec."""
    edits, lines = _Edits(), _lines(translation)
    for unit in units(original.data):
        place = place_in(original, translation, unit.loc) if unit.loc in said else None
        if place is not None and translation.at(place) is None:
            line = translation.keys[place].line
            words = _shaped(original.at(unit.loc), iter(said[unit.loc]))
            edits.instead[line] = list(_written(lines[line].rstrip(), words))
    return "\n".join([*edits.done(lines), ""])


def _lines(source: Source) -> list[str]:
    extent = source.values[()]
    lines = [line.rstrip() for line in extent.text.lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


class _Both(Record):
    original: Source
    translation: Source
    edits: _Edits

    def begins(self, loc: Loc) -> int:
        """The line on which a field, or the item that it is the first of, begins."""
        return self.translation.keys[loc].line

    def indent(self, loc: Loc) -> int:
        """The column of a field's name."""
        return self.translation.keys[loc].column

    def inline(self, loc: Loc) -> bool:
        """Whether the fields of a place stand in braces or brackets."""
        extent = self.translation.values[loc]
        return extent.text.lines[extent.line][extent.column : extent.column + 1] in ("{", "[")

    def after(self, loc: Loc) -> int:
        """The line below all that is inside a place."""
        inside = (at for at in self.translation.values if at[: len(loc)] == loc and at != loc)
        ends = [self._end(at) for at in inside if not isinstance(self.translation.at(at), dict | list)]
        return max(ends, default=self.translation.values[loc].line + 1)

    def _end(self, loc: Loc) -> int:
        extent = self.translation.values[loc]
        last = extent.end_line + bool(extent.end_column)
        last = max(last, self.translation.keys[loc].line + 1 if loc in self.translation.keys else 0)
        while last - 1 > extent.line and not extent.text.lines[min(last, len(extent.text.lines)) - 1].strip():
            last -= 1
        return last


def _continue(both: _Both, data: Data, loc: Loc) -> None:
    """Add what a place of the spec has and the translation lacks, and note what it has."""
    place = place_in(both.original, both.translation, loc) if loc else ()
    assert place is not None
    if both.inline(place):
        return
    if isinstance(data, list):
        _continue_items(both, data, loc, place)
    elif isinstance(data, dict):
        _continue_fields(both, data, loc, place)


def _continue_fields(both: _Both, data: dict[str, Data], loc: Loc, place: Loc) -> None:
    own = [at for at in both.translation.keys if at[:-1] == place]
    indent = both.indent(own[0]) if own else 0
    lacking: dict[str, Data] = {}
    for name, value in data.items():
        there = place_in(both.original, both.translation, (*loc, name))
        if not tuple(units(value, (*loc, name))):
            continue
        if there is None or (both.translation.at(there) is None and not isinstance(value, str | list)):
            lacking |= {name: value} if there is None else {}
        elif isinstance(value, dict) or (isinstance(value, list) and _grouped(value)):
            if both.translation.at(there) is not None:
                _continue(both, value, (*loc, name))
        elif not noted(both.translation, there):
            (unit,) = units(value, (*loc, name))
            _put(both.edits.before, both.begins(there), _note(unit, _margin(both, there)))
    if lacking:
        _put(both.edits.before, both.after(place), _fields(lacking, loc, indent))


def _continue_items(both: _Both, data: list[Data], loc: Loc, place: Loc) -> None:
    fresh = list[str]()
    dashes = [both.translation.values[at] for at in both.translation.values if at[:-1] == place]
    indent = max(min(extent.column for extent in dashes) - _STEP, 0) if dashes else 0
    for number, item in enumerate(data):
        there = place_in(both.original, both.translation, (*loc, number))
        if there is None:
            fresh += _item(data, number, loc, indent)
        elif tuple(units(item, (*loc, number))):
            _continue(both, item, (*loc, number))
    if fresh:
        _put(both.edits.before, both.after(place), fresh)


def _margin(both: _Both, loc: Loc) -> int:
    """The column of a field, or of the dash before it."""
    line = both.translation.keys[loc].text.lines[both.begins(loc)]
    return len(line) - len(line.lstrip())


def _put(edits: dict[int, list[str]], line: int, lines: Iterator[str] | list[str]) -> None:
    edits.setdefault(line, []).extend(lines)


def _fields(data: Data, loc: Loc, indent: int) -> Iterator[str]:
    """Empty fields for all that there is to translate in a group."""
    assert isinstance(data, dict)
    for name, value in data.items():
        at, pad = (*loc, name), " " * indent
        inside = tuple(units(value, at))
        if not inside:
            continue
        if isinstance(value, list) and _grouped(value):
            yield f"{pad}{name}:"
            for number in range(len(value)):
                yield from _item(value, number, at, indent + _STEP)
        elif isinstance(value, dict):
            yield f"{pad}{name}:"
            yield from _fields(value, at, indent + _STEP)
        else:
            yield from _note(inside[0], indent)
            yield f"{pad}{name}:"
        if not loc:
            yield ""


def _item(data: list[Data], number: int, loc: Loc, indent: int) -> Iterator[str]:
    """An item with its empty fields, under what it is known by."""
    key, pad, item = known_by(data), " " * indent, data[number]
    fields = list(_fields(item, (*loc, number), indent + _STEP))
    if key and isinstance(item, dict):
        if fields:
            yield f"{pad}- {key}: {item[key]}"
            yield from fields
    else:
        yield f"{pad}-" if fields else f"{pad}- {{}}"
        yield from fields


def _note(unit: Unit, indent: int) -> Iterator[str]:
    """The digest of what a field translates, and its words."""
    pad = " " * indent
    texts = [f"- {text}" for text in unit.texts] if unit.listed else unit.texts
    first, *others = "\n".join(texts).splitlines()
    yield f"{pad}#: {unit.digest} {first}"
    yield from (f"{pad}#           {line}".rstrip() for line in others)


def _shaped(data: Data, texts: Iterator[str]) -> Data:
    """Words in the shape of what they translate: a text, a list, or the rows of a table."""
    if isinstance(data, list):
        return [_shaped(item, texts) for item in data]
    return next(texts)


def _written(line: str, words: Data) -> Iterator[str]:
    """An empty field with its words."""
    pad = " " * (len(line) - len(line.lstrip(" -")) + _STEP)
    if isinstance(words, list):
        yield line
        yield from (f"{pad}- {json.dumps(item, ensure_ascii=False)}" for item in words)
    elif isinstance(words, str) and "\n" in words.strip():
        yield f"{line} |"
        yield from (f"{pad}{each}".rstrip() for each in words.strip().splitlines())
    else:
        yield f"{line} {json.dumps(words, ensure_ascii=False)}"


def _grouped(data: list[Data]) -> bool:
    return any(isinstance(item, dict) for item in data)
