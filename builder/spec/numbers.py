"""Figures as people write them, `1 in 3` or `14.2 million`: what of a whole they are, and faults in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol

from builder.errors import Problem
from builder.phrases.book import shipped_languages, shipped_phrases
from builder.record import Record
from builder.source import Loc, Source
from builder.spec.draft import Draft
from builder.spec.folded import folded
from builder.spec.parts import Statistic
from builder.tagged import in_language_of

if TYPE_CHECKING:
    from builder.patterns import Pattern

_THOUSANDS = r"\d{1,3}(?:[,.'’٬\u00a0\u202f]\d{3})+"
_NUMBER = rf"{_THOUSANDS}|\d+(?:[.,٫]\d{{1,2}})?"
_GROUPED = re.compile(_THOUSANDS)
_APART = re.compile(rf"(?P<figure>\W?(?:{_NUMBER})\+?)\s+(?P<unit>[^\W\d][^\d]*)")
_SLOT = re.compile(r"\{(?:part|of|whom)\}")
_WHOM = r"[^\W\d][^\d]{,30}?"  # who is counted: a word or a few
_PERCENT = 100


class Figure(Protocol):
    """What tells a figure: a statistic, or a slide that has one."""

    @property
    def value(self) -> str:
        """The figure as it is shown."""

    @property
    def of(self) -> int | None:
        """The whole, where the figure does not say it."""

    @property
    def unit(self) -> str | None:
        """What is counted."""


class Told(Record):
    """A figure that stands in no list."""

    value: str
    of: int | None = None
    unit: str | None = None


class Said(Record):
    """A part of a whole, and how the part is written."""

    part: float
    of: int
    part_text: str


def share_of(figure: Figure) -> Said | None:
    """The part of a whole that a figure is, by its `of` or as its value says; None if it is none."""
    value = figure.value
    if figure.of is None:
        return _written(value) or _written(f"{value}{figure.unit or ''}")
    said = _written(value)
    if said is not None and said.of == figure.of:
        return said
    parts = _parts(value, figure.of)
    return Said(_read(parts[0]), figure.of, parts[0]) if len(parts) == 1 and said is None else None


def unit_apart(value: str) -> tuple[str, str]:
    """A figure and its unit, `14.2` and `million`; no unit where it cannot be told from the figure."""
    match = None if _written(value) else _APART.fullmatch(value)
    if match is None:
        return value, ""
    return in_language_of(match["figure"], value), in_language_of(match["unit"], value)


def shares(draft: Draft) -> Iterator[Problem]:
    """A figure is no more than its whole, and `value`, `of` and `unit` say one thing."""
    for loc, figure in _figures(draft):
        if fault := _fault(figure):
            field, message, hint = fault
            yield draft.error(message, (*loc, field), hint)
        elif figure.unit and figure.value.casefold().endswith(figure.unit.casefold()):
            message = f"`{figure.value}` ends with its unit, which would be said twice"
            yield draft.error(message, (*loc, "unit"), "delete it here or there")


def _figures(draft: Draft) -> Iterator[tuple[Loc, Figure]]:
    """Every figure, and where it stands; slides say `of` and `unit` to a `value` alone."""
    for number, figure in draft.items("statistics").items():
        yield ("statistics", number), figure
    shown = draft.part("slides")
    for number, slide in enumerate(shown.slides if shown else ()):
        if slide.value:
            yield ("slides", "slides", number), Told(slide.value, slide.of, slide.unit)


def translated(
    original: Iterable[Statistic], others: Iterable[Statistic], source: Source
) -> Iterator[Problem]:
    """A translation tells of the same part of a whole, or of one that nobody here can read."""
    parts = {figure.id: said for figure in original if (said := share_of(figure)) is not None}
    for number, figure in enumerate(others):
        said, here = parts.get(figure.id), share_of(figure)
        if said is None or (here is not None and (here.part, here.of) == (said.part, said.of)):
            continue
        told = f"is {here.part:g} of {here.of}" if here else "is read as no part of a whole, and not drawn"
        message = f"`{figure.value}` {told}; the spec has {said.part:g} of {said.of}"
        hint = "write both numbers, the part and the whole" if here is None else "check both"
        yield Problem(message, source.place(("statistics", number, "value")), hint, "warning")


def _fault(figure: Figure) -> tuple[str, str, str] | None:
    """The field that is wrong, what is, and what to do."""
    value, of = figure.value, figure.of
    said = share_of(figure)
    if said is not None:
        return None if said.part <= said.of else _more(value, said)
    if of is None:
        return None
    if (written := _written(value)) is not None:
        message = f"`{value}` is {written.part:g} of {written.of}, and `of` says {of}"
        return "of", message, "delete it: `value` says so already"
    parts = _parts(value, of)
    told = "several numbers" if parts else "no number"
    message = f"`{value}` has {told}, so that nobody can tell which part of {of} it is"
    return "value", message, "write the part alone, such as `value: 1`, or delete `of`"


def _more(value: str, said: Said) -> tuple[str, str, str]:
    message = f"`{value}` is more than the whole: {said.part:g} of {said.of}"
    return "value", message, "the part is the smaller number of the two"


def _parts(value: str, of: int) -> Sequence[str]:
    """The numbers in a text that may be the part: all but one that is the whole."""
    found = re.findall(_NUMBER, value)
    whole = next((each for each in found[::-1] if _read(each) == of), None)
    if whole is not None and len(found) > 1:
        found.remove(whole)
    return found


@lru_cache(maxsize=256)
def _written(value: str) -> Said | None:
    """What a text says that is a part of a whole and nothing else, in any language that is spoken here."""
    known = folded(value)
    for way, words, percent in _ways():
        if all(word in known for word in words) and (match := _pattern(way).fullmatch(value)):
            of = float(_PERCENT) if percent else _read(match["of"])
            part = _read(match["part"])
            if of.is_integer() and of >= 2 and not (percent and part > _PERCENT):
                return Said(part, int(of), match["part"])
    return None


@cache
def _ways() -> Sequence[tuple[str, Sequence[str], bool]]:
    """How each language writes parts of a whole, and per cent: the way, and the words in it."""
    ways: dict[tuple[str, bool], None] = {}
    for language in shipped_languages():
        phrases = shipped_phrases(language)
        for written, percent in ((phrases.get("parts_of"), False), (phrases.get("percent_of"), True)):
            ways |= dict.fromkeys((way, percent) for way in (str(written) if written else "").split(" | "))
    return [(way, folded(_SLOT.sub(" ", way)).split(), percent) for way, percent in ways if way]


def _pattern(way: str) -> Pattern:
    from builder.patterns import compiled  # noqa: PLC0415  not for `--help`

    words = re.escape(way).replace(r"\ ", r"[\s\u00a0\u202f]+")
    for slot in ("part", "of"):
        words = words.replace(rf"\{{{slot}\}}", f"(?P<{slot}>{_NUMBER})")
    return compiled(words.replace(r"\{whom\}", _WHOM), re.IGNORECASE)


def _read(number: str) -> float:
    """The number that digits of any script write: `7,400`, `31.5`, `31,5`, `٣١٫٥`."""
    if _GROUPED.fullmatch(number):
        return float(re.sub(r"\D", "", number))
    return float(number.replace(",", ".").replace("٫", "."))
