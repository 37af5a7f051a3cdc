"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from builder.cli.report import ReportFormat
from builder.kinds import kind_names

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_NEAREST = "The folder that holds packs/, brand/ and output/. [default: the nearest one from here upwards]"


class _Kind(click.Choice[str]):
    """One of the kinds: those of other packages are looked up when they are asked for."""

    choices = property(lambda _: kind_names(), lambda *_: None)


_OPTIONS: dict[str, Decorator] = {
    "only": click.option("--only", multiple=True, type=_Kind(()), help="Only this kind of file."),
    "size": click.option("--size", "sizes", multiple=True, help="Only images of this size or group."),
    "language": click.option("--language", "languages", multiple=True, help="Only this language."),
    "root": click.option("--root", type=FOLDER, help=_NEAREST),
    "strict": click.option("--strict", is_flag=True, help="Treat warnings as errors."),
    "format": click.option(
        "--format", type=click.Choice(get_args(ReportFormat)), default="text", help="Of problems."
    ),
    "quiet": click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong and what was made."),
    "jobs": click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes. [default: one a core]"),
}


def options(*names: str) -> Decorator:
    """The options of these names, for a command; those that take several values may be repeated."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names):
            command = _OPTIONS[name](command)
        return command

    return decorate
