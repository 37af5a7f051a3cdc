"""A new campaign's folder: a brand with the designs that ship, and a first year's spec, ready to be built."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from builder.brand.artchoice import ANY_CAUSE, set_names
from builder.brand.drawings import art_names
from builder.brand.findings import Findings
from builder.brand.looks import look_of
from builder.brand.lookstyle import read_styles
from builder.brand.read import read_brand
from builder.brand.supplied import supplied_fonts
from builder.errors import Faults, FileTrouble, Problem, reason
from builder.media import Font, FontChain, held
from builder.pipeline.beginning import WORDS, Beginning, filled, quoted
from builder.pipeline.newbrand import write_brand
from builder.pipeline.ownbrand import OwnBrand, copy_brand, named_files
from builder.pipeline.planning import tried
from builder.pipeline.reserve import Said, stocked
from builder.record import Record
from builder.source.validate import listed
from builder.spec.read import read_spec
from builder.spec.schema import schema
from builder.text.fallback import lacking
from builder.text.scripts import SCRIPT_NAMES

_IGNORED = "/output/\n"


class Begun(Record):
    """What was written."""

    files: tuple[str, ...]  # those that people mend, from the campaign's folder on
    problems: tuple[Problem, ...] = ()  # of a brand that was there before


def begin(root: Path, beginning: Beginning) -> Begun:
    """Write `packs/`, `.gitignore` and, where there is none, `brand/` below a folder, all or nothing.

    FileTrouble if there is a brand that is not the one to be taken, or a spec, or something cannot be
    written; Faults if what is known makes no campaign that builds.
    """
    must_be_new(root, beginning.brand)
    new = not root.exists()
    in_place = beginning.brand is not None and beginning.brand.folder == root / "brand"
    written = ("packs",) if in_place else ("packs", "brand")
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root, prefix=".packbuild-") as place:
            _write(Path(place), beginning, written)
            told = _prove(Path(place), root if in_place else Path(place), beginning)
            for name in written:
                _moved(Path(place, name), root / name)
        if not os.path.lexists(root / ".gitignore"):
            (root / ".gitignore").write_text(_IGNORED, "utf-8")
    except OSError as error:
        raise FileTrouble(f"{error.filename or root}: {reason(error)}") from error
    finally:
        if new and not any(root.iterdir()):
            root.rmdir()
    files = (f"packs/{beginning.start.year}.yaml", "brand/_brand.yml")
    return Begun(files[: len(written)], told)


def must_be_new(root: Path, brand: OwnBrand | None = None) -> None:
    """FileTrouble if there is a spec in a folder already, or a `brand/` that is not the one to be taken."""
    for name in ("brand", "packs"):
        known = brand and (brand.folder == root / name or (name == "brand" and _is_beside(brand, root)))
        if os.path.lexists(root / name) and not known:
            hint = " and has no _brand.yml" if name == "brand" and not brand else ""
            raise FileTrouble(f"{root / name} exists already{hint}; begin in an empty folder")


def _is_beside(brand: OwnBrand, root: Path) -> bool:
    """Whether a brand keeps files that it names in `brand/`, and the file that names them beside that."""
    return brand.folder == root and any(name.startswith("brand/") for name in named_files(brand))


def _moved(new: Path, target: Path) -> None:
    """Move a folder to its place, or what is in it into one that is there; no file of that is touched."""
    if not os.path.lexists(target):
        new.rename(target)
    elif new.is_dir() and target.is_dir():
        for inside in sorted(new.iterdir()):
            _moved(inside, target / inside.name)


def _write(place: Path, beginning: Beginning, parts: Collection[str]) -> None:
    packs, brand = place / "packs", place / "brand"
    packs.mkdir()
    (packs / f"{beginning.start.year}.yaml").write_text(_spec(beginning), "utf-8")
    (packs / "schema.json").write_text(schema(), "utf-8")
    if beginning.brand and "brand" in parts:
        copy_brand(beginning.brand, brand)
    elif "brand" in parts:
        write_brand(brand, beginning)


def _prove(packs: Path, brands: Path, beginning: Beginning) -> tuple[Problem, ...]:
    """Faults with all that is wrong in what was written, at the lines that it would have.

    What is wrong with a brand that was there is given back: it is for later, as the rest stands.
    """
    found, own = list[Problem](), list[Problem]()
    tried(found, read_spec, packs / f"packs/{beginning.start.year}.yaml", packs)
    told = own if beginning.brand else found
    brand = tried(told, read_brand, brands / "brand", "brand", SCRIPT_NAMES)
    if not beginning.brand and brand:
        said = (Said(beginning.language, frozenset("".join(beginning.words()))),)
        found += _lacking(beginning, stocked(brand, brands / "brand", said, held).fonts)
    if errors := [problem for problem in found if problem.severity == "error"]:
        raise Faults(errors)
    return tuple(own) + (brand.problems if brand and beginning.brand else ())


def _lacking(beginning: Beginning, fonts: tuple[Font, ...]) -> Iterator[Problem]:
    """A fault where no font has the letters of the words."""
    if lacks := lacking(" ".join(beginning.words()), FontChain(fonts)):
        hint = f"give fonts that have them, with --font{_such_as(lacks)}"
        yield Problem(f"no font has the letters {listed(lacks, 'and')}", hint=hint)


def _such_as(letters: Sequence[str]) -> str:
    """Where fonts are that have letters, as part of a hint: among those that come along, or on the web."""
    having = (font for font in supplied_fonts() if not lacking(" ".join(letters), FontChain((font,))))
    along = next((f": those in {font.path.parent} come along" for font in having), "")
    return along or ": Noto has some for every script (https://fonts.google.com/noto)"


def _spec(beginning: Beginning) -> str:
    words = {name: quoted(getattr(beginning, name)) for name in WORDS}
    dates = {"start": beginning.start, "end": beginning.end, "year": beginning.start.year}
    own = {"language": beginning.language, "messages": _messages(beginning), "art": _subjects(beginning.look)}
    return filled("spec.yaml", **words, **dates, **own)


def _subjects(name: str) -> str:
    """A line that is ready for the subject of the scenes of a look, if it has scenes of several."""
    look = look_of(Path(), "", name)
    files = [file for home in look.homes for file in art_names(home.path)]
    forms = {each for style in read_styles(look, Findings()) for each in style.sets or ()}
    subjects = [each for each in set_names(files) if each not in {ANY_CAUSE, *forms}]
    if ANY_CAUSE not in set_names(files) or not subjects:
        return ""
    return f"\n  #art: {subjects[0]} # what scenes are about, in one word: {', '.join(subjects)}"


def _messages(beginning: Beginning) -> str:
    """The key messages as they were given, or two examples."""
    if not beginning.messages:
        examples = ("What people most need to know", "What each of them can do")
        return "\n".join(["#messages:", *(f"#  {line}" for line in _listed(examples))])
    return "\n".join(["messages:", *(f"  {line}" for line in _listed(beginning.messages))])


def _listed(messages: Sequence[str]) -> Iterator[str]:
    for number, headline in enumerate(messages, 1):
        yield f"- id: message-{number}"
        yield f"  headline: {quoted(headline)}"
