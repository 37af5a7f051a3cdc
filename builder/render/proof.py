"""What a made image really is, read back from its bytes."""

from __future__ import annotations

from io import BytesIO

from builder.media import open_pixels


def measure(data: bytes) -> tuple[int, int, str, bool, bool]:
    """Width and height in px, media type, whether it carries an RGB profile, whether it has alpha."""
    from PIL import Image, ImageCms  # noqa: PLC0415  only pictures need it

    with open_pixels(BytesIO(data)) as image:
        image.load()
        icc = image.info.get("icc_profile")
        space = ImageCms.ImageCmsProfile(BytesIO(icc)).profile.xcolor_space.strip() if icc else ""
        alpha = image.has_transparency_data
        return image.width, image.height, str(Image.MIME[image.format or ""]), space == "RGB", alpha
