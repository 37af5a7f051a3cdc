"""The brand's fonts, and which of their families speaks for which script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from builder.brand.brandfile import BrandFile
from builder.brand.embedding import restriction
from builder.brand.findings import Findings
from builder.brand.folder import elsewhere, inside
from builder.brand.fonts import Asked, FontsOfFile, NamedFont, read_font
from builder.brand.fontsources import absent
from builder.brand.identity import Style
from builder.brand.scriptkeys import Scripts, check_key
from builder.brand.typechoice import FontFile, Typography
from builder.errors import Place
from builder.fonts.container import WrongFont
from builder.fonts.face import Face, characters
from builder.media import Font, Store
from builder.source import Source
from builder.source.validate import did_you_mean, listed, nearest

Families = dict[str, Mapping[str, tuple[str, ...]]]

_ENDINGS = {".ttf", ".otf", ".woff", ".woff2", ".ttc"}
_TEXT_SIZE, _DISPLAY_SIZE = 12.0, 72.0  # pt that letters are cut for where a font knows optical sizes
_ONE_COLOR = (
    "has letters of several colours, which are drawn in one, that of the text",
    "take the plain font of that family, if it has one; or draw such words as a logo or art",
)
_SAME = "leave one of the two out, or say which `weight` and `style` it is"
_SAME_ELSEWHERE = "name that family where this one is used, or put its own font here"

# What a browser has a font of its own for.
_GENERIC = (
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji", "fangsong"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system", "blinkmacsystemfont"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What fonts are read with: the brand's folder and file, and where what is made of them is kept."""

    folder: Path
    source: Source
    findings: Findings
    store: Store


def read_typefaces(
    file: BrandFile, styles: Mapping[str, Style], scripts: Scripts | None, reading: Reading
) -> tuple[tuple[Font, ...], Families]:
    """The fonts of all families, and the families of each role."""
    later = Findings()  # who plays which role decides what is cut, but stands below
    families = read_families(file, reading.source, scripts, later)
    fonts = read_fonts(file, families, styles, reading)
    reading.findings.problems += later.problems
    return fonts, families


def read_fonts(
    file: BrandFile, families: Families, styles: Mapping[str, Style], reading: Reading
) -> tuple[Font, ...]:
    """The fonts of all families; one that is used and given without files is a fault."""
    read = dict[str, Font]()  # by digest
    known, used = _known(file.typography), _used(file)
    for number, family in enumerate(file.typography.fonts):
        loc = ("typography", "fonts", number)
        if family.family in used - known:
            known.add(family.family)
            place = reading.source.place((*loc, "source" if family.source else "family"))
            reading.findings.fault(place, *absent(family))
        asked = _asked(family.family, file.typography, families, styles)
        tell = partial(_tell_family, family.family, reading.findings, set())
        for index, named in enumerate(family.files):
            place = reading.source.place((*loc, "files", index, "path"))
            if found := _read(named, family.family, asked, place, reading):
                tell(place, found.faces)
                _tell_range(
                    named, found.faces, reading.source.place((*loc, "files", index, "weight")), reading
                )
                before = [_add(font, read) for font in found.fonts]
                if all(before) and before[0]:
                    reading.findings.fault(place, *_useless(named, found.fonts[0], before[0]))
    return tuple(read.values())


def _read(named: FontFile, family: str, asked: Asked, place: Place, reading: Reading) -> FontsOfFile | None:
    meant = partial(elsewhere, reading.folder, named.path, _ENDINGS, "fonts")
    path = inside(reading.folder, named.path, place, reading.findings, "font file", meant)
    italic = None if named.style is None else named.style == "italic"
    if path is None:
        return None
    try:
        return read_font(NamedFont(path, family, named.weight, italic), asked, reading.store)
    except WrongFont as wrong:
        reading.findings.fault(place, f"`{named.path}` {wrong}", wrong.hint)
    except OSError as error:
        reading.findings.fault(place, f"`{named.path}` cannot be read: {error.strerror}")
    return None


def _asked(family: str, typography: Typography, families: Families, styles: Mapping[str, Style]) -> Asked:
    """Every weight that anything is set in, and the sizes of the roles that the family plays."""
    base, headings = typography.base, typography.headings
    weights = {400, 600, 700, *(style.weight for style in styles.values())}
    weights |= {weight for weight in (base.weight, headings.weight) if weight}
    sizes = {"text": base.size or _TEXT_SIZE, "display": _DISPLAY_SIZE}
    roles = [role for role in sizes if family in chain.from_iterable(families.get(role, {}).values())]
    return Asked(tuple(sorted(weights)), tuple((role, sizes[role]) for role in roles or ("text",)))


def _add(font: Font, read: dict[str, Font]) -> Font | None:
    """Take a font; the one that is there already, or that is asked for all that it could draw, if any is."""
    if before := read.get(font.digest):
        return before
    equals = [other for other in read.values() if _kind(other) == _kind(font)]
    if equals and characters(font.data) <= frozenset().union(*(characters(other.data) for other in equals)):
        return equals[0]
    taken = any(other.name == font.name for other in read.values())
    read[font.digest] = replace(font, name=f"{font.name}-{font.digest[:8]}") if taken else font
    return None


def _useless(named: FontFile, font: Font, before: Font) -> tuple[str, str]:
    """What is told of a file of which no font is taken, and what to do."""
    if font.digest != before.digest:
        message = f"`{named.path}` is never used: `{before.path.name}` has that weight and style"
        return f"{message}, and all of its characters", _SAME
    message = f"`{named.path}` is the same font as `{before.path.name}` of `{before.family}`"
    return message, _SAME if before.family == font.family else _SAME_ELSEWHERE


def _kind(font: Font) -> tuple[str, int, bool, str]:
    """What texts ask for; families come in slices, as on the web, which differ in their characters."""
    return font.family, font.weight, font.italic, font.role


def _tell_family(
    family: str, findings: Findings, told: set[str], place: Place, faces: Iterable[Face]
) -> None:
    """What is forbidden or not drawn of a family's fonts, each at the first file that has it."""
    for face in faces:
        for about in (restriction(face.embedding), _ONE_COLOR if face.colored else None):
            if about and about[1] not in told:
                told.add(about[1])
                findings.warn(place, f"the family `{family}` {about[0]}", about[1])


def _tell_range(named: FontFile, faces: Iterable[Face], place: Place, reading: Reading) -> None:
    """A warning where a variable font does not reach the weight that is named."""
    for axis in (axis for face in faces if (axis := face.axis("wght"))):
        if named.weight and (nearest := round(axis.nearest(named.weight))) != named.weight:
            message = f"`{named.path}` has weights from {axis.least:g} to {axis.most:g}"
            reading.findings.warn(place, f"{message}: {named.weight} is drawn as {nearest}")


def read_families(file: BrandFile, source: Source, scripts: Scripts | None, findings: Findings) -> Families:
    """The families of each role, by script or language; `default` comes from brand.yml's own fields."""
    typography = file.typography
    base = typography.main_family or ""
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


def _used(file: BrandFile) -> set[str]:
    """The families that anything is set in, or that was likely meant, whether they have files or not."""
    type_, own = file.typography, file.defaults.packbuild.families
    named = chain.from_iterable(names for by_script in own.values() for names in by_script.values())
    written = [name for name in (type_.main_family, type_.headings.family, *named) if name]
    used = {*written, *chain.from_iterable(font_stack(name) for name in written)}
    there = [font.family for font in type_.fonts]
    return used | {meant for name in used.difference(there) if (meant := nearest(name, there))}


def _usable(written: str, typography: Typography, place: Place, findings: Findings) -> tuple[str, ...]:
    """The families of a font stack that have files, best first; what it goes without is told, if new."""
    known = _known(typography)
    stack = (written,) if written in known else font_stack(written) or (written,)
    usable = tuple(name for name in stack if name in known)
    lacking = stack[: stack.index(usable[0])] if usable else stack
    there = sorted({*known, *(font.family for font in typography.fonts)} - {*stack})
    files = "add its files, as `files:`"
    if lacking and not any(font.family in stack and font.family not in known for font in typography.fonts):
        if usable:
            message = f"no font file of the family {listed(lacking)} is named under typography.fonts"
            hint = did_you_mean(stack[0], there) or files
            findings.warn(place, f"{message}, so `{usable[0]}` is used", hint)
        else:
            findings.lacking("font files of the family", ", ".join(lacking), place, there, files)
    return usable or stack


def font_stack(written: str) -> tuple[str, ...]:
    """The families that are named as in CSS, best first, without the generic ones (CSS Fonts 4, 2.1)."""
    return tuple(name for name in css_families(written) if name.lower() not in _GENERIC)


def css_families(written: str) -> tuple[str, ...]:
    """The families that are named as in CSS, best first."""
    names = (name.strip(" '\"") for name in written.split(","))
    return tuple(name for name in names if name)


def _known(typography: Typography) -> set[str]:
    """The families that have files."""
    return {font.family for font in typography.fonts if font.files}
