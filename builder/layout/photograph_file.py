"""What an image file holds, as far as a layout must know."""

from __future__ import annotations

import hashlib
from pathlib import Path

from builder.errors import FileTrouble
from builder.media import Image


def measured(path: Path) -> Image:
    """The image with its upright size in px; FileTrouble if it cannot be read as one."""
    from PIL import Image as Pixels  # noqa: PLC0415  only packs with photographs
    from PIL import UnidentifiedImageError  # noqa: PLC0415

    try:
        data = path.read_bytes()
        with Pixels.open(path) as opened:
            width, height = opened.size
            sideways = opened.getexif().get(0x0112, 1) >= 5
    except (OSError, UnidentifiedImageError) as error:
        raise FileTrouble(f"{path.name} cannot be read as an image: {error}") from None
    if sideways:
        width, height = height, width
    return Image(hashlib.sha256(data).hexdigest(), width, height, path)
