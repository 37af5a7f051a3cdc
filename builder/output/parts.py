"""Parts of files, kept in the cache beside the files: of this program as it is."""

from __future__ import annotations

from builder.output.cache import Cache
from builder.output.key import digest, program
from builder.record import Record


class KeptParts(Record):
    """The parts of a cache."""

    cache: Cache

    def get(self, key: str) -> bytes | None:
        """The part of a key, if it is there and sound."""
        entry = self.cache.get(_key(key))
        return entry and entry[0]

    def put(self, key: str, part: bytes) -> None:
        """Keep a part."""
        self.cache.put(_key(key), part, [])


def _key(key: str) -> str:
    return digest(program(), "part", key)
