"""Font files as they are fetched: in a package (npm's .tgz, a wheel, a zip), or alone."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath

from builder.fonts.container import WrongFont, damaged
from builder.fonts.face import Face

FONTS = (".ttf", ".otf", ".ttc", ".woff2", ".woff")
_MOST = 100 << 20  # bytes of a file: the largest families of Chinese have about a third
_MOST_FILES = 10_000
_LICENCE = ("licen", "ofl", "copying")
_LICENCE_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a package."""

    name: str  # without its folders
    data: bytes = field(repr=False)

    @property
    def is_font(self) -> bool:
        """Whether it is called as a font is."""
        return self.name.lower().endswith(FONTS)


def packed(path: Path) -> tuple[Packed, ...]:
    """The fonts and the licences of a package, or the font alone, by name; nothing is unpacked to the disk.

    WrongFont if it holds no font or is damaged, OSError if it cannot be read.
    """
    try:
        files = tuple(sorted(_files(path), key=lambda file: file.name))
    except (tarfile.TarError, zipfile.BadZipFile, EOFError) as error:
        raise damaged(str(error)) from None
    if not any(file.is_font for file in files):
        raise WrongFont("holds no font", f"fonts are files named {', '.join(FONTS)}")
    return files


def licence_in(opentype: bytes, face: Face) -> str:
    """What a font says of its own licence (OpenType: "name", IDs 0, 13 and 14); empty if nothing."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  for a font that comes without a licence

    with TTFont(BytesIO(opentype), fontNumber=face.number, lazy=True) as font:
        names = [font["name"].getDebugName(number) for number in (0, 13, 14)]
    return "\n\n".join(filter(None, names)) if names[1] or names[2] else ""


def _files(path: Path) -> Iterator[Packed]:
    if tarfile.is_tarfile(path):
        yield from _of_tar(path)
    elif zipfile.is_zipfile(path):
        yield from _of_zip(path)
    elif path.suffix.lower() in FONTS:
        yield Packed(path.name, path.read_bytes())


def _of_tar(path: Path) -> Iterator[Packed]:
    with tarfile.open(path) as archive:
        for number, member in enumerate(archive):
            if number > _MOST_FILES:
                raise WrongFont("holds more files than a family has", "take out the fonts that you want")
            name = PurePosixPath(member.name).name
            if member.isfile() and _wanted(name, member.size) and (file := archive.extractfile(member)):
                yield Packed(name, file.read())


def _of_zip(path: Path) -> Iterator[Packed]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            name = PurePosixPath(member.filename).name
            if not member.is_dir() and _wanted(name, member.file_size):
                yield Packed(name, archive.read(member))


def _wanted(name: str, size: int) -> bool:
    low = name.lower()
    if low.startswith("._"):  # what macOS puts beside each file of a zip
        return False
    licence = any(word in low for word in _LICENCE) and not low.endswith((".png", ".ttf.png"))
    return size <= _MOST if low.endswith(FONTS) else licence and size <= _LICENCE_BYTES
