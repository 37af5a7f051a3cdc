"""`packbuild new`: a year's spec from another's."""

from __future__ import annotations

from typing import Any

import click

from builder.cli.asked import folders_of
from builder.cli.options import options
from builder.cli.terminal import Terminal


@click.command("new")
@click.argument("year", type=click.IntRange(1900, 2999))
@click.option(
    "--from", "old", type=click.IntRange(1900, 2999), help="The year to start from. [default: the latest]"
)
@options("root")
def command(year: int, old: int | None, **asked: Any) -> None:
    """Start the spec of YEAR from another year's: dates and hashtags move on, the rest is yours."""
    folders = folders_of(asked)
    if not folders.years:
        raise click.UsageError(
            f"there is no spec in {folders.shown(folders.packs)} to start from{folders.begins}"
        )
    source = folders.spec(str(old or folders.years[-1]))
    terminal = Terminal()
    with terminal.exits("Nothing was written."):
        from builder.pipeline.newyear import written  # noqa: PLC0415  not for `--help`

        for path, look in written(source, int(source.stem), year):
            terminal.result(f"Wrote {folders.shown(path)}")
            for number, line in look:
                terminal.tell(f"  {folders.shown(path)}:{number}: still speaks of {source.stem}: {line}")
