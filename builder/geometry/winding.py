"""Shapes filled by the even-odd rule, rewound so that the non-zero rule fills the same."""

from __future__ import annotations

from collections.abc import Sequence

from builder.geometry.box import Command
from builder.geometry.pens import area, backwards, holds


def rewound(commands: Sequence[Command]) -> tuple[Command, ...]:
    """The same curve with loops inside an odd number of others turned the other way round.

    Right for loops that do not cross one another, as letters, rings and windows are.
    """
    loops = _loops(commands)
    steps: list[Command] = []
    for number, loop in enumerate(loops):
        others = (other for place, other in enumerate(loops) if place != number)
        hole = sum(holds(other, loop[0][1:]) for other in others) % 2 == 1
        steps += backwards(loop) if (area(loop) < 0) != hole else loop
    return tuple(steps)


def _loops(commands: Sequence[Command]) -> list[list[Command]]:
    loops: list[list[Command]] = []
    for command in commands:
        if command[0] == "M":
            loops.append([])
        loops[-1].append(command)
    return [[*loop, ("Z",)] if loop[-1][0] != "Z" else loop for loop in loops]
