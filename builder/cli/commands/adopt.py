"""`packbuild adopt`: files of a look as the brand's own."""

from __future__ import annotations

import re
from typing import Any

import click

from builder.cli.asked import folders_of
from builder.cli.folders import likely
from builder.cli.options import options
from builder.cli.terminal import Terminal


@click.command("adopt")
@click.argument("names", nargs=-1, required=True)
@click.option("--look", help="The look that they are taken from. [default: the brand's]")
@click.option("--to", "new", default="", help="A look of the brand's own to put them into, begun if need be.")
@options("root")
def command(names: tuple[str, ...], look: str | None, new: str, **asked: Any) -> None:
    """Copy designs of the look into the brand, to be changed there: NAMES of designs, drawings, or `slides`.

    `packbuild adopt message slides art/motif.svg` writes brand/designs/message.yaml,
    brand/slides.yaml and brand/art/motif.svg, which from now on go before those of the look.
    `packbuild adopt message --to quiet` begins a look of your own with it.
    """
    terminal, folders = Terminal(), folders_of(asked)
    with terminal.exits("Nothing was copied."):
        from builder.brand.looks import USUAL, look_names, look_of, names_look  # noqa: PLC0415  not for help
        from builder.brand.read import read_brand  # noqa: PLC0415  as above
        from builder.pipeline.adopt import adopt  # noqa: PLC0415  as above

        brand, shown_as = folders.own_brand, folders.shown(folders.own_brand)
        if look and look not in (known := look_names(brand)):
            raise click.BadParameter(f"there is no look `{look}`{likely(look, known)}", param_hint="--look")
        if not re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", new):
            raise click.BadParameter("take small letters, digits and hyphens", param_hint="--to")
        begun = look_of(brand, shown_as, "").name  # none where the brand has designs already
        name = look or read_brand(brand, shown_as).look or USUAL
        for path in adopt(look_of(brand, shown_as, name), names, new):
            terminal.result(f"Wrote {folders.shown(path)}")
        if begun and not look_of(brand, shown_as, "").name and not names_look(brand, shown_as):
            terminal.result(
                f"Write `look: {name}` under `defaults: packbuild:` of {shown_as}/_brand.yml, or in the spec:"
                " a brand with designs of its own and no look has these alone."
            )
