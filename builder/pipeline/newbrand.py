"""A new campaign's brand: a look that ships, in its own name, colours, fonts and logo."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from builder.brand.colornames import named, parts
from builder.brand.fonts import Asked, NamedFont, read_font
from builder.brand.supplied import supplied_families, supplied_fonts
from builder.color import READABLE, Color, contrast
from builder.errors import Faults, Problem
from builder.fonts.container import WrongFont, unpacked
from builder.fonts.extra import extra_font
from builder.fonts.face import faces, prove
from builder.languages import likely_script
from builder.media import Font, FontChain, held
from builder.pipeline.beginning import Beginning, filled, quoted
from builder.pipeline.logocolors import logo_plate
from builder.pipeline.wordmark import wordmark
from builder.shipped import shipped
from builder.text.fallback import lacking
from builder.text.scripts import script_of

_FONTS = ("fraunces", "atkinson-hyperlegible-next")  # of headings and of texts, for who has none

_LIGHT, _INK = Color(255, 255, 255), Color(26, 26, 26)
_HEAVY = Asked((600,), ())  # of a variable font

Families = Mapping[str, tuple[Path, ...]]  # the files of each family


def write_brand(brand: Path, beginning: Beginning) -> None:
    """A brand that builds, in a look that ships."""
    brand.mkdir()
    families = _families(brand, beginning)
    logos = _logos(brand, beginning, families)
    (brand / "_brand.yml").write_text(_brand(beginning, families, logos), "utf-8")


def _families(brand: Path, beginning: Beginning) -> Families:
    """Copy the fonts; what is there by family, that of headings first, that of texts last."""
    fonts = brand / "fonts"
    if not beginning.fonts:
        folders = (*_FONTS, *_supplied(beginning).values())
        for name in dict.fromkeys(folders):
            shutil.copytree(shipped(f"brand/fonts/{name}"), fonts / name)
        texts = _FONTS[1]  # its family is the last
        return _by_family(
            sorted(
                fonts.rglob("*.ttf"),
                key=lambda path: (path.parent.name != _FONTS[0], path.parent.name == texts, path),
            )
        )
    fonts.mkdir()
    return _by_family(Path(shutil.copy(path, fonts)) for path in beginning.fonts)


def _supplied(beginning: Beginning) -> dict[str, str]:
    """The folders of the fonts that come along for the language and the scripts of the words, by each."""
    if beginning.fonts:
        return {}
    language = beginning.language.partition("-")[0]
    scripts = {script_of(char) for char in " ".join(beginning.words())}
    codes = (language, likely_script(beginning.language), *sorted(each.code for each in scripts if each))
    having = {code: names[0] for code, names in supplied_families()["text"].items() if code != "default"}
    places = {font.family: font.path.parent.name for font in supplied_fonts()}
    return {code: places[having[code]] for code in codes if code in having}


def _scripts(beginning: Beginning, families: Families) -> str:
    """Which family each language or script takes that has one of its own, as `_brand.yml` says it."""
    there = {paths[0].parent.name: family for family, paths in families.items()}
    by_script = {code: there[folder] for code, folder in _supplied(beginning).items()}
    if not by_script:
        return ""
    lines = [f"        {code}: [{quoted(family)}]" for code, family in by_script.items()]
    roles = (line for role in ("text", "display") for line in (f"      {role}:", *lines))
    return "\n".join(["    families:", *roles, ""])


def _by_family(paths: Iterable[Path]) -> Families:
    families = dict[str, tuple[Path, ...]]()
    for path in paths:
        try:
            face = faces(opentype := unpacked(path.read_bytes()))[0]
            prove(opentype, face)
        except WrongFont as wrong:
            raise Faults([Problem(f"`{path.name}` {wrong}", hint=wrong.hint)]) from None
        family = face.family or path.stem
        families[family] = (*families.get(family, ()), path)
    return families


def _logos(brand: Path, beginning: Beginning, families: Families) -> dict[str, str]:
    """Copy the logos, or set the name; the file inside the brand folder of each, by its name."""
    (brand / "logos").mkdir()
    if beginning.logo:
        given = {"main": beginning.logo, "light": beginning.light_logo}
        named = {name: (path, f"logos/{name}{path.suffix.lower()}") for name, path in given.items() if path}
        for path, file in named.values():
            shutil.copy(path, brand / file)
        return {name: file for name, (_, file) in named.items()}
    scripts = dict.fromkeys(each.code for char in beginning.name if (each := script_of(char)))
    extra = (extra_font(code) for code in scripts)
    heavy = [_heavy(*family) for family in families.items()]
    heavy += [_heavy(found[0], found[1:]) for found in extra if found]
    font = next((font for font in heavy if not lacking(beginning.name, FontChain((font,)))), heavy[0])
    (brand / "logos/main.svg").write_text(wordmark(beginning.name, font, _dark(beginning.colors)), "utf-8")
    return {"main": "logos/main.svg"}  # on dark grounds it is painted in one colour


def _heavy(family: str, paths: Iterable[Path]) -> Font:
    """The heaviest upright font of a family."""
    named = (NamedFont(path, family, None, None) for path in paths)
    fonts = [font for each in named for font in read_font(each, _HEAVY, held).fonts]
    return max(fonts, key=lambda font: (not font.italic, font.weight))


def _dark(colors: Sequence[Color]) -> Color:
    """The first that reads on white; nearly black if none does."""
    return next((color for color in colors if contrast(color, _LIGHT) >= READABLE), _INK)


def _brand(beginning: Beginning, families: Families, logos: Mapping[str, str]) -> str:
    alt = quoted(beginning.name)
    roles = parts(beginning.colors)
    palette = named((*beginning.colors, *roles.values(), _LIGHT))
    names = {color: name for name, color in palette.items()}
    return filled(
        "brand.yml",
        name=alt,
        website=quoted(beginning.website),
        logos="\n".join(f"    {name}: {{path: {file}, alt: {alt}}}" for name, file in logos.items()),
        plate=logo_plate(beginning.logo, _LIGHT, _INK) if beginning.logo else "background",
        palette="\n".join(f'    {name}: "{color.hex}"' for name, color in palette.items()),
        roles="\n".join(f"  {role}: {names[color]}" for role, color in roles.items()),
        fonts="\n".join(chain.from_iterable(_font_lines(*family) for family in families.items())),
        display=quoted(next(iter(families))),
        text=quoted([*families][-1]),
        look=beginning.look,
        scripts=_scripts(beginning, families),
    )


def _font_lines(family: str, paths: tuple[Path, ...]) -> Iterator[str]:
    yield f"    - family: {quoted(family)}"
    yield "      source: file"
    yield "      files:"
    for path in paths:
        inside = path.relative_to(next(parent for parent in path.parents if parent.name == "brand"))
        yield f"        - {{path: {quoted(inside.as_posix())}}}"
