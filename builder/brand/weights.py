"""Weights that a brand asks for and that its fonts lack: the nearest is taken, and told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from builder.brand.brandfile import BrandFile
from builder.brand.design import Design
from builder.brand.designfaults import texts_of
from builder.brand.features import Typefaces
from builder.brand.findings import Findings
from builder.brand.fontfamilies import Families, Named, of_role
from builder.brand.identity import Style
from builder.brand.textlook import Emphasis
from builder.errors import Place
from builder.media import Font
from builder.source import Loc, Source

_BOLD = 700  # what is bold is asked for (CSS Fonts 4, 2.2)
_BOLDER = 150  # units of weight that are seen beside each other


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
        family = next(iter(of_role(families, role)["default"]), "")
        there = sorted({font.weight for font in fonts if font.family == family and not font.italic})
        if there and weight not in there and (family, weight) not in told and family not in broken:
            told.add((family, weight))
            taken = _nearest(weight, there)
            message = f"the family `{family}` has no font of the weight {weight}, so {taken} is taken"
            had = ", ".join(map(str, there))
            findings.warn(source.place(loc), message, f"it has {had}: name one of them, or add that font")


def tell_lacking_bold(
    named: Collection[Named],
    typefaces: tuple[Collection[Font], Families],
    text: int,
    places: tuple[Source, str],
    findings: Findings,
) -> None:
    """A warning for each family of texts, of the weight `text`, in which bold words are not seen to be bold.

    `places` are the brand's file and its folder of fonts. Headings may well have a family of one weight.
    """
    (fonts, families), (source, folder) = typefaces, places
    of_texts = {name for names in families["text"].values() for name in names}
    wrong = {problem.place for problem in findings.problems if problem.severity == "error"}
    for family in named:
        weights = {font.weight for font in fonts if font.family == family.name and not font.italic}
        files = (source.place((*family.loc, "files", index, "path")) for index in range(len(family.files)))
        if not weights or family.name not in of_texts or not wrong.isdisjoint(files):
            continue
        usual, bold = _nearest(text, weights), _nearest(max(_BOLD, text), weights)
        if bold < usual + _BOLDER:
            drawn = f"{bold}, as all are" if bold == usual else bold
            message = f"the family `{family.name}` has no bold font, so bold words are drawn in {drawn}"
            there = "name its file under `files:`" if family.listed else f"put its file into {folder}"
            findings.warn(source.place((*family.loc, "family")), message, f"if it has one, {there}")


def _nearest(weight: int, there: Collection[int]) -> int:
    return min(there, key=lambda known: (abs(known - weight), known))


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
            yield ("defaults", "packbuild", "styles", name, "weight"), styles[name].face, change.weight


def tell_lacking_emphasis(
    designs: Mapping[str, Design],
    places: Mapping[str, Mapping[str, Place]],
    faces: Typefaces,
    findings: Findings,
) -> None:
    """A warning for each text of a design whose emphasis leans or is as heavy as no font of its family."""
    for name, design in designs.items():
        for use in texts_of(design):
            if use.emphasis and use.style in faces.styles and (fonts := faces.first(use.style)):
                for message, hint in _unshown(use.emphasis, faces.styles[use.style].weight, fonts):
                    findings.warn(places[name][use.from_], message, hint)


def _unshown(emphasis: Emphasis, weight: int, fonts: Sequence[Font]) -> Iterator[tuple[str, str]]:
    family, there = fonts[0].family, sorted({font.weight for font in fonts if not font.italic})
    if emphasis.italic and not any(font.italic for font in fonts):
        message = f"words with emphasis do not lean here: the family `{family}` has no italics"
        yield message, "leave out `italic`, or add that font"
    if emphasis.weight is None or emphasis.weight in there or not there:
        return
    usual, taken = _nearest(weight, there), _nearest(emphasis.weight, there)
    message = f"the family `{family}` has no font of the weight {emphasis.weight}, so {taken} is taken"
    if taken == usual:
        message = f"words with emphasis are as heavy as the others here: the family `{family}` has no font of"
        message = f"{message} the weight {emphasis.weight}, or near it"
    yield message, f"it has {', '.join(map(str, there))}: name one of them, or add that font"
