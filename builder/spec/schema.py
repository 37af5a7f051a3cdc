"""The JSON Schema of a spec, with which editors complete and check it as the lead types."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from builder.spec import model, parts, requests
from builder.spec.model import Spec

_SCALARS = ["string", "number", "boolean"]  # as YAML reads 2022, 14.2 or `no`, which are texts here
_OURS = {"text", "markdown", "name", "minute"}  # formats that only translations look at
_LINE = "# yaml-language-server: $schema=schema.json"


def schema() -> str:
    """The schema as JSON text; translations are partial and have none."""
    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by `packbuild schema`; specs begin with `{_LINE}`",
    }
    document = about | _for_editors(_described(Spec.model_json_schema()))
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _described(document: dict[str, Any]) -> dict[str, Any]:
    """The schema with the text that stands under each field of a record."""
    records = {**document["$defs"], Spec.__name__: document}
    for module in (model, parts, requests):
        for record in ast.parse(inspect.getsource(module)).body:
            if isinstance(record, ast.ClassDef) and record.name in records:
                fields = getattr(module, record.name).model_fields
                for name, text in _texts(record):
                    known = records[record.name]["properties"]
                    field = fields[name].alias or name
                    known[field] = dict(sorted({**known[field], "description": text}.items()))
    return document


def _texts(record: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each field that has a text under it, and the text."""
    for field, below in pairwise(record.body):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            yield ast.unparse(field.target), inspect.cleandoc(ast.literal_eval(below.value))


def _for_editors(node: Any) -> Any:
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    shown = {key: _for_editors(value) for key, value in node.items() if not _noise(key, value)}
    if shown.get("type") == "string" and not {"pattern", "enum", "const", "format"} & shown.keys():
        shown["type"] = _SCALARS
    return shown


def _noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (
        key == "format" and isinstance(value, str) and value in _OURS
    )
