"""Whether words can be read on a photograph and what is laid over it, before any of it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from builder.color import READABLE, READABLE_LARGE, Color, contrast
from builder.content.frame import Path, Picture, Text
from builder.geometry.box import Box
from builder.geometry.pens import extent
from builder.geometry.shadings import Linear, Radial
from builder.photograph import cut, flat
from builder.record import Record, derived

_RARE = 0.004  # the share of pixels behind a text that may differ, as the check of the finished card has it
_MOSTLY = 0.5  # the share of pixels behind large words that may have no more contrast than these need
_NEARLY = 0.9  # of the contrast of their ground
_SOME = 0.1  # the same of pixels behind a form of a logo
_SURE = 1.02  # times the contrast that is needed: what a JPEG makes of it is not seen here
_STEPS = 12  # across what a scrim may hide, and down it
_MOST = 20_000  # pixels that are looked at behind one text: every so manieth, as it will be drawn

Pixels = NDArray[np.float64]  # rows of pixels, of red, green and blue, 0 to 255


class Seen(Record, eq=False, dict=True):
    """A picture as it is seen: what lies behind words is drawn once, and forgotten with this: it is large.

    What lies over the picture are paths of its own box, in one colour or in a shading of it.
    """

    picture: Picture
    ground: Color = Color(255, 255, 255)  # seen through its clear parts

    def legible(self, over: Sequence[Path], texts: Iterable[Text]) -> bool:
        """Whether each text has the contrast that it needs (WCAG 2.2, 1.4.3) with what is seen behind it."""
        return all(_stands_out(text, self._behind(text.box, over), self.ground) for text in texts)

    def visible(self, over: Sequence[Path], drawn: Iterable[Path]) -> bool:
        """Whether the larger part of a drawing, by the boxes of its forms, stands out from what is behind it.

        Forms outside the picture, and those of more than one colour, are not asked about.
        """
        seen = lost = 0.0
        for path in drawn:
            box = extent(path.commands)
            if isinstance(path.fill, Color) and box.overlaps(self.picture.box):
                ratios = _ratios(path.fill, self._behind(box, over))
                faint = ratios.size > 0 and _quantile(ratios, _SOME) < READABLE_LARGE
                seen, lost = seen + box.w * box.h, lost + box.w * box.h * bool(faint)
        return lost <= seen / 2

    def _behind(self, box: Box, over: Sequence[Path]) -> Pixels:
        """The pixels behind a box of the canvas, with what lies over the picture."""
        whole, (width, height) = self.picture.box, self._size
        left, right = max(int(box.x - whole.x), 0), min(int(box.right - whole.x) + 1, width)
        top, bottom = max(int(box.y - whole.y), 0), min(int(box.bottom - whole.y) + 1, height)
        if left >= right or top >= bottom:
            return np.empty((0, 0, 3))
        step = max(round(((right - left) * (bottom - top) / _MOST) ** 0.5), 1)
        xs, ys = np.arange(left, right, step), np.arange(top, bottom, step)
        pixels = self._part(left, top, right, bottom)[::step, ::step].astype(float)
        for path in over:
            pixels = _under(path, pixels, whole.x + xs + 0.5, whole.y + ys + 0.5)
        return pixels

    def _part(self, left: int, top: int, right: int, bottom: int) -> NDArray[np.uint8]:
        """A part of the picture, in its pixels on the canvas; a tone looks at the lights of all of it."""
        picture, place = self.picture, (left, top, right, bottom)
        if picture.tone or picture.blur:
            return self._whole[top:bottom, left:right]
        if place not in self._parts:
            across, down = picture.crop.w / self._size[0], picture.crop.h / self._size[1]
            x, y = picture.crop.x + left * across, picture.crop.y + top * down
            wide, high = right - left, bottom - top
            part = cut(picture.image, Box(x, y, wide * across, high * down), (wide, high))
            self._parts[place] = np.asarray(flat(part, self.ground))
        return self._parts[place]

    @derived
    def _parts(self) -> dict[tuple[int, int, int, int], NDArray[np.uint8]]:
        return {}

    @derived
    def _whole(self) -> NDArray[np.uint8]:
        picture = self.picture
        pixels = cut(picture.image, picture.crop, self._size, picture.tone, picture.blur)
        return np.asarray(flat(pixels, self.ground))

    @property
    def _size(self) -> tuple[int, int]:
        """The width and the height of the picture on the canvas, in whole pixels."""
        return max(round(self.picture.box.w), 1), max(round(self.picture.box.h), 1)


def dimmed(box: Box, over: Iterable[Path]) -> float:
    """The share of a box that paths over all of it hide, by how opaque they are; 0 of a box of no size."""
    if not (box.w > 0 and box.h > 0):
        return 0.0
    steps = (np.arange(_STEPS) + 0.5) / _STEPS
    xs, ys, seen = box.x + steps * box.w, box.y + steps * box.h, np.ones((_STEPS, _STEPS))
    for path in over:
        seen = seen * (1 - _opacity(path, xs, ys))
    return 1 - float(np.sum(seen)) / seen.size


def _under(path: Path, pixels: Pixels, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> Pixels:
    """The pixels of these places with a path over all of them."""
    color = path.fill if isinstance(path.fill, Color) else _shading(path).stops[0].color
    return pixels + (np.array(color.rgb) - pixels) * _opacity(path, xs, ys)[:, :, None]


def _opacity(path: Path, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much of each of these places a path over all of them hides."""
    if isinstance(path.fill, Color):
        return np.full((len(ys), len(xs)), path.opacity)
    stops = _shading(path).stops
    along = _along(path.fill, xs, ys)
    hidden = np.interp(along, [stop.at for stop in stops], [stop.opacity for stop in stops])
    return np.asarray(hidden * path.opacity, dtype=np.float64)


def _shading(path: Path) -> Linear | Radial:
    assert isinstance(path.fill, Linear | Radial)
    return path.fill


def _along(fill: object, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far along a shading these places lie: straight, or round a point."""
    if isinstance(fill, Radial):
        wide, _, _, high, x, y = fill.matrix
        inner = fill.focus[2]
        away = np.hypot(((xs - x) / wide)[None, :], ((ys - y) / high)[:, None])
        return np.asarray((away - inner) / (1 - inner), dtype=np.float64)
    assert isinstance(fill, Linear)
    (x, y), (end_x, end_y) = fill.start, fill.end
    across, down = end_x - x, end_y - y
    along = ((xs - x)[None, :] * across + (ys - y)[:, None] * down) / (across * across + down * down)
    return np.asarray(along, dtype=np.float64)


def _stands_out(text: Text, behind: Pixels, ground: Color) -> bool:
    """Whether hardly a pixel behind a text is too near its colour.

    Half of those behind large words suit small ones too, as far as the ground alone does.
    """
    if not behind.size:
        return True
    ratios = _ratios(text.color, behind)
    if text.large and _quantile(ratios, _MOSTLY) < min(READABLE, _NEARLY * contrast(text.color, ground)):
        return False
    return _quantile(ratios, _RARE) >= (READABLE_LARGE if text.large else READABLE) * _SURE


def _quantile(values: NDArray[np.float64], share: float) -> float:
    """What such a share of the values is below; numpy's own loads all of its masked arrays first."""
    place = share * (values.size - 1)
    at, between = int(place), place % 1
    after = min(at + 1, values.size - 1)
    found = np.partition(values.ravel(), (at, after))
    low, high = float(found[at]), float(found[after])
    return high - (high - low) * (1 - between) if between >= 0.5 else low + (high - low) * between


def _ratios(color: Color, behind: Pixels) -> NDArray[np.float64]:
    """The contrast of a colour with each pixel."""
    channels = behind / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    luminance, own = linear @ (0.2126, 0.7152, 0.0722), color.luminance
    ratios: NDArray[np.float64] = (np.maximum(luminance, own) + 0.05) / (np.minimum(luminance, own) + 0.05)
    return ratios
