"""The digests of files: each is read once, and not at all while the system says that it is as it was.

Nothing heavy is imported here, as a run is known by these before all else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from hashlib import sha256

Stat = list[int]  # size, times of content and of entry in ns, number
Files = dict[str, tuple[Stat, str]]  # by path, with the sha256 of each; of what is made there is none

# A file that changed so short a time before it was read may change again and have the same times: systems
# count them in up to 2 s (FAT). Git calls such entries racy.
_FRESH = 3_000_000_000  # ns

_KNOWN: dict[str, tuple[Stat, str, int]] = {}  # by path: its facts, its digest, and since when that is known
_MADE: dict[str, Stat] = {}  # files that a run made, as the system told them when it was done
_PROGRAM: list[str] = []  # the digest of the program, if that is known


def stat_of(found: os.stat_result) -> Stat:
    """What the system says of a file, by which it is known."""
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def settled(stat: Sequence[int], since: int) -> bool:
    """Whether a file that has the same facts is the one that was read after `since` (ns)."""
    return max(stat[1:3]) < since - _FRESH


def trust(files: Mapping[str, Sequence[object]], since: int) -> None:
    """Take what a run found that read them after `since` (ns); ValueError if it is nothing such."""
    for path, (stat, digest) in files.items():
        if not isinstance(stat, list) or not isinstance(digest, str):
            raise ValueError(f"{path}: no facts of a file")
        _KNOWN[path] = stat, digest, since


def trust_made(files: Mapping[str, Sequence[object]]) -> None:
    """Take what a run found of the files that it made; ValueError if it is nothing such."""
    for path, (stat, _) in files.items():
        if not isinstance(stat, list):
            raise ValueError(f"{path}: no facts of a file")
        _MADE[path] = stat


def is_as_made(path: str) -> bool:
    """Whether a file is the one that a run made there, as the system tells it; a link to it is not."""
    try:
        return _MADE.get(path) == stat_of(os.lstat(path))
    except OSError:
        return False


def trust_program(digest: str) -> None:
    """Take what a run found of the same program; ValueError if it is no digest."""
    if not isinstance(digest, str) or len(bytes.fromhex(digest)) != sha256().digest_size:
        raise ValueError("no digest of a program")
    _PROGRAM[:] = [digest]


def trusted_program() -> str:
    """The digest of the program that a run found; empty if none did."""
    return _PROGRAM[0] if _PROGRAM else ""


def digest_of(path: str) -> str:
    """The sha256 of a file's bytes; OSError if it cannot be read."""
    stat = stat_of(os.stat(path))
    known, digest, since = _KNOWN.get(path, ((), "", 0))
    if known == stat and settled(stat, since):
        return digest
    since = time.time_ns()
    with open(path, "rb") as file:
        digest = sha256(file.read()).hexdigest()
    _KNOWN[path] = stat, digest, since
    return digest
