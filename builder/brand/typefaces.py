"""The brand's fonts, and which of their families speaks for which script."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, partial
from itertools import chain, takewhile
from pathlib import Path

from builder.brand.brandfile import BrandFile
from builder.brand.easel import Easel
from builder.brand.embedding import restriction
from builder.brand.findings import Findings
from builder.brand.folder import elsewhere, inside
from builder.brand.fontfamilies import Families, Named, font_stack, named_families
from builder.brand.fontfolder import ENDINGS, FONTS, FontFolder, font_folder, same_name
from builder.brand.fonts import Asked, FontsOfFile, NamedFont, read_font
from builder.brand.fontsources import absent, belongs
from builder.brand.identity import Style
from builder.brand.posterface import with_posters
from builder.brand.scriptkeys import Scripts, check_key
from builder.brand.typechoice import FontFile, Typography
from builder.brand.weights import tell_lacking_bold
from builder.errors import Place
from builder.fonts.container import WrongFont
from builder.fonts.face import Face, characters
from builder.media import Font, Store
from builder.record import Record, replace
from builder.source import Source
from builder.source.validate import listed, nearest

# pt that letters are cut for where a font knows optical sizes: beside that of text, those of cards.
_TEXT_SIZE, _TEXT_SIZES, _DISPLAY_SIZES = 12.0, (24.0,), (72.0, 40.0, 24.0)
_ONE_COLOR = (
    "has letters of several colours, which are drawn in one, that of the text",
    "take the plain font of that family, if it has one; or draw such words as a logo or art",
)
_SAME = "leave one of the two out, or say which `weight` and `style` it is"
_LISTED = "take one of the two out of the folder, or list the files to take under typography.fonts"
_FEW = 8  # families that a hint names
_SAME_ELSEWHERE = "name that family where this one is used, or put its own font here"


class Reading(Record):
    """What fonts and logos are read with: the brand's folder and file, and where what is made is kept."""

    folder: Path
    shown_as: str
    source: Source
    findings: Findings
    store: Store
    easel: Easel | None = None  # what makes the pictures that drawings need

    @property
    def fonts(self) -> str:
        """The folder of fonts, as people know it."""
        return f"{self.shown_as}/{FONTS}/"


def read_typefaces(
    file: BrandFile, styles: Mapping[str, Style], scripts: Scripts | None, reading: Reading
) -> tuple[tuple[Font, ...], Families]:
    """The fonts of all families, and the families of each role."""
    later = Findings()  # who plays which role decides what is cut, but stands below
    paths = {font_file.path for family in file.typography.fonts for font_file in family.files}
    there = cache(
        partial(font_folder, reading.folder, reading.shown_as, paths, reading.store, reading.findings)
    )
    named = named_families(file, there)
    families = read_families(file, Known(named, there, reading), scripts, later)
    fonts = read_fonts(file, named, families, styles, reading)
    families = with_posters(families, named, fonts)
    reading.findings.problems += later.problems
    text, places = file.typography.base.weight or 400, (reading.source, reading.fonts)
    tell_lacking_bold(named, (fonts, families), text, places, reading.findings)
    return fonts, families


def read_fonts(
    file: BrandFile,
    named: tuple[Named, ...],
    families: Families,
    styles: Mapping[str, Style],
    reading: Reading,
) -> tuple[Font, ...]:
    """The fonts of all families; one that is used and has no files is a fault."""
    read = dict[str, Font]()  # by digest
    told = {same_name(family.name) for family in named if family.files}
    for family in named:
        if family.used and same_name(family.name) not in told:
            told.add(same_name(family.name))
            place = reading.source.place((*family.loc, "source" if family.source else "family"))
            reading.findings.fault(place, *absent(family, reading.fonts))
        asked = _asked(family.name, file.typography, families, styles)
        tell = partial(_tell_family, family.name, reading.findings, set())
        for index, font_file in enumerate(family.files):
            loc = (*family.loc, "files", index) if family.listed else family.loc
            place = reading.source.place((*loc, "path"))
            if found := _read(font_file, family.name, asked, place, reading):
                tell(place, found.faces)
                _tell_range(font_file, found.faces, reading.source.place((*loc, "weight")), reading)
                before = [_add(font, read) for font in found.fonts]
                if all(before) and before[0]:
                    _tell_useless(family, font_file, (found.fonts[0], before[0]), place, reading)
        _tell_listed_otherwise(family, read, reading)
    return tuple(read.values())


def _read(named: FontFile, family: str, asked: Asked, place: Place, reading: Reading) -> FontsOfFile | None:
    meant = partial(elsewhere, reading.folder, named.path, ENDINGS, FONTS)
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
    text = (base.size or _TEXT_SIZE, *_TEXT_SIZES)
    sizes = {"text": text, "display": _DISPLAY_SIZES, "poster": _DISPLAY_SIZES}
    roles = [role for role in sizes if family in chain.from_iterable(families.get(role, {}).values())]
    played = roles or ["text"]
    named = (style.optical for style in styles.values() if style.optical and style.face in played)
    own = (size for role in played for size in sizes[role])
    return Asked(tuple(sorted(weights)), tuple(dict.fromkeys((*own, *named))))


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


def _tell_useless(
    family: Named, file: FontFile, fonts: tuple[Font, Font], place: Place, reading: Reading
) -> None:
    """A fault for a file that is listed and of which no font is taken; a warning for one that lies there.

    None for one that lies there as well: fonts are sold in several forms at once.
    """
    font, before = fonts
    same = font.digest == before.digest
    message = f"`{file.path}` is the same font as `{before.path.name}` of `{before.family}`"
    if not same:
        message = f"`{file.path}` is never used: `{before.path.name}` has that weight and style"
        message = f"{message}, and all of its characters"
    if family.listed:
        elsewhere_ = same and before.family != font.family
        reading.findings.fault(place, message, _SAME_ELSEWHERE if elsewhere_ else _SAME)
    elif font.name != before.name and not same:
        reading.findings.warn(place, message, _LISTED)


def _tell_listed_otherwise(family: Named, read: Mapping[str, Font], reading: Reading) -> None:
    """A fault for a family that is used and has no font of its own, as its files are listed as another's."""
    if family.listed or any(font.family == family.name for font in read.values()):
        return
    names = {file.path.rpartition("/")[2] for file in family.files}
    if other := next((font.family for font in read.values() if font.path.name in names), ""):
        message = f"the files of the family `{family.name}` are listed as those of `{other}`"
        hint = f"call it `{family.name}` there, or name `{other}` here"
        reading.findings.fault(reading.source.place(family.loc), message, hint)


def _kind(font: Font) -> tuple[str, int, bool, float]:
    """What texts ask for; families come in slices, as on the web, which differ in their characters."""
    return font.family, font.weight, font.italic, font.points


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


class Known(Record):
    """The families that are named, and what else lies in the folder."""

    named: tuple[Named, ...]
    folder: Callable[[], FontFolder]
    reading: Reading

    def called(self, name: str) -> str | None:
        """The name of a family with files, as it stands where they are named; None if there is none."""
        having = [family.name for family in self.named if family.files]
        alike = (each for each in having if same_name(each) == same_name(name))
        return name if name in having else next(alike, None)

    def near(self, name: str, others: Collection[str]) -> str:
        """A hint for a family that has no files: what was likely meant, or where its files belong."""
        there = sorted({*(family.name for family in self.named), *self.folder().families} - {*others})
        if near := nearest(name, there):
            return f"did you mean `{near}`?"
        other = f"the brand has {listed(there, 'and')}; for this one, " if 0 < len(there) <= _FEW else ""
        return other + belongs(self.reading.fonts)


def read_families(file: BrandFile, known: Known, scripts: Scripts | None, findings: Findings) -> Families:
    """The families of each role, by script or language; `default` comes from brand.yml's own fields."""
    typography, source = file.typography, known.reading.source
    base = typography.main_family or ""
    headings = typography.headings.family or base
    text = _usable(base, known, source.place(("typography", "base", "family")), findings)
    place = source.place(("typography", "headings", "family"))
    display = text if headings == base else _usable(headings, known, place, findings)
    families: Families = {"text": {"default": text}, "display": {"default": display}}
    for role, by_script in file.defaults.packbuild.families.items():
        for script, names in by_script.items():
            loc = ("defaults", "packbuild", "families", role, script)
            check_key(script, scripts, source.place(loc, key=True), findings)
            place = source.place(loc)
            usable = (_usable(name, known, place, findings) for name in names)
            families[role] = {**families.get(role, {}), script: tuple(chain.from_iterable(usable))}
    return families


def _usable(written: str, known: Known, place: Place, findings: Findings) -> tuple[str, ...]:
    """The families of a font stack that have files, best first; what it goes without is told, if new."""
    stack = (written,) if known.called(written) else font_stack(written) or (written,)
    usable = tuple(dict.fromkeys(filter(None, map(known.called, stack))))
    lacking = tuple(takewhile(lambda name: not known.called(name), stack))
    if lacking and not any(
        family.name in lacking and not family.files and not known.called(family.name)
        for family in known.named
    ):
        hint = known.near(stack[0], stack)
        if usable:
            message = f"the family {listed(lacking)} has no font files, so `{usable[0]}` is used"
            findings.warn(place, message, hint)
        else:
            findings.shared(f"the brand has no font files of the family `{', '.join(lacking)}`", place, hint)
    return usable or stack
