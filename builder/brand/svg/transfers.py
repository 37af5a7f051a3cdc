"""Curves of a channel, as the functions of feComponentTransfer say them (Filter Effects 1, 9.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builder.brand.svg.filters import Step
from builder.brand.svg.numbers import numbers

Curve = Callable[[float], float]  # what becomes of a value from 0 to 1


def same(value: float) -> float:
    """The curve that changes nothing."""
    return value


def curve_of(part: Step) -> Curve | None:
    """What a function makes of a channel; None for one of a type that is not known."""

    def said(name: str, default: float) -> float:
        return (numbers(part.said.get(name, "")) or [default])[0]

    kind, table = part.said.get("type", "identity"), numbers(part.said.get("tableValues", ""))
    if kind == "linear":
        slope, start = said("slope", 1.0), said("intercept", 0.0)
        return lambda value: slope * value + start
    if kind == "gamma":
        by, power, start = said("amplitude", 1.0), said("exponent", 1.0), said("offset", 0.0)
        return lambda value: by * (float(value**power) if value or power > 0 else 1.0) + start
    if kind == "discrete" and table:
        return lambda value: table[min(int(value * len(table)), len(table) - 1)]
    if kind == "table" and table:
        return lambda value: _between(table, value)
    return same if kind in ("identity", "discrete", "table") else None


def _between(table: Sequence[float], value: float) -> float:
    at = value * (len(table) - 1)
    first = min(int(at), max(len(table) - 2, 0))
    second = min(first + 1, len(table) - 1)
    return table[first] + (table[second] - table[first]) * (at - first)
