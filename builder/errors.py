"""What can be wrong with a spec or a brand, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file the user wrote; line and column count from 1."""

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in words that a campaign lead understands."""

    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = "error"
    where: tuple[str, ...] = ()  # what of the pack shows it: sizes, documents


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in their order; one that shows in several images says so instead of coming again."""
    first: dict[tuple[str, Place | None, str], Problem] = {}
    for problem in problems:
        key = (problem.message, problem.place, problem.severity)
        before = first.setdefault(key, problem)
        first[key] = replace(before, where=tuple(dict.fromkeys((*before.where, *problem.where))))
    return tuple(first.values())


class Faults(Exception):
    """Everything that is wrong with the input, at once; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


class Misuse(Exception):
    """The command was asked for what cannot be; the text says what."""


class FileTrouble(Exception):
    """A file or folder could not be read or written; the text says which and why."""
