"""The page that shows every design of every look, made from the looks themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.brand.looks import look_names, look_of
from builder.cli.listing import looks
from builder.source import read

GALLERY = "designs"  # the page's name
_INTRO = """Each design of the looks that ship, in the sample's brand and with sample words: a row a design,
on a wide canvas, a square, a portrait and a story, or on what it is for. `packbuild list designs --sheet`
draws the same of your own brand, `packbuild list looks --sheet` of each look in it. What a design may say
is told in [add a design](add-a-design.md), with a picture of every field in
[fields of a design](fields-of-a-design.md); the layouts of the slides are in
[change the slides](change-the-slides.md).

Made from the program by `python -m builder.cli.reference`; `docs/pictures/sheets.py` makes the pictures."""


def gallery() -> str:
    """The page, as Markdown."""
    said = dict[str, str]((name, about) for name, about in looks())
    sections = (line for name in look_names() for line in _section(name, said[name]))
    return "\n".join(["# The designs of the looks\n", f"{_INTRO}\n", *sections])


def _section(name: str, about: str) -> Iterator[str]:
    yield f"## `{name}`\n"
    yield f"{about}\n"
    yield f"![Every design of the look {name}.](pictures/looks/designs-{name}.webp)\n"
    yield "| design | what it is for |\n|---|---|"
    look = look_of(Path(), "", name)
    files = look.files
    for design, folder in look.designs.items():
        file = read(folder.path / f"designs/{design}.yaml", files[design])
        told = file.at(("about",))
        yield f"| `{design}` | {told or ''} |"
    yield ""
