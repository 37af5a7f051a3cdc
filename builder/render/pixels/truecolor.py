"""A canvas of 32 bits a pixel, for gradients and photographs, whose colours no palette holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels

from builder.color import Color
from builder.render.pixels.canvas import OPAQUE, Layers, Packed, Surface, blended, packed
from builder.render.pixels.coverage import Mask, PixelBox

_BYTE = np.uint32(255)


class Truecolor(Surface):
    """Packed colours."""

    def __init__(
        self, width: int, height: int, pixels: Packed | None = None, *, is_flat: bool = False
    ) -> None:
        self.width, self.height = width, height
        self.is_flat = is_flat  # whether flat colours alone are painted, of more shades than a palette holds
        self.pixels = np.full((height, width), OPAQUE, np.uint32) if pixels is None else pixels

    @property
    def weight(self) -> int:
        """Four bytes a pixel."""
        return self.pixels.nbytes

    def copy(self) -> Truecolor:
        """A canvas of its own with the same pixels."""
        return Truecolor(self.width, self.height, self.pixels.copy(), is_flat=self.is_flat)

    def fill(self, area: PixelBox, color: Color) -> None:
        """Paint a rectangle."""
        self.pixels[area[1] : area[3], area[0] : area[2]] = _number(color)

    def paste(self, picture: Packed, x: int, y: int) -> None:
        """Lay a picture with its left top corner at a place; what hangs over the canvas is cut."""
        left, top = max(x, 0), max(y, 0)
        part = picture[top - y : max(self.height - y, 0), left - x : max(self.width - x, 0)]
        self.pixels[top : top + part.shape[0], left : left + part.shape[1]] = part

    def put(self, mask: Mask, color: Color | Packed, opacity: float = 1.0) -> None:
        """Paint through a mask; a picture as large as the mask shines through it."""
        layers = Layers(mask, opacity)
        part = self.pixels[layers.slices]
        over = np.broadcast_to(_number(color), part.shape) if isinstance(color, Color) else color
        whole = layers.whole
        if layers.opaque == 255:
            np.copyto(part, over, where=whole)
        elif layers.opaque:
            part[whole] = _mixed(part[whole], over[whole], layers.opaque)
        at = layers.places(self.width)
        flat = self.pixels.reshape(-1)
        flat[at] = _mixed(flat[at], over.reshape(-1)[layers.edge], layers.shades.astype(np.uint32))

    def colors(self, area: PixelBox) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Each colour in a part of the canvas, and how many pixels have it."""
        found, counts = np.unique(self.pixels[area[1] : area[3], area[0] : area[2]], return_counts=True)
        return found.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :3], counts

    def image(self) -> Pixels.Image:
        """The pixels in RGB."""
        return self._bytes().convert("RGB")

    def rows(self) -> memoryview:
        """The rows of a PNG, each with its filter's 0 in front of its red, green and blue."""
        long = 3 * self.width + 1
        rows = np.empty(self.height * long + 1, np.uint8)
        # Each pixel is written whole, and its fourth byte written over by what comes after it: one copy.
        numbers = np.ndarray((self.height, self.width), "<u4", rows, offset=1, strides=(long, 3))
        numbers[...] = self.pixels
        rows[::long] = 0
        return rows.data[:-1]

    def _bytes(self) -> Pixels.Image:
        """Pillow's view of the pixels, which takes no copy."""
        pixels = self.pixels.astype("<u4", copy=False)
        return Pixels.frombuffer("RGBX", (self.width, self.height), pixels, "raw", "RGBX", 0, 1)


def _number(color: Color) -> Packed:
    return packed(np.array(color.rgb))


def _mixed(under: Packed, over: Packed, alpha: NDArray[np.uint32] | int) -> Packed:
    mixed = np.full_like(under, OPAQUE)
    for shift in (np.uint32(0), np.uint32(8), np.uint32(16)):
        mixed |= blended(under >> shift & _BYTE, over >> shift & _BYTE, alpha) << shift
    return mixed
