"""YAML as plain data whose every node knows its place, and whose scalars stay as they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.errors import Place, Problem, Severity
from builder.source.text import CONTROL, STAND_INS, Lines, as_typed, position

Data = dict[str, Any] | list[Any] | str | None
Loc = tuple[str | int, ...]

# More is no file that somebody wrote. Records ask for less of their texts and lists.
MOST_DEPTH = 30
MOST_NODES = 50_000
MOST_ITEMS = 5_000  # of a list, or fields of a group
MOST_SIGNS = 30_000  # of a text
_TEXT_TAGS = ("tag:yaml.org,2002:str",)
_FIELD = re.compile(r" *(?:- +)*[a-z_][a-z0-9_]*:(?: |$)")
_NO_SPACE = re.compile(r"([a-z_-]+):(?!//)(\S.*)")
_WHOLE = re.compile(r"-?\d+")
_FURTHER = re.compile(r"\s([a-z_]+): ")  # what looks like a field in the midst of a text
_QUOTE_LONG = "put quotes round the whole text, or begin it with `|` and the text on the next lines"


class UnreadableError(Exception):
    """Reading went as far as it could; the problems say why."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a node stands, counted from 0 as the parser does; the end is exclusive."""

    text: Lines = field(repr=False)
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def place(self) -> Place:
        """What is underlined: the node, or its first line if it has several."""
        end = self.end_column
        if self.end_line > self.line:
            end = len(self.text.lines[self.line].rstrip())
        return self.text.place(self.line, self.column, end - self.column)

    def find(self, words: str) -> Place | None:
        """The place of the first such words inside the node."""
        for number in range(self.line, min(self.end_line + 1, len(self.text.lines))):
            column = self.text.lines[number].find(words, self.column if number == self.line else 0)
            if column >= 0:
                return self.text.place(number, column, len(words))
        return None


@dataclass(slots=True)
class NodeTree:
    """What the parser found, filled in while it goes."""

    text: Lines
    problems: list[Problem] = field(default_factory=list)
    values: dict[Loc, Extent] = field(default_factory=dict)
    keys: dict[Loc, Extent] = field(default_factory=dict)
    nodes: int = 0
    last: ScalarEvent | None = None
    flow: bool = False  # whether it is within brackets
    anchors: dict[str, tuple[Data, int] | None] = field(default_factory=dict)

    def document(self, events: Iterator[Event]) -> Data:
        """The data of the file's one document; None if it is empty."""
        data: Data = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem("a second document begins here", event, "keep one document in a file")
                    break
            elif isinstance(event, NodeEvent):
                data = self._node(event, events, ())
        return data

    def _node(self, event: Event, events: Iterator[Event], loc: Loc) -> Data:
        if isinstance(event, AliasEvent):
            return self._alias(event, loc)
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            return None
        anchor, before = event.anchor, self.nodes
        if anchor:
            self.anchors[anchor] = None
        self._count(event, 1, loc)
        data = self._content(event, events, loc)
        if anchor:
            self.anchors[anchor] = (data, self.nodes - before)
        return data

    def _content(self, event: ScalarEvent | CollectionStartEvent, events: Iterator[Event], loc: Loc) -> Data:
        self._check_tag(event)
        self.values[loc] = self._span(event, event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        outer, self.flow = self.flow, self.flow or bool(event.flow_style)
        collect = self._sequence if isinstance(event, SequenceStartEvent) else self._mapping
        data = collect(event, events, loc)
        self.flow = outer
        return data

    def _scalar(self, event: ScalarEvent) -> str | None:
        self.last = event
        self._check_closed(event)
        value: str = event.value
        if len(value) > MOST_SIGNS:
            message = f"this text has {len(value)} characters, which is more than any field takes"
            self._problem(message, event, "shorten it, or make several of it")
            return value[:MOST_SIGNS]
        if not event.style and not event.tag and value in ("", "~", "null"):
            return None
        if not event.style:
            value = self._without_curly_quotes(event)
            if value == event.value:
                self._explain_stand_ins(event)
        elif CONTROL.search(as_typed(value)):
            hint = "write `\\\\` for one `\\`"
            self._problem("this text holds a character that cannot be shown", event, hint)
            value = CONTROL.sub("", value)
        return unicodedata.normalize("NFC", as_typed(value))  # é is one letter, however it was typed

    def _check_closed(self, event: ScalarEvent) -> None:
        """Quotes that swallow the next field were left open: YAML itself would go on to the next quote."""
        (first, _), (last, _) = position(event.start_mark), position(event.end_mark)
        if not event.style or event.style in "|>" or first == last:
            return
        margin = _margin(self.text.line(first))
        for number in range(first + 1, last + 1):
            line = self.text.line(number)
            if _FIELD.match(line) and _margin(line) <= margin:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError("in a quoted scalar", mark, "unclosed", mark)

    def _explain_stand_ins(self, event: ScalarEvent) -> None:
        for typed, stand_in in STAND_INS.items():
            if stand_in in event.value:
                short = len(event.value) < 80
                hint = f"put quotes round it: {_quoted(as_typed(event.value))}" if short else _QUOTE_LONG
                if typed == ":" and self.flow and (field := _FURTHER.search(as_typed(event.value))):
                    hint = f"put a comma before `{field[1]}:`, or quotes round the whole text"
                sign = "a backtick" if typed == "`" else f"`{typed}`"
                self._problem(f"{sign} is read as part of the text", event, hint, "warning")
                return

    def _without_curly_quotes(self, event: ScalarEvent) -> str:
        value: str = event.value
        if len(value) < 3 or value[0] + value[-1] not in ("“”", "‘’", "„“", "””", "““"):
            return value
        problem = "the curly quotes round this text are read as plain quotes, and not shown"
        hint = f'put plain quotes round them if they should be shown: "{as_typed(value)}"'
        self._problem(problem, event, hint if len(value) < 80 else "", "warning")
        return value[1:-1].strip()

    def _sequence(self, start: Event, events: Iterator[Event], loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                self.values[loc] = self._span(start, event)
                break
            self._count_of(items, event)
            items.append(self._node(event, events, (*loc, len(items))))
        return items

    def _mapping(self, start: Event, events: Iterator[Event], loc: Loc) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                self.values[loc] = self._span(start, event)
                break
            self._count_of(fields, event)
            key = self._key(event, events)
            here = (*loc, key)
            if key in fields:
                self._duplicate(event, key, here)
                self._node(next(events), events, (*loc, f"{key} again"))
                continue
            self.keys[here] = self._span(event, event)
            fields[key] = self._node(next(events), events, here)
            if fields[key] is None and isinstance(event, ScalarEvent) and not event.style:
                self._mend(fields, key, event, loc)
        return fields

    def _mend(self, fields: dict[str, Any], key: str, event: ScalarEvent, loc: Loc) -> None:
        """A part of a value that reads as a field without one: it joins the value, and is told."""
        before, name = list(fields)[-2:][0], _NO_SPACE.fullmatch(key)
        value = fields[before]
        if name:
            self._problem("a space is missing after the colon", event, f"write `{name[1]}: {name[2]}`")
            place = (*loc, name[1])
            self.keys[place], self.values[place] = self.keys[*loc, key], self.keys[*loc, key]
            fields[name[1]] = name[2]
        elif isinstance(value, str) and key.isdecimal() and _WHOLE.fullmatch(value):
            self._problem("a comma parts this number in two", event, f"write `{value}.{key}`, with a point")
            fields[before] = f"{value}.{key}"
        elif isinstance(value, str) and value.count("(") > value.count(")"):
            fields[before] = f"{value}, {key}"
            if ")" in key:
                hint = f"put quotes round it: {_quoted(fields[before])}"
                self._problem("a comma parts this text in two", event, hint)
        else:
            return
        del fields[key], self.keys[*loc, key]

    def _key(self, event: Event, events: Iterator[Event]) -> str:
        if not isinstance(event, ScalarEvent):
            self._problem(
                "a field's name must be text",
                event,
                "if this is a text that begins with a bracket, put quotes round it",
            )
            self._node(event, events, ("?",))
            return "?"
        if CONTROL.search(name := as_typed(event.value)):
            self._problem("this name of a field holds a character that cannot be shown", event, "delete it")
            return "?"
        if event.value == "<<" and not event.style:
            self._problem("`<<` is not supported here", event, "write the fields out")
        if event.value == "" and not event.style:
            self._problem("a colon without a field's name before it", event)
        return name

    def _duplicate(self, event: Event, key: str, here: Loc) -> None:
        first = self.keys[here].line + 1
        self._problem(f"`{key}` is written twice", event, f"it is also on line {first}; keep one of the two")

    def _alias(self, event: AliasEvent, loc: Loc) -> Data:
        self.values[loc] = self._span(event, event)
        if event.anchor not in self.anchors:
            hint = f'if this text begins with a star, put quotes round it: "*{event.anchor}…"'
            self._problem(f"`*{event.anchor}` stands for nothing in this file", event, hint)
            return None
        anchored = self.anchors[event.anchor]
        if anchored is None:
            self._problem(f"`*{event.anchor}` contains itself without end", event, "write the text out")
            return None
        data, size = anchored
        self._count(event, size, loc)
        return data

    def _count(self, event: Event, size: int, loc: Loc) -> None:
        self.nodes += size
        if len(loc) > MOST_DEPTH:
            hint = "check the brackets and the indentation"
            self._problem("too many levels inside one another", event, hint)
            raise UnreadableError
        if self.nodes > MOST_NODES:
            self._problem("this file expands to more than can be read", event, "write out what `*` repeats")
            raise UnreadableError

    def _count_of(self, collected: Sized, event: Event) -> None:
        if len(collected) >= MOST_ITEMS:
            self._problem(f"this is more than {MOST_ITEMS} in one place", event, "leave some out")
            raise UnreadableError

    def _check_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag and event.tag not in _TEXT_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "leave it out; if the text itself begins with `!`, put quotes round it"
            self._problem(f"`{tag}` is not understood here", event, hint)

    def _problem(self, message: str, event: Event, hint: str = "", severity: Severity = "error") -> None:
        self.problems.append(Problem(message, self._span(event, event).place, hint, severity))

    def _span(self, start: Event, end: Event) -> Extent:
        return Extent(self.text, *position(start.start_mark), *position(end.end_mark))


def _margin(line: str) -> int:
    """The column in which a line's field begins."""
    return len(line) - len(line.lstrip(" -"))


def _quoted(text: str) -> str:
    quote = "'" if '"' in text else '"'
    return f"{quote}{text}{quote}"


def parser(text: str, *, fast: bool) -> Iterator[Event]:
    """The events of a YAML text; the slow parser explains a fault better."""
    loader = yaml.CSafeLoader if fast and yaml.__with_libyaml__ else yaml.SafeLoader
    return iter(yaml.parse(text, Loader=loader))
