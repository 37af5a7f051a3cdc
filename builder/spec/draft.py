"""As much of a spec as is valid, so that a fault in one part hides none in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from builder.errors import Problem, Severity
from builder.record import Record
from builder.source import Loc, Source
from builder.source.validate import filled, problems_of
from builder.spec.model import Spec


class Draft(Record):
    """The valid parts of a spec, and where in the file they stand."""

    source: Source
    language: str
    parts: Mapping[str, Any]  # a part by its name; a list as its valid items by their number

    def part(self, name: str) -> Any:
        """A part of the spec; None if it is left out or not valid."""
        return self.parts.get(name)

    def items(self, name: str) -> Mapping[int, Any]:
        """The valid items of a list, by their number in the file."""
        part: Mapping[int, Any] = self.parts.get(name) or {}
        return part

    def wrote(self, name: str) -> bool:
        """Whether the file has a part, be it valid, broken or unreadable."""
        return self.source.at((name,)) is not None or name in self.source.unread

    def written(self, name: str, field: str) -> list[tuple[Loc, str]]:
        """What the items of a list say in a field, valid or not, each with its place in the data."""
        items = self.source.at((name,))
        return [
            ((name, number, field), item[field])
            for number, item in enumerate(items if isinstance(items, list) else [])
            if isinstance(item, dict) and isinstance(item.get(field), str)
        ]

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Every text in the file, each with its place in the data."""
        return self.source.texts()

    def error(self, message: str, loc: Loc, hint: str = "", *, key: bool = False) -> Problem:
        """A fault at a place in the data."""
        return Problem(message, self.source.place(loc, key=key), hint)

    def warning(self, message: str, loc: Loc, hint: str = "", *, within: str = "") -> Problem:
        """A warning at a place in the data, or at the first such words inside it."""
        severity: Severity = "warning"
        return Problem(message, self.source.place(loc, within=within), hint, severity)


def drafted(source: Source, language: str) -> tuple[Draft, Spec | None, list[Problem]]:
    """The valid parts, the whole spec if all are, and what is wrong with the others."""
    data = filled(source.data, Spec)
    try:
        spec = Spec.model_validate(data)
    except ValidationError as error:
        return Draft(source, language, _salvaged(data)), None, problems_of(error, Spec, source)
    parts = {name: _numbered(getattr(spec, name)) for name in Spec.model_fields}
    return Draft(source, language, parts), spec, []


def _numbered(part: Any) -> Any:
    return dict(enumerate(part)) if isinstance(part, tuple) else part


def _salvaged(data: Any) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for name, field in Spec.model_fields.items():
        kind, written = field.annotation, data.get(name)
        if isinstance(written, list) and get_origin(kind) is tuple:
            items = ((number, _valid(get_args(kind)[0], item)) for number, item in enumerate(written))
            parts[name] = {number: item for number, item in items if item is not None}
        elif written is not None:
            parts[name] = _valid(kind, written)
    return parts


def _valid(kind: Any, written: Any) -> Any:
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError:
        return None
