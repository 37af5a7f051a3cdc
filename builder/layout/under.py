"""What lies under a room of a frame: the colours that words and logos are seen on there."""

from __future__ import annotations

from collections.abc import Iterable

from builder.color import Color
from builder.content.frame import Fill, Item, Path, Picture, Text
from builder.geometry.box import Box
from builder.geometry.curves import covers, fills, flattened

_COARSE = 0.25  # px: near enough to know where a form ends


def colors_under(below: Iterable[Item], room: Box) -> tuple[Color, ...] | None:
    """The colours of what lies under a room, from back to front; None if one varies, is a
    picture's, or what is clear is seen through.
    """
    found: tuple[Color, ...] | None = ()
    for item in below:
        if not isinstance(item, Text) and _box(item).overlaps(room):
            found = _over(found, item, room)
    return found


Colors = tuple[Color, ...] | None


def _over(found: Colors, item: Fill | Path | Picture, room: Box) -> Colors:
    """The same with an item over it."""
    if isinstance(item, Picture):
        return None
    if isinstance(item, Fill | Path) and item.clear:
        return None
    if isinstance(item, Fill):
        paint: object = item.paint
        whole = item.box.contains(room)
    else:
        polygons = flattened(item.commands, _COARSE)
        if item.fill is None or not covers(polygons, room):
            return found if item.stroke is None else None
        paint, whole = item.fill if item.opacity == 1.0 else None, fills(polygons, room)
    if not isinstance(paint, Color):
        return None
    if whole:
        return (paint,)
    return None if found is None else tuple(dict.fromkeys((*found, paint)))


def _box(item: Fill | Path | Picture) -> Box:
    return item.hull if isinstance(item, Path) else item.box
