"""The brand's fonts, and which of their families speaks for which script."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from builder.brand.brandfile import BrandFile, FontFamily, FontFile, Typography
from builder.brand.findings import Findings
from builder.brand.folder import inside
from builder.brand.fonts import WrongFont, read_font
from builder.brand.scriptkeys import Scripts, check_key
from builder.errors import Place
from builder.media import Font
from builder.source import Source
from builder.source.validate import did_you_mean, listed

Families = dict[str, Mapping[str, tuple[str, ...]]]

_CONVERT = "convert it to a static TrueType font (.ttf), one file a weight"

# What a browser has a font of its own for.
_GENERIC = (
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji", "fangsong"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system", "blinkmacsystemfont"),
)


def read_fonts(file: BrandFile, folder: Path, source: Source, findings: Findings) -> tuple[Font, ...]:
    """The fonts of all families; one that is given without files is a fault."""
    fonts: dict[str, Font] = {}
    known = _known(file.typography)
    for number, family in enumerate(file.typography.fonts):
        if family.family not in known:
            known.add(family.family)
            place = source.place(("typography", "fonts", number, "source" if family.source else "family"))
            findings.fault(place, *_absent(family))
        for index, named in enumerate(family.files):
            place = source.place(("typography", "fonts", number, "files", index, "path"))
            font = _font(named, family.family, folder, place, findings)
            if font is None:
                continue
            before = fonts.setdefault(font.name, font)
            if before.digest != font.digest:
                message = f"`{named.path}` calls itself {font.name}, as `{before.path.name}` does"
                findings.fault(place, message, "PDFs know fonts by that name: give one of them another")
            elif before.family != font.family:
                message = f"`{named.path}` is the same font as `{before.path.name}` of `{before.family}`"
                findings.fault(
                    place, message, "name that family where this one is used, or put its own font here"
                )
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


def _absent(family: FontFamily) -> tuple[str, str]:
    """What is wrong with a family without files, and what to do."""
    stem = "".join(family.family.split())
    files = f"`source: file` and `files: [fonts/{stem}-Regular.ttf, fonts/{stem}-Bold.ttf]`"
    fetched = f": none is fetched from {family.source}" if family.source not in ("", "file") else ""
    hint = (
        f"put its static TrueType files, one a weight, into the brand's folder fonts, and write here {files}"
    )
    return f"the family `{family.family}` has no font files{fetched}", hint


def read_families(file: BrandFile, source: Source, scripts: Scripts | None, findings: Findings) -> Families:
    """The families of each role, by script or language; `default` comes from brand.yml's own fields."""
    typography = file.typography
    named = (typography.base.family, *(font.family for font in typography.fonts), typography.headings.family)
    base = next(family for family in named if family)
    headings = typography.headings.family or base
    text = _usable(base, typography, source.place(("typography", "base", "family")), findings)
    place = source.place(("typography", "headings", "family"))
    display = text if headings == base else _usable(headings, typography, place, findings)
    families: Families = {"text": {"default": text}, "display": {"default": display}}
    for role, by_script in file.defaults.packbuild.families.items():
        for script, names in by_script.items():
            loc = ("defaults", "packbuild", "families", role, script)
            check_key(script, scripts, source.place(loc, key=True), findings)
            place = source.place(loc)
            usable = (_usable(name, typography, place, findings) for name in names)
            families[role] = {**families[role], script: tuple(chain.from_iterable(usable))}
    return families


def _usable(written: str, typography: Typography, place: Place, findings: Findings) -> tuple[str, ...]:
    """The families of a font stack that have files, best first; what it goes without is told, if new."""
    known = _known(typography)
    stack = (written,) if written in known else font_stack(written) or (written,)
    usable = tuple(name for name in stack if name in known)
    lacking = listed(stack[: stack.index(usable[0])] if usable else stack)
    hint = did_you_mean(stack[0], sorted(known)) or "add its files, as `files:`"
    if lacking and not any(font.family in stack and font.family not in known for font in typography.fonts):
        message = f"no font file of the family {lacking} is named under typography.fonts"
        if usable:
            findings.warn(place, f"{message}, so `{usable[0]}` is used", hint)
        else:
            findings.fault(place, message, hint)
    return usable or stack


def font_stack(written: str) -> tuple[str, ...]:
    """The families that are named as in CSS, best first, without the generic ones (CSS Fonts 4, 2.1)."""
    names = (name.strip(" '\"") for name in written.split(","))
    return tuple(name for name in names if name and name.lower() not in _GENERIC)


def _known(typography: Typography) -> set[str]:
    """The families that have files."""
    return {font.family for font in typography.fonts if font.files}
