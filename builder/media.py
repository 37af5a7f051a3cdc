"""Files that contents draw with: fonts and images, known by the digest of their bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Font:
    """A static TrueType font; two fonts are the same if their files hold the same bytes."""

    name: str  # its PostScript name
    family: str
    weight: int
    italic: bool
    digest: str  # sha256 of the file
    path: Path = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A raster image in a file; two are the same if their files hold the same bytes."""

    digest: str
    width: int
    height: int
    path: Path = field(repr=False, compare=False)
