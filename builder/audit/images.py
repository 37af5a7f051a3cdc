"""Rules of images: what a platform asks for, and what is said to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from builder.audit.rule import File, FileKind, Rule
from builder.imagefiles import open_pixels
from builder.platforms.limits import alt_limit
from builder.platforms.sizes import SIZES, Size
from builder.record import Record

_SIZES = {size.key: size for size in SIZES}


class ImageFile(Record):
    """What the head of an image's file says; drawings have no pixels."""

    file: File
    width: int = 0  # px
    height: int = 0
    mode: str = ""  # Pillow's: RGB, RGBA, P, …
    alpha: bool = False
    profile: bytes = b""  # ICC

    @property
    def on_platform(self) -> bool:
        """Whether it is made for a platform."""
        return bool(self.file.entry.get("size"))

    @property
    def size(self) -> Size | None:
        """The row of the platforms table that it is made for; a campaign's own rows are not known here."""
        return _SIZES.get(self.file.entry.get("size", ""))


def read(file: File) -> ImageFile:
    """The picture, not decoded, its checksums tested; SyntaxError or OSError if it is damaged."""
    if file.entry["media_type"] == "image/svg+xml":
        return ImageFile(file)
    with open_pixels(BytesIO(file.data)) as image:
        profile, alpha = image.info.get("icc_profile", b""), image.has_transparency_data
        picture = ImageFile(file, image.width, image.height, image.mode, alpha, profile)
        image.verify()
    if picture.mode == "RGB" and file.data[:2] == b"\xff\xd8" and file.data[-2:] != b"\xff\xd9":
        raise OSError("the JPEG ends too early")
    return picture


def missing_alt_text(picture: ImageFile) -> Iterator[str]:
    """The manifest has no alternative text for it."""
    if not picture.file.entry.get("alt", "").strip():
        yield ""


def long_alt_text(picture: ImageFile) -> Iterator[str]:
    """Its alternative text is longer than platforms take."""
    length, most = len(picture.file.entry.get("alt", "")), alt_limit(picture.file.entry.get("size", ""))
    if length > most:
        yield f"{length} of {most} characters"


def file_name_as_alt_text(picture: ImageFile) -> Iterator[str]:
    """Its alternative text is the name of a file."""
    if picture.file.entry.get("alt", "").lower().endswith((".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif")):
        yield picture.file.entry["alt"]


def other_size(picture: ImageFile) -> Iterator[str]:
    """It has other pixels than the manifest or its platform says."""
    listed = picture.file.entry.get("width"), picture.file.entry.get("height")
    asked = (picture.size.width, picture.size.height) if picture.size else listed
    drawn = picture.width, picture.height
    if picture.width and not drawn == listed == asked and any(listed):
        yield f"{picture.width}×{picture.height}"


def unfit_colors(picture: ImageFile) -> Iterator[str]:
    """It is for a platform, and is not RGB; or it has transparency, and is not to be laid over another."""
    if picture.on_platform and picture.size and picture.size.is_overlay:
        if picture.mode not in ("RGBA", "P") or not picture.alpha:
            yield f"{picture.mode}{', not transparent' * (not picture.alpha)}"
    elif picture.on_platform and (picture.mode not in ("RGB", "P", "L") or picture.alpha):
        yield f"{picture.mode}{', transparent' if picture.alpha else ''}"


def missing_profile(picture: ImageFile) -> Iterator[str]:
    """It is for a platform, and has no RGB colour profile."""
    if picture.on_platform and not (picture.profile and _is_rgb(picture.profile)):
        yield ""


def over_budget(picture: ImageFile) -> Iterator[str]:
    """It is heavier than its platform asks for."""
    if picture.size and len(picture.file.data) > picture.size.budget:
        yield f"{len(picture.file.data) // 1000:,} of {picture.size.budget // 1000:,} KB"


def _is_rgb(profile: bytes) -> bool:
    """Whether the data colour space of an ICC profile is RGB (ICC.1:2022, 7.2.8)."""
    return profile[16:20] == b"RGB "


FORMAT = FileKind(
    name="images",
    types=("image/png", "image/jpeg", "image/webp", "image/svg+xml"),
    read=read,
    refusals=(OSError, SyntaxError, ValueError),
    rules=(
        Rule(missing_alt_text),
        Rule(long_alt_text, "warning"),
        Rule(file_name_as_alt_text),
        Rule(other_size),
        Rule(unfit_colors),
        Rule(missing_profile),
        Rule(over_budget, "warning"),
    ),
)
