"""What came of a save, and of drawing a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from builder.cli.folders import Folders
from builder.cli.terminal import Terminal, files_text
from builder.errors import Faults, FileTrouble, Misuse, reason
from builder.output.make import Asset
from builder.preview.watch import Outcome


def tell(terminal: Terminal, folders: Folders, outcome: Outcome) -> None:
    """Say what was drawn anew, or what is wrong, which leaves the folder as it was."""
    if isinstance(outcome, Faults):
        terminal.problems(outcome.problems)
    elif isinstance(outcome, FileTrouble | Misuse):
        terminal.tell(f"error: {outcome}")
    else:
        built, drawn = outcome
        terminal.problems(built.problems)
        for name in drawn:
            terminal.result(f"Drew {name}")
        if not built.assets:
            terminal.result("There is nothing to make.")
            return
        terminal.result(f"{folders.shown(built.tree)} is up to date: {files_text(len(drawn))} drawn anew.")


def write_all(assets: Sequence[Asset], file: Path | None, folder: Path) -> Iterator[Path]:
    """Write each file, into the folder or as the file that was asked for; where each is.

    FileTrouble if one cannot be written, UsageError if one file is asked for and there are several.
    """
    if file and len(assets) > 1:
        raise click.UsageError(f"there are {len(assets)} files to draw; -o names one.")
    for asset in assets:
        path = file or folder / PurePosixPath(asset.plan.path).name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(asset.file.data)
        except OSError as error:
            raise FileTrouble(f"{path}: {reason(error)}") from error
        yield path
