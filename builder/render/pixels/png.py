"""Frames as PNG files: sRGB, small, the same bytes on every host."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache

import deflate
import numpy as np

from builder.content.frame import Frame
from builder.errors import Problem
from builder.render.pixels.canvas import OPAQUE, Surface
from builder.render.pixels.clear import CutOut, cut_out, is_clear
from builder.render.pixels.contrast import Contrast
from builder.render.pixels.fewer import palette_of
from builder.render.pixels.indexed import Indexed
from builder.render.pixels.paint import paint
from builder.render.pixels.truecolor import Truecolor
from builder.render.profile import srgb_profile

# libdeflate's levels past which files shrink by less than the time it takes.
_INDEXED, _TRUECOLOR = 5, 6
_PALETTE, _RGB, _RGBA = 3, 2, 6  # colour types (PNG 3, 11.2.1)


def render_png(frame: Frame) -> tuple[bytes, tuple[Problem, ...]]:
    """The frame as a PNG, and the texts that do not stand out."""
    contrast = Contrast()
    file = _clear(cut_out(frame, contrast)) if is_clear(frame) else encode_png(paint(frame, contrast))
    return file, tuple(contrast.problems)


def _clear(pixels: CutOut) -> bytes:
    """Pixels of which some are seen through as PNG."""
    height, width = pixels.shape[:2]
    if fewer := palette_of(np.ascontiguousarray(pixels).view("<u4")[..., 0]):
        return _of_places((width, height), fewer.rows.data, fewer.chunks)
    rows = np.zeros((height, 4 * width + 1), np.uint8)  # each with a filter's 0 in front
    rows[:, 1:] = pixels.reshape(height, -1)
    return png_file(struct.pack(">IIBBBBB", width, height, 8, _RGBA, 0, 0, 0), rows.data)


def encode_png(canvas: Surface) -> bytes:
    """The canvas as PNG, its rows unfiltered: flat art is smaller and faster so.

    A pinned libdeflate gives the same bytes everywhere; Pillow's own writer takes the host's zlib.
    """
    assert isinstance(canvas, Indexed | Truecolor)
    is_flat = isinstance(canvas, Indexed) or canvas.is_flat
    if is_flat and (file := palette_png(canvas)):
        return file
    assert isinstance(canvas, Truecolor)
    head = struct.pack(">IIBBBBB", canvas.width, canvas.height, 8, _RGB, 0, 0, 0)
    return png_file(head, canvas.rows())


def palette_png(canvas: Surface) -> bytes | None:
    """The canvas as PNG with a palette; None if one would be seen to lack shades."""
    assert isinstance(canvas, Indexed | Truecolor)
    size = canvas.width, canvas.height
    if isinstance(canvas, Indexed):
        colors = canvas.palette[: canvas.count].astype("u1").tobytes()
        return _of_places(size, canvas.rows.data, [(b"PLTE", colors)])
    fewer = palette_of(canvas.pixels | OPAQUE)
    return _of_places(size, fewer.rows.data, fewer.chunks) if fewer else None


def _of_places(size: tuple[int, int], rows: memoryview, palette: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A file of places in a palette."""
    return png_file(struct.pack(">IIBBBBB", *size, 8, _PALETTE, 0, 0, 0), rows, palette, _INDEXED)


def png_file(
    head: bytes,
    rows: bytes | memoryview,
    palette: Sequence[tuple[bytes, bytes]] = (),
    level: int = _TRUECOLOR,
    *,
    profiled: bool = True,
) -> bytes:
    """A whole file of a header, rows with their filters, and what stands between."""
    chunks = (
        (b"IHDR", head),
        *([(b"iCCP", b"sRGB\0\0" + _packed_profile())] if profiled else ()),
        *palette,
        (b"IDAT", bytes(deflate.zlib_compress(rows, level))),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


@cache
def _packed_profile() -> bytes:
    return bytes(deflate.zlib_compress(srgb_profile(), 9))


def _chunk(name: bytes, data: bytes) -> bytes:
    check = deflate.crc32(data, deflate.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
