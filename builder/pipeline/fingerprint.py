"""A run's fingerprint: the files that it read and those that it made, to be known again in milliseconds.

A file is the same while the system says so: size, times, number. Where that differs, or is too fresh to
be trusted, its bytes decide. Nothing heavy is imported here, as this is asked before all else.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from builder.digests import Files, Stat, digest_of, settled, stat_of


def read_files(folders: Iterable[str]) -> Files:
    """All files below some folders, as they are now."""
    return {path: (stat, _digest(path)) for path, stat in _below(folders)}


def made_files(places: Iterable[str]) -> Files:
    """Files, and all files below folders, which are known by what the system says of them."""
    return {path: (stat, "") for path, stat in _below(places)}


def moment() -> int:
    """Now, in ns: what is read later is no older."""
    return time.time_ns()


def unchanged(files: Files, places: Iterable[str], since: int) -> bool:
    """Whether the files below some places are those that were read or made after `since`."""
    now = dict(_below(places))
    return now.keys() == files.keys() and all(
        _same(path, stat, *files[path], since) for path, stat in now.items()
    )


def untouched(files: Files, places: Iterable[str], since: int) -> bool:
    """The same, if that is known without reading any."""
    now = dict(_below(places))
    return now.keys() == files.keys() and all(
        list(files[path][0]) == stat and settled(stat, since) for path, stat in now.items()
    )


def libraries() -> list[str]:
    """The names of all that is installed, which hold their versions, and which Python runs it."""
    return [sys.version, *sorted(_installed(sys.path))]


def _same(path: str, stat: Stat, before: Sequence[int], digest: str, since: int) -> bool:
    if list(before) == stat and (not digest or settled(stat, since)):
        return True
    return bool(digest) and before[0] == stat[0] and _digest(path) == digest


def _below(places: Iterable[str]) -> Iterator[tuple[str, Stat]]:
    """Each file of a place, which may be one, with what the system says of it."""
    for place in places:
        if os.path.isdir(place):
            yield from _inside(place)
        elif os.path.lexists(place):
            yield place, stat_of(os.lstat(place))


def _inside(folder: str) -> Iterator[tuple[str, Stat]]:
    """A link to a folder is a file here: what it leads to is read by its own path, or not at all."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, stat_of(_found(entry))
            elif entry.name != "__pycache__":
                yield from _inside(entry.path)


def _found(entry: os.DirEntry[str]) -> os.stat_result:
    """What a link leads to, if that is a file; the link, if it leads nowhere or in a circle."""
    with suppress(OSError):
        if entry.is_file():
            return entry.stat()
    return entry.stat(follow_symlinks=False)


def _digest(path: str) -> str:
    if not os.path.isfile(path):  # a pipe would wait for ever
        return "no file"
    return digest_of(path)


def _installed(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        if os.path.isdir(folder):
            yield from (name for name in os.listdir(folder) if name.endswith(("-info", ".pth")))
