"""Pixels of many shades, of which a palette of 256 shows all that is seen: flat art of many colours.

Grounds and words keep their colours to the last bit. Shades of edges, of which there are thousands and
each on a few pixels, take the next one that the palette has.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from builder.record import Record
from builder.render.pixels.canvas import Packed

_PLACES = 256
_MOST = 8192  # shades of flat art; a photograph has more, and a gradient
_EXACT = 48  # the commonest colours, which keep their own
_WEIGHT = 400  # pixels from which a shade counts no more: many that are a little off are worse than one
_OFF, _SEEN = 24, 8  # of 255: as far as a shade may be from its own, and from which that might be seen
_FEW, _SOME = 0.001, 0.05  # of all pixels, that may be off by more than that, and that may be off at all


class Palette(Record):
    """The colours, and the place of each pixel's among them: rows as a PNG has them."""

    colors: NDArray[np.uint8]  # (n, 4): red, green, blue and opacity
    rows: NDArray[np.uint8]  # each with a filter's 0 in front

    @property
    def chunks(self) -> list[tuple[bytes, bytes]]:
        """What stands in a PNG for the colours, and for what they let through (PNG 3, 11.2.2 and 11.3.1)."""
        colors, opacity = self.colors[:, :3].tobytes(), self.colors[:, 3].tobytes().rstrip(b"\xff")
        return [(b"PLTE", colors), *([(b"tRNS", opacity)] if opacity else [])]


def palette_of(pixels: Packed) -> Palette | None:
    """The pixels with a palette; None if one would be seen to lack shades.

    Those that let something through are compared as they are seen on black and on white.
    """
    colors = pixels.ravel()
    # Flat art changes its colour at edges alone: runs of it are looked at, a fiftieth as many as pixels.
    starts = np.concatenate(([0], np.flatnonzero(colors[1:] != colors[:-1]) + 1))
    lengths, first = np.diff(starts, append=colors.size), colors[starts]
    found, _ = np.unique(first, return_counts=True)  # without counts numpy loads all of its masked arrays
    if len(found) > _MOST:
        return None
    places = np.searchsorted(found, first)
    counts = np.bincount(places, weights=lengths, minlength=len(found)).astype(np.int64)
    shades = np.stack([found >> shift & 255 for shift in (0, 8, 16, 24)], axis=-1).astype(np.int32)
    chosen, nearest, off = _chosen(_seen(shades), counts)
    seen, all_ = counts[off > _SEEN].sum(), counts[off > 0].sum()
    if off.max() > _OFF or seen > _FEW * pixels.size or all_ > _SOME * pixels.size:
        return None
    rows = np.zeros((pixels.shape[0], pixels.shape[1] + 1), np.uint8)
    rows[:, 1:] = np.repeat(nearest[places], lengths).reshape(pixels.shape)
    return Palette(shades[chosen].astype(np.uint8), rows)


def _seen(shades: NDArray[np.int32]) -> NDArray[np.int32]:
    """Colours as they are seen; those of which one is clear, on black and on white."""
    colors, opacity = shades[:, :3], shades[:, 3:]
    if opacity.min() == 255:
        return colors
    black = (colors * opacity + 127) // 255
    return np.concatenate([black, black + 255 - opacity], axis=1)


def _chosen(
    shades: NDArray[np.int32], counts: NDArray[np.int64]
) -> tuple[list[int], NDArray[np.uint8], NDArray[np.int32]]:
    """The colours of the palette, the place that stands for each shade, and how far that is off."""
    commonest = np.argsort(-counts, kind="stable")[:_EXACT]
    weights = np.minimum(counts, _WEIGHT)
    off, nearest = np.full(len(shades), 1 << 12, np.int32), np.zeros(len(shades), np.uint8)
    channels = np.ascontiguousarray(shades.T)
    chosen: list[int] = []
    while len(chosen) < min(_PLACES, len(shades)) and off.any():
        number = len(chosen)
        best = int(commonest[number] if number < len(commonest) else np.argmax(off * off * weights))
        away = np.abs(channels - channels[:, best, None]).max(axis=0)
        np.copyto(nearest, np.uint8(number), where=away < off)
        np.minimum(off, away, out=off)
        chosen.append(best)
    return chosen, nearest, off
