"""What lies in a published folder and is the user's: it stays, whatever is published next.

What was published is written down beside the folder, as `sha256sum` writes it (`sha256sum -c` checks it):
what is not in that list, or is there with other bytes, somebody put there or changed.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePosixPath

from builder.digests import is_as_made

Digests = Mapping[str, str]  # sha256 by the path in the folder
_EDITED = "edited"


def list_of(tree: Path) -> Path:
    """Where it is written down."""
    return tree.with_name(f".{tree.name}.sha256")


def as_list(digests: Digests) -> bytes:
    """The list, as bytes."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def published(tree: Path) -> Digests | None:
    """What was published there; None if nobody knows."""
    with suppress(OSError, UnicodeDecodeError):
        if not (written := list_of(tree)).is_file():  # a pipe would be waited for
            return None
        lines = written.read_text(encoding="utf-8").splitlines()
        return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    return None


def still_there(tree: Path, archive: Path | None) -> Callable[[str], str]:
    """What tells the digest of a published file by its path in the tree, if that need not be read again.

    So it is if the file is as it was made, there and in the archive; else it is "".
    """
    known = (published(tree) if archive is None or is_as_made(str(archive)) else None) or {}
    return lambda path: known.get(path, "") if is_as_made(f"{tree}{os.sep}{path}") else ""


def alike(path: str) -> str:
    """A path as macOS and Windows tell it from others: small letters or not, é typed as one sign or two."""
    return path if path.isascii() and path.islower() else unicodedata.normalize("NFC", path).casefold()


def own_files(
    tree: Path, known: Digests | None, coming: Collection[str], held: Collection[str]
) -> Mapping[str, str]:
    """The user's files in a tree, and under which paths they stay.

    `coming` is what is published next, of which what is `held` is there already. What is not as it was
    published is the user's; if another file comes for it, it stays as `NAME-edited`.
    """
    kept, there = dict[str, str](), set(found_in(tree))
    digests = {alike(path): digest for path, digest in (known or {}).items()}
    comes = {alike(path) for path in coming}
    for path in sorted(there - set(held)):
        name = alike(path)
        if _is(tree / path, digests[name]) if name in digests else known is None and name in comes:
            continue
        stays = name not in comes and not _is_in_the_way(name, comes)
        free = path if name in comes else path.replace("/", "-")
        kept[path] = path if stays else _free(free, {*comes, *map(alike, (*kept.values(), *there))})
    return kept


def found_in(tree: Path) -> Iterator[str]:
    """The paths of all files, and of links, which are not followed."""
    for folder, folders, names in os.walk(tree):
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        inside = folder[len(str(tree)) + 1 :].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in (*names, *links))


def is_empty_folder(tree: Path) -> bool:
    """Whether a folder in the tree holds nothing, which none of the pack does."""
    return any(not folders and not names and folder != str(tree) for folder, folders, names in os.walk(tree))


def _is(path: Path, digest: str) -> bool:
    """Whether a file has these bytes; a link, or what cannot be read, has not."""
    with suppress(OSError):
        return not path.is_symlink() and sha256(path.read_bytes()).hexdigest() == digest
    return False


def _is_in_the_way(path: str, coming: set[str]) -> bool:
    """Whether one of its folders is to be a file, or it is where a folder is to be."""
    parents = {str(parent) for parent in PurePosixPath(path).parents}
    return bool(parents & coming) or any(each.startswith(f"{path}/") for each in coming)


def _free(path: str, taken: Collection[str]) -> str:
    """A path for it, beside the one that it had, that nothing has; `taken` are those alike."""
    old = PurePosixPath(path)
    marks = (_EDITED if number == 1 else f"{_EDITED}-{number}" for number in count(1))
    names = (str(old.with_name(f"{old.stem}-{mark}{old.suffix}")) for mark in marks)
    return next(name for name in names if alike(name) not in taken)
