"""Weights that a brand asks for and that its fonts lack: the nearest is taken, and told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from builder.brand.brandfile import BrandFile
from builder.brand.findings import Findings
from builder.brand.identity import Style
from builder.brand.typefaces import Families
from builder.media import Font
from builder.source import Loc, Source


def tell_lacking_weights(
    file: BrandFile,
    styles: Mapping[str, Style],
    typefaces: tuple[Collection[Font], Families],
    source: Source,
    findings: Findings,
) -> None:
    """A warning for each weight that is written, once for a family that lacks it and has right files."""
    fonts, families = typefaces
    told, broken = set[tuple[str, int]](), _broken(file, source, findings)
    for loc, role, weight in _written(file, styles):
        family = next(iter(families[role]["default"]), "")
        there = sorted({font.weight for font in fonts if font.family == family and not font.italic})
        if there and weight not in there and (family, weight) not in told and family not in broken:
            told.add((family, weight))
            nearest = min(there, key=lambda known: (abs(known - weight), known))
            message = f"the family `{family}` has no font of the weight {weight}, so {nearest} is taken"
            had = ", ".join(map(str, there))
            findings.warn(source.place(loc), message, f"it has {had}: name one of them, or add that font")


def _broken(file: BrandFile, source: Source, findings: Findings) -> set[str]:
    """The families of which a file is told to be wrong: it may be the one that has the weight."""
    faults = {problem.place for problem in findings.problems if problem.severity == "error"}
    return {
        family.family
        for number, family in enumerate(file.typography.fonts)
        for index in range(len(family.files))
        if source.place(("typography", "fonts", number, "files", index, "path")) in faults
    }


def _written(file: BrandFile, styles: Mapping[str, Style]) -> Iterator[tuple[Loc, str, int]]:
    """Where a weight is written, and the role that is set in it."""
    type_ = file.typography
    for part, role, use in (("base", "text", type_.base), ("headings", "display", type_.headings)):
        if use.weight:
            yield ("typography", part, "weight"), role, use.weight
    for name, change in file.defaults.packbuild.styles.items():
        if change.weight:
            yield ("defaults", "packbuild", "styles", name, "weight"), styles[name].family, change.weight
