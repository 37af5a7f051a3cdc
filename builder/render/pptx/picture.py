"""A photograph in a placeholder, cropped around what matters and no larger than a screen needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.oxml import parse_xml
from pptx.shapes.placeholder import PicturePlaceholder

from builder.color import Color
from builder.content.deck import PictureFill, Placeholder
from builder.geometry.box import Box
from builder.media import Image
from builder.photograph import cut
from builder.render.ooxml.markup import DRAWING, SLIDES, node
from builder.render.parts import drawn
from builder.render.pptx.freeform import geometry

_LONGEST = 1920  # px: a projector's width
_QUALITY = 85


def put_picture(holder: Any, shapes: Any, filling: PictureFill, place: Placeholder) -> None:
    """Put the picture where the placeholder was among the slide's shapes, in its form, with its alt text."""
    placeholder: Any = PicturePlaceholder(holder, shapes)
    picture = placeholder.insert_picture(BytesIO(drawn(_encoded, filling.image, filling.crop, filling.tone)))
    picture._element.nvPicPr.cNvPr.set("descr", filling.alt)
    if place.outline or place.form != "block":  # the layout says it too, which other programs pass over
        form: Any = parse_xml(node("p:spPr", geometry(place), xmlns__a=DRAWING, xmlns__p=SLIDES))
        picture._element.spPr.append(form[0])


def _encoded(image: Image, crop: Box, tone: tuple[Color, ...]) -> bytes:
    """A JPEG, or a PNG if parts of it are clear."""
    scale = min(1.0, _LONGEST / max(crop.w, crop.h))
    if scale == 1:  # its own pixels are sharper than those between them, and need no filter
        crop = Box(*(float(round(each)) for each in (crop.x, crop.y, crop.w, crop.h)))
    out = BytesIO()
    part = cut(image, crop, (max(round(crop.w * scale), 1), max(round(crop.h * scale), 1)), tone)
    if part.mode == "RGBA":
        part.save(out, "PNG", optimize=True)
    else:
        part.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
