"""Files that contents draw with: fonts and images, known by the digest of their bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from builder.errors import FileTrouble

_ORIENTATION = 0x0112  # the Exif tag; from 5 on, the camera was held sideways (Exif 2.32, 4.6.4)


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


def read_image(path: Path) -> Image:
    """The image of a file with its upright size in px; FileTrouble if it cannot be read as one."""
    from PIL import Image as Pixels  # noqa: PLC0415  only specs with photographs
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    try:
        data = path.read_bytes()
        with Pixels.open(path) as opened:
            width, height = opened.size
            sideways = opened.getexif().get(_ORIENTATION, 1) >= 5
    except (OSError, UnidentifiedImageError) as error:
        raise FileTrouble(f"{path.name} cannot be read as an image: {error}") from None
    size = (height, width) if sideways else (width, height)
    return Image(hashlib.sha256(data).hexdigest(), *size, path)
