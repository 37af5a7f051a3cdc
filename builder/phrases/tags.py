"""The tags of languages (BCP 47), as people write them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints

from builder.source.forms import Kind
from builder.source.validate import wording

LANGUAGE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"


def _language(value: Any) -> Any:
    if not isinstance(value, str) or re.match(LANGUAGE, value):
        return value
    from babel import Locale  # noqa: PLC0415  only for the hint, and slow to load

    codes = {name.lower(): code for code, name in Locale("en").languages.items()}
    code = codes.get(value.lower()) or _tag(value)
    hint = f"write `{code}`" if code else "write a code such as `en-GB`, `cy` or `ur`"
    raise wording(f"is not a language's code: `{value}`", hint)


def _tag(value: str) -> str:
    """A tag with the letters that are usually large, as BCP 47 recommends (2.1.1); nothing if it is none."""
    first, *others = value.strip().replace("_", "-").split("-")
    named = [part.title() if len(part) == 4 else part.upper() for part in others]
    tag = "-".join((first.lower(), *named))
    return tag if re.match(LANGUAGE, tag) else ""


LanguageTag = Annotated[
    str,
    Kind("a language's code"),
    BeforeValidator(_language),
    StringConstraints(pattern=LANGUAGE),
]
