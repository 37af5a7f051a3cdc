"""Publishing: the zip and the same tree beside it, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
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
        _mend(tree)
        equal = {path for path, data in files.items() if _holds(tree / path, data)}
        if len(equal) < len(files) or any(_others(tree, files)):
            for path, data in files.items():
                (_carry if path in equal else _write)(fresh / path, data, tree / path)
        if archive is not None and not _holds(archive, zipped):
            _write(archive.with_name(f".{archive.name}.new"), zipped)
        _swap(tree, fresh, archive)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if archive is not None:
            archive.with_name(f".{archive.name}.new").unlink(missing_ok=True)


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


def _others(tree: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """What stands in the tree and is not of the pack."""
    for folder, folders, names in os.walk(tree):
        paths = (Path(folder, name) for name in names)
        yield from (path for path in paths if path.relative_to(tree).as_posix() not in files)
        if not folders and not names:
            yield Path(folder)


def _carry(path: Path, data: bytes, old: Path) -> None:
    """The old file under its new path: the same file, with its times; a copy where there are no links."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.hardlink_to(old)
    except OSError:
        _write(path, data)
        shutil.copystat(old, path)


def _swap(tree: Path, fresh: Path, archive: Path | None) -> None:
    """Rename what is new into the old one's place; if that fails, rename back."""
    old, sealed = tree.with_name(f".{tree.name}.old"), archive and archive.with_name(f".{archive.name}.new")
    if fresh.exists():
        if tree.exists():
            _remove(old)
            tree.rename(old)
        try:
            fresh.rename(tree)
            _replace(archive, sealed)
        except BaseException:
            _remove(tree)
            if old.exists():
                old.rename(tree)
            raise
    else:
        _replace(archive, sealed)
    _sync(tree.parent)
    shutil.rmtree(old, ignore_errors=True)


def _replace(archive: Path | None, sealed: Path | None) -> None:
    """The new archive, where there is one, in place of the old one."""
    if archive and sealed and sealed.exists():
        sealed.replace(archive)


def _write(path: Path, data: bytes, _: Path | None = None) -> None:
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
