"""Frames without a ground, as PNG files whose pixels are only so opaque as what covers them."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from builder.color import Color
from builder.content.frame import Fill, Frame
from builder.geometry.box import Box
from builder.render.pixels.paint import paint_exactly
from builder.render.pixels.png import png_file

_RGBA = 6  # colour type (PNG 3, 11.2.1)


def see_through_png(frame: Frame) -> bytes:
    """The frame as a PNG with alpha."""
    pixels = see_through(frame)
    rows = np.concatenate([np.zeros((len(pixels), 1), np.uint8), pixels.reshape(len(pixels), -1)], axis=1)
    head = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, _RGBA, 0, 0, 0)
    return png_file(head, rows.tobytes())


def see_through(frame: Frame) -> NDArray[np.uint8]:
    """Red, green, blue and opacity (height, width, 4), found by painting the frame on black and on white."""
    black, white = (_pixels(frame, Color(*[level] * 3)) for level in (0, 255))
    alpha = 255 - (white - black).max(axis=2, keepdims=True)
    color = np.where(alpha > 0, (black * 255 + alpha // 2) // np.maximum(alpha, 1), 0).clip(0, 255)
    found: NDArray[np.uint8] = np.concatenate([color, alpha], axis=2).astype(np.uint8)
    return found


def _pixels(frame: Frame, ground: Color) -> NDArray[np.int64]:
    fill = Fill(Box(0, 0, frame.width, frame.height), ground)
    painted = paint_exactly(replace(frame, items=(fill, *frame.items)))
    return np.asarray(painted.image()).astype(np.int64)
