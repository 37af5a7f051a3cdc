"""Logos and art that are made of pixels: what they are painted in, and how large they may be used."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image as Pixels

from builder.brand.identity import Art, ArtShape
from builder.brand.svg.faults import Fault, WrongArt
from builder.color import Color, difference
from builder.errors import FileTrouble
from builder.geometry.box import Box, Point
from builder.geometry.curves import before
from builder.geometry.paints import Raster
from builder.imagefiles import open_pixels, read_image, upright
from builder.media import Image
from builder.record import Record

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
FORMATS = ("PNG", "JPEG", "WEBP")
MOST_PIXELS = 24_000_000  # of all images of a drawing: 100 MB while they are drawn
PRINTED = 300  # pixels an inch: what a print shop asks of pictures
_ONE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SAMPLE = 64  # px: an image is so large when its colours are counted
_STEPS = 16  # of a channel, within which colours count as one
_LEAST = 0.01  # of what is opaque: less is a detail
_SEEN = 400  # px: an image is so large when it is looked at point by point
_SHADE = 8  # of a channel, within which colours count as one there
_EDGES = 0.5  # of the edges of an image, more of which a ground of its own has: letters may touch them too
_ALIKE = 32  # of a channel: what that may differ by
_OPAQUE = 255
_CARRIES = 0.1  # of what is opaque: less is no ground that forms lie on
_DEEP = {"I", "I;16", "I;16B", "I;16L", "F"}
_DEPTH = slice(24, 25)  # where a PNG says how many bits a channel has (PNG 3, 11.2.1)


def read_picture(path: Path, name: str) -> Art:
    """The art of a picture's file, a unit a pixel; WrongArt if it cannot be drawn, OSError if unreadable."""
    path.read_bytes()
    try:
        image = read_image(path, FORMATS, MOST_PIXELS)
    except FileTrouble as trouble:
        raise WrongArt([Fault(str(trouble), "export it again as PNG, or as SVG")]) from None
    with open_pixels(path, FORMATS) as opened:
        if getattr(opened, "is_animated", False):
            raise WrongArt([Fault("it is an animation", "save one still picture of it")])
    view = Box(0, 0, image.width, image.height)
    outline = (("M", 0.0, 0.0), ("L", view.w, 0.0), ("L", view.w, view.h), ("L", 0.0, view.h), ("Z",))
    return Art(name, image.digest, view, (ArtShape(outline, raster_of(image)),))


def raster_of(image: Image) -> Raster:
    """An image as a paint, in its own pixels, with what is to be known of its colours."""
    inks, is_clear = _colors_of(image)
    return Raster(image, _ONE, inks=inks, is_clear=is_clear)


@lru_cache(maxsize=256)  # a look's photographs, which are the same in every brand
def _colors_of(image: Image) -> tuple[tuple[tuple[Color, float], ...], bool]:
    """The inks of an image, and whether any of it is seen through."""
    pixels = upright(image).convert("RGBA")
    clear = pixels.getchannel("A").getextrema() != (255, 255)
    pixels.thumbnail((_SAMPLE, _SAMPLE), Pixels.Resampling.BOX)
    return tuple(_inks(pixels)), clear


def _inks(pixels: Pixels.Image) -> Iterator[tuple[Color, float]]:
    """The main colours of a small picture and the share of what is opaque that each has, most first."""
    found: dict[tuple[int, ...], list[float]] = {}
    counted: list[tuple[int, tuple[int, ...]]] = pixels.getcolors(_SAMPLE * _SAMPLE)  # type: ignore[assignment]
    for count, (*channels, alpha) in counted:
        totals = found.setdefault(tuple(channel // _STEPS for channel in channels), [0.0, 0.0, 0.0, 0.0])
        for number, value in enumerate((*channels, 1)):
            totals[number] += value * count * alpha
    whole = sum(totals[3] for totals in found.values())
    for red, green, blue, weight in sorted(found.values(), key=lambda totals: -totals[3]):
        if weight >= _LEAST * whole > 0:
            yield Color(*(round(total / weight) for total in (red, green, blue))), weight / whole


def layers_at(raster: Raster, at: Point) -> tuple[tuple[Color, float], ...]:
    """What an image shows at a point, and how opaque: on a ground of its own, that and what stands on it."""
    seen = _seen(raster.image)
    pixels = seen.pixels
    x, y = before(raster.matrix, at)
    across = min(max(int(x / raster.image.width * pixels.width), 0), pixels.width - 1)
    down = min(max(int(y / raster.image.height * pixels.height), 0), pixels.height - 1)
    red, green, blue, alpha = pixels.getpixel((across, down))  # type: ignore[misc]
    color = raster.tint or Color(
        *(channel // _SHADE * _SHADE + _SHADE // 2 for channel in (red, green, blue))
    )
    if seen.ground is not None:
        on_it = difference(color, seen.ground) >= _ALIKE
        return ((seen.ground, 1.0), (color, 1.0)) if on_it else ((seen.ground, 1.0),)
    below = None if raster.tint else seen.below.get((across, down))
    return ((below, 1.0), (color, 1.0)) if below else ((color, alpha / 255),)


class _Seen(Record):
    """An image in as few pixels as show its forms."""

    pixels: Pixels.Image
    ground: Color | None  # that it brings: what all its edges have
    below: Mapping[tuple[int, int], Color]  # what a pixel lies on, where one colour is all round it


@lru_cache(maxsize=8)
def _seen(image: Image) -> _Seen:
    pixels = upright(image).convert("RGBA")
    pixels.thumbnail((_SEEN, _SEEN))
    right, bottom = pixels.width - 1, pixels.height - 1
    edges = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    edges += [(x, y) for y in range(bottom + 1) for x in (0, right)]
    read: Callable[[Point], tuple[int, int, int, int]] = pixels.getpixel  # type: ignore[assignment]
    found = Counter(read(edge) for edge in edges)
    ground = Color(*found.most_common(1)[0][0][:3])
    alike = sum(
        count
        for (*rgb, alpha), count in found.items()
        if alpha == _OPAQUE and difference(Color(*rgb), ground) < _ALIKE
    )
    if alike > _EDGES * len(edges):
        return _Seen(pixels, ground, {})
    return _Seen(pixels, None, _enclosed(pixels))


def _enclosed(pixels: Pixels.Image) -> dict[tuple[int, int], Color]:
    """The pixels that one of the main colours is all round, as letters in a disc, and that colour.

    They are those that are not reached from outside the picture without crossing it.
    """
    small = pixels.copy()
    small.thumbnail((_SAMPLE, _SAMPLE), Pixels.Resampling.BOX)
    flat = pixels.tobytes()
    data = list(zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True))
    found = dict[tuple[int, int], Color]()
    for color, share in _inks(small):
        if share >= _CARRIES:
            walls = [alpha == _OPAQUE and difference(Color(*rgb), color) < _ALIKE for *rgb, alpha in data]
            inside = (place for place in shut_off(walls, *pixels.size) if data[place][3] == _OPAQUE)
            found |= {(place % pixels.width, place // pixels.width): color for place in inside}
    return found


def shut_off(walls: Sequence[bool], width: int, height: int) -> Iterator[int]:
    """The places of a grid, counted row by row, that walls part from its edges; not the walls themselves."""
    reached = bytearray(walls)
    edges = [*range(width), *range(width * (height - 1), width * height)]
    edges += [place for row in range(height) for place in (row * width, row * width + width - 1)]
    queue = [place for place in edges if not reached[place]]
    while queue:
        place = queue.pop()
        if reached[place]:
            continue
        reached[place] = True
        column = place % width
        beside = (place - 1 if column else -1, place + 1 if column < width - 1 else -1)
        near = (*beside, place - width, place + width)
        queue += [each for each in near if 0 <= each < len(reached) and not reached[each]]
    return (place for place, known in enumerate(reached) if not known)


def usable(art: Art) -> str:
    """How large a picture may be used, and what becomes of what no writer draws as it is."""
    (image,) = art.images
    width = image.width * 25.4 / PRINTED
    size = f"{image.width:,} × {image.height:,} pixels"
    said = [f"sharp up to {math.floor(width):,} mm wide in print and {image.width:,} px on screens"]
    return "; ".join((f"`{art.name}` is made of {size}, {said[0]}", *_losses(art, image)))


def _losses(art: Art, image: Image) -> Iterator[str]:
    with open_pixels(image.file, FORMATS) as opened:
        mode, profile = opened.mode, opened.info.get("icc_profile")
    if mode == "CMYK":
        by = "by its profile" if profile else "without a profile, so they may come out otherwise"
        yield f"its colours are those of a press (CMYK) and are turned into those of screens {by}"
    deep = image.data[:4] == b"\x89PNG" and image.data[_DEPTH] == b"\x10"
    if mode in _DEEP or deep:
        yield "of its 16 bits a channel, 8 are drawn"
    (shape,) = art.shapes
    if isinstance(shape.fill, Raster) and not shape.fill.is_clear:
        yield "nothing shines through it, so it stands as a box on other grounds"
