"""What `packbuild translate` does, and what it says."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.folders import Folders
from builder.cli.terminal import Terminal
from builder.pipeline.translate import Translated, read_returned, translate
from builder.spec.single import read_value


def translate_into(
    language: str | None, spec: Path, folders: Folders, terminal: Terminal, file: Path | None, *, xliff: bool
) -> None:
    """Write the translation, or take what a file says, and tell what is missing or stale."""
    returned = read_returned(file) if file else None
    try:
        tag = read_value("language", language or (returned.language if returned else ""))
    except ValueError as error:
        raise click.UsageError(f"the language {error}") from None
    if returned and returned.language.split("-")[0] != tag.split("-")[0]:
        raise click.UsageError(f"{file} is in `{returned.language}`, not in `{tag}`.")
    done = translate(spec, folders.root, tag, xliff=xliff, returned=returned)
    terminal.problems(done.problems)
    _tell(done, spec, tag, folders, terminal)


def _tell(done: Translated, spec: Path, tag: str, folders: Folders, terminal: Terminal) -> None:
    shown, count = folders.shown(done.path), sum(done.missing.values())
    taken = f", with {done.taken} texts of the file" if done.taken else ""
    terminal.result(f"Wrote {shown}{taken}" if done.wrote else f"{shown} is as it was")
    if done.xliff:
        terminal.result(f"Wrote {folders.shown(done.xliff)}")
    for part, number in done.missing.items():
        terminal.tell(f"  {part}: {number} to translate")
    terminal.tell(f"{count} texts are to be translated." if count else "Every text is translated.")
    if not done.listed:
        terminal.tell(f"Add `{tag}` to the languages of {folders.shown(spec)}, so that the pack has it.")
