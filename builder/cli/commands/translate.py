"""`packbuild translate`: the file of a language to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from builder.cli.asked import folders_of
from builder.cli.options import FILE, options
from builder.cli.terminal import Terminal


@click.command("translate")
@click.argument("year")
@click.option("--to", "language", help="The language, by its code: `pl`, `pt-BR`.")
@click.option("--xliff", is_flag=True, help="Write YEAR.LANGUAGE.xlf too, for a translator's program.")
@click.option("--from", "file", type=FILE, help="Take the texts of a translated XLIFF file.")
@options("root", "format", "quiet")
def command(year: str, language: str | None, xliff: bool, file: Path | None, **asked: Any) -> None:
    """Write the translation of YEAR to fill in: packs/YEAR.LANGUAGE.yaml.

    What it says already stays; what it lacks is added, empty, under the words to translate. What is
    missing, or was translated from other words than the spec has today, is told.
    """
    if not (language or file):
        raise click.UsageError("say into which language: `--to pl`, or `--from FILE.xlf`.")
    folders, terminal = folders_of(asked), Terminal(asked["format"], asked["quiet"])
    spec = folders.spec(year)
    with terminal.exits("Nothing was written."):
        from builder.cli.translating import translate_into  # noqa: PLC0415  not for `--help`

        translate_into(language, spec, folders, terminal, file, xliff=xliff)
