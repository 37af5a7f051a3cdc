"""`packbuild brand`: the sheet that shows a brand."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from builder.cli.asked import NOTHING, folders_of, remembering
from builder.cli.options import FOLDER, options
from builder.cli.terminal import Terminal


@click.command("brand")
@click.argument("folder", type=FOLDER, required=False)
@click.option("--brand", "named", type=FOLDER, help="The same as FOLDER.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the sheet goes. [default: output/]",
)
@options("root", "strict", "format", "quiet", "jobs")
def command(folder: Path | None, named: Path | None, output: Path | None, **asked: Any) -> None:
    """Check the brand in FOLDER alone, and show it on a sheet: colours, type, logos, art and every design.

    Without FOLDER it is that of brand/, or of the folder where a _brand.yml is. No spec
    is asked for. The sheet is output/brand/brand-sheet.pdf, and the same as a page.
    """
    folders, terminal = folders_of(asked), Terminal(asked["format"], asked["quiet"])
    if folder and named:
        raise click.UsageError(f"FOLDER and --brand are the same: leave out {folder} or {named}.")
    folder = folder or named
    if not (folder or folders.own_brand.is_dir()):
        raise click.UsageError(f"there is no {folders.shown(folders.own_brand)} to show{folders.begins}")
    own = not (folder or output) and folders.brand.is_dir()
    with remembering(terminal, folders.root) if own else nullcontext() as memory, terminal.exits(NOTHING):
        from builder.pipeline.brandsheet import SheetRequest, show_brand  # noqa: PLC0415  not for `--help`

        there = (folder or folders.own_brand).absolute()
        request = SheetRequest(
            brand=there,
            shown_as=folders.shown(there),
            output=(output or folders.output).absolute(),
            strict=asked["strict"],
            jobs=asked["jobs"] or 0,
        )
        files, problems = show_brand(request, terminal.stage, terminal.progress)
        if memory:
            memory.made = (str(request.tree),)
        terminal.problems(problems)
        for file in files:
            terminal.result(f"Made {folders.shown(file)}")
