"""Files of images, opened and read: by decoders that run no program, never more than there is room for."""

from __future__ import annotations

import hashlib
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from builder.errors import FileTrouble
from builder.heif import NoReader, decoded, has_reader, is_heif
from builder.media import Held, Image, Solid, bytes_of

if TYPE_CHECKING:
    from PIL import Image as Pixels
    from PIL.ImageFile import ImageFile

# Whatever a file is called, no other decoder of Pillow is asked: that of EPS runs a program, Ghostscript.
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_JPEG = b"\xff\xd8\xff"
_DRAFT = 2  # a JPEG may be decoded at a smaller size, down to this many times what is needed
_SCALES = (8, 4, 2, 1)  # libjpeg's
_AT_ONCE = 48_000_000  # pixels of a JPEG that are decoded at the most; of a larger one every other, or fewer
_MOST_JPEG = 400_000_000  # pixels that a JPEG may have which is decoded in rows: it never is at full size
_MOST_BYTES = 256 << 20
# Passes of a progressive JPEG, each over all its pixels: cameras and programs make one to a dozen.
_SCAN, _MOST_PASSED, _LEAST_PASS = b"\xff\xda", 2_000_000_000, 100_000
_HALF, _SOME = 128, 0.01  # an opacity below which a pixel is clear, and the share of such that make a cut-out
_MOST_PIXELS = 80_000_000
_ORIENTATION = 0x0112  # the Exif tag; from 5 on, the camera was held sideways (Exif 2.32, 4.6.4)


def open_pixels(file: Path | BinaryIO, formats: tuple[str, ...] = FORMATS) -> ImageFile:
    """Pillow's image of a file in one of these formats; UnidentifiedImageError for all others.

    A JPEG may have more pixels than Pillow takes for a bomb: it is decoded at the size that is asked for.
    """
    from PIL import Image as Pixels  # noqa: PLC0415  only what holds photographs

    head = _head(file)
    if head.startswith(_JPEG) and "JPEG" in formats:
        from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415  as above

        return JpegImageFile(file)
    if "JPEG" in formats and is_heif(head) and has_reader():
        data = bytes_of(file) if isinstance(file, Path) else file.read()
        file, formats = decoded(data, _MOST_PIXELS), ("TIFF",)
    return Pixels.open(file, formats=formats)


def _head(file: Path | BinaryIO) -> bytes:
    """The bytes that tell what it is."""
    if isinstance(file, Path):
        return bytes_of(file, 12)
    head = file.read(12)
    file.seek(0)
    return head


def read_image(path: Path, formats: tuple[str, ...] = FORMATS, most: int = _MOST_PIXELS) -> Image:
    """The image of a file with its upright size in px; FileTrouble if it cannot be read to its end.

    `most` are the pixels that it may have, which are counted before any is unpacked.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileTrouble(f"{path.name} is larger than {_MOST_BYTES >> 20} MB, which are plenty")
        data = path.read_bytes()
    except OSError as error:
        raise FileTrouble(f"{path.name} cannot be read as an image: {error.strerror}") from None
    width, height, solid = _measured(data, path.name, formats, most)
    return Image(hashlib.sha256(data).hexdigest(), width, height, path, solid=solid)


def held_image(data: bytes, name: str, formats: tuple[str, ...], most: int) -> Image:
    """The image of bytes that are no file; FileTrouble, which calls it by a name, as above."""
    width, height, solid = _measured(data, name, formats, most)
    return Image(hashlib.sha256(data).hexdigest(), width, height, Path(), Held(data), solid)


def _measured(data: bytes, name: str, formats: tuple[str, ...], most: int) -> tuple[int, int, Solid]:
    """The upright width and height, and what is solid of a cut-out."""
    from PIL import Image as Pixels  # noqa: PLC0415  only specs with photographs

    if is_heif(data[:12]) and not has_reader():
        raise NoReader(f"{name} is a photograph as phones save it (HEIC), for which a reader is missing")
    try:
        with _no_bombs(), open_pixels(BytesIO(data), formats) as opened:
            width, height = opened.size
            in_rows = opened.format == "JPEG" and not opened.info.get("progressive")
            most = max(most, _MOST_JPEG) if in_rows and formats == FORMATS else most
            if width * height > most:
                raise Pixels.DecompressionBombError
            if data.startswith(_JPEG) and _passes(data) * max(width * height, _LEAST_PASS) > _MOST_PASSED:
                raise FileTrouble(f"{name} is a JPEG in {_passes(data):,} passes, which take too long")
            sideways = opened.getexif().get(_ORIENTATION, 1) >= 5
            opened.draft(None, (1, 1))
            opened.load()
            solid = _solid(opened)
    except (Pixels.DecompressionBombWarning, Pixels.DecompressionBombError):
        plenty = f"{most // 1_000_000} million are plenty"
        raise FileTrouble(f"{name} has more pixels than can be read: {plenty}") from None
    except FileTrouble:
        raise
    except Exception as error:  # decoders of damaged images raise whatever they stumble over
        raise FileTrouble(f"{name} cannot be read as an image: {_reason(error, formats)}") from None
    return (height, width, solid and (0, 0, height, width)) if sideways else (width, height, solid)


def _passes(jpeg: bytes) -> int:
    """How often its pixels are gone over (ITU T.81, B.2.3), the small pictures in its notes counted too."""
    return jpeg.count(_SCAN)


def _solid(pixels: Pixels.Image) -> Solid:
    """The box of what is not clear, if so much is clear that it is no accident of its edge."""
    if not pixels.has_transparency_data:
        return None
    opacity = pixels.convert("RGBA").getchannel("A")
    shades = opacity.histogram()
    if sum(shades[:_HALF]) <= _SOME * sum(shades):
        return None
    return opacity.point(lambda shade: 255 * (shade >= _HALF)).getbbox() or (0, 0, *pixels.size)


def upright(image: Image, scale: int = 1) -> Pixels.Image:
    """The pixels as they are meant to be seen: in RGB of sRGB, or RGBA, 8 bits, however the camera was held.

    A JPEG may come `scale` times smaller, one of `scale_of`. Nothing of what the camera noted comes along.
    """
    from PIL import ImageOps  # noqa: PLC0415  as above

    with open_pixels(image.file) as opened:
        width, height = opened.size
        if (scale := max(scale, scale_of(image))) > 1:
            opened.draft(None, (width // scale, height // scale))
        ImageOps.exif_transpose(opened, in_place=True)
        pixels = _plain(opened)
        pixels.info = {}  # what the camera noted, such as where it was: savers would keep some of it
        return pixels


def scale_of(image: Image, shrink: float = 1.0) -> int:
    """How many times smaller a JPEG is decoded that is wanted so many times smaller, or is very large."""
    width, height = image.width, image.height
    if (shrink := max(shrink, (width * height / _AT_ONCE) ** 0.5)) > _DRAFT:
        wanted = min(side // max(math.floor(side / shrink), 1) for side in (width, height))
        return next(scale for scale in _SCALES if scale <= wanted)
    return 2 if shrink > 1 and width * height > _AT_ONCE else 1


def _plain(pixels: Pixels.Image) -> Pixels.Image:
    profile = pixels.info.get("icc_profile", b"")
    if pixels.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower ones
        pixels = pixels.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif pixels.has_transparency_data:
        pixels = pixels.convert("RGBA")
        clear = pixels.getchannel("A")
        pixels = _in_srgb(pixels.convert("RGB"), profile)
        pixels.putalpha(clear)
        return pixels
    return _in_srgb(pixels, profile)


def _in_srgb(pixels: Pixels.Image, profile: bytes) -> Pixels.Image:
    """The colours that the camera's own profile means, as those of sRGB."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    if not profile or pixels.mode not in {"RGB", "CMYK", "L"} or b"sRGB" in profile:
        return pixels if pixels.mode == "RGB" else pixels.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        meant = ImageCms.profileToProfile(pixels, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):  # a damaged profile, or one of another kind of colours
        meant = None
    return meant or pixels.convert("RGB")


@contextmanager
def _no_bombs() -> Iterator[None]:
    """Pillow's warning of images too large to hold in memory, as an error."""
    from PIL.Image import DecompressionBombWarning  # noqa: PLC0415  as above

    with warnings.catch_warnings():
        warnings.simplefilter("error", DecompressionBombWarning)
        yield


def _reason(error: Exception, formats: tuple[str, ...]) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    unknown = type(error).__name__ == "UnidentifiedImageError"
    known = " or ".join((", ".join(formats[:-1]), formats[-1])[len(formats) == 1 :])
    return f"it is not in the format {known}" if unknown else "it is damaged"
