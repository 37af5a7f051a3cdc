"""The JSON Schema of a spec, with which editors complete and check it as the lead types."""

from __future__ import annotations

import json
from typing import Any

import yaml

from builder.source.about import about, example, records_in
from builder.spec.model import Spec

_SCALARS = ["string", "number", "boolean"]  # as YAML reads 2022, 14.2 or `no`, which are texts here
_LINE = "# yaml-language-server: $schema=schema.json"


def schema() -> str:
    """The schema as JSON text in ASCII, whatever the code page it is printed in; translations have none."""
    comment = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Made by `packbuild schema`; specs begin with `{_LINE}`",
    }
    document = comment | _described(_for_editors(Spec.model_json_schema()))
    return json.dumps(document, indent=2, default=str) + "\n"


def _described(document: dict[str, Any]) -> dict[str, Any]:
    """The schema with what is said of each field."""
    known = {**document["$defs"], Spec.__name__: document}
    for record in records_in(Spec):
        for name, said in about(record).items():
            field = record.model_fields[name].alias or name
            properties = known[record.__name__]["properties"]
            texts = {"description": said.text, "examples": [yaml.safe_load(example(record, name))]}
            properties[field] = dict(sorted((properties[field] | texts).items()))
    return document


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
    return (key == "title" and isinstance(value, str)) or (key == "format" and value is None)
