"""What pydantic finds wrong with a file, in words for the people who wrote it, each at its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from builder.errors import Faults, Problem
from builder.source import Data, Loc, Source
from builder.source.forms import Form, fields_at, forms_at, limits

Model = TypeVar("Model", bound=BaseModel)
_SHORT = 4  # letters, of which two that are wrong make another word
_ROUNDS = 4  # faults inside one another come to light one after the other


def validate(model: type[Model], source: Source) -> Model:
    """The file as a model; Faults with everything that is wrong. A field left empty counts as left out."""
    try:
        return model.model_validate(filled(source.data))
    except ValidationError as error:
        raise Faults((*source.problems, *problems_of(error, model, source))) from None


def salvaged(model: type[Model], source: Source) -> tuple[Model | None, tuple[Problem, ...]]:
    """As much of the file as is valid, and what is wrong with the rest; None if too little is.

    A list with an item that cannot be mended by leaving out a field of it is left out whole, so
    that the numbers of items stay those of the file.
    """
    data, problems, told = filled(source.data), tuple(source.problems), False
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data), problems
        except ValidationError as error:
            problems, told = (*problems, *(() if told else problems_of(error, model, source))), True
            for detail in error.errors():
                _drop(data, source.known(detail["loc"]), absent=detail["type"] == "missing")
    return None, problems


def _drop(data: Any, loc: Loc, *, absent: bool) -> None:
    """Take out what stands in a place, or what holds it if that lacks something; if it is still there."""
    items = [number for number, step in enumerate(loc) if isinstance(step, int)]
    if items and (absent or isinstance(loc[-1], int)):
        loc = loc[: items[0]]
    for step in loc[:-1]:
        inside: dict[Any, Any] = dict(enumerate(data)) if isinstance(data, list) else data
        data = inside.get(step, {})
    if loc and isinstance(data, dict):
        data.pop(loc[-1], None)


def filled(data: Data) -> Any:
    """The data without fields that were left empty."""
    if isinstance(data, dict):
        return {key: filled(value) for key, value in data.items() if value is not None}
    return [filled(item) for item in data] if isinstance(data, list) else data


def problems_of(error: ValidationError, model: type[BaseModel], source: Source) -> list[Problem]:
    """Each thing that pydantic found, once; nothing about fields whose YAML could not be read."""
    details = [detail for detail in error.errors(include_url=False) if _top(detail) not in source.unread]
    misspelt = {
        (*detail["loc"][:-1], nearest(str(detail["loc"][-1]), fields_at(model, detail["loc"][:-1])))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    known = {problem.place for problem in source.problems if problem.severity == "error"}
    absent = [detail["loc"] for detail in details if detail["type"] == "missing"]
    problems = [
        *_all_absent([loc for loc in absent if loc not in misspelt], source),
        *(
            _told(each, model, source)
            for each in details
            if each["type"] != "missing" and not (_echo(each, details) or _other_form(each, details, source))
        ),
    ]
    return [problem for problem in dict.fromkeys(problems) if problem.place not in known]


def nearest(word: str, choices: Collection[str]) -> str | None:
    """The choice that was most likely meant."""
    from rapidfuzz import process  # noqa: PLC0415  loads matchers, for slips alone
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  as above

    turned = [choice for choice in choices if sorted(choice.split("-")) == sorted(word.lower().split("-"))]
    if turned:  # `right-bottom`
        return turned[0]
    match = process.extractOne(
        word.lower().replace("-", "_"),
        {choice: choice.lower().replace("-", "_") for choice in choices},
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=0.82,
    )
    return match[2] if match else None


def slip(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a slip of the pen made the word of: two letters are wrong, or one of a short word."""
    from rapidfuzz import process  # noqa: PLC0415  loads matchers, for slips alone
    from rapidfuzz.distance import OSA  # noqa: PLC0415  as above

    match = process.extractOne(
        word.lower().replace("_", "-"),
        {choice: choice.lower().replace("_", "-") for choice in choices},
        scorer=OSA.distance,
        score_cutoff=2 if len(word) > _SHORT else 1,
    )
    return match[2] if match else None


def no_form(typed: Any, forms: str) -> PydanticCustomError:
    """For validators to raise: that something is written in none of the forms that it can have."""
    fields = f"a group with {listed(typed, 'and')}" if isinstance(typed, dict) and typed else _shown(typed)
    return wording(f"cannot be {fields}", f"it can be {forms}")


def wording(message: str, hint: str = "") -> PydanticCustomError:
    """For validators to raise: what is wrong, to be read after the field's name, and what to do."""
    return PydanticCustomError("wording", "{message}", {"message": message, "hint": hint})


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """A hint: the likely choice, or all of them if they are few."""
    if meant := nearest(word, choices):
        return f"did you mean `{meant}`?"
    return f"it can be {listed(sorted(choices))}" if 0 < len(choices) <= 24 else ""


def listed(words: Collection[str], last: str = "or") -> str:
    """The words in code quotes with commas, and `or` before the last."""
    quoted = [f"`{word}`" for word in words]
    return f" {last} ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else "".join(quoted)


def named(loc: Loc) -> str:
    """A place in the data as people say it: `title in events, item 3`, `dates.end`."""
    groups: list[tuple[list[str], str]] = []  # fields, and the number of the item if they are a list
    for step in loc:
        if isinstance(step, int):
            fields, items = groups.pop() if groups else ([], "")
            groups.append((fields, f"{items}, item {step + 1}"))
        elif not groups or groups[-1][1]:
            groups.append(([step], ""))
        else:
            groups[-1][0].append(step)
    names = [".".join(fields) + items for fields, items in groups]
    if len(names) < 2:
        return "".join(names)
    last, items = ".".join(groups[-1][0]), groups[-1][1]
    return f"`{last}`{items and items + ','} in {', '.join(reversed(names[:-1]))}"


def _top(detail: ErrorDetails) -> str | int | None:
    return detail["loc"][0] if detail["loc"] else None


def _echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because some of its items are not valid."""
    inside = (each["loc"] for each in details if each is not detail)
    return detail["type"] == "too_short" and any(loc[: len(detail["loc"])] == detail["loc"] for loc in inside)


def _other_form(detail: ErrorDetails, details: list[ErrorDetails], source: Source) -> bool:
    """Whether a value is only called another form's, while what is wrong inside its own form is told."""
    here = source.known(detail["loc"])
    inside = (source.known(each["loc"]) for each in details)
    return detail["type"].endswith("_type") and any(loc[: len(here)] == here != loc for loc in inside)


def _all_absent(locs: list[Loc], source: Source) -> list[Problem]:
    """Fields that were left empty, and for each group those that are not there."""
    empty = [
        Problem(f"{named(loc)} is empty", source.place(loc, key=True), "write a text after the colon")
        for loc in locs
        if source.known(loc) == loc
    ]
    absent: dict[Loc, list[str]] = {}
    for loc in locs:
        if source.known(loc) != loc:
            absent.setdefault(loc[:-1], []).append(str(loc[-1]))
    return empty + [_absent(parent, fields, source) for parent, fields in absent.items()]


def _absent(parent: Loc, fields: list[str], source: Source) -> Problem:
    message = f"{named(parent) or 'the file'} has no {listed(fields)}"
    where = f" inside {named(parent)}" if parent else ""
    hint = f"add `{fields[0]}: …`{where}" if len(fields) == 1 else f"add them{where}, each as `name: text`"
    return Problem(message, source.place(parent, key=True), hint)


def _told(detail: ErrorDetails, model: type[BaseModel], source: Source) -> Problem:
    loc = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return _unknown(loc, model, source)
    message, hint = _words(detail, source.at(source.known(loc)), fields_at(model, loc))
    hint = hint or (_range(forms_at(model, loc)) if detail["type"].startswith(("greater", "less")) else "")
    return Problem(f"{named(source.known(loc) or loc)} {message}", source.place(loc), hint)


def _unknown(loc: Loc, model: type[BaseModel], source: Source) -> Problem:
    parent, field = loc[:-1], str(loc[-1])
    where = f" in {named(parent)}" if parent else ""
    choices = fields_at(model, parent)
    hint = did_you_mean(field, choices)
    if not nearest(field, choices):
        homes = [name for name in fields_at(model, ()) if field in fields_at(model, (name,))]
        hint = f"`{field}` belongs in {listed(homes)}; look at the indentation" if homes else hint
    return Problem(f"unknown field `{field}`{where}", source.place(loc, key=True), hint)


def _words(detail: ErrorDetails, typed: Data, fields: list[str]) -> tuple[str, str]:
    kind, limits = detail["type"], detail.get("ctx", {})
    if typed is None:
        return "is empty", "write something after it, or delete the line"
    if kind == "literal_error":
        choices = [choice.strip("'") for choice in limits["expected"].replace(" or ", ", ").split(", ")]
        return f"cannot be {_shown(typed)}", did_you_mean(str(typed), choices)
    if kind.startswith("url"):
        return f"is not a web address: {_shown(typed)}", "it begins with https:// and has no spaces"
    if kind == "wording":
        return limits["message"], limits["hint"]
    if kind == "value_error" or kind not in _WORDS:
        return f"is not right: {detail['msg'].removeprefix('Value error, ')}", limits.get("hint", "")
    message, hint = _WORDS[kind]
    if hint == _GROUP and isinstance(typed, str):
        hint = _group_hint(typed, fields)
    return message.format(typed=_shown(typed), **limits), hint


def _range(forms: Iterable[Form]) -> str:
    """A hint: from which number to which, if both are given."""
    said = next((said for form in forms if (said := limits(form))), "")
    return f"it can be {said}" if said else ""


def _group_hint(typed: str, fields: list[str]) -> str:
    if re.match(r"[a-z_]+:\S", typed):
        return "a space is missing after the colon: write `name: text`"
    return f"{_GROUP}; there are {listed(fields, 'and')}" if 0 < len(fields) <= 8 else _GROUP


def _shown(typed: Data) -> str:
    if isinstance(typed, dict):
        return "a group of fields"
    if isinstance(typed, list):
        return "a list"
    text = " ".join((typed or "").split())
    return f"`{text}`" if len(text) <= 40 else f"`{text[:39]}…`"


_QUOTES = "a text with a colon in it, or one that begins with a bracket, needs quotes round it"
_ITEMS = "put each item on a line of its own, beginning with `- `"
_GROUP = "write its fields on the next lines, two spaces further right, each as `name: text`"
_WORDS = {
    "string_type": ("must be a text, not {typed}", _QUOTES),
    "string_too_short": ("is empty", "write a text"),
    "string_too_long": ("is longer than {max_length} characters", ""),
    "string_pattern_mismatch": ("is not written as it should be: {typed}", ""),
    "tuple_type": ("must be a list, not {typed}", _ITEMS),
    "list_type": ("must be a list, not {typed}", _ITEMS),
    "dict_type": ("must be a group of fields, not {typed}", _GROUP),
    "model_type": ("must be a group of fields, not {typed}", _GROUP),
    "model_attributes_type": ("must be a group of fields, not {typed}", _GROUP),
    "too_short": ("is too short a list: {min_length} is the least, and it has {actual_length}", ""),
    "too_long": ("is too long a list: {max_length} is the most, and it has {actual_length}", ""),
    "int_parsing": ("must be a whole number, not {typed}", ""),
    "int_type": ("must be a whole number, not {typed}", ""),
    "int_from_float": ("must be a whole number, not {typed}", ""),
    "float_parsing": ("must be a number, not {typed}", ""),
    "float_type": ("must be a number, not {typed}", ""),
    "bool_parsing": ("must be yes or no, not {typed}", ""),
    "bool_type": ("must be yes or no, not {typed}", ""),
    "greater_than": ("must be more than {gt:g}, not {typed}", ""),
    "greater_than_equal": ("must be at least {ge:g}, not {typed}", ""),
    "less_than": ("must be less than {lt:g}, not {typed}", ""),
    "less_than_equal": ("must be at most {le:g}, not {typed}", ""),
}
