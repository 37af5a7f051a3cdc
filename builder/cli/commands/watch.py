"""`packbuild watch`: a folder that follows each save."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from builder.cli.asked import asked_for
from builder.cli.folders import Folders
from builder.cli.options import options


@click.command("watch")
@click.argument("year")
@options("only", "size", "language", "root", "strict", "jobs")
def command(year: str, **asked: Any) -> None:
    """Keep output/YEAR-watch up to date while the pack of YEAR is written.

    Each save in packs/ or brand/ is built, and what was drawn anew is told. It ends
    with Ctrl-C.
    """
    terminal, request = asked_for(year, asked)
    with terminal.exits("The folder is as the last good save made it."):
        from builder.cli.outcome import tell  # noqa: PLC0415  not for `--help`
        from builder.preview.watch import watch as run  # noqa: PLC0415  as above

        run(request, partial(tell, terminal, Folders(request.root)))
