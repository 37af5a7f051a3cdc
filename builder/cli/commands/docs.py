"""`packbuild docs`: the pages of the documentation."""

from __future__ import annotations

import click

from builder.cli.terminal import Terminal, table


@click.command("docs")
@click.argument("page", required=False)
def command(page: str | None) -> None:
    """List the pages of the documentation, or print PAGE."""
    from builder.cli import pages  # noqa: PLC0415  not for `--help`

    terminal = Terminal()
    if page:
        terminal.result(pages.text(page).rstrip("\n"))
        return
    for line in table(pages.titles()):
        terminal.result(line)
