"""Sets of drawings of a look: a campaign has one, so that two brands in a look are no recolourings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.brand.artlists import of_set
from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.variants import in_set as composed
from builder.record import replace

Stands = Mapping[str, str]  # by the file that designs name: the one of the set that stands for it


def sets_of(
    said: Sequence[Sequence[str] | None], folders: Sequence[Collection[str]]
) -> Mapping[str, Stands]:
    """The sets by name: those of the first look that says any.

    The first set are the drawings that designs name. `folders` have the drawings of the brand, of its look,
    and of those that this is like: none stands for one that goes before it.
    """
    names = next((names for names in said if names is not None), ())
    art = {file: number for number, folder in reversed([*enumerate(folders)]) for file in folder}
    found = {name: _stands(name, art) for name in names}
    return {
        name: {file: other for file, other in stands.items() if art[other] <= art[file]}
        for name, stands in found.items()
    }


def unusable(names: Sequence[str], art: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Which of the sets that a look names change nothing, why, and what to do."""
    for number, name in enumerate(names):
        if number and not _stands(name, art):
            hint = "each of its drawings has the name of one in `art`"
            yield number, f"there is no drawing in `art/{name}` that could stand for another", hint
        elif name in names[:number]:
            yield number, f"`{name}` is there twice", "delete one"


def in_set(brand: Brand, named: str, chance: int) -> Brand:
    """The brand with the drawings of a set, and what its designs say of that: the one that is named, or else
    one by chance.
    """
    names = list(brand.sets)
    number = names.index(named) if named in names else chance
    stands = brand.sets[names[number % len(names)]] if names else {}
    known = ((file, brand.art.get(other)) for file, other in stands.items())
    instead = {file: replace(art, name=file) for file, art in known if art}
    crest = brand.crests[number % len(brand.crests)]
    name = names[number % len(names)] if names else ""
    drawn = ((key, one) for key, one in brand.designs.items() if isinstance(one, Design))
    designs = {key: _apart(of_set(composed(one, name), name, names), brand) for key, one in drawn}
    slides = of_set(brand.slides, name, names) if brand.slides else None
    art = {**brand.art, **instead}
    return replace(brand, art=art, crests=(crest,), designs=designs, slides=slides, set=name)


def _apart(design: Design, brand: Brand) -> Design:
    """The design whose grounds of a series are of different colours: in a small palette roles share one."""
    by_color = {brand.called(name): name for name in reversed(design.series)}
    series = tuple(name for name in design.series if by_color[brand.called(name)] == name)
    return design.model_copy(update={"series": series}) if series != design.series else design


def _stands(name: str, art: Collection[str]) -> Stands:
    own = f"art/{name}/"
    beside = {f"art/{file.removeprefix(own)}": file for file in art if file.startswith(own)}
    return {file: other for file, other in beside.items() if file in art}
