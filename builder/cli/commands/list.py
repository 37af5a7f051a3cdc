"""`packbuild list`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from builder.cli.asked import folders_of
from builder.cli.folders import Folders
from builder.cli.options import options
from builder.cli.terminal import Terminal, table

_LISTS = ("kinds", "looks", "designs", "slots", "roles", "sizes", "phrases")


@click.command("list")
@click.argument("what", type=click.Choice(_LISTS), required=False)
@click.option("--sheet", is_flag=True, help="Of designs or looks: draw them, and say where the picture is.")
@options("root")
def command(what: str | None, sheet: bool, **asked: Any) -> None:
    """List what there is: kinds of files, looks, designs, their slots, roles of colours, sizes, phrases.

    `packbuild list designs --sheet` draws every design of the brand with sample words
    on one picture, `packbuild list looks --sheet` those of every look in the brand, a
    picture a look.
    """
    terminal, folders = Terminal(), folders_of(asked)
    brand = folders.own_brand
    if sheet:
        if what not in ("designs", "looks"):
            raise click.UsageError("--sheet goes with `designs` or with `looks`.")
        _draw(what, terminal, folders)
        return
    with terminal.exits("Nothing was listed."):
        from builder.cli import listing  # noqa: PLC0415  not for `--help`

        lacking = () if brand.is_dir() else ("designs", "roles")
        if what in lacking:
            raise click.UsageError(
                f"there is no {folders.shown(brand)} whose {what} could be listed{folders.begins}"
            )
        parts: dict[str, Callable[[], listing.Listing]] = {
            "kinds": listing.kinds,
            "looks": lambda: listing.looks(brand if brand.is_dir() else None),
            "designs": lambda: listing.designs(brand),
            "slots": listing.slots,
            "roles": lambda: listing.roles(brand),
            "sizes": lambda: listing.sizes(brand),
            "phrases": listing.phrases,
        }
        for name in [what] if what else [part for part in [*parts][:-1] if part not in lacking]:
            if not what:
                terminal.result(f"{name.upper()}")
            for line in table(parts[name]()):
                terminal.result(f"  {line}" if not what else line)


def _draw(what: str, terminal: Terminal, folders: Folders) -> None:
    """Draw the designs, of the brand or of each look, and say where the pictures are."""
    brand = folders.own_brand
    if not brand.is_dir():
        raise click.UsageError(f"there is no {folders.shown(brand)} to draw them in{folders.begins}")
    with terminal.exits("Nothing was drawn."):
        from builder.pipeline.contact import draw_designs, draw_looks  # noqa: PLC0415  not for `--help`

        draw = draw_designs if what == "designs" else draw_looks
        for file in draw(brand.absolute(), folders.shown(brand), folders.output):
            terminal.result(f"Drew {folders.shown(file)}")
