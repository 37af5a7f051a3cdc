"""What people meant who wrote a value in a form that it cannot have: what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, get_args, get_origin

from builder.source import Data
from builder.source.forms import Form, fits, limits
from builder.source.validate import did_you_mean, listed

_COMMA = re.compile(r"(-?\d+),(\d+)")
_UNIT = re.compile(r"(-?\d*\.?\d+) ?([a-zA-Z%°]+)")
_NUMBER = re.compile(r"-?[\d.]+")
_NUMBERS = re.compile(r"-?[\d.]+([,;x/ ]+-?[\d.]+)+")
_NO_SPACE = re.compile(r"[a-z_]+:\S")
_ITEMS = "put each item on a line of its own, beginning with `- `"
_GROUP = "write its fields on the next lines, two spaces further right, each as `name: text`"


def one_of(forms: Sequence[Form], typed: str) -> str:
    """What a word can be, or what its kind says of it."""
    if said := _of_kind(forms, typed):
        return said
    words = [
        word for form in forms if get_origin(form.type) is Literal for word in get_args(form.type) if word
    ]
    return did_you_mean(typed, words) if words else ""


def number_meant(typed: Data, forms: Sequence[Form]) -> str:
    """A number as it is written: with a point, without its unit; else how large it can be."""
    text = typed.strip() if isinstance(typed, str) else ""
    if said := _of_kind(forms, text):
        return said
    if match := _COMMA.fullmatch(text):
        return f"write `{match[1]}.{match[2]}`, with a point"
    form, match = next(iter(forms), None), _UNIT.fullmatch(text)
    if form and match and match[2] == "%" and fits(form, float(match[1]) / 100):
        return f"write `{float(match[1]) / 100:g}`"
    if form and match:
        return f"write `{match[1]}`, without `{match[2]}`"
    said = next((said for form in forms if (said := limits(form))), "")
    return f"it can be {said}" if said else ""


def list_meant(typed: Data, forms: Sequence[Form]) -> str:
    """A list of what was written as a text."""
    text = typed.strip() if isinstance(typed, str) else ""
    length = next((form.length for form in forms if form.length), 0)
    numbers = _NUMBER.findall(text) if _NUMBERS.fullmatch(text) else []
    if numbers and length in (0, len(numbers)):
        return f"write `[{', '.join(numbers)}]`"
    if said := _of_kind(forms, text):
        return said
    if length:
        return f"it is a list of {length}: `[{', '.join(['…'] * length)}]`"
    words = [word for word in re.split(r"[\s,;]+", text.strip("()")) if word]
    if "," in text and len(words) == text.count(",") + 1:
        return f"write `[{', '.join(map(quoted, words))}]`"
    groups = any(item.fields for form in forms for item in form.inside(0))
    return (
        _ITEMS if groups or not text or ":" in text else f"write `[{quoted(text.strip('()'))}]`, or {_ITEMS}"
    )


def group_meant(typed: Data, forms: Sequence[Form]) -> str:
    """A group of what was written as a text."""
    if not isinstance(typed, str):
        return _GROUP
    if _NO_SPACE.match(typed):
        return "a space is missing after the colon: write `name: text`"
    names = [name for form in forms for name in form.fields]
    there = f"; there are {listed(names, 'and')}" if 0 < len(names) <= 8 else ""
    if field := next((field for form in forms if (field := _first(form))), ""):
        return f"write `{{{field}: {quoted(typed)}}}`{there}"
    return f"{_GROUP}{there}"


def any_of(forms: Sequence[Form], typed: Data) -> str:
    """All forms that a value can have, the likeliest first."""
    field = next((field for form in forms if (field := _first(form))), "")
    if isinstance(typed, str) and field:
        return f"write `{{{field}: {quoted(typed)}}}`"
    if isinstance(typed, list) and (field := next((f for form in forms if (f := _list_of(form))), "")):
        return f"write `{{{field}: […]}}`"
    return f"it can be {' or '.join(dict.fromkeys(_said(form) for form in forms))}"


def quoted(text: str) -> str:
    """A text as YAML takes it inside brackets."""
    return f'"{text}"' if re.search(r"[:#,\[\]{}\"'&*!|>%@`]", text) else text


def _of_kind(forms: Iterable[Form], typed: str) -> str:
    return next((said for form in forms if (said := form.kind.meant(typed))), "")


def _first(form: Form) -> str:
    """The field of a group that a text alone could stand for: the one that is needed, or the first text."""
    texts = [name for name, inside in form.fields.items() if any(one.type is str for one in inside)]
    needed = form.needed
    return next((name for name in needed or texts if name in texts), "") if len(needed) < 2 else ""


def _list_of(form: Form) -> str:
    """The field of a group that a list alone could stand for."""
    (name,) = form.needed if len(form.needed) == 1 else ("",)
    return name if any(get_origin(one.type) is tuple for one in form.inside(name)) else ""


def _said(form: Form) -> str:
    if form.fields:
        return f"a group with {listed(list(form.fields), 'and')}"
    if form.type is bool:
        return "`yes` or `no`"
    if form.length:
        return f"a list of {form.length}"
    if form.type is str:
        return form.kind.words or "a text"
    return form.kind.words or ("a group of fields" if form.names else "a list")
