"""A family that somebody fetched, put into the brand's folder of fonts as static TrueType files."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from builder.brand.embedding import restriction
from builder.brand.fontfolder import FONTS, same_name
from builder.errors import FileTrouble, Misuse, reason
from builder.fonts.container import WrongFont, unpacked
from builder.fonts.face import Face, faces, prove
from builder.fonts.packages import Packed, licence_in, packed
from builder.fonts.static import Cut, static
from builder.media import Font
from builder.pipeline.reserve import serves
from builder.record import Record
from builder.source.validate import did_you_mean, listed
from builder.text.scripts import SCRIPT_NAMES

WEIGHTS = (400, 700)  # of texts, and of what is bold: brands ask for no others that cannot do with these
_NEAR = 150  # units of weight that another one may be off
_OPEN = b"SIL OPEN FONT LICENSE"


class Added(Record):
    """A family that was put into the brand: its files, and the scripts that it is for."""

    family: str
    files: tuple[Path, ...]
    scripts: tuple[str, ...]  # ISO 15924
    licensed: bool  # whether its licence came with it


@dataclass(frozen=True, slots=True)
class _Source:
    """A face of a file."""

    face: Face
    file: Packed = field(repr=False)

    @property
    def opentype(self) -> bytes:
        return unpacked(self.file.data)


def add(package: Path, brand: Path, family: str = "") -> Added:
    """Write the regular and the bold font of a family, upright and in italics, with the licence.

    `package` is a font file or what fonts are packed in. Misuse if it holds several families and none of
    this name; FileTrouble if it is no font, may stand in no file, or is there already.
    """
    try:
        files = packed(package)
        name, sources = _family(_sources(files), family)
        made = dict(_made(sources))
    except WrongFont as wrong:
        raise FileTrouble(f"{package.name} {wrong}: {wrong.hint}") from None
    except OSError as error:
        raise FileTrouble(f"{package}: {error.strerror or error}") from error
    licences = _licences(files, sources[0])
    folder = brand / FONTS / (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "family")
    _write(folder, {**made, **licences})
    font, data = next(iter(made.items()))
    held = Font(Path(font).stem, name, 400, False, sha256(data).hexdigest(), folder / font)
    scripts = tuple(code for code in SCRIPT_NAMES if serves(held, code))
    return Added(name, tuple(folder / file for file in (*made, *licences)), scripts, bool(licences))


def _sources(files: Sequence[Packed]) -> Iterator[_Source]:
    for file in files:
        if file.is_font:
            yield from (_Source(face, file) for face in faces(unpacked(file.data)))


def _family(sources: Iterator[_Source], asked: str) -> tuple[str, list[_Source]]:
    """The faces of the family that is asked for, or of the one that there is."""
    families = dict[str, list[_Source]]()
    for source in sources:
        families.setdefault(source.face.family or source.file.name.partition("-")[0], []).append(source)
    named = [name for name in families if same_name(name) == same_name(asked)] if asked else [*families]
    if len(named) == 1:
        return named[0], families[named[0]]
    held = f"it holds the families {listed(tuple(sorted(families)), 'and')}"
    if not asked:
        raise Misuse(f"{held}: name one of them with --family")
    raise Misuse(f"{held}, no `{asked}`{_meant(asked, families)}")


def _meant(asked: str, families: dict[str, list[_Source]]) -> str:
    hint = did_you_mean(asked, {*families})
    return f": {hint}" if hint else ""


def _made(sources: Sequence[_Source]) -> Iterator[tuple[str, bytes]]:
    """File names and fonts: of each weight and slope the nearest face that there is."""
    for italic in (False, True):
        for weight in WEIGHTS:
            near = [source for source in sources if _reaches(source.face, weight, italic)]
            if near:
                yield _static(min(near, key=lambda source: _off(source.face, weight)), weight, italic)


def _reaches(face: Face, weight: int, italic: bool) -> bool:
    leans = face.italic == italic or bool(italic and (face.axis("slnt") or face.axis("ital")))
    return leans and _off(face, weight) <= _NEAR


def _off(face: Face, weight: int) -> float:
    axis = face.axis("wght")
    return abs((axis.nearest(weight) if axis else face.weight) - weight)


def _static(source: _Source, weight: int, italic: bool) -> tuple[str, bytes]:
    face, opentype = source.face, source.opentype
    if forbidden := restriction(face.embedding):
        raise WrongFont(*forbidden)
    prove(opentype, face)
    axis = face.axis("wght")
    cut = Cut(
        tuple(_place(face, weight, italic)), round(axis.nearest(weight)) if axis else face.weight, italic
    )
    plain = face.truetype and not face.axes and opentype[:4] != b"ttcf"
    data = opentype if plain else static(opentype, face, cut)
    name = cut.name(face) if face.axes else face.name or cut.name(face)
    return f"{re.sub(r'[^A-Za-z0-9_-]', '', name) or 'Font'}.ttf", data


def _place(face: Face, weight: int, italic: bool) -> Iterator[tuple[str, float]]:
    """Where on its axes a face is cut; what nothing is said of stays as its maker thought best."""
    for axis in face.axes:
        value = {"wght": float(weight), "ital": float(italic), "slnt": axis.least if italic else 0.0}
        yield axis.tag, axis.nearest(value.get(axis.tag, axis.usual))


def _licences(files: Sequence[Packed], source: _Source) -> dict[str, bytes]:
    """The font's licence, by the name of its file; of a package with several that of the fonts alone."""
    texts = [file for file in files if not file.is_font]
    if free := next((file for file in texts if _OPEN in file.data.upper()), None):
        return {"OFL.txt": free.data}
    if texts:
        return {file.name: file.data for file in texts}
    said = licence_in(source.opentype, source.face)
    return {"LICENCE.txt": f"{said}\n".encode()} if said else {}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """All files, or none."""
    if os.path.lexists(folder):
        raise FileTrouble(f"{folder} exists already: take it away to put another version there")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".packbuild-") as place:
            new = Path(place, folder.name)
            new.mkdir()
            for name, data in files.items():
                (new / name).write_bytes(data)
            new.rename(folder)
    except OSError as error:
        raise FileTrouble(f"{error.filename or folder}: {reason(error)}") from error
