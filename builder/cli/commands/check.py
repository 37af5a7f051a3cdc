"""`packbuild check`: all that is wrong, of what is written or of what was made."""

from __future__ import annotations

from typing import Any

import click

from builder.cli.asked import NOTHING, asked_for, folders_of, remembering
from builder.cli.options import options
from builder.cli.terminal import Terminal, files_text


@click.command("check")
@click.argument("year", metavar="[YEAR|FILE]", required=False)
@click.option("--output", "made", is_flag=True, help="Check what was made: the files in output/YEAR.")
@options("language", "root", "strict", "format", "quiet")
def command(year: str | None, made: bool, **asked: Any) -> None:
    """Find everything that is wrong with a spec and the brand, and make nothing.

    Without YEAR or FILE all years are checked. With --output what was made is
    checked instead: tags, titles, alternative texts, contrast, sizes, limits.
    """
    folders, terminal = folders_of(asked), Terminal(asked["format"], asked["quiet"])
    if made:
        if asked["languages"]:
            raise click.UsageError("--output checks the files of all languages together.")
        with terminal.exits(NOTHING):
            from builder.cli.audit import check_made  # noqa: PLC0415  not for `--help`

            check_made(year, folders, terminal, strict=asked["strict"])
        return
    if not year and not folders.years:
        raise click.UsageError(f"there is no spec in {folders.shown(folders.packs)} to check{folders.begins}")
    requests = [asked_for(each, asked)[1] for each in ((year,) if year else folders.years)]
    with remembering(terminal, folders.root, *([year] if year else [])), terminal.exits(NOTHING):
        from builder.cli.reading import reading_lines  # noqa: PLC0415  not for `--help`
        from builder.pipeline.build import check_all  # noqa: PLC0415  as above

        planned = check_all(requests)
        terminal.problems([problem for each in planned for problem in each.problems])
        for request, each in zip(requests, planned, strict=True):
            terminal.tell(f"{folders.shown(request.spec)} is ready to build: {files_text(len(each.plans))}.")
            for line in reading_lines(each.editions):
                terminal.tell(line)
