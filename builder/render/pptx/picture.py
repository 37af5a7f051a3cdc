"""A photograph in a placeholder, cropped around what matters and no larger than a screen needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image as Photograph
from PIL import ImageOps

from builder.deck import PictureFill

_LONGEST = 1920  # px: a projector's width
_QUALITY = 85


def put_picture(holder: Any, filling: PictureFill) -> None:
    """Put the picture where the placeholder was, with its alt text."""
    name = holder.name
    picture = holder.insert_picture(BytesIO(_jpeg(filling)))
    picture.name = name
    picture._element.nvPicPr.cNvPr.set("descr", filling.alt)


def _jpeg(filling: PictureFill) -> bytes:
    crop = filling.crop
    edges = (round(crop.x), round(crop.y), round(crop.right), round(crop.bottom))
    with Photograph.open(filling.image.path) as image:
        part = ImageOps.exif_transpose(image).convert("RGB").crop(edges)
    part.thumbnail((_LONGEST, _LONGEST), Photograph.Resampling.LANCZOS)
    out = BytesIO()
    part.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
