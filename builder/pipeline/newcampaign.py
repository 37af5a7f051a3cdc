"""A new campaign's folder: a brand with the designs that ship, and a first year's spec, ready to be built."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from string import Template

from builder.brand.colornames import named, parts
from builder.brand.fonts import Asked, NamedFont, read_font
from builder.brand.read import read_brand
from builder.brand.supplied import supplied_families, supplied_fonts
from builder.color import READABLE, Color, contrast
from builder.errors import Faults, FileTrouble, Problem
from builder.fonts.container import WrongFont, unpacked
from builder.fonts.face import faces
from builder.languages import likely_script
from builder.media import Font, FontChain, held
from builder.pipeline.logocolors import logo_plate
from builder.pipeline.planning import tried
from builder.pipeline.wordmark import wordmark
from builder.shipped import shipped
from builder.source.validate import listed
from builder.spec.read import read_spec
from builder.spec.schema import schema
from builder.text.fallback import lacking
from builder.text.scripts import SCRIPT_NAMES, script_of

_STARTER = Path(__file__).parent.parent / "starter"
_IGNORED = "/output/\n"
_FONTS = ("fraunces", "atkinson-hyperlegible-next")  # of headings and of texts, for who has none
_WORDS = ("name", "short_name", "organiser", "website", "contact", "about", "theme", "hashtag", "why")

_LIGHT, _INK = Color(255, 255, 255), Color(26, 26, 26)
_HEAVY = Asked((600,), ())  # of a variable font

Families = Mapping[str, tuple[Path, ...]]  # the files of each family


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What is known of a campaign before there is any file of it; a text may stand in [square brackets]."""

    name: str
    short_name: str
    organiser: str
    website: str
    contact: str
    about: str
    theme: str
    hashtag: str
    why: str
    start: dt.date
    end: dt.date
    messages: tuple[str, ...] = ()
    language: str = "en-GB"
    colors: tuple[Color, ...]  # the most important first
    logo: Path | None = None  # none: the name, set in the display type
    light_logo: Path | None = None  # for dark grounds
    fonts: tuple[Path, ...] = ()  # the first family is that of headings, the last that of texts


def begin(root: Path, beginning: Beginning) -> tuple[str, ...]:
    """Write `brand/`, `packs/` and `.gitignore` below a folder, all or nothing; which files people mend.

    FileTrouble if there is a brand or a spec already, or something cannot be written; Faults if what is
    known makes no campaign that builds.
    """
    must_be_new(root)
    new = not root.exists()
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root, prefix=".packbuild-") as place:
            _write(Path(place), beginning)
            _prove(Path(place), beginning)
            for name in ("brand", "packs"):
                Path(place, name).rename(root / name)
        if not os.path.lexists(root / ".gitignore"):
            (root / ".gitignore").write_text(_IGNORED, "utf-8")
    except OSError as error:
        raise FileTrouble(f"{error.filename or root}: {error.strerror or error}") from error
    finally:
        if new and not any(root.iterdir()):
            root.rmdir()
    return (f"packs/{beginning.start.year}.yaml", "brand/_brand.yml")


def must_be_new(root: Path) -> None:
    """FileTrouble if there is a brand or a spec in a folder already."""
    for name in ("brand", "packs"):
        if os.path.lexists(root / name):
            raise FileTrouble(f"{root / name} exists already; begin in an empty folder")


def _write(place: Path, beginning: Beginning) -> None:
    packs, brand = place / "packs", place / "brand"
    packs.mkdir()
    (packs / f"{beginning.start.year}.yaml").write_text(_spec(beginning), "utf-8")
    (packs / "schema.json").write_text(schema(), "utf-8")
    for name in ("designs", "art"):
        shutil.copytree(shipped(f"brand/{name}"), brand / name)
    shutil.copytree(_STARTER / "art", brand / "art", dirs_exist_ok=True)  # drawings that say nothing yet
    shutil.copy(shipped("brand/slides.yaml"), brand)
    families = _families(brand, beginning)
    logos = _logos(brand, beginning, families)
    (brand / "_brand.yml").write_text(_brand(beginning, families, logos), "utf-8")


def _prove(place: Path, beginning: Beginning) -> None:
    """Faults with all that is wrong in what was written, at the lines that it would have."""
    found = list[Problem]()
    tried(found, read_spec, place / f"packs/{beginning.start.year}.yaml", place)
    brand = tried(found, read_brand, place / "brand", "brand", SCRIPT_NAMES)
    lacks = lacking(" ".join(_words(beginning)), FontChain(brand.fonts)) if brand else ()
    if lacks:
        hint = f"give fonts that have them, with --font{_such_as(lacks)}"
        found.append(Problem(f"no font has the letters {listed(lacks, 'and')}", hint=hint))
    if errors := [problem for problem in found if problem.severity == "error"]:
        raise Faults(errors)


def _such_as(letters: Sequence[str]) -> str:
    """Where fonts are that have letters, as part of a hint: among those that come along, or on the web."""
    having = (font for font in supplied_fonts() if not lacking(" ".join(letters), FontChain((font,))))
    along = next((f": those in {font.path.parent} come along" for font in having), "")
    return along or ": Noto has some for every script (https://fonts.google.com/noto)"


def _words(beginning: Beginning) -> Iterator[str]:
    yield from (getattr(beginning, name) for name in _WORDS)
    yield from beginning.messages


def _spec(beginning: Beginning) -> str:
    words = {name: _quoted(getattr(beginning, name)) for name in _WORDS}
    dates = {"start": beginning.start, "end": beginning.end, "year": beginning.start.year}
    return _template(
        "spec.yaml", **words, **dates, language=beginning.language, messages=_messages(beginning)
    )


def _messages(beginning: Beginning) -> str:
    """The key messages as they were given, or two examples."""
    if not beginning.messages:
        examples = ("What people most need to know", "What each of them can do")
        return "\n".join(["#messages:", *(f"#  {line}" for line in _listed(examples))])
    return "\n".join(["messages:", *(f"  {line}" for line in _listed(beginning.messages))])


def _listed(messages: Sequence[str]) -> Iterator[str]:
    for number, headline in enumerate(messages, 1):
        yield f"- id: message-{number}"
        yield f"  headline: {_quoted(headline)}"


def _template(file: str, **values: object) -> str:
    return Template((_STARTER / file).read_text("utf-8")).substitute(values)


def _quoted(text: str) -> str:
    """A text as YAML reads it back, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


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
    scripts = {script_of(char) for char in " ".join(_words(beginning))}
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
    lines = [f"        {code}: [{_quoted(family)}]" for code, family in by_script.items()]
    roles = (line for role in ("text", "display") for line in (f"      {role}:", *lines))
    return "\n".join(["", "defaults:", "  packbuild:", "    families:", *roles, ""])


def _by_family(paths: Iterable[Path]) -> Families:
    families = dict[str, tuple[Path, ...]]()
    for path in paths:
        try:
            family = faces(unpacked(path.read_bytes()))[0].family or path.stem
        except WrongFont as wrong:
            raise Faults([Problem(f"`{path.name}` {wrong}", hint=wrong.hint)]) from None
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
    heavy = [_heavy(*family) for family in families.items()]
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
    alt = _quoted(beginning.name)
    roles = parts(beginning.colors)
    palette = named((*beginning.colors, *roles.values(), _LIGHT))
    names = {color: name for name, color in palette.items()}
    return _template(
        "brand.yml",
        name=alt,
        website=_quoted(beginning.website),
        logos="\n".join(f"    {name}: {{path: {file}, alt: {alt}}}" for name, file in logos.items()),
        plate=logo_plate(beginning.logo, _LIGHT, _INK) if beginning.logo else "background",
        palette="\n".join(f'    {name}: "{color.hex}"' for name, color in palette.items()),
        roles="\n".join(f"  {role}: {names[color]}" for role, color in roles.items()),
        fonts="\n".join(chain.from_iterable(_font_lines(*family) for family in families.items())),
        display=_quoted(next(iter(families))),
        text=_quoted([*families][-1]),
        scripts=_scripts(beginning, families),
    )


def _font_lines(family: str, paths: tuple[Path, ...]) -> Iterator[str]:
    yield f"    - family: {_quoted(family)}"
    yield "      source: file"
    yield "      files:"
    for path in paths:
        inside = path.relative_to(next(parent for parent in path.parents if parent.name == "brand"))
        yield f"        - {{path: {_quoted(inside.as_posix())}}}"
