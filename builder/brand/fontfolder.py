"""The fonts that lie in the brand's folder `fonts`, by the families that the files say they are of."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath

from builder.brand.findings import Findings
from builder.brand.folder import found
from builder.errors import Place
from builder.fonts.container import WrongFont, unpacked
from builder.fonts.face import faces
from builder.media import Store
from builder.record import Record
from builder.source.folder import WrongFile, names_in, plain_file

FONTS = "fonts"
ENDINGS = (".ttf", ".otf", ".ttc", ".woff2", ".woff")  # of the same font in several, the first is taken

# What makers add to a family's name for programs that know four styles of each (OpenType: "name", ID 1), for
# each size that letters are drawn for, and for variable fonts.
_STYLE = re.compile(
    r"[ -]+((extra|ultra|semi|demi)?[ -]?(light|bold)|thin|book|regular|roman|medium|heavy|black"
    r"|italic|oblique|\d+ ?pt|variable|var)$|[ -]*\bVF$|(?<=[a-z0-9])VF$",
    re.IGNORECASE,
)


class FontFolder(Record):
    """The names of the families in each file, by its place in the brand's folder."""

    held: Mapping[str, tuple[str, ...]]

    @property
    def families(self) -> tuple[str, ...]:
        """The families that there are, as people call them."""
        return tuple(sorted({_plain(name) for names in self.held.values() for name in names}))

    def files(self, family: str, others: Collection[str]) -> tuple[str, ...]:
        """The files of a family; what is one of the others by its full name is none of its styles."""
        wanted, taken = same_name(family), {same_name(other) for other in others}
        return tuple(
            file
            for file, names in self.held.items()
            if any(same_name(name) == wanted for name in names)
            or any(same_name(_plain(name)) == wanted and same_name(name) not in taken for name in names)
        )


def font_folder(
    folder: Path, shown_as: str, named: Collection[str], store: Store, findings: Findings
) -> FontFolder:
    """The fonts in the brand's folder; a warning for each that cannot be read: it may be what is lacking.

    Those that the brand's file names are told there.
    """
    held, own = dict[str, tuple[str, ...]](), Findings()
    for name in _names(folder):
        path, place = found(folder, name, shown_as, own), Place(f"{shown_as}/{name}", 1, 1)
        try:
            held[name] = _families(path, store) if path else ()
        except WrongFont as wrong:
            own.warn(place, f"`{name}` {wrong}", wrong.hint)
        except OSError as error:
            own.warn(place, f"`{name}` cannot be read: {error.strerror}")
    told = {f"{shown_as}/{name}" for name in named}
    findings.problems += [each for each in own.problems if each.place and each.place.file not in told]
    return FontFolder(held)


def lying_fonts(folder: Path, store: Store) -> dict[str, tuple[Path, ...]]:
    """The files of each family that lies in the brand's folder of fonts; what cannot be read is left out."""
    files = dict[str, tuple[Path, ...]]()
    for name in _names(folder):
        try:
            families = _families(plain_file(folder, name), store)
        except (WrongFont, WrongFile, OSError):
            continue
        for family in dict.fromkeys(map(_plain, families)):
            files[family] = (*files.get(family, ()), folder / name)
    return files


def _names(folder: Path) -> Iterator[str]:
    """The font files of the folder and of those in it, the best form of each font first."""
    seen = map(PurePath, names_in(folder / FONTS, ENDINGS, below=True))
    for path in sorted(seen, key=lambda path: (ENDINGS.index(path.suffix.lower()), path)):
        yield f"{FONTS}/{path.as_posix()}"


def _families(path: Path, store: Store) -> tuple[str, ...]:
    """The families of a file's faces, which are looked up once."""
    data = path.read_bytes()

    def named() -> bytes:
        return json.dumps([face.family for face in faces(unpacked(data))]).encode()

    names = json.loads(store(sha256(b"families" + data).hexdigest(), named).data)
    return tuple(dict.fromkeys(name or path.stem.partition("-")[0] for name in names))


def _plain(name: str) -> str:
    """A family's name without that of a style."""
    while (shorter := _STYLE.sub("", name)) != name:
        name = shorter
    return name


def same_name(name: str) -> str:
    """What is the same for all ways to write a name: `Open Sans`, `OpenSans`, `open-sans`."""
    return re.sub(r"[\W_]+", "", name).lower()
