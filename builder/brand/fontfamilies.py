"""The families that a brand names, and the files of each: those that it lists, or that lie in its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from builder.brand.fontfolder import FontFolder, same_name
from builder.brand.typechoice import FontFile
from builder.record import Record, replace
from builder.source import Loc
from builder.source.validate import nearest

if TYPE_CHECKING:
    from builder.brand.brandfile import BrandFile  # which a brand that is known needs not

ByKey = Mapping[str, tuple[str, ...]]
Families = dict[str, ByKey]  # by role, and by script, language or `default`

# What a browser has a font of its own for.
_GENERIC = (
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji", "fangsong"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system", "blinkmacsystemfont"),
)


def of_role(families: Mapping[str, ByKey], role: str) -> ByKey:
    """The families of a role by script or language; what `poster` lacks is that of headings."""
    own = families.get(role, {})
    return {**families["display"], **own} if role == "poster" else own


class Named(Record):
    """A family with its files, and where the brand's file names it."""

    name: str
    loc: Loc
    files: tuple[FontFile, ...]
    listed: bool = True  # whether the brand's file lists the files; else they lie in its folder
    source: str = ""  # where other tools would fetch it from
    used: bool = True


def named_families(file: BrandFile, folder: Callable[[], FontFolder]) -> tuple[Named, ...]:
    """Those under `fonts:`, then those that are used without standing there and lie in the folder.

    The folder is asked for if a family that is used has no files.
    """
    used = {same_name(name): (name, loc) for name, loc in reversed(used_families(file).items())}
    listed = tuple(_listed(file, used))
    others = [Named(*used[key], (), listed=False) for key in reversed(used) if not _among(key, listed)]
    if not others and all(each.files for each in listed if each.used):
        return listed
    having = [each for each in listed if each.files]
    there, names = folder(), [each.name for each in (*listed, *others)]

    def filled(family: Named) -> Named:
        if not family.used or _among(same_name(family.name), having):
            return family
        paths = there.files(family.name, {name for name in names if name != family.name})
        return replace(family, files=tuple(FontFile(path=path) for path in paths), listed=False)

    return (*map(filled, listed), *(each for each in map(filled, others) if each.files))


def _listed(file: BrandFile, used: Collection[str]) -> Iterator[Named]:
    for number, font in enumerate(file.typography.fonts):
        loc = ("typography", "fonts", number)
        yield Named(font.family, loc, font.files, source=font.source, used=same_name(font.family) in used)


def _among(key: str, families: Collection[Named]) -> bool:
    return any(same_name(family.name) == key for family in families)


def used_families(file: BrandFile) -> dict[str, Loc]:
    """The families that anything is set in, or that was likely meant, and where each is named first."""
    written = dict[str, Loc]()
    for name, loc in _written(file):
        for each in (name, *font_stack(name)):
            written.setdefault(each, loc)
    there = [font.family for font in file.typography.fonts]
    meant = {
        near: loc for name, loc in written.items() if name not in there and (near := nearest(name, there))
    }
    return {**meant, **written}


def _written(file: BrandFile) -> Iterator[tuple[str, Loc]]:
    """What stands where a family is asked for."""
    type_, own = file.typography, file.defaults.packbuild.families
    if type_.main_family:
        yield type_.main_family, ("typography", "base", "family")
    if type_.headings.family:
        yield type_.headings.family, ("typography", "headings", "family")
    for role, by_script in own.items():
        for script, names in by_script.items():
            yield from ((name, ("defaults", "packbuild", "families", role, script)) for name in names)


def font_stack(written: str) -> tuple[str, ...]:
    """The families that are named as in CSS, best first, without the generic ones (CSS Fonts 4, 2.1)."""
    return tuple(name for name in css_families(written) if name.lower() not in _GENERIC)


def css_families(written: str) -> tuple[str, ...]:
    """The families that are named as in CSS, best first."""
    names = (name.strip(" '\"") for name in written.split(","))
    return tuple(name for name in names if name)
