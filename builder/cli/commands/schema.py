"""`packbuild schema`: the schema for editors."""

from __future__ import annotations

import click

from builder.cli.terminal import Terminal


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a spec, for editors."""
    from builder.spec.schema import schema as schema_text  # noqa: PLC0415  not for `--help`

    terminal = Terminal()
    with terminal.exits("Nothing was printed."):
        terminal.result(schema_text().rstrip("\n"))
