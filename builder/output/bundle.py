"""Publishing: the zip and the same tree beside it, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from builder.digests import is_as_made
from builder.errors import Faults, FileTrouble, Problem, reason
from builder.output.cache import Kept, bytes_in
from builder.output.contents import Contents
from builder.output.owned import alike, as_list, found_in, is_empty_folder, list_of, own_files, published
from builder.output.swap import BESIDE, TREE, check_room, fresh_place, lasting, settle, swap
from builder.record import Record

# Characters; Windows stops at 260, and partners unzip into deep folders. While it is made, a pack lies deeper
# still: in `output/.2022-watch.ready/tree/`.
LONGEST = 120
_PART = 1 << 20  # bytes read at once
_WRITERS = 8  # files on their way to the disk at once: each waits for it, and they wait together
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ](/|$)|(^|/)\.{0,2}(/|$)')
_DEVICE = re.compile(r"(^|/)(con|prn|aux|nul|(com|lpt)[\d¹²³]|con(in|out)\$)(\.[^/]*)?(/|$)", re.IGNORECASE)


def check_paths(paths: Iterable[str]) -> None:
    """Faults if a path is too long, meets another one, or cannot be a file's on Windows."""
    seen = dict[str, str]()
    problems = list[Problem]()
    for path in paths:
        if twin := seen.get(alike(path)):
            problems.append(
                Problem(f"two files of the pack would be called {twin}", hint="give each its own id")
            )
        seen[alike(path)] = path
        problems.extend(_path_problems(path))
    if problems:
        raise Faults(problems)


class Archive(Record):
    """Where the zip goes, and what writes it."""

    path: Path
    write: Callable[[BinaryIO], Any]


def publish(
    files: Mapping[str, bytes | Kept], tree: Path, archive: Archive | None = None
) -> Mapping[str, str]:
    """Put the tree and its archive, which lies beside it, in place of older ones, whole or not at all.

    Files in the older tree that are the user's stay: their paths there, and those that they have now.
    FileTrouble leaves the older ones as they were. Each file is asked for when it is its turn, so that no
    more than a few are held.
    """
    check_paths(files)
    try:
        check_room(tree, *([archive.path] if archive else []))
        tree.parent.mkdir(parents=True, exist_ok=True)
        with _alone(tree.parent):
            settle(tree)
            return _put(Contents.of(files), tree, archive)
    except OSError as error:
        raise FileTrouble(f"{error.filename or tree}: {reason(error)}") from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run at a time publishes into a folder; the system frees the lock of one that is killed."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  only there

        with (folder / ".lock").open("a") as file:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            yield
    else:
        import fcntl  # noqa: PLC0415  everywhere but there

        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _put(files: Contents, tree: Path, archive: Archive | None) -> Mapping[str, str]:
    fresh, known = fresh_place(tree), published(tree)
    digests = {path: file.digest for path, file in files.files.items()}
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        was = known or {}
        held = [
            path for path, file in files.files.items() if _holds(f"{tree}{os.sep}{path}", file, was.get(path))
        ]
        kept = own_files(tree, known, files, held)
        there = dict.fromkeys(held) | dict.fromkeys(path for path, new in kept.items() if path == new)
        another = len(held) < len(files) or there.keys() != set(found_in(tree)) or is_empty_folder(tree)
        if another:
            stays = {**{path: path for path in held}, **kept}
            for folder in {os.path.dirname(new) for new in stays.values()}:
                (fresh / TREE / folder).mkdir(parents=True, exist_ok=True)
            for path, new in stays.items():
                _carry(f"{fresh}{os.sep}{TREE}{os.sep}{new}", f"{tree}{os.sep}{path}")
            with ThreadPoolExecutor(_WRITERS) as writers:
                changed = sorted(files.keys() - set(held))
                list(writers.map(lambda path: _save(fresh / TREE / path, files[path]), changed))
        if archive and (known != digests or not _is_there(archive)):
            lasting(fresh / BESIDE / archive.path.name, archive.write)
            another = True
        if known != digests:
            _save(fresh / BESIDE / list_of(tree).name, as_list(digests))
            another = True
        if another:
            swap(tree)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return kept


def _holds(path: str, file: Kept, was: str | None) -> bool:
    """Whether just the file's bytes are there, of which `was` is the digest of what was published.

    What is a link or cannot be read is not. A file that is as it was made need not be read.
    """
    if was == file.digest and is_as_made(path):
        return True
    with suppress(OSError):
        there = os.lstat(path)
        return stat.S_ISREG(there.st_mode) and there.st_size == file.size and bytes_in(path) == file.data
    return False


def _is_there(archive: Archive) -> bool:
    """Whether the very archive that would be written lies there."""
    with TemporaryFile(dir=archive.path.parent) as file:
        archive.write(file)
        return _same(archive.path, file)


def _same(path: Path, file: BinaryIO) -> bool:
    """Whether a file holds the bytes of an open one; what cannot be read does not."""
    with suppress(OSError):
        if path.is_symlink() or path.stat().st_size != file.seek(0, os.SEEK_END):
            return False
        file.seek(0)
        with path.open("rb") as other:
            return all(part == other.read(_PART) for part in iter(partial(file.read, _PART), b""))
    return False


def _carry(path: str, old: str) -> None:
    """The old file under its new path: the same file, with its times; a copy where there are no links."""
    if os.path.islink(old):
        os.symlink(os.readlink(old), path)
        return
    try:
        os.link(old, path)
    except OSError:
        _save(Path(path), bytes_in(old))
        shutil.copystat(old, path)


def _save(path: Path, data: bytes) -> None:
    lasting(path, lambda file: file.write(data))


def _path_problems(path: str) -> Iterator[Problem]:
    if len(path) > LONGEST:
        hint = f"shorten its id by {len(path) - LONGEST} characters"
        yield Problem(f"the file name {path} is longer than {LONGEST} characters", hint=hint)
    if _REFUSED.search(path) or _DEVICE.search(path) or path.startswith("/"):
        yield Problem(f"Windows refuses the file name {path}", hint="give it another name or id")
