"""Numbers that are too long to be taken in: what to write in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.errors import Problem
from builder.source import Loc
from builder.source.validate import named
from builder.spec.draft import Draft
from builder.tagged import language_of

if TYPE_CHECKING:
    from babel import Locale

_LONG = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,'’\s]\d{2,3})+[.,'’\s]\d{3}(?![\w]|[.,]\d)")
_LARGE = ("value", "headline", "title")  # fields that are drawn large
_DIGITS = 2  # behind the point, at most


def long_numbers(draft: Draft) -> Iterator[Problem]:
    """Millions and more are offered in words, as their language has them: `£4.3 billion`."""
    for loc, text in draft.texts():
        if loc and loc[-1] in _LARGE:
            yield from _offered(draft, loc, text)


def _offered(draft: Draft, loc: Loc, text: str) -> Iterator[Problem]:
    for match in _LONG.finditer(text):
        if short := _short(match[0], language_of(text, draft.language)):
            message = f"`{match[0]}` in {named(loc)} takes long to read"
            whole = f"{text[: match.start()]}{short}{text[match.end() :]}"
            yield draft.warning(message, loc, f"write `{whole}`, if it may be rounded so", within=match[0])


def _short(number: str, language: str) -> str:
    """The number in CLDR's compact form, to its last digit or rounded; empty if it has none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  slow to load, and not for every command

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    return _compact(int(re.sub(r"\D", "", number)), locale)


def _compact(value: int, locale: Locale) -> str:
    from babel.numbers import format_compact_decimal  # noqa: PLC0415  as above

    return format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=_DIGITS)
