"""`packbuild verify`: whether a pack is the one that was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from builder.cli.options import options
from builder.cli.terminal import Terminal, files_text, size_text


@click.command("verify")
@click.argument("zip_file", metavar="ZIP", type=click.Path(path_type=Path))
@options("format", "quiet")
def command(zip_file: Path, **asked: Any) -> None:
    """Check a pack's zip against the list of files in it: all there, unchanged, and no other.

    What it was made from is said. Nothing of it is unpacked, and nothing else is read.
    """
    terminal = Terminal(asked["format"], asked["quiet"])
    with terminal.exits("Nothing was changed."):
        from builder.output.verify import verify  # noqa: PLC0415  not for `--help`

        pack = verify(zip_file)
        terminal.problems(())
        terminal.tell(f"{pack.campaign}, {pack.year}: {files_text(pack.files)}, {size_text(pack.size)}")
        for line in pack.made:
            terminal.tell(f"  {line}")
        terminal.result(f"{zip_file} holds what its list says, and nothing else.")
