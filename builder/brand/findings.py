"""What reading the brand has found wrong so far, so that one run shows it all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from builder.brand.nearcolors import color_meant
from builder.brand.roles import ON
from builder.errors import Faults, Place, Problem, Severity
from builder.record import replace
from builder.source.validate import did_you_mean, nearest

Result = TypeVar("Result")

_SHOWN = 3  # of the files that name what the brand lacks


class Findings:
    """Problems, in the order in which they were found."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)
        self.drafted = False  # whether what fails is to be drawn: what is seen there keeps nobody from it
        self.untold = set[str]()  # kinds of names of which it is not known which there are
        self._shared: dict[str, tuple[int, list[Place]]] = {}  # message → which problem, and where

    def fault(self, place: Place, message: str, hint: str = "") -> None:
        """Note an error and go on."""
        self.problems.append(Problem(message, place, hint))

    @property
    def unread(self) -> Severity:
        """How grave words are that cannot be read: an error, unless a draft shows them."""
        return "warning" if self.drafted else "error"

    def warn(self, place: Place, message: str, hint: str = "") -> None:
        """Note what the designer may accept."""
        self.problems.append(Problem(message, place, hint, "warning"))

    def shared(self, message: str, place: Place, hint: str = "", severity: Severity = "error") -> None:
        """Note what many places may have in common: it is told once, at the first, and counts the others."""
        number, places = self._shared.setdefault(message, (len(self.problems), []))
        if not places:
            self.problems.append(Problem(message, place, hint, severity))
        places.append(place)
        if places[1:]:
            first = self.problems[number]
            self.problems[number] = replace(first, message=f"{message}: {placed(places)}")

    def lacking(self, kind: str, name: str, place: Place, names: Collection[str], usual: str = "") -> None:
        """Note that something names what is not among `names`; `usual` is the hint if no name comes near."""
        if kind in self.untold:
            return
        choices = [each for each in names if name.startswith(ON) or not each.startswith(ON)]
        near = None if nearest(name, choices) else color_meant(name, names)
        self.shared(f"the brand has no {kind} `{name}`", place, near or did_you_mean(name, choices) or usual)

    def attempt(self, reading: Callable[[], Result]) -> Result | None:
        """What the reading gives; None if it found faults, which are noted."""
        try:
            return reading()
        except Faults as faults:
            self.problems += faults.problems
            return None

    def check(self) -> tuple[Problem, ...]:
        """The warnings; Faults with everything if there is an error among it."""
        problems = _without_echoes(self.problems)
        if any(problem.severity == "error" for problem in problems):
            raise Faults(problems)
        return tuple(problems)


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """The problems without warnings of how a value was read that is an error anyway.

    What a comma would mend is told as that.
    """
    errors = {problem.place for problem in problems if problem.severity == "error" and problem.place}
    read = {each.place: each for each in problems if each.severity == "warning" and each.place in errors}
    commas = {place: each for place, each in read.items() if each.hint.startswith("put a comma")}
    told = (
        replace(commas[each.place], severity="error") if each.place in commas else each
        for each in problems
        if each not in read.values()
    )
    return list(dict.fromkeys(told))


def placed(places: list[Place]) -> str:
    """How many they are, and where the first of them: `97 places in 18 files (message.yaml:4, …)`."""
    files = {place.file: place.line for place in reversed(places)}
    firsts = [f"{file.rpartition('/')[2]}:{line}" for file, line in reversed(files.items())]
    shown = ", ".join([*firsts[:_SHOWN], *(["…"] if len(firsts) > _SHOWN else [])])
    counted = (
        f"{len(places)} place{'s' if places[1:] else ''} in {len(firsts)} file{'s' if firsts[1:] else ''}"
    )
    return f"{counted} ({shown})"
