"""Looks: where the designs, the slides and the art of a brand are.

A look is a folder with `look.yaml`, `designs/`, `slides.yaml` and `art/`. Those that ship stand in
`builder/looks/`, a brand's own in its folder `looks/`. What a look lacks is taken from the one that it is
`like`. A file of the brand's folder itself goes before one of the same name in the look, so that single
designs and drawings may be its own.
"""

from __future__ import annotations

import os
from pathlib import Path

from builder.brand.uses import IN_INK, POSTER, POSTER_UNDATED
from builder.errors import Faults, FileTrouble
from builder.record import Record
from builder.source import parse
from builder.source.folder import names_in

FILE = "look.yaml"
USUAL = "embrace"  # for a brand that has neither designs nor a look
LOOKS = "looks"  # the folder of them
HERE = Path(__file__).parent.parent / LOOKS  # those that ship
_BRAND = "_brand.yml"
_SHOWN = f"packbuild/{LOOKS}"


class LookFolder(Record):
    """A folder that may hold designs, slides and art, and how messages name it."""

    path: Path
    shown_as: str


class Look(Record):
    """The folders of a brand's designs, slides and art: each goes before those after it."""

    name: str  # empty: the brand is a look by itself
    own: LookFolder  # the brand's
    homes: tuple[LookFolder, ...]  # of the look, and of those that it is like

    @property
    def folders(self) -> tuple[LookFolder, ...]:
        """All folders, that of drawings for every look among them."""
        return (self.own, *self.homes, LookFolder(HERE, _SHOWN)) if self.homes else (self.own,)

    @property
    def designs(self) -> dict[str, LookFolder]:
        """Each design's name and the folder that it is taken from.

        A poster and an infographic take the places of those in little ink too, and a poster that of the one
        without dates, where none comes with it.
        """
        found = dict[str, LookFolder]()
        for folder in reversed(self.folders):
            names = [path.stem for path in _designs(folder.path)]
            for name in IN_INK.keys() & set(names):
                found.pop(IN_INK[name], None)
            if POSTER in names:
                for name in (POSTER_UNDATED, f"{POSTER_UNDATED}-photo", IN_INK[POSTER_UNDATED]):
                    found.pop(name, None)
            found |= dict.fromkeys(names, folder)
        return dict(sorted(found.items()))

    @property
    def files(self) -> dict[str, str]:
        """How messages name the file of each design."""
        return {name: f"{folder.shown_as}/designs/{name}.yaml" for name, folder in self.designs.items()}


def look_of(brand: Path, shown_as: str, name: str) -> Look:
    """The look of a name over a brand's own files; LookupError if there is none.

    Without a name, a brand that has designs is a look by itself, and any other has the usual one.
    """
    own = LookFolder(brand, shown_as)
    if not name and any(_designs(brand)):
        return Look("", own, ())
    name = name or USUAL
    there, homes = _looks(brand, shown_as), dict[str, LookFolder]()
    homes[name], like = there[name], _like(there[name])
    while like in there and like not in homes:
        homes[like], like = there[like], _like(there[like])
    return Look(name, own, tuple(homes.values()))


def names_look(brand: Path, shown_as: str) -> bool:
    """Whether the brand's file says which look it has, or cannot be read, which is told elsewhere."""
    try:
        return bool(parse(brand / _BRAND, f"{shown_as}/{_BRAND}").at(("defaults", "packbuild", "look")))
    except (Faults, FileTrouble):
        return True


def look_names(brand: Path | None = None) -> tuple[str, ...]:
    """The looks that ship, and those of a brand."""
    return tuple(sorted(_looks(brand, "")))


def _looks(brand: Path | None, shown_as: str) -> dict[str, LookFolder]:
    """Each look by its name; a brand's own go before those that ship."""
    places = [(HERE, _SHOWN), *([(brand / LOOKS, f"{shown_as}/{LOOKS}")] if brand else [])]
    return {
        path.parent.name: LookFolder(path.parent, f"{shown}/{path.parent.name}")
        for folder, shown in places
        for name in names_in(folder)
        if os.path.lexists(path := folder / name / FILE)
    }


def _like(look: LookFolder) -> str:
    """The name of the look that one is like, if it can be read: what is wrong with it is told elsewhere."""
    try:
        named = parse(look.path / FILE, f"{look.shown_as}/{FILE}").at(("like",))
    except (Faults, FileTrouble):
        return ""
    return named if isinstance(named, str) else ""


def _designs(folder: Path) -> list[Path]:
    return [folder / "designs" / name for name in names_in(folder / "designs", (".yaml",))]
