"""The folders that people hand in: what is read of them is a plain file, and lies in them."""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from builder.digests import digest_of

_RENAME = "set PYTHONUTF8=1 and run the command again, or call it otherwise: with letters a to z and digits"
_KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}


class WrongFile(ValueError):
    """A file that is not opened; the text says why, as what follows its name, the hint what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def plain_file(folder: Path, name: str) -> Path:
    """The file of that name in the folder, its links followed; OSError if there is none.

    WrongFile if it lies outside, for a link or `..` could publish any file of the machine,
    if its links lead in a circle, or if it is a pipe, a device or a folder, which cannot be read to an end.
    """
    if any("\udc80" <= sign <= "\udcff" for sign in name):  # as Python has bytes that are no text (PEP 383)
        raise WrongFile("has a name that is no text in the system's code page", _RENAME)
    if unseen := next((sign for sign in name if _is_unseen(sign)), ""):
        hint = "call it otherwise: with letters, digits and hyphens"
        raise WrongFile(f"has a name with a sign that cannot be seen (U+{ord(unseen):04X})", hint)
    home = folder.absolute()
    try:
        path = Path(os.path.realpath(home / name))
        inside = path.is_relative_to(os.path.realpath(home))
        mode = path.stat().st_mode if inside else stat.S_IFREG
    except UnicodeEncodeError:
        raise WrongFile("has a name that the system's code page cannot write", _RENAME) from None
    except ValueError:
        raise WrongFile("is no name of a file", "write the name that your file manager shows") from None
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise WrongFile(
            "is a link that leads in a circle", "put the file itself there, or delete it"
        ) from None
    if not inside:
        hint = f"copy the file itself into the {home.name} folder"
        raise WrongFile(f"lies outside the {home.name} folder", hint)
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "a device")
        raise WrongFile(f"is {kind}, not a file", "put a file of that name there")
    return path


def _is_unseen(sign: str) -> bool:
    """Controls, among them those that turn the direction of a name, and bytes that are no letter."""
    return unicodedata.category(sign)[0] == "C" or sign in "\u2028\u2029"


def legible(name: str) -> str:
    """A file's name as it can be said: with a mark for each sign that cannot be seen."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_unseen(sign) else sign for sign in name)


def names_in(folder: Path, endings: Collection[str] = (), *, below: bool = False) -> tuple[str, ...]:
    """What lies in a folder, or also in those below it, by its names there, in order.

    `endings` are those that count, in lower case; none: all. Hidden files are passed over, which systems
    keep for themselves (`._logo.svg` on a Mac, `.DS_Store`); folders that are links are not looked into.
    """
    seen = (path.relative_to(folder) for path in sorted(folder.rglob("*") if below else folder.glob("*")))
    return tuple(
        path.as_posix()
        for path in seen
        if (not endings or path.suffix.lower() in endings)
        and not any(part.startswith(".") for part in path.parts)
    )


def circles(folder: Path, *, below: bool = True) -> tuple[str, ...]:
    """The links in a folder, and in those below it, that lead in a circle: their names there, in order."""
    found = []
    for place, folders, names in os.walk(folder):
        found += [path for name in names if _is_circle(path := Path(place, name))]
        folders[:] = folders if below else []
    return tuple(sorted(path.relative_to(folder).as_posix() for path in found))


def _is_circle(path: Path) -> bool:
    try:
        return path.is_symlink() and not path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP


def contents(folder: Path) -> str:
    """The sha256 of all that can be read below the folder: names, bytes, where links to folders lead."""
    return sha256(repr(sorted(_files(folder))).encode()).hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Each name below the folder, and the sha256 of its bytes, or why nobody reads them."""
    for place, folders, names in os.walk(folder):
        links = (link for name in folders if (link := Path(place, name)).is_symlink())
        yield from ((link.relative_to(folder).as_posix(), str(link.readlink())) for link in links)
        for name in names:
            path = Path(place, name).relative_to(folder).as_posix()
            try:
                yield path, digest_of(str(plain_file(folder, path)))
            except (OSError, WrongFile) as trouble:
                yield path, str(trouble)
