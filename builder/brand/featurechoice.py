"""OpenType features as they are written: `[tnum, lnum]`, or `{liga: off}` to turn one off."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from builder.media import Features
from builder.source.forms import Kind
from builder.source.validate import shown, wording

_TAG = re.compile(r"[A-Za-z0-9]{4}")
_MOST = 99  # alternates that a feature can choose from
# What CSS and design programs call what OpenType has tags of four letters for.
_TAGS = {
    **dict.fromkeys(("slashed-zero", "slashed zero"), "zero"),
    **dict.fromkeys(("tabular", "tabular-nums", "monospaced"), "tnum"),
    **dict.fromkeys(("proportional", "proportional-nums"), "pnum"),
    **dict.fromkeys(("lining", "lining-nums"), "lnum"),
    **dict.fromkeys(("oldstyle", "old-style", "oldstyle-nums"), "onum"),
    **dict.fromkeys(("small-caps", "smallcaps"), "smcp"),
    **dict.fromkeys(("fractions", "diagonal-fractions"), "frac"),
    **dict.fromkeys(("ligatures", "common-ligatures"), "liga"),
    **dict.fromkeys(("swash", "swashes"), "swsh"),
    "ordinal": "ordn",
    "superscript": "sups",
    "subscript": "subs",
    "kerning": "kern",
}
_FORMS = "a feature has a tag of four letters, such as `tnum`, `lnum` or `ss01`"


def _features(value: Any) -> Any:
    """The features in their order, each with its number: 0 is off."""
    if isinstance(value, tuple):  # as they were read before
        return value
    if isinstance(value, str | list):
        value = dict.fromkeys([value] if isinstance(value, str) else map(str, value), True)
    if not isinstance(value, dict):
        raise wording("cannot be " + shown(value), "write a list of tags: `[tnum, lnum]`")
    return tuple((_tag(str(tag)), _number(str(tag), number)) for tag, number in value.items())


def _tag(typed: str) -> str:
    if _TAG.fullmatch(typed):
        return typed
    meant = _TAGS.get(typed.strip().lower())
    raise wording(f"names no feature: `{typed}`", f"write `{meant}`" if meant else _FORMS)


def _number(tag: str, typed: Any) -> int:
    number = {"on": 1, "off": 0, "yes": 1, "no": 0}.get(typed, typed)
    if isinstance(number, int) and 0 <= number <= _MOST:  # a truth is a number too
        return int(number)
    hint = "write `on`, `off`, or which of its alternates, from 1 on"
    raise wording(f"has no such `{tag}`: {shown(typed)}", hint)


_KIND = Kind("a list of tags, or tags with `on`, `off` or a number")
FeatureList = Annotated[Features, _KIND, BeforeValidator(_features)]
