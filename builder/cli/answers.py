"""What may be answered to `packbuild init`: each kind says at once what is wrong with an answer."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from builder.cli.folders import likely

_LOGOS = (".svg", ".svgz", ".png", ".jpg", ".jpeg", ".webp")


class DayType(click.ParamType):  # type: ignore[type-arg]  # that of click 8.2 takes none
    """A day, 2027-03-08; not before another, if one is given."""

    name = "day"

    def __init__(self, first: dt.date | None = None) -> None:
        self._first = first

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day; a usage error if it is none."""
        try:
            day = value if isinstance(value, dt.date) else dt.date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f"`{value}` is no day: write it like 2027-03-08", param, ctx)
        if self._first and day < self._first:
            self.fail(f"{day} is before the first day, {self._first}", param, ctx)
        return day


class FieldType(click.ParamType):  # type: ignore[type-arg]  # as above
    """A text that a field of the spec can hold, by the name of its kind there."""

    name = "text"

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text; a usage error if the spec does not take it."""
        from builder.spec.single import read_value  # noqa: PLC0415  not for `--help`

        try:
            return read_value(self._kind, str(value))
        except ValueError as wrong:
            self.fail(f"it {wrong}", param, ctx)


class LookType(click.ParamType):  # type: ignore[type-arg]  # as above
    """One of the looks that ship."""

    name = "look"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its name; a usage error if there is no such look."""
        from builder.brand.looks import look_names  # noqa: PLC0415  not for `--help`

        if value not in (known := look_names()):
            self.fail(f"there is no look `{value}`{likely(str(value), known)}", param, ctx)
        return str(value)


class FileType(click.Path):
    """A file that is there; a logo's, if so is said."""

    def __init__(self, *, logo: bool = False) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)
        self._logo = logo

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The file; a usage error if it is none, or no drawing or picture."""
        asked = value if Path(value).exists() else next(iter(files_in(str(value))), value)
        path = super().convert(asked, param, ctx)
        if self._logo and Path(str(path)).suffix.lower() not in _LOGOS:
            self.fail(f"`{value}` is neither SVG nor PNG: ask who drew it for one of them", param, ctx)
        return path


class ColorType(click.ParamType):  # type: ignore[type-arg]  # as above
    """A colour as CSS writes it."""

    name = "colour"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The colour; a usage error if it is none."""
        from builder.color import Color, parse_color  # noqa: PLC0415  not for `--help`

        try:
            return value if isinstance(value, Color) else parse_color(value)
        except ValueError:
            self.fail(f"`{value}` is no colour: write it like #1D4E89", param, ctx)


class EachType(click.ParamType):  # type: ignore[type-arg]  # as above
    """Several answers in one line."""

    def __init__(self, kind: click.ParamType, parts: Callable[[str], Sequence[object]]) -> None:  # type: ignore[type-arg]  # as above
        self.name = f"{kind.name}s"
        self._kind, self._parts = kind, parts

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The answers; a usage error if one of them is wrong."""
        words = self._parts(value) if isinstance(value, str) else value
        return tuple(self._kind.convert(word, param, ctx) for word in words)


def colors_in(line: str) -> list[str]:
    """The colours of a line, whatever parts them: `teal, rgb(242, 169, 0)`."""
    return re.findall(r"[^\s,;(]+(?:\([^)]*\))?", line)


def files_in(line: str) -> list[Path]:
    """The files of a line, in quotes where their names have spaces, as terminals write them."""
    try:
        words = shlex.split(line, posix=os.name == "posix")
    except ValueError:  # a quotation mark alone
        words = [line]
    return [Path(word.strip("\"'")).expanduser() for word in words]
