"""Words beside fields of tiles: the fields as deep as they leave words the room that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from builder.brand.tiles import Tiles
from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.layout.cards.artroom import Words, extents
from builder.layout.cards.remarks import cramped
from builder.layout.cards.setting import Setting, TextTrouble
from builder.layout.tiles.draw import placed_tiles
from builder.layout.tiles.room import depths, room_beside

More = TypeVar("More")


def beside_tiles(
    uses: Sequence[Tiles], setting: Setting, room: Box, place: Callable[[Box], tuple[Words, More]]
) -> tuple[tuple[Tiles, ...], tuple[Words, More]]:
    """The fields, with all rows or as many as leave words at ease, and what `place` makes of the room."""
    best = None
    for fields in depths(uses):
        try:
            placed = place(room_beside(room, fields, setting.canvas, setting.rtl))
        except TextTrouble as trouble:
            crowded = trouble
            continue
        best = fields, placed
        items, tree, trial, _ = placed[0]
        if not (uses and cramped(items, tree, trial, setting.canvas)):
            break
    if best is None:
        raise crowded
    return best


def tiles_behind(uses: Sequence[Tiles], setting: Setting, items: Sequence[Item]) -> Iterator[Path]:
    """The curves of the fields, from back to front, beside words that are in their places."""
    words = [box for box in extents(items) if box] if uses else []
    for use in uses:
        yield from placed_tiles(use, setting.brand, setting.canvas, setting.ground, words, setting.rtl)
