"""The designs and the slides of a look: each file read, and every name in it found in the brand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from builder.brand.artlists import with_files
from builder.brand.contrasts import Contrasts, words_of
from builder.brand.design import Design, with_text_color
from builder.brand.designfaults import (
    BrandNames,
    art_in,
    idle_sets,
    slots_in,
    unknown_names,
    untold_codes,
    without_hill,
)
from builder.brand.findings import Findings
from builder.brand.folder import found
from builder.brand.identity import Art
from builder.brand.logofaults import LogoUses, logos_in, logos_on_slides
from builder.brand.looks import Look, LookFolder
from builder.brand.slidecolors import in_theme
from builder.brand.slidecolors import words_of as slide_words
from builder.brand.slidefaults import faint_words, slide_faults, unknown_slide_names
from builder.brand.slides import SlideSet
from builder.brand.slotfaults import tell_slots
from builder.brand.treatments import toned_throughout
from builder.brand.variants import bodies, tree_name, variant_faults
from builder.errors import Place, Problem
from builder.media import Font
from builder.source import Source, read
from builder.source.folder import names_in
from builder.source.validate import left_empty, validate

SLIDES = "slides.yaml"

Model = TypeVar("Model", bound=BaseModel)
Places = Mapping[str, Mapping[str, Place]]  # of the words of slots, by design
SlideAssets = tuple[Mapping[str, Art], tuple[Font, ...]]  # what slides may draw with: art, and fonts to embed


def forms(folder: Path, shown_as: str) -> list[Problem]:
    """What is wrong with the designs and the slides of themselves, whatever `_brand.yml` says."""
    findings, own = Findings(), LookFolder(folder, shown_as)
    for name in names_in(folder / "designs", (".yaml",)):
        file_of(own, f"designs/{name}", Design, findings)
    if os.path.lexists(folder / SLIDES):
        file_of(own, SLIDES, SlideSet, findings)
    return findings.problems


def read_designs(
    look: Look, known: BrandNames, contrasts: Contrasts, shown: LogoUses, findings: Findings
) -> tuple[dict[str, Design], Places]:
    """The designs by name, as far as they can be read, and where they show words; their faults are noted."""
    designs, places = dict[str, Design](), dict[str, Mapping[str, Place]]()
    for name, folder in look.designs.items():
        seen = file_of(folder, f"designs/{name}.yaml", Design, findings)
        if seen is None:
            continue
        designs[name], source = seen
        faults = list(unknown_names(designs[name], known))
        for loc, kind, unknown, names in faults:
            findings.lacking(kind, unknown, source.place(loc), names)
        designs[name] = with_files(designs[name], known.art, known.sets)
        tell_slots(designs[name], source, findings)
        for loc in without_hill(designs[name]):
            message = "there is no hill in this design for art to stand on"
            findings.fault(source.place(loc), message, "give a box `cut: hill`, or delete `stands`")
        for loc in untold_codes(designs[name]):
            message = "a QR code is nothing to who cannot scan it"
            findings.fault(source.place(loc), message, "show `address_short` or `website` as words beside it")
        for loc, message, hint in variant_faults(designs[name]):
            findings.fault(source.place(loc), message, hint)
        for loc, message, hint in (*toned_throughout(name, designs[name]), *idle_sets(designs[name], known)):
            findings.warn(source.place(loc), message, hint)
        slots = [(loc, slot) for loc, slot in slots_in(designs[name]) if loc[-1] == "from"]
        places[name] = {slot: source.place(loc) for loc, slot in reversed(slots)}
        files = {file: source.place(loc) for loc, file in art_in(designs[name])}
        places[name] = {**files, **places[name]}
        for at, body in bodies(designs[name]):
            own = [(loc, slot) for loc, slot in slots if loc[: len(at)] == at]
            places[tree_name(name, body)] = {slot: source.place(loc) for loc, slot in reversed(own)}
        if not faults:
            for loc, words in words_of(designs[name], known):
                contrasts.ask(words, source.place(loc))
            designs[name] = with_text_color(designs[name], known.ink)
            for loc, logo, ground in logos_in(designs[name]):
                shown.ask(logo, ground, source.place(loc))
    return designs, places


def read_slides(
    look: Look,
    known: BrandNames,
    contrasts: Contrasts,
    shown: LogoUses,
    drawn: SlideAssets,
    findings: Findings,
) -> SlideSet | None:
    """The slides in the colours of the theme; None if there are none, or something is wrong with them."""
    # A link that leads nowhere is a fault, not nothing.
    home = next((each for each in look.folders if os.path.lexists(each.path / SLIDES)), None)
    seen = file_of(home, SLIDES, SlideSet, findings) if home else None
    if seen is None:
        return None
    slides, source = seen
    unknown = list(unknown_slide_names(slides, known))
    for loc, kind, name, names in unknown:
        findings.lacking(kind, name, source.place(loc), names)
    if unknown:
        return None
    for loc, words in slide_words(slides):
        contrasts.ask(words, source.place(loc))
    for loc, name, ground in logos_on_slides(slides):
        shown.ask(name, ground, source.place(loc))
    themed = in_theme(with_files(slides, known.art, known.sets), known)
    for loc, message, hint in slide_faults(themed, known, *drawn):
        findings.shared(message, source.place(loc), hint)
    for loc, message, hint in faint_words(themed, known.palette):
        findings.shared(message, source.place(loc), hint, findings.unread)
    return themed


def file_of(
    folder: LookFolder, name: str, model: type[Model], findings: Findings
) -> tuple[Model, Source] | None:
    """A file of a look, and where everything stands in it; None if it cannot be read, which is noted."""
    path = found(folder.path, name, folder.shown_as, findings)
    source = None if path is None else findings.attempt(lambda: read(path, f"{folder.shown_as}/{name}"))
    read_as = None if source is None else findings.attempt(lambda: validate(model, source))
    if source is None or read_as is None:
        return None
    findings.problems += [*source.problems, *left_empty(source)]
    return read_as, source
