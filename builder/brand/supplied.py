"""The fonts that come along for a brand that has none of its own, for every script that is known."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from builder.brand.findings import Findings
from builder.brand.fontfamilies import Families
from builder.brand.fontfolder import FONTS, FontFolder
from builder.brand.typechoice import Typography
from builder.media import Font
from builder.shipped import shipped
from builder.source import Source

# The folder of each family, its name, and the scripts and languages that it is for.
_FAMILIES = (
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", ("default",)),
    ("noto-sans", "Noto Sans", ("Cyrl", "Grek")),
    ("noto-naskh-arabic", "Noto Naskh Arabic", ("Arab",)),
    ("noto-nastaliq-urdu", "Noto Nastaliq Urdu", ("ur",)),
    ("noto-sans-bengali", "Noto Sans Bengali", ("Beng",)),
    ("noto-sans-devanagari", "Noto Sans Devanagari", ("Deva",)),
    ("noto-sans-gujarati", "Noto Sans Gujarati", ("Gujr",)),
    ("noto-sans-gurmukhi", "Noto Sans Gurmukhi", ("Guru",)),
    ("noto-sans-hebrew", "Noto Sans Hebrew", ("Hebr",)),
    ("noto-sans-tamil", "Noto Sans Tamil", ("Taml",)),
)
# Those that come along for what no brand need have fonts of: emoji, drawn in one colour, and symbols.
_SIGNS = (
    ("noto-emoji", "Noto Emoji", ("Zsye",)),
    ("noto-sans-symbols", "Noto Sans Symbols", ("Zsym",)),
    ("noto-sans-symbols-2", "Noto Sans Symbols 2", ("Zsym",)),
    ("noto-sans-math", "Noto Sans Math", ("Zsym",)),
)

_PUT = f"its font files, put into the brand's folder {FONTS}, are known by that name"


def names_fonts(typography: Typography, source: Source) -> bool:
    """Whether a brand says which fonts it has, and not all of that is left out for faults in it."""
    left_out = not typography.fonts and source.at(("typography", "fonts"))
    return bool(typography.main_family) and not left_out


def supplied_fonts() -> tuple[Font, ...]:
    """The fonts that come along, as their file names say what they are."""
    return tuple(font for folder, family, _ in _FAMILIES for font in _fonts(folder, family))


def supplied_families() -> Families:
    """Which of them each script or language takes, the same for headings as for text."""
    by_script = {script: (family,) for _, family, scripts in _FAMILIES for script in scripts}
    return {"text": by_script, "display": by_script}


def supplied_for(key: str) -> dict[str, tuple[Font, ...]]:
    """The families that come along for a script or a language, best first, each with its fonts."""
    having = (row for row in (*_FAMILIES, *_SIGNS) if key in row[2])
    return {family: tuple(_fonts(folder, family)) for folder, family, _ in having}


def tell_supplied(typography: Typography, lying: FontFolder, source: Source, findings: Findings) -> None:
    """A warning that the fonts are not the brand's own, if it says nothing of any that could be wrong.

    It names those that are lying in its folder.
    """
    left_out = not typography.fonts and source.at(("typography", "fonts"))
    if "typography" not in source.unread and not left_out:
        place, family = source.place(("typography",), key=True), _FAMILIES[0][1]
        own, there = next(iter(lying.families), "Name of the family"), bool(lying.families)
        files = f"the brand's folder {FONTS} has its files" if there else _PUT
        hint = f"write `typography: {{base: {own}}}`: {files}"
        findings.warn(place, f"the brand names no fonts, so {family} is taken", hint)


def _fonts(folder: str, family: str) -> Iterator[Font]:
    for path in sorted(shipped(f"brand/fonts/{folder}").glob("*.ttf")):
        style = path.stem.partition("-")[2]
        weight = 700 if style.startswith("Bold") else 400
        yield Font(path.stem, family, weight, style.endswith("Italic"), _digest(path), path)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
