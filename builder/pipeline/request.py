"""What is asked for: which files are read, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from builder.output.cache import Cache
from builder.record import Record


class Request(Record, kw_only=True):
    """What is to be built, from which files, into which folder."""

    spec: Path
    brand: Path
    output: Path
    root: Path  # files are shown as seen from here
    only: tuple[str, ...] = ()  # kinds; none: all
    sizes: tuple[str, ...] = ()  # keys or groups of sizes; none: all files
    languages: tuple[str, ...] = ()  # none: all
    look: str = ""  # instead of that of the year or of the brand
    strict: bool = False  # whether warnings are errors
    jobs: int = 0  # processes; 0 for one a core
    drafted: bool = False  # whether what fails is drawn, with a picture for each photograph that is not there
    watched: bool = False  # whether it goes into a folder of its own, which each save brings up to date

    @property
    def cache(self) -> Cache:
        """What was laid out and drawn before."""
        return Cache(self.output / ".cache")

    @property
    def whole(self) -> bool:
        """Whether the pack is asked for, not some of its files."""
        return not (self.only or self.sizes or self.languages)
