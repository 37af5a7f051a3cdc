"""One value of a spec, before there is a file for it to stand in."""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter, ValidationError

from builder.phrases.tags import LanguageTag
from builder.spec.scalars import Hashtag, Url

_KINDS: dict[str, Any] = {"address": Url, "hashtag": Hashtag, "language": LanguageTag}
_BARE = r"[\w-]+(\.[\w-]+)+(/\S*)?"  # an address as it is said: `example.org`


def read_value(kind: str, text: str) -> str:
    """The value as a spec holds it; ValueError says what is wrong, to be read after the field's name."""
    if kind == "address" and re.fullmatch(_BARE, text.strip()):
        text = f"https://{text.strip()}"
    try:
        value: str = TypeAdapter(_KINDS[kind]).validate_python(text.strip())
    except ValidationError as error:
        (wrong, *_) = error.errors(include_url=False)
        hint = wrong.get("ctx", {}).get("hint")
        raise ValueError("; ".join(filter(None, (wrong["msg"], hint)))) from None
    return value
