"""`packbuild show`: one card as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from builder.cli.asked import asked_for, folders_of
from builder.cli.options import options


@click.command("show")
@click.argument("card")
@click.option("--year", help="The year of the spec. [default: the latest]")
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@options("size", "language", "root")
def command(card: str, year: str | None, file: Path | None, **asked: Any) -> None:
    """Draw CARD, or the first card of that design, and say where it is.

    `packbuild show message --size story` draws it in one size, whether the spec
    asks for it or not.
    """
    folders = folders_of(asked)
    if not (year or folders.years):
        raise click.UsageError(f"there is no spec in {folders.shown(folders.packs)}{folders.begins}")
    terminal, request = asked_for(year or folders.years[-1], asked)
    with terminal.exits("Nothing was drawn."):
        from builder.cli.outcome import write_all  # noqa: PLC0415  not for `--help`
        from builder.pipeline.show import show as run  # noqa: PLC0415  as above

        assets, problems, others = run(request, card)
        terminal.problems(problems)
        for path in write_all(assets, file, folders.output / "show"):
            terminal.result(f"Drew {folders.shown(path)}")
        if others:
            terminal.tell(f"There are more of them: {', '.join(others)}.")
