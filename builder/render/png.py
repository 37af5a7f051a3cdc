"""Frames as PNG and JPEG files: sRGB, small, the same bytes on every host."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from importlib.resources import files

from PIL import Image as Pixels

from builder.color import Color, contrast
from builder.content.frame import Frame, Text
from builder.errors import Problem
from builder.render.raster import Watcher, draw

_LEVEL = 7  # libdeflate: past this, flat art shrinks by less than the time it takes
# Of JPEG, until the budget holds: quality, and last of all coarser colours.
_QUALITIES = (*((q, "4:4:4") for q in (90, 85, 80, 74, 68)), *((q, "4:2:0") for q in (74, 66, 58)))
_RARE = 0.004  # the share of pixels behind a text that may differ: the edge of a curve


def render_png(frame: Frame) -> tuple[bytes, tuple[Problem, ...]]:
    """The frame as a PNG, and the texts that do not stand out."""
    watcher = _Contrast()
    pixels = draw(frame, watcher)
    return encode_png(pixels), tuple(watcher.problems)


def render_jpeg(frame: Frame, budget: str = "0") -> tuple[bytes, tuple[Problem, ...]]:
    """The frame as the best JPEG within a budget of bytes, and the texts that do not stand out."""
    watcher = _Contrast()
    pixels = draw(frame, watcher)
    for quality, colors in _QUALITIES:
        data = _encode_jpeg(pixels, quality, colors)
        if len(data) <= (int(budget) or len(data)):
            break
    return data, tuple(watcher.problems)


def encode_png(pixels: Pixels.Image) -> bytes:
    """RGB pixels as PNG.

    Pillow's own writer takes the host's zlib and filters each row; flat art is smaller and
    faster unfiltered, and a pinned libdeflate gives the same bytes everywhere.
    """
    import deflate  # noqa: PLC0415  only where images are made

    width, height = pixels.size
    rows = pixels.tobytes("raw", "RGB", width * 3 + 1)
    stride = width * 3 + 1
    # Pillow pads each row at its end; PNG wants the filter's number before it.
    body = b"\0" + rows[:-1]
    assert len(body) == stride * height
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"iCCP", b"sRGB\0\0" + bytes(deflate.zlib_compress(srgb_profile(), 9))),
        (b"IDAT", bytes(deflate.zlib_compress(body, _LEVEL))),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB that every image carries."""
    return files("builder.render").joinpath("srgb.icc").read_bytes()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _encode_jpeg(pixels: Pixels.Image, quality: int, colors: str) -> bytes:
    file = io.BytesIO()
    small = {"optimize": True, "progressive": True}
    pixels.save(file, "JPEG", quality=quality, subsampling=colors, icc_profile=srgb_profile(), **small)
    return file.getvalue()


class _Contrast(Watcher):
    """Measures each text against the pixels really behind it (WCAG 2.2, 1.4.3)."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(self, canvas: Pixels.Image, text: Text) -> None:
        least = min((contrast(text.color, color) for color in _behind(canvas, text)), default=21.0)
        needed = 3.0 if text.large else 4.5
        if least < needed:
            found = f"{least:.1f}:1, not {needed:g}:1"
            self.problems.append(
                Problem(
                    f"the contrast of `{text.words[:40]}` with what lies behind it is {found}",
                    hint="choose another ink or ground in the design, or a darker veil on the photograph",
                    severity="warning" if text.large and least >= 3 else "error",
                )
            )


def _behind(canvas: Pixels.Image, text: Text) -> list[Color]:
    """The colours behind a text, but for the few pixels of an edge; at most 64 of a photograph."""
    box = text.box
    part = canvas.crop((int(box.x), int(box.y), int(box.right) + 1, int(box.bottom) + 1))
    colors = part.getcolors(4096) or part.quantize(64).convert("RGB").getcolors(64) or []
    total = part.width * part.height
    return [Color(*rgb) for count, rgb in colors if count >= total * _RARE and isinstance(rgb, tuple)]
