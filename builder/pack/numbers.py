"""The words of figures: as they are written, and what designs need to draw them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from builder.brand.numbers import IN_ROW
from builder.phrases.book import Phrases
from builder.spec.numbers import Figure, share_of, unit_apart
from builder.tagged import in_language_of, joined


def figure_words(figure: Figure, phrases: Phrases) -> Mapping[str, str]:
    """The slots of a statistic's figure; `part` and `of` if it is a part of a whole."""
    share, value = share_of(figure), phrases.percents(figure.value)
    if share is not None and value == share.part_text and figure.of is not None:
        first = phrases["parts_of"].split(" | ")[0]
        value = in_language_of(first.format(part=value, of=phrases.number(share.of)), first)
    bare, unit = (value, figure.unit) if figure.unit else unit_apart(value)
    if figure.unit:
        value = phrases.percents(joined("" if _is_sign(figure.unit) else " ", (value, figure.unit)))
    lead, rest = _lead(value, share.part_text) if share else (bare, unit)
    led = {"lead": lead, **({"rest": rest} if rest else {})}
    drawn = {"part": f"{share.part:g}", "of": str(share.of)} if share else {}
    return {"value": value, **({"figure": bare, "unit": unit} if unit else {"figure": value}), **led, **drawn}


def place_words(phrases: Phrases, place: int, of: int) -> Mapping[str, str]:
    """The slots of a place in a row, such as a day of the week; none if the row has no other."""
    if of < 2 or not 1 <= place <= of:
        return {}
    value = phrases.fill("day_of", part=phrases.number(place), of=phrases.number(of))
    return {"value": value, "part": str(place), "of": str(of), IN_ROW: "yes"}


def _lead(value: str, part: str) -> tuple[str, str]:
    """A part of a whole, and the words about the whole after it, where it is written first and by itself."""
    first, _, others = value.partition(" ")
    if first != part or not others:
        return value, ""
    return in_language_of(first, value), in_language_of(others, value)


def month_words(phrases: Phrases, first: dt.date, last: dt.date) -> Mapping[str, str]:
    """The slots of days that are set apart from their month: `15` or `15–17`, and `June`."""
    days = phrases.day_number(first)
    if last != first and (first.year, first.month) == (last.year, last.month):
        days = f"{days}–{phrases.day_number(last)}"
    return {"days": days, "month": phrases.month(first)}


def _is_sign(unit: str) -> bool:
    return not any(letter.isalpha() for letter in unit)
