"""The brand's SVG files: the art, by its path, and the logos, by their names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from posixpath import normpath
from unicodedata import normalize

from builder.brand.artcolors import in_own_colors, painted, unknown_variables
from builder.brand.carved import carved
from builder.brand.colors import COLOR
from builder.brand.easel import Easel
from builder.brand.findings import Findings
from builder.brand.folder import elsewhere, found, inside
from builder.brand.identity import Art
from builder.brand.ink import Ink, ink_of
from builder.brand.lockups import Logo, lockup, trimmed
from builder.brand.logochoice import Logo as LogoForms
from builder.brand.logofaults import tell_overlaid
from builder.brand.logonames import LogoFile, logo_alts, logo_files, says_main
from builder.brand.pictured import crowded, is_crowded, pictured, with_effects
from builder.brand.rasters import PICTURES, read_picture, usable
from builder.brand.svg.faults import Fault, WrongArt
from builder.brand.svg.read import read_art
from builder.brand.typefaces import Reading
from builder.color import Color
from builder.errors import FileTrouble, Place
from builder.imagefiles import read_image
from builder.media import Font
from builder.record import replace
from builder.source import Loc, Source
from builder.source.folder import names_in
from builder.source.validate import nearest, slip

_OTHER_PIXELS = {".gif", ".avif", ".ico", ".bmp", ".tif", ".tiff"}
_VECTORS = (".svg", ".svgz")
_SUPPLIED = {*_VECTORS, ".png", ".pdf"}


def art_names(folder: Path) -> tuple[str, ...]:
    """The paths inside the brand folder of the drawings and pictures under `art/`."""
    return tuple(f"art/{name}" for name in names_in(folder / "art", (*_VECTORS, *PICTURES), below=True))


def read_all_art(
    colors: Mapping[str, Color], mapped: Mapping[Color, str], fonts: tuple[Font, ...], reading: Reading
) -> dict[str, Art]:
    """Every SVG under `art/` that can be drawn with, in the brand's colours, by its path in the folder."""
    folder, shown_as, findings = reading.folder, reading.shown_as, reading.findings
    files = ((name, found(folder, name, shown_as, findings)) for name in art_names(folder))
    drawings = (
        (name, drawing(path, name, shown_as, findings, fonts, reading.easel)) for name, path in files if path
    )
    drawn = {
        name: painted(_sound(art, shown_as, colors, findings), colors, mapped)
        for name, art in drawings
        if art
    }
    return {name: _shown(art, reading) for name, art in drawn.items()}


def _shown(art: Art, reading: Reading) -> Art:
    """Art as it is drawn, and told: of too many forms it becomes a picture, unless roles paint it."""
    place = Place(f"{reading.shown_as}/{art.name}", 1, 1)
    if is_crowded(art) and not any(shape.role for shape in art.shapes):
        reading.findings.warn(place, *crowded(art))
        return pictured(art, reading.easel, shaped=True) if reading.easel else art
    if art.effects:
        reading.findings.warn(replace(place, line=art.effects[0][1]), *with_effects(art))
    return art


def read_logos(
    logo: LogoForms, colors: Mapping[str, Color], fonts: tuple[Font, ...], reading: Reading
) -> tuple[dict[str, Logo | None], dict[str, str]]:
    """The logos by name, None for those that cannot be drawn, and what the brand says of each file.

    A file with several names is read, and faulted, once. Those of too many forms become pictures.
    """
    folder, shown_as, source, findings = reading.folder, reading.shown_as, reading.source, reading.findings
    told = set[tuple[Loc, str]]()

    def tell(loc: Loc, message: str, hint: str) -> None:
        if (loc, message) not in told:
            told.add((loc, message))
            findings.fault(source.place(loc, key=True), message, hint)

    named = logo_files(logo, tell)
    drawn: dict[str, Art | None] = {}
    for file in (file for files in named.values() for file in files):
        if file.path not in drawn:
            place, meant = (
                source.place(file.loc, says=file.path),
                partial(_meant, file.path, logo, folder, source),
            )
            found_there = inside(folder, file.path, place, findings, "logo file", meant)
            drawn[file.path] = _logo(found_there, file.path, fonts, place, reading) if found_there else None
        if file.plate and file.plate not in colors:
            findings.lacking(COLOR, file.plate, source.place(file.loc, says=file.plate), colors)
    for message, hint in _doubtful(logo, named, source):
        findings.warn(source.place(("logo",), key=True), message, hint)
    inked = {
        path: _inked(trimmed(in_own_colors(_sound(art, shown_as, colors, findings), colors)), reading.easel)
        for path, art in drawn.items()
        if art
    }
    logos = {name: _named(files, inked, colors, source) for name, files in named.items()}
    tell_overlaid(logos, named, tell)
    return logos, logo_alts(named)


def _inked(art: Art, easel: Easel | None) -> tuple[Art, Ink]:
    """A logo as it is shown, and its ink, weighed by its forms: a picture of them has none."""
    return pictured(art, easel) if easel and is_crowded(art) else art, ink_of(art)


def _named(
    files: Sequence[LogoFile],
    drawn: Mapping[str, tuple[Art, Ink]],
    colors: Mapping[str, Color],
    source: Source,
) -> Logo | None:
    """A logo in the lock-ups that can be drawn; what may be painted in one colour and has forms on others is
    carved for that.
    """
    found = [(file, drawn[file.path]) for file in files if file.path in drawn]
    one_color = [
        (replace(file, ground="one-color"), (art, ink_of(art)))
        for file, (whole, ink) in found
        if file.derived and ink.merges and not ink.plate and (art := carved(whole))
    ]
    lockups = tuple(
        lockup(file, *shown, colors, source.place(file.loc, says=file.path))
        for file, shown in (*found, *one_color)
    )
    return Logo(lockups, lockups[0].place, len(found) == len(files)) if lockups else None


def _logo(path: Path, name: str, fonts: tuple[Font, ...], place: Place, reading: Reading) -> Art | None:
    """A logo; of one that is made of pixels, it is told how large it may be used."""
    findings = reading.findings
    if path.suffix.lower() in _OTHER_PIXELS:
        message = f"`{name}` is a picture that is not read, so cards, slides and pages go without it"
        findings.warn(place, message, "save it as PNG or, if whoever drew it has it so, as SVG")
        return None
    art = drawing(path, name, reading.shown_as, findings, fonts, reading.easel)
    if art and is_crowded(art):
        findings.warn(place, *crowded(art))
    elif art and art.effects:
        findings.warn(place, *with_effects(art))
    if art and path.suffix.lower() in PICTURES:
        findings.warn(place, usable(art), "whoever drew it has it as SVG too, which is sharp at any size")
    return art


def _sound(art: Art, shown_as: str, colors: Mapping[str, Color], findings: Findings) -> Art:
    """The drawing; each variable in it that the brand has no colour for is a fault."""
    for name in unknown_variables(art, colors):
        findings.lacking(COLOR, name, Place(f"{shown_as}/{art.name}", 1, 1), colors)
    return art


def _doubtful(
    logo: LogoForms, named: Mapping[str, tuple[LogoFile, ...]], source: Source
) -> Iterator[tuple[str, str]]:
    """What a lead should see of a brand without a logo, or with several none of which is the main one."""
    if not source.at(("logo",)) and "logo" not in source.unread:
        yield "the brand names no logo, so cards, slides and pages go without", "add `logo: logos/main.svg`"
    elif "main" in named and logo.images and not says_main(logo):
        main = named["main"][0].path  # of which `main` may say more, such as its clear space
        taken = next(name for name in logo.images if name in named and named[name][0].path == main)
        misspelt = slip("main", logo.images)
        hint = f"call it `main`, not `{misspelt}`" if misspelt else f"say which is, like `large: {taken}`"
        yield f"logo does not say which image is the main one, so `{taken}` is taken", hint


def _meant(written: str, logo: LogoForms, folder: Path, source: Source) -> str:
    """A hint for a logo that is not there: the name under `images`, or the file, that was likely meant."""
    others = [name for name, image in logo.images.items() if image.path != written]
    if name := slip(written, others) or nearest(written, others):
        line = source.place(("logo", "images", name), key=True).line
        return f"did you mean `{name}`? That is the name of the logo in line {line}"
    return elsewhere(folder, written, _SUPPLIED, "logos")


def read_logo_files(named: Collection[str], fonts: tuple[Font, ...], reading: Reading) -> dict[str, bytes]:
    """The files under `logos/`, as supplied, for partners; what is `named` in `_brand.yml` was checked."""
    folder, shown_as, findings = reading.folder, reading.shown_as, reading.findings
    supplied, checked = dict[str, bytes](), set(map(normpath, named))
    for file in names_in(folder / "logos", _SUPPLIED):
        name, ending = f"logos/{file}", PurePath(file).suffix.lower()
        path = found(folder, name, shown_as, findings)
        if path and ending in _VECTORS and name not in checked:
            path = path if drawing(path, name, shown_as, findings, fonts, reading.easel) else None
        place = Place(f"{shown_as}/{name}", 1, 1)
        data = _supplied(path, ending, place, findings) if path else None
        if data is not None:
            name = normalize("NFC", file)  # which partners' systems do not tell from the other form
            if name in supplied:
                findings.fault(place, f"two logos are called {name}", "give one of them another name")
            supplied[name] = data
    return supplied


def _supplied(path: Path, ending: str, place: Place, findings: Findings) -> bytes | None:
    """The bytes of a logo; None, and a fault, if they are another thing than its name's ending says."""
    try:
        data = path.read_bytes()
        if ending == ".png":
            read_image(path, ("PNG",))
    except OSError as error:
        findings.fault(place, f"this logo cannot be read: {error.strerror}")
    except FileTrouble as trouble:
        findings.fault(place, str(trouble), "export it again as PNG")
    else:
        if ending != ".pdf" or data.startswith(b"%PDF-"):
            return data
        findings.fault(place, f"{path.name} is no PDF", "export it again as PDF")
    return None


def drawing(
    path: Path,
    name: str,
    shown_as: str,
    findings: Findings,
    fonts: tuple[Font, ...] = (),
    easel: Easel | None = None,
) -> Art | None:
    """The art of an SVG, PNG or JPEG file; None, and faults, if it cannot be drawn as it is."""
    try:
        picture = path.suffix.lower() in PICTURES
        return read_picture(path, name) if picture else read_art(path, name, fonts, easel)
    except WrongArt as wrong:
        for fault in wrong.faults:
            message = f"this drawing cannot be used: {fault.message}"
            findings.fault(_place(path, f"{shown_as}/{name}", fault), message, fault.hint)
    except OSError as error:
        findings.fault(Place(f"{shown_as}/{name}", 1, 1), f"this drawing cannot be read: {error.strerror}")
    return None


def _place(path: Path, shown_as: str, fault: Fault) -> Place:
    packed = path.suffix.lower() == ".svgz"  # nobody sees the lines of such a file
    lines = path.read_text("utf-8", errors="replace").splitlines() if fault.line and not packed else []
    text = lines[fault.line - 1] if fault.line <= len(lines) and lines else ""
    return Place(shown_as, max(fault.line, 1), fault.column, text=text)
