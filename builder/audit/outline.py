"""Headings as an outline: one that skips a level loses who listens to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def skipped_levels(headings: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Where a heading (its level, its place) is more than one level below the one before it."""
    before = 0
    for level, place in headings:
        if level > before + 1:
            yield f"{place}: H{level} after H{before}" if before else f"{place}: H{level} is the first"
        before = level
