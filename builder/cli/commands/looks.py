"""`packbuild looks`: the campaign in every look."""

from __future__ import annotations

from typing import Any

import click

from builder.cli.asked import asked_for, folders_of
from builder.cli.options import options


@click.command("looks")
@click.argument("looks", nargs=-1)
@click.option("--year", help="The year of the spec. [default: the latest]")
@options("root")
def command(looks: tuple[str, ...], year: str | None, **asked: Any) -> None:
    """Draw some cards of the campaign in each of LOOKS, or in all, on a page to choose from.

    What is chosen is written down as `look: NAME`, in `_brand.yml` or in the spec.
    """
    folders = folders_of(asked)
    if not (year or folders.years):
        raise click.UsageError(f"there is no spec in {folders.shown(folders.packs)}{folders.begins}")
    terminal, request = asked_for(year or folders.years[-1], {**asked, "languages": ()})
    with terminal.exits("Nothing was drawn."):
        from builder.pipeline.fitting import fit  # noqa: PLC0415  not for `--help`

        page, problems = fit(request, looks, terminal.tell)
        terminal.problems(problems)
        terminal.result(f"Drew {folders.shown(page)}")
