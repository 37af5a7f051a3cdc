"""The cells of a chart: the number of each, in its unit, or how to write one that its language does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from babel import Locale
from babel.numbers import (
    NumberFormatError,
    format_decimal,
    get_decimal_symbol,
    get_group_symbol,
    parse_decimal,
)

from builder.record import Record

_MINUS = "-−–"  # as it is typed
_GROUP = 3  # digits after a sign of thousands; two as well after all but the last, as in India
# A sign, what stands before the number, a sign, the number, and what stands behind it.
_CELL = re.compile(
    r"\s*(?P<minus>[-+−–]?)\s*(?P<before>[^\d+.,−–-]*?)\s*(?P<sign>[-+−–]?)"
    r"(?P<number>[.,٫]?\d(?:[\d.,'’٫٬\s]*\d)?)(?P<behind>\D*)"
)
_SPACED = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")  # between thousands (ISO 80000-1)
_DECIMAL = ".,٫"  # what decimals begin with somewhere


class NoChart(Exception):
    """Why no chart can be drawn of rows, and of which cell it is true: its row and its place in it."""

    def __init__(self, message: str, hint: str, *cell: int) -> None:
        self.message, self.hint, self.cell = message, hint, cell
        super().__init__(message)


class Figure(Record):
    """A number with what stands round it: `£`, ` %`."""

    value: float
    before: str
    behind: str
    decimals: int

    @property
    def unit(self) -> tuple[str, str]:
        """What stands round it, as it is read."""
        return self.before.strip(), self.behind.strip()


def figure_in(text: str, locale: Locale, *cell: int) -> Figure:
    """The number of a cell; NoChart where it has none, or one that is not written as its language does."""
    found = _CELL.fullmatch(text)
    written = _SPACED.sub("", _latin(found["number"], locale)) if found else ""
    try:
        number = parse_decimal(written, locale=locale, strict=True)
    except NumberFormatError:
        hint = _meant(found, locale) if found else ""
        message = f"a chart needs a number here: `{text}`"
        raise NoChart(message, hint or "write a number, as 12 or 12 %", *cell) from None
    assert found
    minus = (found["minus"] or found["sign"]) in tuple(_MINUS)
    if bare := _in_accounts(found):
        hint = f"write `-{bare}`" + ("" if minus else f" or `{bare}`, as it is meant")
        raise NoChart(f"`{text}` may be less than nothing, as accounts have it", hint, *cell)
    exponent = number.as_tuple().exponent
    decimals = max(-exponent, 0) if isinstance(exponent, int) else 0
    before, behind = _spaced(found, "before"), _spaced(found, "behind")
    return Figure(float(-number if minus else number), before, behind, decimals)


def _latin(number: str, locale: Locale) -> str:
    """A number in the digits and signs that babel reads a language's numbers in."""
    number = number.replace("٫", get_decimal_symbol(locale)).replace("٬", get_group_symbol(locale))
    return "".join(str(unicodedata.decimal(char, char)) for char in number)


def _spaced(found: re.Match[str], side: str) -> str:
    """What stands on a side of a number, with the blank between both."""
    if side == "behind":
        return found["behind"].rstrip()
    between = found.string[found.end("before") : found.start("number")]
    return found["before"] + " " * any(char.isspace() for char in between) if found["before"] else ""


def _in_accounts(found: re.Match[str]) -> str:
    """A cell without what accounts write for a minus before it, `(3)` or `3-`; nothing where none is."""
    before, behind = _spaced(found, "before"), _spaced(found, "behind")
    if behind.strip() in tuple(_MINUS):
        behind = ""
    elif "(" in before and ")" in behind.partition("(")[0]:
        before, behind = before.replace("(", "", 1), behind.replace(")", "", 1)
    else:
        return ""
    return f"{before}{found['number']}{behind}".strip()


def _meant(found: re.Match[str], locale: Locale) -> str:
    """How the language has what a cell may say, for each way that it is read elsewhere."""
    number, text = found["number"], found.string
    start, end = found.span("number")
    ways = [f"`{text[:start]}{_digits(way, number)}{text[end:]}`" for way in _readings(number, locale)]
    if len(ways) > 1:
        return f"write {' or '.join(ways)}, as it is meant"
    return f"write {ways[0]}, as this language has it" if ways else ""


def _readings(number: str, locale: Locale) -> Iterator[str]:
    """A number as the language has it: its last sign read as that of decimals, then as one of thousands."""
    parts, signs = re.split(r"\D", number), re.findall(r"\D", number)
    *whole, last = (_latin(part, locale) for part in parts)
    if signs and signs[-1] in _DECIMAL and signs.count(signs[-1]) == 1 and _in_groups(whole, signs[:-1]):
        yield f"{_whole(whole, locale)}{get_decimal_symbol(locale)}{last}"
    if signs and _in_groups([*whole, last], signs):
        yield _whole([*whole, last], locale)


def _in_groups(parts: Sequence[str], signs: Sequence[str]) -> bool:
    """Whether signs part a whole number as they part thousands somewhere; also where there is none."""
    first, *between = parts
    if not signs:
        return True
    sizes = {len(part) for part in between}
    begins = 0 < len(first) <= _GROUP and not first.startswith("0")
    return begins and len(set(signs)) == 1 and len(between[-1]) == _GROUP and sizes <= {_GROUP - 1, _GROUP}


def _whole(parts: Sequence[str], locale: Locale) -> str:
    return format_decimal(int("".join(parts) or "0"), locale=locale)


def _digits(number: str, as_in: str) -> str:
    """A number in the digits of another."""
    first = next(char for char in as_in if char.isdigit())
    zero = ord(first) - unicodedata.decimal(first)
    return "".join(chr(zero + int(char)) if char.isdigit() else char for char in number)
