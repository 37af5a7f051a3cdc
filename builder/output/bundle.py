"""Publishing: the zip and the same tree beside it, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from builder.errors import Faults, FileTrouble, Problem

LONGEST = 120  # characters; Windows stops at 260, and partners unzip into deep folders
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


def publish(files: Mapping[str, bytes], tree: Path, archive: Path | None = None, zipped: bytes = b"") -> None:
    """Put the tree and its archive in place of older ones. FileTrouble leaves the older ones as they were."""
    check_paths(files)
    try:
        tree.parent.mkdir(parents=True, exist_ok=True)
        with _alone(tree.parent):
            _put(files, tree, archive, zipped)
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


def _put(files: Mapping[str, bytes], tree: Path, archive: Path | None, zipped: bytes) -> None:
    fresh = tree.with_name(f".{tree.name}.new")
    try:
        _remove(fresh)
        for path, data in files.items():
            _write(fresh / path, data)
        if archive is not None:
            _write(fresh.with_name(f".{archive.name}.new"), zipped)
        _swap(tree, fresh, archive)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if archive is not None:
            archive.with_name(f".{archive.name}.new").unlink(missing_ok=True)


def _swap(tree: Path, fresh: Path, archive: Path | None) -> None:
    """Rename the new into the old one's place; if that fails, rename back."""
    old = tree.with_name(f".{tree.name}.old")
    if tree.exists():
        _remove(old)
        tree.rename(old)
    elif old.exists():  # an earlier run was killed between its two renames
        old.rename(tree)
        return _swap(tree, fresh, archive)
    try:
        fresh.rename(tree)
        if archive is not None:
            archive.with_name(f".{archive.name}.new").replace(archive)
    except BaseException:
        _remove(tree)
        if old.exists():
            old.rename(tree)
        raise
    _sync(tree.parent)
    shutil.rmtree(old, ignore_errors=True)
    return None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
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
        yield Problem(f"Windows refuses the file name {path}", hint="give it another id")
