"""Art strewn over a canvas by a seed: off the words, and piece off piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot

from builder.brand.identity import Art, Brand
from builder.brand.scatter import Scatter
from builder.color import Color
from builder.content.frame import Path, path_moved
from builder.geometry.box import Box
from builder.geometry.curves import turned
from builder.layout.art import in_box, tinting
from builder.layout.canvas import Canvas, part_of
from builder.record import replace
from builder.seeded import Seeded

_AIR = 0.02  # of the short side, between words and what lies beside them
_FINE = 1 << 16  # places along a side
_TRIES = 40  # places that are tried for a piece


def scattered(
    use: Scatter, brand: Brand, canvas: Canvas, grounds: tuple[Color, ...], words: Iterable[Box]
) -> list[tuple[Path, ...]]:
    """The pieces that find room, one after the other: another word moves only what it would lie under."""
    return list(_scattered(use, brand, canvas, grounds, words))


def _scattered(
    use: Scatter, brand: Brand, canvas: Canvas, grounds: tuple[Color, ...], words: Iterable[Box]
) -> Iterator[tuple[Path, ...]]:
    short, lying = canvas.short, list[tuple[float, float, float]]()
    area = part_of(Box(0, 0, canvas.width, canvas.height), use.area.width, use.area.height, use.area.at)
    air = _AIR * short
    taken = [box.inset(-air, -air, -air, -air) for box in words]
    for number in range(use.count):
        chance = Seeded(use.seed, str(number))
        art, color = brand.art[chance.chosen(use.files)], chance.chosen(use.colors or ("",))
        side = (use.sizes[0] + (use.sizes[1] - use.sizes[0]) * _share(chance)) * short
        degrees = (2 * _share(chance) - 1) * use.turn
        reach = _reach(art, side)
        for _ in range(_TRIES):
            x, y = area.x + _share(chance) * area.w, area.y + _share(chance) * area.h
            around = Box(x - reach, y - reach, 2 * reach, 2 * reach)
            beside = all(hypot(x - a, y - b) >= reach + r + use.apart * short for a, b, r in lying)
            if beside and not any(box.overlaps(around) for box in taken):
                lying.append((x, y, reach))
                tint = tinting(color or None, art, brand, *grounds)
                turn = turned(degrees, (x, y))
                placed = (path_moved(path, turn) for path in in_box(art, _box(art, side, x, y), tint))
                yield tuple(replace(path, opacity=path.opacity * use.opacity) for path in placed)
                break


def _share(chance: Seeded) -> float:
    return chance.below(_FINE) / (_FINE - 1)


def _reach(art: Art, side: float) -> float:
    """How far a piece reaches from its middle, however it is turned."""
    scale = side / max(art.view.w, art.view.h)
    return hypot(art.view.w, art.view.h) * scale / 2


def _box(art: Art, side: float, x: float, y: float) -> Box:
    scale = side / max(art.view.w, art.view.h)
    width, height = art.view.w * scale, art.view.h * scale
    return Box(x - width / 2, y - height / 2, width, height)
