"""A photograph's pixels as every format takes them: upright, in sRGB, 8 bits, without holes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image as Pixels
from PIL import ImageCms, ImageOps

from builder.geometry.box import Box
from builder.media import Image, open_pixels

_DRAFT = 2  # a JPEG may be decoded at a smaller size, down to this many times what is needed


def cut(image: Image, crop: Box, size: tuple[int, int]) -> Pixels.Image:
    """A part of the photograph (in px of the upright image) at a size, in RGB."""
    with open_pixels(image.path) as opened:
        shrink = min(crop.w / size[0], crop.h / size[1])
        if shrink > _DRAFT:
            opened.draft(None, (round(image.width / shrink), round(image.height / shrink)))
        ImageOps.exif_transpose(opened, in_place=True)
        upright = _plain(opened)
    factor = upright.width / image.width
    left, top, right, bottom = (edge * factor for edge in (crop.x, crop.y, crop.right, crop.bottom))
    inside = (max(left, 0.0), max(top, 0.0), min(right, upright.width), min(bottom, upright.height))
    return upright.resize(size, Pixels.Resampling.LANCZOS, box=inside, reducing_gap=3.0)


def _plain(pixels: Pixels.Image) -> Pixels.Image:
    profile = pixels.info.get("icc_profile", b"")
    if pixels.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower ones
        pixels = pixels.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif pixels.has_transparency_data:
        pixels = _on_paper(pixels.convert("RGBA"))
    return _in_srgb(pixels, profile)


def _on_paper(pixels: Pixels.Image) -> Pixels.Image:
    paper = Pixels.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels.getchannel("A"))
    return paper


def _in_srgb(pixels: Pixels.Image, profile: bytes) -> Pixels.Image:
    """The colours that the camera's own profile means, as those of sRGB."""
    if not profile or pixels.mode not in {"RGB", "CMYK", "L"} or b"sRGB" in profile:
        return pixels if pixels.mode == "RGB" else pixels.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        meant = ImageCms.profileToProfile(pixels, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):  # a damaged profile, or one of another kind of colours
        meant = None
    return meant or pixels.convert("RGB")
