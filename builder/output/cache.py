"""What was made before, by the digest of all that it was made from."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

MOST_BYTES = 1_000_000_000

Said = list[dict[str, Any]]  # what was said when it was made, as JSON has it


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries: bytes, and what was said of them.

    Whatever is wrong with an entry or the folder, it is only a miss.
    """

    folder: Path

    def said(self, key: str) -> Said | None:
        """What was said when the entry of this key was made; None if there is none, or it is damaged."""
        try:
            with self._path(key).open("rb") as file:
                said = _said(file.readline(), file.readline())
            os.utime(self._path(key))
        except OSError:
            return None
        return said

    def get(self, key: str) -> tuple[bytes, Said] | None:
        """The bytes of the entry of this key, and what was said; None if nothing sound is there."""
        try:
            seal, _, rest = self._path(key).read_bytes().partition(b"\n")
            os.utime(self._path(key))
        except OSError:
            return None
        head, _, data = rest.partition(b"\n")
        said = _said(seal, head)
        return (data, said) if said is not None and _digest(data) == seal[-64:] else None

    def put(self, key: str, data: bytes, said: Said) -> None:
        """Keep the bytes of this key, and what was said."""
        head = json.dumps(said).encode()
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.{os.getpid()}")
            fresh.write_bytes(b"\n".join((_digest(head) + _digest(data), head, data)))
            fresh.replace(path)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Forget what was not asked for the longest, until no more than `most` bytes are kept."""
        with suppress(OSError):
            entries = [(path, path.stat()) for path in self.folder.glob("*/*")]
            total = 0
            for path, stat in sorted(entries, key=lambda entry: -entry[1].st_mtime_ns):
                total += stat.st_size
                if total > most:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest().encode()


def _said(seal: bytes, head: bytes) -> Said | None:
    """The head of an entry, if the first digest of its seal is the head's."""
    sound = _digest(head.rstrip(b"\n")) == seal[:64]
    said: Said | None = json.loads(head) if sound else None
    return said
