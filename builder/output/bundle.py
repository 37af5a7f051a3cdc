"""Publishing: the zip and the same tree beside it, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from builder.errors import Faults, FileTrouble, Problem
from builder.record import Record

LONGEST = 120  # characters; Windows stops at 260, and partners unzip into deep folders
_PART = 1 << 20  # bytes read at once
_WRITERS = 8  # files on their way to the disk at once: each waits for it, and they wait together
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ](/|$)|(^|/)\.{0,2}(/|$)')
_DEVICE = re.compile(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)", re.IGNORECASE)


def check_paths(paths: Iterable[str]) -> None:
    """Faults if a path is too long, meets another one, or cannot be a file's on Windows."""
    seen = dict[str, str]()
    problems = list[Problem]()
    for path in paths:
        if twin := seen.get(path.casefold()):
            problems.append(
                Problem(f"two files of the pack would be called {twin}", hint="give each its own id")
            )
        seen[path.casefold()] = path
        problems.extend(_path_problems(path))
    if problems:
        raise Faults(problems)


class Archive(Record):
    """Where the zip goes, and what writes it."""

    path: Path
    write: Callable[[BinaryIO], Any]

    @property
    def fresh(self) -> Path:
        """Where it is written, until all is."""
        return self.path.with_name(f".{self.path.name}.new")


def publish(files: Mapping[str, bytes], tree: Path, archive: Archive | None = None) -> None:
    """Put the tree and its archive in place of older ones. FileTrouble leaves the older ones as they were.

    Each file is asked for when it is its turn, so that no more than a few are held.
    """
    check_paths(files)
    try:
        tree.parent.mkdir(parents=True, exist_ok=True)
        with _alone(tree.parent):
            _put(files, tree, archive)
    except OSError as error:
        raise FileTrouble(f"{error.filename or tree}: {error.strerror or error}") from error


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


def _put(files: Mapping[str, bytes], tree: Path, archive: Archive | None) -> None:
    fresh = tree.with_name(f".{tree.name}.new")
    try:
        _remove(fresh)
        _mend(tree)
        changed = [path for path, data in files.items() if not _holds(tree / path, data)]
        if changed or any(_others(tree, files)):
            for path in sorted(files.keys() - set(changed)):
                _carry(fresh / path, tree / path)
            with ThreadPoolExecutor(_WRITERS) as writers:
                list(writers.map(lambda path: _save(fresh / path, files[path]), changed))
        if archive:
            _seal(archive)
        _swap(tree, fresh, archive)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if archive:
            archive.fresh.unlink(missing_ok=True)


def _mend(tree: Path) -> None:
    """Put back the tree of a run that was killed between its two renames."""
    old = tree.with_name(f".{tree.name}.old")
    if old.exists() and not tree.exists():
        old.rename(tree)


def _holds(path: Path, data: bytes) -> bool:
    """Whether just these bytes are there; what cannot be read is not."""
    with suppress(OSError):
        return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _seal(archive: Archive) -> None:
    """Write the archive beside the older one, if it is another."""
    with TemporaryFile(dir=archive.path.parent) as sealed:
        archive.write(sealed)
        if not _same(archive.path, sealed):
            sealed.seek(0)
            _write(archive.fresh, partial(shutil.copyfileobj, sealed))


def _same(path: Path, file: BinaryIO) -> bool:
    """Whether a file holds the bytes of an open one; what cannot be read does not."""
    with suppress(OSError):
        if path.is_symlink() or path.stat().st_size != file.seek(0, os.SEEK_END):
            return False
        file.seek(0)
        with path.open("rb") as other:
            return all(part == other.read(_PART) for part in iter(partial(file.read, _PART), b""))
    return False


def _others(tree: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """What stands in the tree and is not of the pack."""
    for folder, folders, names in os.walk(tree):
        paths = (Path(folder, name) for name in names)
        yield from (path for path in paths if path.relative_to(tree).as_posix() not in files)
        if not folders and not names:
            yield Path(folder)


def _carry(path: Path, old: Path) -> None:
    """The old file under its new path: the same file, with its times; a copy where there are no links."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.hardlink_to(old)
    except OSError:
        _save(path, old.read_bytes())
        shutil.copystat(old, path)


def _swap(tree: Path, fresh: Path, archive: Archive | None) -> None:
    """Rename what is new into the old one's place; if that fails, rename back."""
    old = tree.with_name(f".{tree.name}.old")
    if fresh.exists():
        if tree.exists():
            _remove(old)
            tree.rename(old)
        try:
            fresh.rename(tree)
            _replace(archive)
        except BaseException:
            _remove(tree)
            if old.exists():
                old.rename(tree)
            raise
    else:
        _replace(archive)
    _sync(tree.parent)
    shutil.rmtree(old, ignore_errors=True)


def _replace(archive: Archive | None) -> None:
    """The new archive, where there is one, in place of the old one."""
    if archive and archive.fresh.exists():
        archive.fresh.replace(archive.path)


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, lambda file: file.write(data))


def _write(path: Path, write: Callable[[BinaryIO], Any]) -> None:
    with path.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make renames last through a power cut, where the system can (not on Windows)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _path_problems(path: str) -> Iterator[Problem]:
    if len(path) > LONGEST:
        hint = f"shorten its id by {len(path) - LONGEST} characters"
        yield Problem(f"the file name {path} is longer than {LONGEST} characters", hint=hint)
    if _REFUSED.search(path) or _DEVICE.search(path) or path.startswith("/"):
        yield Problem(f"Windows refuses the file name {path}", hint="give it another name or id")
