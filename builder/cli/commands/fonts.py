"""`packbuild fonts`: which font draws which script, and fonts that were fetched put into the brand."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.folders import Folders
from builder.cli.options import FOLDER
from builder.cli.root import nearest_root
from builder.cli.terminal import Terminal, table

_ROOT = click.option("--root", type=FOLDER, help="The folder that holds brand/.")


@click.group("fonts", invoke_without_command=True)
@_ROOT
@click.pass_context
def command(context: click.Context, root: Path | None) -> None:
    """List the scripts, the font that draws each, and what would draw those that have none.

    `packbuild fonts add FILE` puts a font that you fetched into the brand.
    """
    context.obj = root
    if context.invoked_subcommand is not None:
        return
    folders, terminal = _folders(root), Terminal()
    with terminal.exits("Nothing was listed."):
        from builder.brand.read import read_brand  # noqa: PLC0415  not for `--help`
        from builder.media import held  # noqa: PLC0415  as above
        from builder.pipeline.reserve import serving  # noqa: PLC0415  as above

        brand = read_brand(folders.own_brand, folders.shown(folders.own_brand))
        for line in table(serving(brand, folders.own_brand, held)):
            terminal.result(line)


@command.command()
@click.argument("file")
@click.option("--family", default="", help="Which family, if the file holds several.")
@_ROOT
@click.pass_obj
def add(obj: Path | None, file: str, family: str, root: Path | None) -> None:
    """Put the fonts of FILE into the brand: regular, bold and italics, with their licence.

    FILE is a font (.ttf, .otf, .ttc, .woff2) or a package of fonts (.tgz, .whl,
    .zip) that you fetched, as with `npm pack @expo-google-fonts/noto-sans-jp`.
    """
    folders, terminal = _folders(root or obj), Terminal()
    with terminal.exits("Nothing was added."):
        from builder.pipeline.fontsadd import add as run  # noqa: PLC0415  not for `--help`

        added = run(_found(file), folders.own_brand, family)
        for path in added.files:
            terminal.result(f"Wrote {folders.shown(path)}")
        scripts = ", ".join(added.scripts) or "no script that packbuild knows"
        terminal.tell(f"{added.family} is for {scripts}. `packbuild fonts` tells what draws which script.")
        if not added.licensed:
            terminal.tell("No licence came with it: put its licence beside the fonts.")


def _found(file: str) -> Path:
    """The file, or the one of that pattern, which not every shell fills in; UsageError if there is none."""
    pattern = Path(file)
    paths = [pattern] if pattern.is_file() else sorted(pattern.parent.glob(pattern.name))
    if len(paths) == 1 and paths[0].is_file():
        return paths[0]
    several = f"there are {len(paths)} files `{file}`: name one of them"
    raise click.UsageError(several if paths else f"there is no file `{file}`")


def _folders(root: Path | None) -> Folders:
    folders = Folders((root or Path(nearest_root())).absolute())
    if not folders.own_brand.is_dir():
        raise click.UsageError(f"there is no {folders.shown(folders.own_brand)}{folders.begins}")
    return folders
