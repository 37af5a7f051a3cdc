"""What items are painted on: rows of pixels, opaque, in the numbers of sRGB (as browsers blend)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels

from builder.color import Color
from builder.kept import Kept
from builder.render.pixels.coverage import Mask, PixelBox
from builder.render.pixels.eights import edge_of

Packed = NDArray[np.uint32]  # 0xFFBBGGRR: the bytes red, green, blue and one that is not read
OPAQUE = np.uint32(0xFF000000)

# What lies behind the words: gradients, photographs and whole grounds of the canvases drawn last.
BACKS = Kept(6 << 20)


class Surface(ABC):
    """Pixels of a width and a height; a call paints all that it is asked for or, when it raises, nothing."""

    width: int
    height: int

    @property
    @abstractmethod
    def weight(self) -> int:
        """How many bytes it takes."""

    @abstractmethod
    def copy(self) -> Self:
        """A canvas of its own with the same pixels."""

    def settle(self) -> None:  # noqa: B027  most have nothing to forget
        """Forget what helps to paint on, before it is kept."""

    @abstractmethod
    def fill(self, area: PixelBox, color: Color) -> None:
        """Paint a rectangle that lies on the canvas."""

    @abstractmethod
    def put(self, mask: Mask, color: Color, opacity: float = 1.0) -> None:
        """Paint through a mask that lies on the canvas."""

    @abstractmethod
    def colors(self, area: PixelBox) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """Each colour (n, 3) in a part of the canvas, and how many pixels have it (n)."""

    @abstractmethod
    def image(self) -> Pixels.Image:
        """The pixels in RGB."""

    def inside(self, area: PixelBox) -> PixelBox:
        """What of an area lies on the canvas; of none, its right or bottom is not past its left or top."""
        left, top, right, bottom = area
        return max(left, 0), max(top, 0), max(min(right, self.width), 0), max(min(bottom, self.height), 0)


class Layers:
    """A mask as the pixels that it covers wholly, and those of its edge, which alone need mixing."""

    def __init__(self, mask: Mask, opacity: float) -> None:
        alpha = mask.alpha
        self.slices = (slice(mask.y, mask.area[3]), slice(mask.x, mask.area[2]))
        self.whole = alpha == 255
        self.edge = edge_of(alpha)
        shades = np.rint(np.arange(256) * min(max(opacity, 0.0), 1.0)).astype(np.uint8)
        self.opaque = int(shades[255])  # what the wholly covered pixels let through, 255 for nothing
        self.shades = shades[alpha.reshape(-1)[self.edge]]
        self._mask = mask

    def places(self, stride: int, before: int = 0) -> NDArray[np.intp]:
        """Where the edge lies in rows of a stride, whose pixels begin `before` places from their start."""
        width = self._mask.alpha.shape[1]
        start = self._mask.y * stride + self._mask.x + before
        found: NDArray[np.intp] = self.edge + self.edge // width * (stride - width) + start
        return found


def packed(rgb: NDArray[Any]) -> Packed:
    """Colours (…, 3) as one number each."""
    wide = rgb.astype(np.uint32)
    numbers: Packed = wide[..., 0] | wide[..., 1] << np.uint32(8) | wide[..., 2] << np.uint32(16) | OPAQUE
    return numbers


def blended(under: NDArray[Any], over: NDArray[Any], alpha: NDArray[Any] | int) -> NDArray[Any]:
    """A channel of `over` on one of `under`, both 0 to 255: /255, rounded, exact for all of them."""
    mixed = under * (255 - alpha) + over * alpha + 128
    channel: NDArray[Any] = (mixed + (mixed >> 8)) >> 8
    return channel
