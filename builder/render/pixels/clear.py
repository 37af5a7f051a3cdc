"""Frames of which a part is seen through: the same painted on black and on white tells how much of it.

What a pixel is on black is what is painted there, in the share in which it covers; on white, white shines
through in the rest. The difference is the rest, whatever was painted, and in which order.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from builder.color import Color
from builder.content.frame import Fill, Frame, Item, Path
from builder.record import replace
from builder.render.pixels.paint import Watcher, paint_exactly

_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_ROWS = 64  # at a time: what is reckoned with them takes ten times the room of their pixels

CutOut = NDArray[np.uint8]  # (height, width, 4): red, green, blue, and how much of it covers


def is_clear(frame: Frame) -> bool:
    """Whether a part of it is seen through."""
    return any(isinstance(item, Fill | Path) and item.clear for item in frame.items)


def looked_at(frame: Frame, watch: Watcher) -> None:
    """Paint a frame for who watches: where it is clear, on black and on white, as it may come to stand."""
    for each in (_on(frame, _BLACK), _on(frame, _WHITE)) if is_clear(frame) else (frame,):
        paint_exactly(each, watch)


def cut_out(frame: Frame, watch: Watcher = lambda *_: None) -> CutOut:
    """The pixels of a frame and how much of each covers, with its line round what is drawn."""
    dark, light = (_painted(_on(frame, ground), watch) for ground in (_BLACK, _WHITE))
    found = np.empty((*dark.shape[:2], 4), np.uint8)
    for rows in _strips(len(found)):
        found[rows] = _apart(dark[rows].astype(np.int32), light[rows].astype(np.int32))
    return _outlined(found, frame.outline) if frame.outline else found


def _painted(frame: Frame, watch: Watcher) -> NDArray[np.uint8]:
    return np.asarray(paint_exactly(frame, watch).image())


def _strips(height: int) -> Iterator[slice]:
    """The rows of a picture, some at a time."""
    return (slice(top, top + _ROWS) for top in range(0, height, _ROWS))


def _apart(dark: NDArray[np.int32], light: NDArray[np.int32]) -> NDArray[np.int32]:
    """What is painted, and how much of it covers, of pixels on black and on white."""
    covers = 255 - (light - dark).max(axis=2).clip(0, 255)
    shown = covers[..., None]
    plain = np.where(shown > 0, (dark * 255 + shown // 2) // np.maximum(shown, 1), 0).clip(0, 255)
    return np.dstack([plain, covers])


def _on(frame: Frame, ground: Color) -> Frame:
    """The frame with what is clear in a colour."""
    items = tuple(_seen(item, ground) for item in frame.items)
    return replace(frame, items=items)


def _seen(item: Item, ground: Color) -> Item:
    if isinstance(item, Fill) and item.clear:
        return replace(item, paint=ground, clear=False)
    return replace(item, fill=ground, clear=False) if isinstance(item, Path) and item.clear else item


def _outlined(pixels: CutOut, wide: float) -> CutOut:
    """The same on white that reaches further by a width on all sides."""
    around = _grown(pixels[..., 3], wide)
    for rows in _strips(len(pixels)):
        pixels[rows] = _edged(pixels[rows].astype(np.uint32), around[rows].astype(np.uint32))
    return pixels


def _edged(pixels: NDArray[np.uint32], around: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Pixels on the white that lies around what is drawn."""
    share = pixels[..., 3]
    rest = around * (255 - share) // 255  # how much of the line is seen beside what is drawn
    covers = share + rest
    colors = pixels[..., :3] * share[..., None] + 255 * rest[..., None]
    mixed = np.where(covers[..., None] > 0, colors // np.maximum(covers, 1)[..., None], 0)
    return np.dstack([mixed, covers])


def _grown(alpha: NDArray[np.uint8], wide: float) -> NDArray[np.uint8]:
    """What covers, and all that is no further from it than a width: soft at its edge, as curves are."""
    reach = int(np.ceil(wide))
    height, width = alpha.shape
    padded = np.pad(alpha, reach)
    grown = alpha.copy()
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            share = min(max(wide + 0.5 - float(np.hypot(down, right)), 0.0), 1.0)
            if share > 0:
                moved = padded[reach + down :, reach + right :][:height, :width]
                np.maximum(grown, moved if share == 1 else _shaded(moved, share), out=grown)
    return grown


def _shaded(alpha: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    shades: NDArray[np.uint8] = np.rint(np.arange(256) * share).astype(np.uint8)
    return shades[alpha]
