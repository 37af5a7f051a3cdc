"""A photograph in a placeholder, cropped around what matters and no larger than a screen needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from builder.content.deck import PictureFill
from builder.render.photograph import cut

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
    scale = min(1.0, _LONGEST / max(crop.w, crop.h))
    out = BytesIO()
    part = cut(filling.image, crop, (max(round(crop.w * scale), 1), max(round(crop.h * scale), 1)))
    part.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
