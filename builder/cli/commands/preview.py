"""`packbuild preview`: the pack in a browser while it is written."""

from __future__ import annotations

from typing import Any

import click

from builder.cli.asked import asked_for
from builder.cli.options import options


@click.command("preview")
@click.argument("year")
@options("only", "size", "language", "root", "jobs")
def command(year: str, **asked: Any) -> None:
    """Show the pack of YEAR while it is written, in a browser on this machine.

    A save in packs/ or brand/ is seen at once. It ends with Ctrl-C.
    """
    terminal, request = asked_for(year, asked)
    with terminal.exits("The preview has ended."):
        from builder.preview.run import preview as run  # noqa: PLC0415  not for `--help`

        run(request, terminal.result)
