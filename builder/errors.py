"""What can be wrong with a spec or a brand, and where."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Sequence
from typing import Literal

from builder.record import Record, replace

_LINES = 6  # that a problem names for others of its cause
Severity = Literal["error", "warning"]


class Place(Record):
    """A stretch of one line of a file the user wrote; line and column count from 1."""

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""


class Problem(Record):
    """One thing to mend, in words that a campaign lead understands."""

    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = "error"
    where: tuple[str, ...] = ()  # what of the pack shows it: sizes, documents
    cause: str = ""  # what it has in common with others, if one telling is enough for all
    lack: float = 0.0  # to be compared: of several alike, the hint of the one that lacks most is told


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in their order; one that shows in several images says so instead of coming again."""
    first: dict[tuple[str, Place | None, str], Problem] = {}
    for problem in problems:
        key = (problem.message, problem.place, problem.severity)
        before = first.setdefault(key, problem)
        hint = max(before, problem, key=lambda each: each.lack).hint
        where = tuple(dict.fromkeys((*before.where, *problem.where)))
        first[key] = replace(before, where=where, hint=hint, lack=max(before.lack, problem.lack))
    return tuple(first.values())


def one_a_cause(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, of a cause the first error, or else the first; it names the others' lines."""
    first: dict[str, Problem] = {}
    for problem in sorted(problems, key=lambda problem: problem.severity != "error"):
        first.setdefault(problem.cause, problem)
    return tuple(
        _told_once(problem, problems) if problem.cause else problem
        for problem in problems
        if not problem.cause or problem is first[problem.cause]
    )


def _told_once(problem: Problem, problems: Sequence[Problem]) -> Problem:
    places = dict.fromkeys(other.place for other in problems if other.cause == problem.cause)
    others = [f"{place.file}:{place.line}" for place in places if place and place != problem.place]
    lines = list(dict.fromkeys(others))
    more = f" and on {len(lines) - _LINES} more" if len(lines) > _LINES else ""
    also = f"; other words of it stand in {', '.join(lines[:_LINES])}{more}" if lines else ""
    return replace(problem, message=f"{problem.message}{also}", where=(), cause="")


class Faults(Exception):
    """Everything that is wrong with the input, at once; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))

    def __reduce__(self) -> tuple[type[Faults], tuple[tuple[Problem, ...]]]:
        """From another process all of it comes back."""
        return Faults, (self.problems,)


class Misuse(Exception):
    """The command was asked for what cannot be; the text says what."""


class FileTrouble(Exception):
    """A file or folder could not be read or written; the text says which and why."""


_ROOM = "make room there, and run the command again"
_AWAY = "copy the campaign's folder to where you may write, and run the command there"
_WHAT_TO_DO = {
    "ENOSPC": _ROOM,
    "EDQUOT": _ROOM,
    "EROFS": _AWAY,
    "EACCES": f"ask its owner to let you, or {_AWAY}",
    "EPERM": f"ask its owner to let you, or {_AWAY}",
}


def reason(error: OSError) -> str:
    """Why a file could not be written, in the system's words, and what can be done about it."""
    said = error.strerror or str(error)
    todo = _WHAT_TO_DO.get(errno.errorcode.get(error.errno or 0, ""), "")
    return f"{said}; {todo}" if todo else said
