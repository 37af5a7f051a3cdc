"""Choices by chance that a text decides, the same for ever: on any machine, in any version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Value = TypeVar("Value")

_BYTES = 4  # of a number: one in four thousand million is a chance fine enough


class Seeded:
    """A row of choices, by the numbers of SHA-256 in counter mode; the same seed gives the same row."""

    def __init__(self, *seed: str) -> None:
        """The seed, in parts: the id of a card, and what is chosen for it."""
        self._seed = "\0".join(seed).encode()
        self._count, self._drawn = 0, b""

    def below(self, count: int) -> int:
        """A number from 0 on that is less than this one."""
        if not self._drawn:
            self._drawn = sha256(self._seed + self._count.to_bytes(4)).digest()
            self._count += 1
        number, self._drawn = self._drawn[:_BYTES], self._drawn[_BYTES:]
        return int.from_bytes(number) % count

    def chosen(self, ways: Sequence[Value]) -> Value:
        """One of these."""
        return ways[self.below(len(ways))]

    def weighed(self, ways: Sequence[Value], weights: Sequence[int]) -> Value:
        """One of these, each as often as it weighs."""
        at = self.below(sum(weights))
        for way, weight in zip(ways, weights, strict=True):
            at -= weight
            if at < 0:
                return way
        raise AssertionError
