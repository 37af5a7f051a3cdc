"""Fonts for scripts that the brand has none for: they lie in its folder, come along, or are an extra.

And for the signs of amounts, where one that comes along has the very digits of the brand's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from builder.brand.fontfolder import lying_fonts
from builder.brand.fonts import Asked, NamedFont, read_font
from builder.brand.identity import Brand
from builder.brand.scriptkeys import script_name
from builder.brand.supplied import supplied_fonts, supplied_for
from builder.fonts.container import WrongFont
from builder.fonts.extra import extra_font, remedy
from builder.fonts.regions import regions
from builder.languages import likely_script
from builder.layout.fonts import font_chain
from builder.media import Font, Store
from builder.record import Record, replace
from builder.text.fallback import AS_EMOJI, writes
from builder.text.likeness import same_digits, signs_lacking
from builder.text.scripts import EMOJI, HAN, SCRIPT_NAMES, SYMBOLS, script, script_of
from builder.text.typeface import invisible, typeface

_COMMON = "Zyyy"  # what ISO 15924 calls what scripts share
_BOLD = 700  # of headings

Families = dict[str, tuple[Font, ...]]  # best first, each with its fonts


class Said(Record):
    """The characters of all that is said in one language."""

    language: str
    characters: frozenset[str]


class Spare(Record):
    """Families that the brand does not name, and where they are from."""

    families: Families
    origin: str


class Reserve(Record):
    """What stands behind a brand: its folder, and where what is made of fonts is kept."""

    brand: Brand
    folder: Path
    store: Store

    def spare(self, *keys: str) -> Spare | None:
        """Families for the first of these scripts or languages that there are some for."""
        return next((spare for key in keys for spare in self._spares(key)), None)

    def _spares(self, key: str) -> Iterator[Spare]:
        if families := self._lying(key):
            yield Spare(families, "lies in the brand's folder of fonts")
        if families := supplied_for(key):
            yield Spare(families, "comes along")
        if (found := extra_font(key)) and (fonts := self._read(*found)):
            yield Spare({found[0]: fonts}, "is of the extra packbuild[fonts]")

    def _lying(self, key: str) -> Families:
        """The first family of the folder that the brand does not name and that is for the script."""
        taken = {font.path.resolve() for font in self.brand.fonts}
        for family, paths in lying_fonts(self.folder, self.store).items():
            if any(path.resolve() in taken for path in paths):
                continue
            fonts = tuple(font for path in paths for font in self._read(family, path))
            if any(serves(font, key) for font in fonts):
                return {family: fonts}
        return {}

    def _read(self, family: str, path: Path) -> tuple[Font, ...]:
        """The fonts of a file in all weights that the brand sets anything in; none if it is no font."""
        weights = {400, 700, *(style.weight for style in self.brand.styles.values())}
        named = NamedFont(path, family, None, None)
        try:
            return read_font(named, Asked(tuple(sorted(weights)), ()), self.store).fonts
        except (WrongFont, OSError):
            return ()


def serves(font: Font, key: str) -> bool:
    """Whether a font is for a script; Chinese letters it must draw as that script has them."""
    if key not in SCRIPT_NAMES or not writes(font, key):
        return False
    return not script(key).han or key in _regions(font)


@lru_cache(maxsize=64)
def _regions(font: Font) -> frozenset[str]:
    return regions(font.data, font.family)


def served(brand: Brand, *keys: str) -> str:
    """The family of the brand that is for one of these scripts or languages; empty if none is."""
    named = brand.families["text"]
    if key := next((key for key in keys if key in named), None):
        return next(iter(named[key]), "")
    order = (*named.get("default", ()), *(font.family for font in brand.fonts))
    fonts = sorted(brand.fonts, key=lambda font: order.index(font.family))
    return next((font.family for key in keys for font in fonts if serves(font, key)), "")


@lru_cache(maxsize=8)
def stocked(brand: Brand, folder: Path, said: tuple[Said, ...], store: Store) -> Brand:
    """The brand with fonts for all scripts that are written, as far as there are some; itself if it has them.

    What the brand draws by itself stays as it is: only scripts of which it has no letters are served, and
    signs of amounts that a heading's font lacks, from a font with the same digits.
    """
    reserve, found = Reserve(brand, folder, store), dict[str, Families]()
    for keys in _wanted(brand, said):
        if not served(brand, *keys) and (spare := reserve.spare(*keys)):
            found[keys[0]] = spare.families
    signs = dict(_with_digits(_with(brand, found, {}), said))
    return _with(brand, found, signs) if found or signs else brand


def _with_digits(brand: Brand, said: tuple[Said, ...]) -> Iterator[tuple[str, tuple[Font, ...]]]:
    """Families that come along with the digits of a heading's font, and signs of amounts that it lacks."""
    for each in said:
        own, *others = font_chain(brand, "display", _BOLD, each.language).fonts
        lacks = signs_lacking(own, each.characters)
        if not lacks or any(same_digits(own, font) for font in others):
            continue
        for font in supplied_fonts():
            if same_digits(own, font) and all(map(typeface(font).sets, lacks)):
                yield font.family, tuple(one for one in supplied_fonts() if one.family == font.family)
                break


def _wanted(brand: Brand, said: tuple[Said, ...]) -> Iterator[tuple[str, ...]]:
    """The scripts that are written, each with the language before it that may have fonts of its own."""
    wanted = dict[tuple[str, ...], None]()
    for each in said:
        own = likely_script(each.language)
        codes = {found.code for char in each.characters if (found := script_of(char))}
        if own in codes or (HAN in codes and script(own).han):
            wanted[each.language.partition("-")[0], own] = None
        if script(own).han:
            codes.discard(HAN)
        wanted |= {(code,): None for code in sorted(codes - {own})}
    characters = frozenset[str]().union(*(each.characters for each in said))
    yield from wanted
    if signs := _unheld(brand, (char for char in characters if script_of(char) is None)):
        yield from ((key,) for key in (EMOJI, SYMBOLS) if signs)


def _unheld(brand: Brand, characters: Iterable[str]) -> frozenset[str]:
    """The characters that want to be seen and that no font of the brand has, or shows as emoji."""
    fonts = [typeface(font) for font in brand.fonts]
    return frozenset(
        char
        for char in characters
        if char == AS_EMOJI or not (invisible(char) or any(font.sets(char) for font in fonts))
    )


def _with(brand: Brand, found: dict[str, Families], signs: Families) -> Brand:
    """The brand with families of scripts, and with some for signs, which are asked after all its own."""
    spare = (font for families in (*found.values(), signs) for fonts in families.values() for font in fonts)
    fonts = {font.digest: font for font in (*spare, *brand.fonts)}
    named = {key: tuple(families) for key, families in found.items()}
    families = {role: {**named, **by_key} for role, by_key in brand.families.items()}
    if signs:
        families["text"] = {**families["text"], _COMMON: tuple(signs)}
    return replace(
        brand,
        fonts=tuple(sorted(fonts.values(), key=lambda font: font not in brand.fonts)),
        families=families,
        own=brand,
    )


def serving(brand: Brand, folder: Path, store: Store) -> Iterator[tuple[str, str, str]]:
    """Each script, and each language or sign that has fonts of its own, with the family that draws it.

    And where that is from; without a family, what would draw it.
    """
    reserve = Reserve(brand, folder, store)
    for key in (*sorted(SCRIPT_NAMES), "ur", EMOJI, SYMBOLS):
        keys = (key, "Arab") if key == "ur" else (key,)
        called = f"{key} ({'Urdu' if key == 'ur' else script_name(key)})"
        if family := served(brand, *keys):
            yield called, family, "is the brand's"
        elif spare := reserve.spare(*keys):
            yield called, ", ".join(spare.families), spare.origin
        else:
            yield called, "no font", remedy(key) or "put its fonts into the brand's folder fonts"
