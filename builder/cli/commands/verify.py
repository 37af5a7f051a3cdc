"""`packbuild verify`: whether a pack is the one that was made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from builder.cli.options import options
from builder.cli.terminal import Terminal, files_text, size_text


@click.command("verify")
@click.argument("zip_file", metavar="ZIP", type=click.Path(path_type=Path))
@click.option("--key", help="A public key of minisign, or its file, whose signature the pack must have.")
@options("format", "quiet")
def command(zip_file: Path, key: str | None, **asked: Any) -> None:
    """Check a pack's zip against the list of files in it: all there, unchanged, and no other.

    What it was made from is said, and by whom it is signed. Nothing of it is unpacked, and nothing else is
    read. With --key it must be signed with that key (packbuild[sign]).
    """
    terminal = Terminal(asked["format"], asked["quiet"])
    with terminal.exits("Nothing was changed."):
        from builder.output.signature import read_key  # noqa: PLC0415  not for `--help`
        from builder.output.verify import verify  # noqa: PLC0415  as above

        pack = verify(zip_file, None if key is None else read_key(key))
        terminal.problems(())
        terminal.tell(f"{pack.campaign}, {pack.year}: {files_text(pack.files)}, {size_text(pack.size)}")
        for line in pack.made:
            terminal.tell(f"  {line}")
        terminal.tell(f"  {pack.signed}")
        terminal.result(f"{zip_file} holds what its list says, and nothing else.")
