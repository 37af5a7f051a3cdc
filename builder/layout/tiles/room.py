"""The room that fields of tiles leave for words: they end on lines of their modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.brand.tiles import Tiles
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.tiles.draw import lines_of

_NONE = 1.0  # px or pt: room that is no room, and still a box


def depths(uses: Sequence[Tiles]) -> Iterator[tuple[Tiles, ...]]:
    """The fields as deep as the design has them, then with fewer and fewer rows, or columns at a side."""
    spare = max((use.depth - use.fewest for use in uses if use.is_edge), default=0)
    for less in range(spare + 1):
        yield tuple(use.at_depth(max(use.depth - less, use.fewest)) if use.is_edge else use for use in uses)


def box_of(use: Tiles, canvas: Canvas, rtl: bool) -> Box:
    """Where a field lies on the canvas."""
    box = lines_of(use, canvas).box
    return Box(canvas.width - box.right, box.y, box.w, box.h) if rtl else box


def room_beside(room: Box, uses: Iterable[Tiles], canvas: Canvas, rtl: bool) -> Box:
    """What the fields at edges leave of the room for words, with a gap as wide as the room's margin."""
    edge = min(room.x, room.y)
    for use in uses:
        if not use.is_edge:
            continue
        box = lines_of(use, canvas).box
        at = {"left": "right", "right": "left"}.get(use.at, use.at) if rtl else use.at
        left = max(room.x, box.w + edge) if at == "left" else room.x
        top = max(room.y, box.bottom + edge) if at == "top" else room.y
        right = min(room.right, canvas.width - box.w - edge) if at == "right" else room.right
        bottom = min(room.bottom, box.y - edge) if at == "bottom" else room.bottom
        room = Box(left, top, max(right - left, _NONE), max(bottom - top, _NONE))
    return room
