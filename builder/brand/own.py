"""What a campaign adds to the program's tables: sizes and phrases of its own, in the brand's folder."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path, PurePath

from builder.brand.findings import Findings
from builder.brand.folder import found
from builder.errors import Place
from builder.phrases.own import OwnPhrases, own_phrases
from builder.platforms.sizes import SIZES, Size, with_own
from builder.source import read
from builder.source.folder import names_in
from builder.source.text import read_text

_SIZES = "sizes.csv"
_LANGUAGE = re.compile("[a-z]{2,3}")


def read_sizes(folder: Path, shown_as: str) -> tuple[Size, ...]:
    """All sizes of a campaign: the platforms', and those of `sizes.csv` in the brand folder if it is there.

    Faults with all that is wrong in it.
    """
    if not os.path.lexists(folder / _SIZES):
        return SIZES
    findings = Findings()
    path = found(folder, _SIZES, shown_as, findings)
    sizes = findings.attempt(partial(_sizes, path, f"{shown_as}/{_SIZES}")) if path else None
    findings.check()
    return sizes or SIZES


def _sizes(path: Path, shown_as: str) -> tuple[Size, ...]:
    return with_own(read_text(path, shown_as).lines, shown_as)


def read_phrases(folder: Path, shown_as: str, findings: Findings) -> Mapping[str, OwnPhrases]:
    """The phrases of `phrases/xx.yaml`, by language."""
    known = dict[str, OwnPhrases]()
    for seen in map(PurePath, names_in(folder / "phrases", (".yaml",))):
        name = f"phrases/{seen.name}"
        path = found(folder, name, shown_as, findings)
        if not _LANGUAGE.fullmatch(seen.stem):
            hint = "call it as the language is called in the IANA registry: `pl.yaml`"
            findings.fault(Place(f"{shown_as}/{name}", 1, 1), "no language is called that", hint)
        elif path and (own := findings.attempt(partial(_phrases, path, f"{shown_as}/{name}", seen.stem))):
            known[seen.stem] = own
    return known


def _phrases(path: Path, shown_as: str, language: str) -> OwnPhrases:
    return own_phrases(read(path, shown_as), language)
