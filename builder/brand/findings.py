"""What reading the brand has found wrong so far, so that one run shows it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from builder.errors import Faults, Place, Problem

Result = TypeVar("Result")


class Findings:
    """Problems, in the order in which they were found."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)

    def fault(self, place: Place, message: str, hint: str = "") -> None:
        """Note an error and go on."""
        self.problems.append(Problem(message, place, hint))

    def warn(self, place: Place, message: str, hint: str = "") -> None:
        """Note what the designer may accept."""
        self.problems.append(Problem(message, place, hint, "warning"))

    def attempt(self, reading: Callable[[], Result]) -> Result | None:
        """What the reading gives; None if it found faults, which are noted."""
        try:
            return reading()
        except Faults as faults:
            self.problems += faults.problems
            return None

    def check(self) -> tuple[Problem, ...]:
        """The warnings; Faults with everything if there is an error among it."""
        if any(problem.severity == "error" for problem in self.problems):
            raise Faults(self.problems)
        return tuple(self.problems)
