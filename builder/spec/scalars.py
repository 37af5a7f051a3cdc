"""The kinds of value a spec holds, each with the words for what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import Annotated, Any, TypeVar
from unicodedata import category
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from annotated_types import MaxLen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import SchemaValidator, core_schema

from builder.emphasis import emphatic
from builder.source.addresses import ascii_address
from builder.source.forms import Kind
from builder.source.tree import MOST_SIGNS
from builder.source.validate import did_you_mean, wording
from builder.spec.days import day_meant, moment_meant
from builder.tagged import in_language_of

_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_HASHTAG = r"^#[^\s#]+$"
_MOMENT = r"^\d{4}-\d\d-\d\d([T ]\d?\d:\d\d(:\d\d)?)?$"
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # fillers of Hangul, and Braille without a dot
_WEB = SchemaValidator(core_schema.url_schema(allowed_schemes=["http", "https"]))


class SpecPart(BaseModel):
    """A group of fields of the spec: unknown names are faults, values never change.

    What reads it is built when the first is read. The text under a field is for editors (`schema`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False)


def _slug(value: Any) -> Any:
    if not isinstance(value, str) or (re.match(_SLUG, value) and len(value) <= 40):
        return value
    meant = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:40].strip("-")
    message = f"must be lower-case letters, digits and hyphens, 40 at most, not `{value}`"
    raise wording(message, f"for instance `{meant}`" if meant else "")


def _hashtag(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    value = value.strip()
    if not value:
        raise wording("is empty", 'write a hashtag, in quotes: "#LikeThis"')
    words = re.findall(r"[^\W_]+", value)
    meant = "#" + (words[0] if len(words) == 1 else "".join(word[:1].upper() + word[1:] for word in words))
    hint = f'for instance "{meant}"' if words else ""
    if not value.startswith("#"):
        raise wording(f"must begin with #, not `{value}`", hint)
    if "#" in value[1:]:
        raise wording(f"must be one hashtag, not `{value}`", "give each hashtag an item of its own")
    if stop := next((sign for sign in value[1:] if not _within_hashtag(sign)), None):
        what = "a space" if stop.isspace() else f"`{stop}`"
        raise wording(f"cannot hold {what}, where platforms end a hashtag: `{value}`", hint)
    if not any(sign.isalpha() for sign in value):
        raise wording(
            f"needs a letter, as platforms link no digits alone: `{value}`",
            f'for instance "#Year{value[1:]}"',
        )
    return value


def _within_hashtag(sign: str) -> bool:
    """Letters, digits and the low line; marks and joiners belong to words in the scripts that have them."""
    return (
        sign.isalnum()
        or sign in "_\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
        or category(sign)[0] == "M"
    )


def _web(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    hint = "it begins with https:// and has no spaces"
    if (inside := re.search(r"(?<=[<(])https?://[^\s<>()]+(?=[>)])", value)) is not None:
        hint = f"write `{inside[0]}`"
    if re.match(r"[\w-]+(\.[\w-]+)+(/\S*)?$", value):
        hint = f"write `https://{value}`"
    try:
        if re.search(r"\s", value) or not re.match(r"https?://", value, re.IGNORECASE):
            raise ValueError
        _WEB.validate_python(value)
    except (ValidationError, ValueError):
        raise wording(f"is not a web address: `{value}`", hint) from None
    return ascii_address(value)


def _contact(value: Any) -> Any:
    if isinstance(value, str) and (link := re.match(r"\s*(mailto|tel):/*", value, re.IGNORECASE)):
        raise wording(f"is shown as it is written, `{value}`", f"write `{value[link.end() :]}`")
    return value


def _by_platform(value: Any) -> Any:
    if isinstance(value, str):
        hint = "write `default:` before it, on the next line and two spaces further right"
        raise wording("is a group, with a text for each platform", hint)
    return value


def _timezone(value: Any) -> Any:
    if not isinstance(value, str) or is_zone(value):
        return value
    if re.match(r"(GMT|UTC|Z|[+-]\d)", value, re.IGNORECASE):  # Etc/GMT+1 is an hour behind, not ahead
        raise wording(
            f"is not a time zone: `{value}`", "write a place, whose clock knows summer time: `Europe/London`"
        )
    zones = {zone.rpartition("/")[2]: zone for zone in sorted(available_timezones())}
    city = did_you_mean(value.rpartition("/")[2].replace(" ", "_"), zones)
    meant = city.removeprefix("did you mean `").removesuffix("`?")
    hint = f"did you mean `{zones[meant]}`?" if meant in zones else "for instance `Europe/London`"
    raise wording(f"is not a time zone: `{value}`", hint)


def is_zone(name: str) -> bool:
    """Whether a place has a clock that is known by this name."""
    try:
        return ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _day(value: Any) -> Any:
    return value if isinstance(value, dt.date) else day_meant(value)


def _moment(value: Any) -> Any:
    return value if isinstance(value, dt.date) else moment_meant(value)


def _words(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """The text as it is read, in the language that it is in: pydantic knows of none."""
    text = read(value)
    if isinstance(text, str) and not _is_seen(text):
        raise wording("holds no letter that can be seen", "write a text")
    return in_language_of(text, value) if isinstance(value, str) else text


def _is_seen(text: str) -> bool:
    """Whether something of it is drawn: not controls, marks, joiners, blanks, nor letters that are blank."""
    return text.isascii() or any(category(sign)[0] in "LNPS" and sign not in _BLANK for sign in text)


HEADLINE = "text with *emphasis*"  # what a headline is


class Says(Enum):
    """What a translation does with a value; one that says nothing is the same in every language."""

    WORDS = "translated"
    NAME = "may be translated"
    ADDRESS = "may be another, and is not read as words"


PlainText = Annotated[
    str,
    Kind("text"),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=3_000),
    WrapValidator(_words),
    Says.WORDS,
]
Headline = Annotated[
    str,
    Kind(HEADLINE),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    WrapValidator(_words),
    AfterValidator(emphatic),
    Says.WORDS,
]
Markdown = Annotated[
    str,
    Kind("Markdown"),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_SIGNS),
    WrapValidator(_words),
    Says.WORDS,
]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    WrapValidator(_words),
    Says.NAME,
]
ShortName = Annotated[Name, Field(max_length=40)]  # as long as an id: file names begin with it
ByPlatform = Annotated[dict[str, PlainText], BeforeValidator(_by_platform)]
Contact = Annotated[Name, BeforeValidator(_contact)]
Key = Annotated[str, Kind("a name"), StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Slug = Annotated[
    str,
    Kind("small letters, digits and hyphens"),
    BeforeValidator(_slug),
    StringConstraints(pattern=_SLUG, max_length=40),
]
Hashtag = Annotated[
    str,
    Kind("a hashtag"),
    BeforeValidator(_hashtag),
    StringConstraints(strip_whitespace=True, pattern=_HASHTAG, max_length=100),
    Says.NAME,
]
Url = Annotated[
    str,
    Kind("a web address"),
    BeforeValidator(_web),
    Says.ADDRESS,
    Field(max_length=2_000, json_schema_extra={"format": "uri"}),
]
Timezone = Annotated[str, Kind("a place with its clock"), BeforeValidator(_timezone), Field(max_length=100)]
Date = Annotated[dt.date, Kind("a day"), BeforeValidator(_day)]
Moment = Annotated[
    dt.datetime | dt.date,
    Kind("a day and a time, or a day"),
    BeforeValidator(_moment),
    # Local time has no offset, which the format `date-time` asks for (RFC 3339, 5.6).
    WithJsonSchema({"type": "string", "pattern": _MOMENT}),
]


Item = TypeVar("Item")
Few = Annotated[tuple[Item, ...], MaxLen(100)]  # what a person writes, as many as anybody reads
Many = Annotated[tuple[Item, ...], MaxLen(2_000)]  # what may come from a table


def or_from_a_file(schema: dict[str, Any]) -> None:
    """The schema of a list that may be kept in files beside the spec, which are named instead."""
    name = {"type": "string", "minLength": 1}
    names = {"anyOf": [name, {"type": "array", "items": name, "minItems": 1}]}
    told = {key: schema.pop(key) for key in ("type", "items") if key in schema}
    named = {
        "type": "object",
        "properties": {"from": names},
        "required": ["from"],
        "additionalProperties": False,
    }
    schema["anyOf"] = [told, named]
