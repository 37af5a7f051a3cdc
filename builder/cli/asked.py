"""What a command was asked for: its folders, its request, and the run that will be remembered."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder.cli.again import Memory, remembered
from builder.cli.folders import Folders, likely
from builder.cli.root import nearest_root
from builder.cli.terminal import Terminal

if TYPE_CHECKING:
    from builder.pipeline.request import Request

NOTHING = "Nothing was built."


@contextmanager
def remembering(terminal: Terminal, root: Path, *asked: str) -> Iterator[Memory | None]:
    """Remember the run, unless it reads what lies anywhere or cannot be read."""
    elsewhere = any(Folders.is_file(each) for each in asked)
    arguments = click.get_current_context().find_root().obj
    gc.disable()  # what is loaded, read and planned stays: nobody need look through it (see `Workers`)
    try:
        with nullcontext() if elsewhere else remembered(terminal, str(root), arguments) as memory:
            yield memory
    finally:
        gc.freeze()  # else Python looks through all of it now, a twentieth of a small build
        gc.enable()


def folders_of(asked: dict[str, Any]) -> Folders:
    """The folders below `--root`, or below the nearest one that has packs."""
    return Folders((asked["root"] or Path(nearest_root())).absolute())


def asked_for(year: str, asked: dict[str, Any]) -> tuple[Terminal, Request]:
    """Where it is said, and what is asked for of YEAR; it ends here if a table of sizes has faults."""
    terminal = Terminal(asked.get("format", "text"), asked.get("quiet", False))
    with terminal.exits(NOTHING):  # the tables are read as they are imported
        return terminal, _request(year, asked)


def _request(year: str, asked: dict[str, Any]) -> Request:
    from builder.pipeline.request import Request  # noqa: PLC0415  not for `--help`

    folders = folders_of(asked)
    for size in asked.get("sizes", ()):
        if size not in (known := _size_names(folders)):
            raise click.BadParameter(f"there is no size `{size}`{likely(size, known)}", param_hint="--size")
    spec = folders.spec(year)
    return Request(
        spec=spec,
        brand=folders.brand,
        output=folders.output,
        root=folders.root,
        only=asked.get("only", ()),
        sizes=asked.get("sizes", ()),
        languages=asked["languages"],
        strict=asked.get("strict", False),
        jobs=asked.get("jobs") or 0,
    )


def _size_names(folders: Folders) -> tuple[str, ...]:
    from builder.brand.own import read_sizes  # noqa: PLC0415  not for `--help`
    from builder.platforms.sizes import size_names  # noqa: PLC0415  as above

    return size_names(read_sizes(folders.brand, folders.shown(folders.brand)))
