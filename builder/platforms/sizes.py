"""The platforms' sizes: `sizes.csv`, one row a size, and a campaign's own rows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from builder.errors import Faults, Place, Problem
from builder.geometry.box import Box
from builder.platforms.tables import Natural, Reader, rows, table
from builder.record import Record


class Size(Record, kw_only=True):
    """One canvas of one platform; lengths in px of the image unless they say otherwise."""

    key: str  # what a spec's `sizes` and `--size` name
    groups: tuple[str, ...]  # stand for several sizes; `usual` is what every card gets, `more` what few need
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
    format: Literal["png", "jpeg", "webp"]
    source: str  # the page that says so
    checked: dt.date  # when it was last read
    use: str

    @property
    def safe(self) -> Box:
        """Where nothing that must be read may leave."""
        return Box(0, 0, self.width, self.height).inset(self.left, self.top, self.right, self.bottom)

    @property
    def is_overlay(self) -> bool:
        """Whether what is made in it is clear in part: a kind of its own makes it."""
        return self.folder == _OVERLAYS


def sizes_named(names: Iterable[str], sizes: Iterable[Size]) -> tuple[Size, ...]:
    """The sizes of these keys and groups in their order, each once; KeyError names one unknown."""
    wanted, known = tuple(names), tuple(sizes)
    for name in wanted:
        if name not in size_names(known):
            raise KeyError(name)
    return tuple(size for size in known if {size.key, *size.groups, *_all(size)} & set(wanted))


def _all(size: Size) -> tuple[str, ...]:
    """What stands for a size with nearly all others: those that few need are asked for by name."""
    return () if _MORE in size.groups else ("all",)


def size_names(sizes: Iterable[Size]) -> tuple[str, ...]:
    """What names one size or several: keys, groups, and `all`, which stands for all but those of `more`."""
    return ("all", *dict.fromkeys(name for size in sizes for name in (*size.groups, size.key)))


def with_own(lines: Sequence[str], shown_as: str) -> tuple[Size, ...]:
    """The platforms' sizes and those of a campaign's own table, whose rows stand for ours of their keys.

    Faults with all that is wrong in it.
    """
    own = {row["key"]: Size(**row) for row in rows(lines, shown_as, Size, {**_READERS, **_OWN})}
    if cramped := [size for size in own.values() if min(size.safe.w, size.safe.h) < _LEAST]:
        raise Faults([_cramped(size, lines, shown_as) for size in cramped])
    return tuple({**{size.key: size for size in SIZES}, **own}.values())


def _cramped(size: Size, lines: Sequence[str], shown_as: str) -> Problem:
    number = next(number for number, line in enumerate(lines, 1) if line.startswith(f"{size.key},"))
    place = Place(shown_as, number, 1, len(size.key), lines[number - 1])
    message = f"`left`, `top`, `right` and `bottom` leave {size.safe.w:g}×{size.safe.h:g} px for words"
    return Problem(message, place, f"leave {_LEAST} px at the least")


def _box(text: str) -> Box | None:
    return Box(*map(float, text.split())) if text else None


def _pixels(text: str) -> int:
    if not _LEAST <= int(text) <= _MOST:
        raise ValueError
    return int(text)


def _folder(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+([-/][a-z0-9]+)*", text):
        raise ValueError
    return text


_OVERLAYS = "badges"  # the folder of what is laid over something else
_MORE = "more"  # sizes that few need
_LEAST, _MOST = 60, 8000  # px: a button; what image programs and memories bear
_READERS = {Box | None: Reader(_box, "empty, or four numbers in px: `x y width height`")}
# Of the columns that a campaign's own rows could do harm with.
_PIXELS = Reader(_pixels, f"a whole number of px, {_LEAST} to {_MOST:,}")
_OWN = {
    "width": _PIXELS,
    "height": _PIXELS,
    "folder": Reader(_folder, "small letters and digits, with `-` and `/` between them"),
}
SIZES = tuple(Size(**row) for row in table("sizes.csv", Size, _READERS))
