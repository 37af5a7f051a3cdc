"""Files of a look made the brand's own, to be changed there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.brand.drawings import art_names
from builder.brand.looks import FILE, LOOKS, Look
from builder.errors import FileTrouble, Misuse
from builder.source.validate import nearest

SLIDES = "slides"


def adopt(look: Look, names: Sequence[str], new: str = "") -> tuple[Path, ...]:
    """Copy designs, `slides` or drawings like `art/motif.svg` into the brand's folder; where they are then.

    With a name of a `new` look they are copied into that, which is like the first, and begun if need be.
    Misuse if the look has none of a name, FileTrouble if the brand has its own already: nothing is
    copied then.
    """
    brand, there = look.own.path, dict(_files(look))
    brand = brand / LOOKS / new if new else brand
    for name in names:
        if name not in there:
            near = nearest(name, list(there))
            meant = f"did you mean `{near}`?" if near else f"there are {', '.join(there)}"
            raise Misuse(f"the look has no `{name}`; {meant}")
        if os.path.lexists(brand / there[name][1]):
            raise FileTrouble(f"{brand / there[name][1]} is the brand's own already: change it there")
    if new and not os.path.lexists(brand / FILE):
        brand.mkdir(parents=True, exist_ok=True)
        (brand / FILE).write_text(f"about: What it looks like, in a sentence.\nlike: {look.name}\n", "utf-8")
    copied = [(source, brand / target) for source, target in (there[name] for name in names)]
    for source, target in copied:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return tuple(target for _, target in copied)


def _files(look: Look) -> Iterator[tuple[str, tuple[Path, str]]]:
    """Each name, the file that it is taken from, and its place in a brand's folder."""
    for name, folder in look.designs.items():
        yield name, (folder.path / f"designs/{name}.yaml", f"designs/{name}.yaml")
    for folder in reversed(look.folders):
        if (folder.path / f"{SLIDES}.yaml").is_file():
            yield SLIDES, (folder.path / f"{SLIDES}.yaml", f"{SLIDES}.yaml")
        for name in art_names(folder.path):
            yield name, (folder.path / name, name)
