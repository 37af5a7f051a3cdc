"""What pydantic finds wrong with a file, in words for the people who wrote it, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from builder.errors import Faults, Problem
from builder.source import Data, Loc, Source
from builder.source.forms import forms_at

Model = TypeVar("Model", bound=BaseModel)
_SHORT = 4  # letters, of which two that are wrong make another word
_ROUNDS = 4  # faults inside one another come to light one after the other
_FEW = 32  # choices that a hint names, all of them: a box of a design has nearly as many fields


def validate(model: type[Model], source: Source) -> Model:
    """The file as a model; Faults with everything that is wrong. A field left empty counts as left out."""
    try:
        return model.model_validate(filled(source.data, model))
    except ValidationError as error:
        raise Faults((*source.problems, *problems_of(error, model, source))) from None


def salvaged(model: type[Model], source: Source) -> tuple[Model | None, tuple[Problem, ...]]:
    """As much of the file as is valid, and what is wrong with the rest; None if too little is.

    A list with an item that cannot be mended by leaving out a field of it is left out whole, so
    that the numbers of items stay those of the file.
    """
    data, problems, told = filled(source.data, model), tuple(source.problems), False
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


def filled(data: Data, model: type[BaseModel], loc: Loc = ()) -> Any:
    """The data without fields that were left empty; what the model has no field for stays, to be told."""
    if isinstance(data, dict):
        return {
            key: filled(value, model, (*loc, key))
            for key, value in data.items()
            if value is not None or not forms_at(model, (*loc, key))
        }
    if isinstance(data, list):
        return [filled(item, model, (*loc, number)) for number, item in enumerate(data)]
    return data


def left_empty(source: Source) -> Iterator[Problem]:
    """A warning for each field in which nothing stands."""
    for loc in source.keys:
        if source.at(loc) is None:
            hint = "write something after it, or delete the line"
            message = f"{named(loc)} is empty, which is as if it were not there"
            yield Problem(message, source.place(loc, key=True), hint, "warning")


def problems_of(error: ValidationError, model: type[BaseModel], source: Source) -> list[Problem]:
    """Each thing that pydantic found, once; nothing about fields whose YAML could not be read."""
    from builder.source.messages import told  # noqa: PLC0415  for files with faults alone

    details = error.errors(include_url=False)
    known = {problem.place for problem in source.problems if problem.severity == "error"}
    return [problem for problem in dict.fromkeys(told(details, model, source)) if problem.place not in known]


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
    fields = f"a group with {listed(typed, 'and')}" if isinstance(typed, dict) and typed else shown(typed)
    return wording(f"cannot be {fields}", f"it can be {forms}")


def wording(message: str, hint: str = "") -> PydanticCustomError:
    """For validators to raise: what is wrong, to be read after the field's name, and what to do."""
    return PydanticCustomError("wording", "{message}", {"message": message, "hint": hint})


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """A hint: the likely choice, or all of them if they are few."""
    if meant := nearest(word, choices):
        return f"did you mean `{meant}`?"
    return f"it can be {listed(sorted(choices))}" if 0 < len(choices) <= _FEW else ""


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


def shown(typed: Data) -> str:
    """What somebody wrote, as a message names it."""
    if isinstance(typed, dict):
        return "a group of fields"
    if isinstance(typed, list):
        return "a list"
    text = " ".join((typed or "").split())
    return f"`{text}`" if len(text) <= 40 else f"`{text[:39]}…`"
