"""A YAML file as plain data whose every node knows its place; text stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from builder.errors import Faults, Place, Problem
from builder.record import Record, derived, replace
from builder.source.syntax import explain, meant_as_text
from builder.source.text import Lines, read_text
from builder.source.tree import Data, Extent, Loc, NodeTree, UnreadableError, parser

__all__ = ["Data", "Loc", "Source", "parse", "read"]

MOST_FAULTS = 20
_MARKS = "“”„‘’ \n"
_BLOCK = re.compile(r"(?=^[^\s#-])", re.MULTILINE)


class Source(Record, dict=True):
    """What a file says, where each thing stands, and what is wrong with its YAML.

    Every plain scalar is text as typed (`no`, `12:30`, `2022-06-13`); an empty one is None.
    """

    file: str
    data: Data
    problems: tuple[Problem, ...]
    unread: frozenset[str]  # fields at the top that could not be read
    values: dict[Loc, Extent]
    keys: dict[Loc, Extent]

    def place(self, loc: Loc, *, key: bool = False, within: str = "", says: str = "") -> Place:
        """The place of a value (or of its field's name), or of the nearest thing that holds it.

        `says` narrows it to the value inside that says just these words, `within` to the first
        such text inside the value. Parts of `loc` that are not in the file are passed over, as
        pydantic adds some.
        """
        known = self._saying(self.known(loc), says) if says else self.known(loc)
        if not known:
            return Place(self.file, 1, 1)
        value = self.values[known]
        if within and (found := value.find(within)):
            return found
        collection = value.end_line > value.line and not isinstance(self.at(known), str)
        return (self.keys[known] if known in self.keys and (key or collection) else value).place

    def renamed(self, loc: Loc, name: str) -> Source:
        """The same file as if a field had another name, in its place."""
        new = (*loc[:-1], name)

        def moved(places: dict[Loc, Extent]) -> dict[Loc, Extent]:
            depth = len(loc)
            return {(*new, *at[depth:]) if at[:depth] == loc else at: extent for at, extent in places.items()}

        data = _renamed(self.data, loc, name)
        return replace(self, data=data, values=moved(self.values), keys=moved(self.keys))

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every text of the data, each with its place in it."""
        return iter(self._texts)

    @derived
    def _texts(self) -> tuple[tuple[Loc, str], ...]:
        """The same, looked for once: a dozen rules look through all texts."""
        found = list[tuple[Loc, str]]()
        _gather(self.data, (), found)
        return tuple(found)

    def known(self, loc: Loc) -> Loc:
        """The part of `loc` that the file has."""
        known: Loc = ()
        for step in loc:
            if (*known, step) in self.values:
                known = (*known, step)
        return known

    def _saying(self, loc: Loc, words: str) -> Loc:
        """The place, at or inside `loc`, of the value that says these words; `loc` if none does."""
        inside = (known for known in self.values if known[: len(loc)] == loc)
        texts = ((known, self.at(known)) for known in inside)
        return next((known for known, text in texts if isinstance(text, str) and _same(text, words)), loc)

    def at(self, loc: Loc) -> Data:
        """The data at a place; None if there is none."""
        data: Data = self.data
        for step in loc:
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int) and step < len(data):
                data = data[step]
            else:
                return None
        return data


def read(path: Path, shown_as: str) -> Source:
    """The file as data; Faults with everything wrong with its YAML, FileTrouble if unreadable."""
    source = parse(path, shown_as)
    if any(problem.severity == "error" for problem in source.problems):
        raise Faults(source.problems)
    return source


def parse(path: Path, shown_as: str, *, shared: bool = False) -> Source:
    """The file as data as far as its YAML can be read; the rest stands in `problems` and `unread`.

    Faults if nothing of it can be read, or nothing stands in it, unless it is `shared` with other tools;
    FileTrouble if the file cannot be read. A file that says the same as before is not parsed again.
    """
    return _source(read_text(path, shown_as), shared)


@lru_cache(maxsize=512)  # the files of several looks
def _source(text: Lines, shared: bool) -> Source:
    if marks := text.merge_marks():
        raise Faults(marks)
    faults = list(text.tabs())
    unread: set[str] = set()
    parsed = text.for_parser(shared=shared)
    while True:
        tree, data, error = _parsed(parsed, text)
        if error is None:
            break
        if meant := meant_as_text(error, parsed):
            parsed = meant
            continue
        faults.append(explain(error, text, tree.last))
        parsed, field = _without_block(parsed, faults[-1].place)
        if not field or len(faults) > MOST_FAULTS:
            raise Faults(faults)
        unread.add(field)
    problems = [*faults, *tree.problems]
    if data is None and shared:
        data = {}
    if not isinstance(data, dict):
        raise Faults([*problems, *_no_fields(data, text.file, problems)])
    return Source(text.file, data, tuple(problems), frozenset(unread), tree.values, tree.keys)


def _gather(data: Data, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    if isinstance(data, str):
        found.append((loc, data))
    elif data is not None:
        for step, item in data.items() if isinstance(data, dict) else enumerate(data):
            _gather(item, (*loc, step), found)


def _renamed(data: Data, loc: Loc, name: str) -> Data:
    if isinstance(data, list):
        return [_renamed(item, loc[1:], name) if at == loc[0] else item for at, item in enumerate(data)]
    if not isinstance(data, dict) or not loc:
        return data
    if len(loc) == 1:
        return {name if at == loc[0] else at: item for at, item in data.items()}
    return {at: _renamed(item, loc[1:], name) if at == loc[0] else item for at, item in data.items()}


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever their spaces and the quotation marks round them."""
    return one.strip(_MARKS).split() == other.strip(_MARKS).split()


def _parsed(parsed: str, text: Lines) -> tuple[NodeTree, Data, yaml.MarkedYAMLError | None]:
    fault: yaml.MarkedYAMLError | None = None
    for fast in (True, False):
        tree, data = NodeTree(text), None
        try:
            data = tree.document(parser(parsed, fast=fast))
        except UnreadableError:
            raise Faults(tree.problems) from None
        except yaml.MarkedYAMLError as error:
            fault = error
        except ValueError:  # an escape beyond Unicode, for which the slow parser has no words
            fault = fault or yaml.MarkedYAMLError(problem="found unknown escape")
        else:
            return tree, data, None
    return tree, data, fault


def _without_block(parsed: str, place: Place | None) -> tuple[str, str]:
    """The text with the top field around a place made blank, and that field's name."""
    blocks = _BLOCK.split(parsed)
    line = place.line if place else 1
    for number, block in enumerate(blocks):
        line -= block.count("\n")
        if line <= 0:
            blocks[number] = "\n" * block.count("\n")
            name = block.partition("\n")[0].partition(":")[0].strip()
            return "".join(blocks), name if ":" in block else ""
    return parsed, ""


def _no_fields(data: Data, file: str, problems: list[Problem]) -> list[Problem]:
    if any(problem.severity == "error" for problem in problems):
        return []
    what = "this file is empty" if data is None else "this file holds no fields"
    return [Problem(what, Place(file, 1, 1), "write each field as `name: text`")]
