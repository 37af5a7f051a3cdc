"""What pydantic finds wrong, each thing once and at its place, in words for the people who wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from builder.errors import Problem
from builder.source import Data, Loc, Source
from builder.source.forms import Form, fields_at, forms_at
from builder.source.meant import any_of, group_meant, list_meant, number_meant, one_of
from builder.source.validate import did_you_mean, listed, named, nearest, shown


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing that pydantic found, told of a place in the file and not of a branch of the model."""

    type: str
    loc: Loc
    typed: Data
    forms: tuple[Form, ...]  # that may stand there
    limits: dict[str, Any] = field(hash=False)
    message: str
    key: bool  # whether it is told of a field's name and not of its value

    @property
    def is_form(self) -> bool:
        """Whether the value is in another form than the one that was tried."""
        return self.type.endswith(("_type", "_parsing", "literal_error"))


def told(details: Sequence[ErrorDetails], model: type[BaseModel], source: Source) -> Iterator[Problem]:
    """The problems; those of fields whose YAML could not be read are none."""
    faults = [_fault(each, model, source) for each in details if _top(each) not in source.unread]
    unknown = [each.loc for each in faults if each.type == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(str(loc[-1]), fields_at(model, loc[:-1]))) for loc in unknown}
    strays = _strays(unknown, model, source)
    yield from (_stray(home, locs, source) for home, locs in strays.items())
    astray = {*strays, *(loc for locs in strays.values() for loc in locs)}
    faults = [each for each in faults if each.loc not in astray]
    yield from _all_absent([each.loc for each in faults if each.type == "missing"], meant, source)
    for loc in dict.fromkeys(each.loc for each in faults if each.type != "missing"):
        here = [each for each in faults if each.loc == loc and each.type != "missing"]
        inside = [each for each in faults if each.loc != loc and each.loc[: len(loc)] == loc]
        yield from _told(here, inside, model, source)


def _fault(detail: ErrorDetails, model: type[BaseModel], source: Source) -> _Fault:
    kind, written = detail["type"], detail["loc"]
    loc, typed = source.known(written), source.at(source.known(written))
    if kind == "missing" and isinstance(written[-1], int):  # an item of a fixed number of them
        kind, loc = "too_short", source.known(written[:-1])
        typed = source.at(loc)
    elif kind == "missing":
        loc = (*source.known(written[:-1]), written[-1])
    elif written[-1:] == ("[key]",) and kind == "literal_error":
        kind = "extra_forbidden"
    key = written[-1:] == ("[key]",)
    return _Fault(kind, loc, typed, forms_at(model, loc), dict(detail.get("ctx", {})), detail["msg"], key)


def _top(detail: ErrorDetails) -> str | int | None:
    return detail["loc"][0] if detail["loc"] else None


def _told(
    here: Sequence[_Fault], inside: Sequence[_Fault], model: type[BaseModel], source: Source
) -> Iterator[Problem]:
    """What is wrong with one value: of its form only if nothing is wrong within a form that it has."""
    real = [each for each in here if not each.is_form] or list(here)
    if inside:
        real = [each for each in real if not each.is_form and each.type != "too_short"]
    if len(real) > 1 and all(each.is_form for each in real) and real[0].typed is not None:
        message = f"{named(real[0].loc)} cannot be {shown(real[0].typed)}"
        yield Problem(message, source.place(real[0].loc), any_of(real[0].forms, real[0].typed))
        return
    for each in real:
        if each.type == "extra_forbidden":
            yield _unknown(each.loc, model, source)
        else:
            message, hint = _words(each)
            yield Problem(
                f"{named(each.loc) or 'the file'} {message}", source.place(each.loc, key=each.key), hint
            )


def _all_absent(locs: Sequence[Loc], misspelt: set[tuple[Any, ...]], source: Source) -> Iterator[Problem]:
    """Fields that were left empty, and for each group those that are not there."""
    absent: dict[Loc, list[str]] = {}
    for loc in locs:
        if source.known(loc) == loc:
            place = source.place(loc, key=True)
            yield Problem(f"{named(loc)} is empty", place, "write a text after the colon")
        elif loc not in misspelt:
            absent.setdefault(loc[:-1], []).append(str(loc[-1]))
    yield from (_absent(parent, fields, source) for parent, fields in absent.items())


def _absent(parent: Loc, fields: list[str], source: Source) -> Problem:
    message = f"{named(parent) or 'the file'} has no {listed(fields)}"
    where = f" inside {named(parent)}" if parent else ""
    hint = f"add `{fields[0]}: …`{where}" if len(fields) == 1 else f"add them{where}, each as `name: text`"
    return Problem(message, source.place(parent, key=True), hint)


def _unknown(loc: Loc, model: type[BaseModel], source: Source) -> Problem:
    parent, name = loc[:-1], str(loc[-1])
    where = f" in {named(parent)}" if parent else ""
    choices = fields_at(model, parent)
    hint = did_you_mean(name, choices)
    if not nearest(name, choices):
        homes = _homes(loc, model, source)
        hint = f"`{name}` belongs in {listed(homes)}; look at the indentation" if homes else hint
        if " " in name and source.at(loc) is None:
            hint = "a comma ends a text between { and }: put quotes round the text that these words belong to"
    return Problem(f"unknown field `{name}`{where}", source.place(loc, key=True), hint)


def _homes(loc: Loc, model: type[BaseModel], source: Source) -> list[str]:
    """The groups that have such a field: those beside it, an empty one first, or else at the top."""
    parent, name = loc[:-1], loc[-1]
    for around in dict.fromkeys((parent, ())):
        groups = [(*around, group) for group in fields_at(model, around)]
        inside = [group for group in groups if name in fields_at(model, group)]
        empty = [str(group[-1]) for group in inside if group in source.keys and source.at(group) is None]
        if homes := empty or [str(group[-1]) for group in inside if (*group, name) not in source.keys]:
            return homes
    return []


def _strays(unknown: Sequence[Loc], model: type[BaseModel], source: Source) -> dict[Loc, list[Loc]]:
    """The fields that stand beside the empty group that they belong in, by that group."""
    strays: dict[Loc, list[Loc]] = {}
    for loc in unknown:
        known = nearest(str(loc[-1]), fields_at(model, loc[:-1]))
        for home in [] if known else _homes(loc, model, source)[:1]:
            if (*loc[:-1], home) in source.keys and source.at((*loc[:-1], home)) is None:
                strays.setdefault((*loc[:-1], home), []).append(loc)
    return strays


def _stray(home: Loc, locs: Sequence[Loc], source: Source) -> Problem:
    fields = listed([str(loc[-1]) for loc in locs], "and")
    what = f"{fields} stand{'s' * (len(locs) == 1)} beside `{home[-1]}`, not in it"
    hint = f"indent {'it' if len(locs) == 1 else 'them'} two spaces further than `{home[-1]}:`"
    return Problem(what, source.place(locs[0], key=True), hint)


def _words(fault: _Fault) -> tuple[str, str]:
    kind, typed, limits = fault.type, fault.typed, fault.limits
    if kind == "wording":
        return limits["message"], limits["hint"]
    if typed is None:
        return "is empty", "write something after it, or delete the line"
    if kind == "too_long" and isinstance(typed, str):
        kind = "string_too_long"
    if kind == "too_short":
        least = limits.get("min_length") or next(form.length for form in fault.forms if form.length)
        message = f"is too short a list: {least} is the least, and it has {len(typed)}"
    elif kind in _WORDS:
        message = _WORDS[kind].format(typed=shown(typed), **limits)
    else:
        message = f"is not right: {fault.message.removeprefix('Value error, ')}"
    return message, _hint(kind, typed, fault.forms)


def _hint(kind: str, typed: Data, forms: tuple[Form, ...]) -> str:
    if kind.startswith(("int_", "float_", "greater", "less")):
        return number_meant(typed, forms)
    if kind in ("tuple_type", "list_type"):
        return list_meant(typed, forms)
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return group_meant(typed, forms)
    if kind == "too_short" and any(isinstance(item, str) and " " in item for item in typed or ()):
        return "put commas between items"
    if kind in ("literal_error", "too_short", "too_long"):
        return one_of(forms, typed if isinstance(typed, str) else "")
    return _HINTS.get(kind, "")


_HINTS = {
    "string_too_short": "write a text",
    "string_type": "a text with a colon in it, or one that begins with a bracket, needs quotes round it",
}
_WORDS = {
    "literal_error": "cannot be {typed}",
    "string_type": "must be a text, not {typed}",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "is not written as it should be: {typed}",
    "tuple_type": "must be a list, not {typed}",
    "list_type": "must be a list, not {typed}",
    "dict_type": "must be a group of fields, not {typed}",
    "model_type": "must be a group of fields, not {typed}",
    "model_attributes_type": "must be a group of fields, not {typed}",
    "too_long": "is too long a list: {max_length} is the most, and it has {actual_length}",
    "int_parsing": "must be a whole number, not {typed}",
    "int_type": "must be a whole number, not {typed}",
    "int_from_float": "must be a whole number, not {typed}",
    "float_parsing": "must be a number, not {typed}",
    "float_type": "must be a number, not {typed}",
    "bool_parsing": "must be yes or no, not {typed}",
    "bool_type": "must be yes or no, not {typed}",
    "finite_number": "must be a number that has an end, not {typed}",
    "greater_than": "must be more than {gt:g}, not {typed}",
    "greater_than_equal": "must be at least {ge:g}, not {typed}",
    "less_than": "must be less than {lt:g}, not {typed}",
    "less_than_equal": "must be at most {le:g}, not {typed}",
}
