"""What a made image really is, read back from its bytes."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from builder.imagefiles import open_pixels


def measure(data: bytes) -> tuple[int, int, str, bool, bool]:
    """Width and height in px, media type, whether it carries an RGB profile, whether it has alpha.

    All stands in front of the pixels, so that they are not decoded.
    """
    from PIL import Image  # noqa: PLC0415  only pictures need it

    with open_pixels(BytesIO(data)) as image:
        rgb = _space(image.info.get("icc_profile", b"")) == "RGB"
        alpha = image.has_transparency_data
        return image.width, image.height, str(Image.MIME[image.format or ""]), rgb, alpha


@lru_cache(maxsize=8)
def _space(profile: bytes) -> str:
    """The colour space of a profile, which all pictures of a pack have in common."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    return ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip() if profile else ""
