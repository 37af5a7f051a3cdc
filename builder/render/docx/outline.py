"""Levels of headings: those of a story, nested without a gap."""

from __future__ import annotations

DEEPEST = 6


class HeadingLevels:
    """Gives each heading its level in the document, one deeper than the heading it stands under."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, wanted: int) -> int:
        """The level, from 1, of the next heading, which the story calls `wanted`."""
        while self._open and self._open[-1] >= wanted:
            self._open.pop()
        self._open.append(wanted)
        return min(len(self._open), DEEPEST)
