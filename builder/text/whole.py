"""What no line should part in running text, and where another program breaks lines: dates, amounts, names."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from builder.text.sense import WHOLE, named_on, torn

NO_BREAK = "\u00a0"

_BLANK = regex.compile(r"(?<=\S) (?=\S)")
_COUNTING = regex.compile(r"[\d£$€¥₹]")  # in a word of every date and amount
_SHORT, _LINE = 6, 16  # letters of a last word that is short, and of a heading that may take two lines


def tear(text: str, at: int, language: str) -> float:
    """What a line costs that ends there, at a blank, inside a date, an amount or a name; 0 elsewhere."""
    body, follower = text[text.rfind(" ", 0, at) + 1 : at], text[at + 1 :].partition(" ")[0]
    if not body or not follower or text[at : at + 1] != " ":
        return 0.0
    return max(torn(body, follower, language), named_on(text, body, follower, language))


def whole_places(text: str, language: str) -> list[int]:
    """The blanks inside dates and amounts."""
    if not _COUNTING.search(text):
        return []
    return [at for at in map(regex.Match.start, _BLANK.finditer(text)) if tear(text, at, language) >= WHOLE]


def whole_spans(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """From where to where the words round these blanks reach; those of neighbours are one."""
    reached = 0
    for at in places:
        if at < reached:
            continue
        start, reached = text.rfind(" ", 0, at) + 1, at
        while reached in places:
            after = text.find(" ", reached + 1)
            reached = after if after >= 0 else len(text)
        yield start, reached


def unparted(text: str, language: str, *, heading: bool = False) -> str:
    """The text with no-break spaces in dates and amounts, and before a heading's last word if it is short."""
    places = whole_places(text, language)
    last = text.rfind(" ")
    if heading and last > 0 and len(text) - last <= _SHORT and len(text) > _LINE:
        places.append(last)
    for at in places:
        text = f"{text[:at]}{NO_BREAK}{text[at + 1 :]}"
    return text
