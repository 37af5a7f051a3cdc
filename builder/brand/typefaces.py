"""The brand's fonts, and which of their families speaks for which script."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.brand.brandfile import BrandFile, FontFile, Typography
from builder.brand.findings import Findings
from builder.brand.folder import inside
from builder.brand.fonts import WrongFont, read_font
from builder.errors import Place
from builder.media import Font
from builder.source import Source
from builder.validate import did_you_mean

Families = dict[str, Mapping[str, tuple[str, ...]]]

_CONVERT = "convert it to a static TrueType font (.ttf), one file a weight"


def read_fonts(file: BrandFile, folder: Path, source: Source, findings: Findings) -> tuple[Font, ...]:
    """The fonts of all families that are given as files."""
    fonts: dict[str, Font] = {}
    for number, family in enumerate(file.typography.fonts):
        for index, named in enumerate(family.files if family.source == "file" else ()):
            place = source.place(("typography", "fonts", number, "files", index, "path"))
            font = _font(named, family.family, folder, place, findings)
            if font is None:
                continue
            before = fonts.setdefault(font.name, font)
            if before.digest != font.digest:
                message = f"`{named.path}` calls itself {font.name}, as `{before.path.name}` does"
                findings.fault(place, message, "PDFs know fonts by that name: give one of them another")
    return tuple(fonts.values())


def _font(named: FontFile, family: str, folder: Path, place: Place, findings: Findings) -> Font | None:
    path = inside(folder, named.path, place, findings, "font file")
    italic = None if named.style is None else named.style == "italic"
    if path is None:
        return None
    try:
        return read_font(path, family, named.weight, italic)
    except WrongFont as wrong:
        findings.fault(place, f"`{named.path}` {wrong}", _CONVERT)
    except OSError as error:
        findings.fault(place, f"`{named.path}` cannot be read: {error.strerror}")
    return None


def read_families(file: BrandFile, source: Source, findings: Findings) -> Families:
    """The families of each role, by script or language; `default` comes from brand.yml's own fields."""
    base = file.typography.base.family or file.typography.fonts[0].family
    headings = file.typography.headings.family or base
    _known(base, file.typography, source.place(("typography", "base")), findings)
    _known(headings, file.typography, source.place(("typography", "headings")), findings)
    families: Families = {"text": {"default": (base,)}, "display": {"default": (headings,)}}
    for role, scripts in file.defaults.packbuild.families.items():
        families[role] = {**families[role], **scripts}
        for script, names in scripts.items():
            place = source.place(("defaults", "packbuild", "families", role, script))
            for name in names:
                _known(name, file.typography, place, findings)
    return families


def _known(name: str, typography: Typography, place: Place, findings: Findings) -> None:
    known = sorted({font.family for font in typography.fonts if font.files})
    if name not in known:
        message = f"no font file of the family `{name}` is named under typography.fonts"
        findings.fault(place, message, did_you_mean(name, known) or "add its files, as `files:`")
