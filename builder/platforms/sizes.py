"""The platforms' sizes: what the tables beside this file say, one row a size."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any, Literal, get_type_hints

from builder.geometry.box import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One canvas of one platform; lengths in px of the image unless they say otherwise."""

    key: str  # what a spec's `sizes` and `--size` name
    groups: tuple[str, ...]  # names that stand for several sizes; `usual` is what every card gets
    cards: bool  # whether cards are made in it; what it is for has a kind of its own otherwise
    folder: str  # inside the pack
    title: str
    width: int
    height: int
    left: int  # insets of the safe area
    top: int
    right: int
    bottom: int
    clear: Box | None  # what the platform covers: an avatar, a clock, a face
    shown: int  # CSS px at which people typically see the width
    least: int  # CSS px of the smallest text at that width
    budget: int  # bytes
    format: Literal["png", "jpeg"]
    source: str  # the page that says so
    checked: dt.date  # when it was last read
    use: str

    @property
    def safe(self) -> Box:
        """Where nothing that must be read may leave."""
        return Box(0, 0, self.width, self.height).inset(self.left, self.top, self.right, self.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLimit:
    """How much text one post of a platform may hold."""

    platform: str  # the key of a post's `text`
    title: str
    limit: int  # in what `builder.platforms.counting` counts for it
    hashtags: int  # the most that it takes; 0 for any number
    image: str  # the key of the size that suits a post
    source: str
    checked: dt.date


def sizes_named(names: Iterable[str]) -> tuple[Size, ...]:
    """The sizes of these keys and groups in the table's order, each once; KeyError names one unknown."""
    wanted = tuple(names)
    for name in wanted:
        if name not in SIZE_NAMES:
            raise KeyError(name)
    return tuple(size for size in SIZES if {"all", size.key, *size.groups} & set(wanted))


def _box(text: str) -> Box | None:
    return Box(*map(float, text.split())) if text else None


_READ: dict[Any, Any] = {
    str: str,
    int: int,
    bool: lambda text: {"yes": True, "no": False}[text],
    dt.date: dt.date.fromisoformat,
    tuple[str, ...]: lambda text: tuple(text.split()),
    Box | None: _box,
    Literal["png", "jpeg"]: lambda text: {"png": "png", "jpeg": "jpeg"}[text],
}


def _table(name: str, record: type[Size | TextLimit]) -> Iterator[dict[str, Any]]:
    """The rows of a table, typed as the record's fields; ValueError names the row and column at fault."""
    readers = {column: _READ[hint] for column, hint in get_type_hints(record).items()}
    rows = csv.DictReader(
        files("builder.platforms").joinpath(name).read_text(encoding="utf-8").splitlines(), strict=True
    )
    if (columns := rows.fieldnames) != [field.name for field in fields(record)]:
        raise ValueError(f"{name}: its columns are {columns}, not those of {record.__name__}")
    for number, row in enumerate(rows, 2):
        yield {key: _value(read, row[key], f"{name}:{number}: {key}") for key, read in readers.items()}


def _value(reader: Any, text: str | None, where: str) -> Any:
    try:
        return reader(text)
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{where}: `{text}` is wrong") from error


SIZES = tuple(Size(**row) for row in _table("sizes.csv", Size))
SIZE_NAMES = ("all", *dict.fromkeys(name for size in SIZES for name in (*size.groups, size.key)))
TEXT_LIMITS = {row["platform"]: TextLimit(**row) for row in _table("limits.csv", TextLimit)}
