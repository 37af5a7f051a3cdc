"""Events that many hands collect, in files beside the spec: `events: {from: 2022.events.csv}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from builder.errors import Faults, FileTrouble, Place, Problem
from builder.record import Record, replace
from builder.source import Data, Loc, Source
from builder.source.folder import WrongFile, names_in, plain_file
from builder.source.table import Cell, read_csv
from builder.source.validate import did_you_mean, listed
from builder.spec.dated import Event
from builder.spec.eventcalendar import read_ics
from builder.spec.eventtable import Item, items_of
from builder.spec.scalars import Says
from builder.spec.translation import says, untranslated

EVENTS: Loc = ("events",)
ENDINGS = (".csv", ".tsv", ".xlsx", ".ics")
_EITHER = "a list of events, or `from:` with the name of a file that holds them"


class Gathered(Record):
    """The events of all files, in their order, and what is wrong with the files."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]
    whole: bool  # whether all files could be read
    place: Place  # where the spec names them

    def into(self, source: Source) -> Source:
        """A spec with these events in its first language, each value with the place of its cell."""
        said = [_said(item, "") for item in self.items]
        return self._placed(
            source, said, [{name: cell.text for name, cell in cells.items()} for cells in said]
        )

    def translated(self, source: Source, original: Source, language: str, into: str) -> Source:
        """A translation with these events, which `original` has in its `language`.

        Where they have no words of their own they have those, tagged.
        """
        known = untranslated(original.at(EVENTS), EVENTS, language, into)
        said, texts = [_said(item, into) for item in self.items], list[dict[str, Data]]()
        for item, event in zip(self.items, known if isinstance(known, list) else (), strict=True):
            own = {name: cell.text for name in event if (cell := item.cells.get(f"{name}:{into}"))}
            texts.append({**event, **own})
        return self._placed(source, said, texts)

    def _placed(self, source: Source, said: list[dict[str, Cell]], events: Sequence[Data]) -> Source:
        bare = without_events(source)
        values = dict(bare.values)
        values[EVENTS] = source.values.get(EVENTS) or next(iter(source.values.values()))
        for number, (item, cells) in enumerate(zip(self.items, said, strict=True)):
            values[*EVENTS, number] = item.extent
            values.update({(*EVENTS, number, name): cell.extent for name, cell in cells.items()})
        data = {**bare.data, "events": list(events)} if isinstance(bare.data, dict) else bare.data
        unread = bare.unread if self.items or self.whole else bare.unread | {"events"}
        problems = (*bare.problems, *self.problems)  # nothing else is told of a place with a fault
        return replace(bare, data=data, values=values, unread=unread, problems=problems)

    def lacking(self, language: str) -> Iterator[Problem]:
        """A warning of the texts that have no column in a language, told once."""
        words = {name for name in Event.model_fields if Says.WORDS in says((*EVENTS, 0, name))}
        lacking = [
            name
            for item in self.items
            for name in words & item.cells.keys()
            if f"{name}:{language}" not in item.cells
        ]
        if lacking:
            texts = (
                "1 text of the events is" if len(lacking) == 1 else f"{len(lacking)} texts of the events are"
            )
            hint = f"add columns such as `title:{language}`; until then the pack has the words that are there"
            yield Problem(f"{texts} not translated into `{language}`", self.place, hint, "warning")


def gathered(source: Source, folder: Path, languages: Sequence[str], readers: str) -> Gathered | None:
    """What the files hold that a spec names, with all their faults; None if it tells its events itself."""
    group = source.at(EVENTS)
    if not isinstance(group, dict):
        return None
    found, items, whole = list(_wrong_fields(source, group)), list[Item](), "from" in group
    for loc, name in _names(source):
        before = len(found)
        try:
            items += _read(folder, name, source, languages, readers, found)
        except (WrongFile, OSError, Faults, FileTrouble) as trouble:
            found += _told(trouble, source, loc, name, folder)
        whole = whole and not any(problem.severity == "error" for problem in found[before:])
    return Gathered(tuple(items), tuple(found), whole, source.place((*EVENTS, "from")))


def without_events(source: Source) -> Source:
    """A spec whose events are not looked at."""
    data = source.data
    if isinstance(data, dict):
        data = {name: value for name, value in data.items() if name != "events"}
    values, keys = (
        {loc: extent for loc, extent in places.items() if loc[:1] != EVENTS}
        for places in (source.values, source.keys)
    )
    return replace(source, data=data, values=values, keys=keys)


def in_translation(translation: Source) -> Iterator[Problem]:
    """The fault of a translation with events of its own, where the spec's come from a file."""
    if translation.at(EVENTS) is not None:
        message = "the events come from a file, and so do their words in other languages"
        hint = "write them there, in columns such as `title:cy`, and delete this"
        yield Problem(message, translation.place(EVENTS, key=True), hint)


def _said(item: Item, language: str) -> dict[str, Cell]:
    """The fields of an event, in a language where it has them."""
    own = {name: cell for name, cell in item.cells.items() if ":" not in name}
    return {name: item.cells.get(f"{name}:{language}", cell) for name, cell in own.items()}


def _names(source: Source) -> Iterator[tuple[Loc, str]]:
    """The files that are named, each with its place."""
    loc = (*EVENTS, "from")
    named = source.at(loc)
    for place, name in [(loc, named)] if isinstance(named, str) else _numbered(loc, named):
        if isinstance(name, str):
            yield place, name


def _numbered(loc: Loc, data: object) -> list[tuple[Loc, object]]:
    """The items of a list, each with its place; none if it is no list."""
    return [((*loc, number), item) for number, item in enumerate(data if isinstance(data, list) else [])]


def _wrong_fields(source: Source, group: dict[str, object]) -> Iterator[Problem]:
    hint = f"events can be {_EITHER}"
    if not list(_names(source)):
        yield Problem("events name no file", source.place((*EVENTS, "from"), key=True), hint)
        return
    for name in group:
        if name != "from":
            yield Problem(f"unknown field `{name}` in events", source.place((*EVENTS, name), key=True), hint)


def _read(
    folder: Path, name: str, source: Source, languages: Sequence[str], readers: str, found: list[Problem]
) -> tuple[Item, ...]:
    """The events of one file; whatever keeps it from being read is raised."""
    path, ending = plain_file(folder, name), PurePath(name).suffix.lower()
    shown = (PurePath(source.file).parent / name).as_posix()
    if ending == ".ics":
        return read_ics(path, shown, readers, found)
    if ending not in ENDINGS:
        raise WrongFile(
            "is no table and no calendar", f"it can be {listed([f'*{each}' for each in ENDINGS])}"
        )
    if ending == ".xlsx":
        from builder.source.workbook import read_xlsx  # noqa: PLC0415  for workbooks alone

        table = read_xlsx(path, shown)
    else:
        table = read_csv(path, shown)
    found += table.problems
    return items_of(table, languages, found)


def _told(trouble: Exception, source: Source, loc: Loc, name: str, folder: Path) -> Iterator[Problem]:
    if isinstance(trouble, Faults):
        yield from trouble.problems
        return
    place = source.place(loc)
    if isinstance(trouble, WrongFile):
        yield Problem(f"`{name}` {trouble}", place, trouble.hint)
    elif isinstance(trouble, FileNotFoundError):
        there = names_in(folder, ENDINGS)
        yield Problem(f"there is no file `{name}` beside the spec", place, did_you_mean(name, there))
    else:
        yield Problem(f"`{name}` cannot be read: {trouble}", place)
