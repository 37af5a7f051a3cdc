"""The platforms' sizes: `sizes.csv`, one row a size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from builder.geometry.box import Box
from builder.platforms.tables import Natural, Reader, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One canvas of one platform; lengths in px of the image unless they say otherwise."""

    key: str  # what a spec's `sizes` and `--size` name
    groups: tuple[str, ...]  # names that stand for several sizes; `usual` is what every card gets
    cards: bool  # whether cards are made in it; what it is for has a kind of its own otherwise
    folder: str  # inside the pack
    title: str
    width: Natural
    height: Natural
    left: int  # insets of the safe area
    top: int
    right: int
    bottom: int
    clear: Box | None  # what the platform covers: an avatar, a clock, a face
    shown: Natural  # CSS px at which people typically see the width
    least: Natural  # CSS px of the smallest text at that width
    budget: Natural  # bytes
    format: Literal["png", "jpeg"]
    source: str  # the page that says so
    checked: dt.date  # when it was last read
    use: str

    @property
    def safe(self) -> Box:
        """Where nothing that must be read may leave."""
        return Box(0, 0, self.width, self.height).inset(self.left, self.top, self.right, self.bottom)


def sizes_named(names: Iterable[str]) -> tuple[Size, ...]:
    """The sizes of these keys and groups in the table's order, each once; KeyError names one unknown."""
    wanted = tuple(names)
    for name in wanted:
        if name not in SIZE_NAMES:
            raise KeyError(name)
    return tuple(size for size in SIZES if {"all", size.key, *size.groups} & set(wanted))


def _box(text: str) -> Box | None:
    return Box(*map(float, text.split())) if text else None


_READERS = {Box | None: Reader(_box, "empty, or four numbers in px: `x y width height`")}
SIZES = tuple(Size(**row) for row in table("sizes.csv", Size, _READERS))
SIZE_NAMES = ("all", *dict.fromkeys(name for size in SIZES for name in (*size.groups, size.key)))
