"""How soft what a filter draws is, before any of it is drawn: a large blur needs few pixels."""

from __future__ import annotations

import math

from builder.brand.svg.filters import Filter, Pair, Step, sizes, units
from builder.brand.svg.numbers import numbers
from builder.geometry.box import Box

_ENOUGH = 16.0  # px: a blur of so many is smooth, however much larger it is shown
_HARD = 4.0  # of a colour matrix: more makes edges of what was soft
_PILED = {"feMerge", "feBlend", "feComposite"}

_Pile = tuple[float, ...]  # the deviations in px of what lies on one another; 0 is sharp
_SOURCE = -1.0  # the drawing itself, which stays as it is


def coarseness(filter_: Filter, box: Box, scale: Pair) -> float:
    """How many times coarser than usual the pixels of a filter may be; 1 if it draws anything sharp."""
    soft = min((each for each in _Softness(filter_, box, scale).last if each != _SOURCE), default=0.0)
    return max(soft / _ENOUGH, 1.0) if math.isfinite(soft) else 1.0


class _Softness:
    def __init__(self, filter_: Filter, box: Box, scale: Pair) -> None:
        self._unit, self._scale = units(filter_, box), scale
        self._results: dict[str, _Pile] = {}
        self.last: _Pile = (_SOURCE,)
        for step in filter_.steps:
            self.last = self._of(step)
            if step.result:
                self._results[step.result] = self.last

    def _of(self, step: Step) -> _Pile:  # noqa: PLR0911  one for each kind
        first = self._taken(step)
        if any(step.said.get(name) for name in ("x", "y", "width", "height")):
            return (0.0,)
        if step.name == "feGaussianBlur":
            deviation = min(self._px(step, "stdDeviation"))
            return (max(_flat(first), deviation),) if any(sizes(step, "stdDeviation", (1, 1))) else first
        if step.name == "feFlood":
            return (math.inf,) if step.opacity > 0 else ()
        if step.name == "feOffset":
            return (_flat(first),) if first else ()
        if step.name == "feColorMatrix":
            gains = numbers(step.said.get("values", ""))[15:19]
            return (0.0 if max(map(abs, gains), default=0.0) > _HARD else _flat(first),)
        if step.name in _PILED and step.said.get("mode", "normal") == "normal":
            taken = [self._taken(part) for part in step.parts] or [self._taken(step, "in2"), first]
            parts = tuple(part for pile in taken for part in pile)
            over = step.said.get("operator", "over") == "over"
            return (
                parts if over and (not step.linear or parts.count(_SOURCE) == len(parts)) else (_flat(parts),)
            )
        return (0.0,)

    def _px(self, step: Step, name: str) -> Pair:
        across, down = sizes(step, name, self._unit)
        return across * self._scale[0], down * self._scale[1]

    def _taken(self, step: Step, name: str = "in") -> _Pile:
        said = step.said.get(name, "")
        if said in self._results:
            return self._results[said]
        return {"SourceGraphic": (_SOURCE,), "SourceAlpha": (0.0,)}.get(said, self.last)


def _flat(pile: _Pile) -> float:
    """What is left of it as one layer."""
    return max(min(pile, default=math.inf), 0.0)
