"""What was made before, by the digest of all that it was made from."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from builder.errors import FileTrouble
from builder.record import Record

MOST_BYTES = 1_000_000_000
_PRUNED, _AN_HOUR = "pruned", 3600  # a file whose time says when that was last done; seconds
_HEAD = 1024  # bytes of an entry that are read for what was said, which is seldom more

Said = list[dict[str, Any]]  # what was said when it was made, as JSON has it


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of a file, known by their digest: they lie in a cache, or here if none took them."""

    digest: str  # sha256
    size: int
    entry: str = field(default="", repr=False, compare=False)
    held: bytes | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """Bytes that are held."""
        return cls(_digest(data).decode(), len(data), held=data)

    @property
    def data(self) -> bytes:
        """The bytes; FileTrouble if somebody emptied the cache since they were put there."""
        if self.held is not None:
            return self.held
        try:
            data = bytes(_parted(bytes_in(self.entry))[2])
        except OSError as error:
            raise FileTrouble(f"{self.entry}: {error.strerror or error}") from error
        if len(data) != self.size or _digest(data).decode() != self.digest:
            with suppress(OSError):  # so that who comes next makes it anew
                os.unlink(self.entry)
            raise FileTrouble(f"{self.entry}: it was changed while the pack was made")
        return data


class Cache(Record):
    """A folder of entries: bytes, and what was said of them.

    Whatever is wrong with an entry or the folder, it is only a miss.
    """

    folder: Path

    def said(self, key: str) -> Said | None:
        """What was said when the entry of this key was made; None if there is none, or it is damaged."""
        path = self._path(key)
        try:
            with open(path, "rb", buffering=_HEAD) as file:
                said = _said(file.readline(), file.readline())
            os.utime(path)
        except OSError:
            return None
        return said

    def get(self, key: str) -> tuple[bytes, Said] | None:
        """The bytes of the entry of this key, and what was said; None if nothing sound is there."""
        found = self._sound(key)
        return found and (bytes(found[1]), found[2])

    def find(self, key: str, published: str = "") -> tuple[Kept, Said] | None:
        """As `get`, with the bytes left where they are.

        Those whose digest is that of what is `published` are not even read: nobody is about to ask for them.
        """
        if published and (found := self._head(key)) and found[0].digest == published:
            return found
        if whole := self._sound(key):
            digest, data, said = whole
            return Kept(digest, len(data), self._path(key)), said
        return None

    def _head(self, key: str) -> tuple[Kept, Said] | None:
        """The bytes of an entry as its head tells them, and what was said."""
        path = self._path(key)
        try:
            with open(path, "rb", buffering=_HEAD) as file:
                seal, head = file.readline(), file.readline()
                size = os.fstat(file.fileno()).st_size - len(seal) - len(head)
            os.utime(path)
        except OSError:
            return None
        said = _said(seal, head)
        return None if said is None else (Kept(seal[64:-1].decode(), size, path), said)

    def _sound(self, key: str) -> tuple[str, memoryview, Said] | None:
        """The sha256 of the bytes of the entry of this key, the bytes, and what was said."""
        path = self._path(key)
        try:
            seal, head, data = _parted(bytes_in(path))
            os.utime(path)
        except OSError:
            return None
        said, digest = _said(seal, head), _digest(data)
        return (digest.decode(), data, said) if said is not None and digest == seal[-64:] else None

    def put(self, key: str, data: bytes, said: Said) -> Kept:
        """Keep the bytes of this key, and what was said."""
        head, digest = json.dumps(said).encode(), _digest(data)
        path = self._path(key)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            fresh = f"{path}.{os.getpid()}"
            with open(fresh, "wb") as file:
                file.write(b"\n".join((_digest(head) + digest, head, data)))
            os.replace(fresh, path)
        except OSError:
            return Kept.of(data)
        return Kept(digest.decode(), len(data), path)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Forget what was not asked for the longest, until no more than `most` bytes are kept.

        All entries are looked at for that, which one changed word need not pay for: once an hour is enough.
        """
        with suppress(OSError):
            if self._pruned_of_late():
                return
            total = 0
            for path, stat in sorted(_entries(self.folder), key=lambda entry: -entry[1].st_mtime_ns):
                total += stat.st_size
                if total > most:
                    Path(path).unlink(missing_ok=True)

    def _pruned_of_late(self) -> bool:
        """Whether that was done within the hour; else it is noted that it is done now."""
        done = self.folder / _PRUNED
        with suppress(OSError):
            if 0 <= time.time() - done.stat().st_mtime < _AN_HOUR:
                return True
        done.touch()
        return False

    def _path(self, key: str) -> str:
        return f"{self.folder}{os.sep}{key[:2]}{os.sep}{key[2:]}"


def bytes_in(path: str) -> bytes:
    """A file's bytes, read at once: a run reads thousands, and what surrounds it takes as long as reading."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _entries(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The paths of all entries; there are thousands, looked through with each build."""
    with os.scandir(folder) as shelves:
        for shelf in (each for each in shelves if each.is_dir()):
            with os.scandir(shelf) as entries:
                yield from ((entry.path, entry.stat()) for entry in entries)


def _parted(entry: bytes) -> tuple[bytes, bytes, memoryview]:
    """The seal of an entry, what was said, and the bytes."""
    end = entry.find(b"\n")
    last = entry.find(b"\n", end + 1)
    if last < 0:
        return b"", b"", memoryview(b"")
    return entry[:end], entry[end + 1 : last], memoryview(entry)[last + 1 :]


def _digest(data: bytes | memoryview) -> bytes:
    return sha256(data).hexdigest().encode()


def _said(seal: bytes, head: bytes) -> Said | None:
    """The head of an entry, if the first digest of its seal is the head's and it is a list of facts."""
    if _digest(head.rstrip(b"\n")) != seal[:64]:
        return None
    with suppress(ValueError, RecursionError):  # only a forged entry has the digest and no JSON
        said = json.loads(head)
        if isinstance(said, list) and all(isinstance(each, dict) for each in said):
            return said
    return None
