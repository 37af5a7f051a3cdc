"""Frames without a ground, as PNG files whose pixels are only so opaque as what covers them."""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.geometry.box import Box
from builder.record import replace
from builder.render.pixels.paint import paint_exactly
from builder.render.pixels.png import png_file

_RGBA = 6  # colour type (PNG 3, 11.2.1)


def see_through_png(frame: Frame) -> bytes:
    """The frame as a PNG with alpha."""
    return png_of(see_through(frame))


def png_of(pixels: NDArray[np.uint8], *, profiled: bool = True) -> bytes:
    """Red, green, blue and opacity (height, width, 4) as a PNG, which says that they are sRGB."""
    rows = np.concatenate([np.zeros((len(pixels), 1), np.uint8), pixels.reshape(len(pixels), -1)], axis=1)
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, _RGBA, 0, 0, 0)
    return png_file(head, rows.tobytes(), profiled=profiled)


def see_through(frame: Frame) -> NDArray[np.uint8]:
    """Red, green, blue and opacity (height, width, 4), found by painting the frame on black and on white."""
    black, white = (_pixels(frame, Color(*[level] * 3)) for level in (0, 255))
    alpha = 255 - (white - black).max(axis=2)
    found = np.concatenate([black, alpha[..., None]], axis=2)
    edges = (alpha > 0) & (alpha < 255)  # elsewhere, what is seen on black is the colour
    opacity = alpha[edges][:, None].astype(np.int32)
    color = (black[edges].astype(np.int32) * 255 + opacity // 2) // opacity
    found[edges, :3] = color.clip(0, 255)
    return found


def _pixels(frame: Frame, ground: Color) -> NDArray[np.uint8]:
    fill = Fill(Box(0, 0, frame.width, frame.height), ground)
    painted = paint_exactly(replace(frame, items=(fill, *frame.items)))
    return np.asarray(painted.image())
