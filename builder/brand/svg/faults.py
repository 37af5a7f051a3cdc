"""What keeps an SVG from being drawn as it is written, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from builder.record import Record

_LINES = 5  # that a fault names for others of its kind


class Fault(Record):
    """One thing to mend; `line` and `column` count from 1, line 0 means the whole file."""

    message: str
    hint: str = ""
    line: int = 0
    column: int = 1


class WrongArt(ValueError):
    """An SVG that cannot be drawn with; `faults` has all that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))


@dataclass(slots=True)
class Faults:
    """Faults as they are found; what is wrong in many places is told once, with the other lines."""

    _found: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, fault: Fault) -> None:
        """Note a fault and go on."""
        places = self._found.setdefault((fault.message, fault.hint), [])
        if (fault.line, fault.column) not in places:
            places.append((fault.line, fault.column))

    def check(self) -> None:
        """WrongArt with everything, in the order of the file, if anything was found."""
        if self._found:
            faults = [_told(*words, sorted(places)) for words, places in self._found.items()]
            raise WrongArt(sorted(faults, key=lambda fault: (fault.line, fault.column)))


def _told(message: str, hint: str, places: list[tuple[int, int]]) -> Fault:
    (line, column), *others = places
    lines = sorted({number for number, _ in others} - {line})
    if lines:
        more = f" and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
        message += f" (also in line {', '.join(map(str, lines[:_LINES]))}{more})"
    return Fault(message, hint, line, column)
