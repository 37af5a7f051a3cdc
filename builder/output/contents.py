"""What is in a pack: files by their paths, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from builder.output.cache import Kept


@dataclass(frozen=True)
class Contents(Mapping[str, bytes]):
    """The bytes of files by their paths; a pack of hundreds of pictures is never held as a whole."""

    files: Mapping[str, Kept]

    @classmethod
    def of(cls, files: Mapping[str, bytes | Kept]) -> Self:
        """Files of which some may be held."""
        if isinstance(files, cls):
            return files
        return cls({path: Kept.of(file) if isinstance(file, bytes) else file for path, file in files.items()})

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file; FileTrouble if they cannot be read any more."""
        return self.files[path].data

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self.files)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self.files)

    def only(self, path: str) -> Contents:
        """That file alone, which is all that another process is told of the pack."""
        return Contents({path: self.files[path]})
