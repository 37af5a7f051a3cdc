"""Settings, one changed at a time: each must change what is made, or be told as a fault.

A row is a path into a whole example and another value for it. `fields_of` names every field of the
models behind the example, so that a field without a row is a fault of the tests.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

ABSENT = object()  # the value of a field that the change leaves out


def changed(example: Any, path: str, value: Any) -> Any:
    """A copy of plain data with another value at `body.column.0.text.style`."""
    fresh = copy.deepcopy(example)
    *way, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    here = fresh
    for step in way:
        here = here[step]
    if value is ABSENT:
        del here[last]
    else:
        here[last] = value
    return fresh


def models_in(model: type[BaseModel]) -> set[type[BaseModel]]:
    """The model and all that its fields hold."""
    found: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [model]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [part for field in one.model_fields.values() for part in _models(field.annotation)]
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def fields_of(models: Iterable[type[BaseModel]]) -> set[str]:
    """`TextUse.style`, as people write them, of every model."""
    return {
        f"{model.__name__}.{field.alias or name}"
        for model in models
        for name, field in model.model_fields.items()
    }


def field_at(example: BaseModel, path: str) -> str:
    """The field that a path leads to: `TextUse.style` for `body/column/0/text/style`."""
    here: Any = example
    found = ""
    for step in path.split("/"):
        if isinstance(here, BaseModel):
            fields = type(here).model_fields
            name = next(name for name, field in fields.items() if step in (name, field.alias))
            found = f"{type(here).__name__}.{step}"
            here = getattr(here, name)
        else:
            here = here[int(step) if step.isdigit() else step]
    return found
