"""What is said of the fields of a record: the text under each, in the words of those who write the file.

A text may end with `Example:` and a value as YAML. It stands in the record's source and nowhere else, so
that no build carries it; schemas and the pages of the documentation are made from it.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent
from types import ModuleType
from typing import Any

import yaml
from pydantic import BaseModel

from builder.record import Record
from builder.source import Loc
from builder.source.forms import Form

_EXAMPLE = re.compile(r"\s*\bExample:(?:\n| )")


class About(Record):
    """What a field is, and how it may be written (YAML); nothing, if nobody says."""

    text: str = ""
    example: str = ""


def about(record: type) -> Mapping[str, About]:
    """What stands under each field of a record, by the field's name in Python; also of those it inherits."""
    found: dict[str, About] = {}
    for each in reversed(record.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            found |= _texts(sys.modules[each.__module__]).get(each.__name__, {})
    return found


def records_in(model: type[BaseModel]) -> dict[type[BaseModel], list[Loc]]:
    """The record and all that its fields hold, in their order, each with the places where it may stand.

    `*` stands for any name, 0 for any number. What stands inside a record is told of its first place.
    """
    found: dict[type[BaseModel], list[Loc]] = {}
    waiting: list[tuple[Loc, Form]] = [((), Form(model))]
    while waiting:
        loc, form = waiting.pop(0)
        if form.fields:
            new = form.type not in found
            found.setdefault(form.type, []).append(loc)
            fields = form.fields.items() if new else ()
            waiting += [((*loc, name), one) for name, forms in fields for one in forms]
        else:
            step = "*" if form.names else 0
            waiting += [((*loc, step), one) for one in form.inside(step)]
    return found


def example(record: type[BaseModel], name: str) -> str:
    """How a field may be written, as YAML: what is said of it, or what its own fields that are needed say."""
    if own := about(record).get(name, About()).example:
        return own
    forms = Form(record).fields[record.model_fields[name].alias or name]
    whole = next((_whole(form) for form in forms), None)
    return "" if whole is None else yaml.safe_dump(whole, **_FLOW).strip()


_FLOW: dict[str, Any] = {
    "default_flow_style": True,
    "sort_keys": False,
    "allow_unicode": True,
    "width": float("inf"),
}


def _whole(form: Form) -> Any:
    """A value of a form, made of examples; None if they do not say."""
    if form.fields:
        needed = {name: field for name, field in form.type.model_fields.items() if field.is_required()}
        texts = {field.alias or name: example(form.type, name) for name, field in needed.items()}
        return {name: yaml.safe_load(text) for name, text in texts.items()} or None
    item = next((_whole(one) for one in form.inside(0)), None)
    return None if item is None else [item]


@cache
def _texts(module: ModuleType) -> Mapping[str, Mapping[str, About]]:
    """By record and field."""
    records = (each for each in ast.parse(inspect.getsource(module)).body if isinstance(each, ast.ClassDef))
    return {record.name: dict(_fields(record)) for record in records}


def _fields(record: ast.ClassDef) -> Iterator[tuple[str, About]]:
    for field, below in pairwise(record.body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            written = inspect.cleandoc(ast.literal_eval(below.value))
            text, *own = _EXAMPLE.split(written, maxsplit=1)
            yield ast.unparse(field.target), About(" ".join(text.split()), dedent("".join(own)).strip())
