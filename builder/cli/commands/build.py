"""`packbuild 2022`: the pack."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from builder.cli.asked import NOTHING, asked_for, remembering
from builder.cli.folders import Folders
from builder.cli.options import FILE, options
from builder.cli.terminal import Terminal, by_kind, size_text

if TYPE_CHECKING:
    from builder.output.signature import Signer
    from builder.pipeline.publishing import Built
    from builder.pipeline.request import Request


@click.command("build")
@click.argument("year")
@click.option("--draft", is_flag=True, help="Draw what fails, with what is wrong marked on it, and no pack.")
@click.option("--sign", "key", type=FILE, metavar="KEY", help="Sign the pack with a secret key of minisign.")
@options("only", "size", "language", "root", "strict", "format", "quiet", "jobs")
def command(year: str, draft: bool, key: Path | None, **asked: Any) -> None:
    """Build the pack of YEAR (the default command).

    With --draft the cards, posters, leaflets, guides and slides that cannot be made are drawn all the same,
    each with what is wrong marked on it and the word DRAFT over it, into output/YEAR-draft. The pack stays as
    it was.

    With --sign the pack has a signature of its list of files, which `packbuild verify --key` and
    minisign itself check (packbuild[sign]).
    """
    terminal, request = asked_for(year, asked)
    if draft:
        _draw_draft(request, terminal)
        return
    signer = _signer(key, request, terminal) if key else None
    with remembering(terminal, request.root, year, str(key or "")) as memory, terminal.exits(NOTHING):
        from builder.pipeline.build import build as run  # noqa: PLC0415  not for `--help`

        built = run(request, terminal.stage, terminal.progress, signer)
        if memory:
            memory.made = tuple(str(path) for path in (built.tree, built.archive) if path and built.assets)
            memory.note = "" if asked["quiet"] else "Nothing has changed since the last build."
        terminal.problems(built.problems)
        _tell(built, Folders(request.root), terminal)


def _signer(key: Path, request: Request, terminal: Terminal) -> Signer:
    """Who signs, who is asked for the password, if the key has one, before anything is made."""
    if not request.whole:
        raise click.UsageError("--sign is for a whole pack: a part of it has no list of files")
    with terminal.exits(NOTHING):
        from builder.output.signature import read_signer  # noqa: PLC0415  not for `--help`

        return read_signer(key, lambda: click.prompt("Password of the key", hide_input=True, err=True))


def _draw_draft(request: Request, terminal: Terminal) -> None:
    """Draw what fails, and say all that is wrong."""
    folders = Folders(request.root)
    with terminal.exits(NOTHING):
        from builder.pipeline.draft import draw_draft, judged  # noqa: PLC0415  not for `--help`

        draft = draw_draft(request, terminal.stage)
        for path in draft.drawn:
            terminal.result(f"Drew {folders.shown(path)}")
        if not draft.drawn:
            terminal.result(f"None of {draft.well} files fails.")
        terminal.problems(judged(request))


def _kept(tree: str, old: str, new: str) -> str:
    if old == new:
        return f"Kept {tree}/{old}, which is not of the pack and not in its zip."
    return f"Kept what somebody changed in {tree}/{old} as {tree}/{new}, which is not in the zip."


def _tell(built: Built, folders: Folders, terminal: Terminal) -> None:
    """Say what was made, and where to look."""
    if not built.assets:
        terminal.tell("There is nothing to make.")
        return
    for old, new in built.kept.items():
        if not PurePosixPath(old).name.startswith("."):  # what systems keep for themselves
            terminal.tell(_kept(folders.shown(built.tree), old, new))
    if terminal.quiet:
        terminal.result(folders.shown(built.archive or built.tree))
        return
    for line in by_kind(built.assets):
        terminal.result(line)
    if built.archive is None:
        tree = folders.shown(built.tree)
        terminal.result(f"Made a part of the pack in {tree}; the whole pack is as it was.")
        return
    terminal.result(f"Made {folders.shown(built.archive)}, {size_text(built.archive_bytes)}")
    for asset in built.assets:
        if asset.plan.front:
            terminal.result(f"Look at {folders.shown(built.tree / asset.plan.path)} first.")
