"""Words beside fields of tiles: the fields as deep as they leave words the room that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from builder.brand.boxes import Node
from builder.brand.design import Design
from builder.brand.photouse import Area
from builder.brand.tiles import LargeTile, Tiles
from builder.content.frame import Item, Path
from builder.geometry.box import Box
from builder.layout.cards.artroom import Words, extents
from builder.layout.cards.fitting import fitted
from builder.layout.cards.remarks import cramped
from builder.layout.cards.setting import Setting, SlotWords, TextTrouble
from builder.layout.cards.toolong import too_long
from builder.layout.tiles.draw import lines_of, placed_tiles
from builder.layout.tiles.grammar import held_on
from builder.layout.tiles.room import depths, room_beside
from builder.record import replace

_EDGE = 0.16  # of a large tile's side, that its words keep off its edges
_ROOM = 0.4  # of that square: enough for a day and its month
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


def with_words(uses: Sequence[Tiles], words: SlotWords) -> tuple[Tiles, ...]:
    """The fields, their large tiles left out that a card has no words for."""
    return tuple(
        use.model_copy(update={"large": None}) if use.large and not words.get(use.large.from_) else use
        for use in uses
    )


def held(uses: Sequence[Tiles], design: Design, setting: Setting) -> list[Item]:
    """The words in the large tiles, as large as those let them be; TextTrouble if they do not fit."""
    items = list[Item]()
    for use in uses:
        if use.large is None:
            continue
        room, inside = _within(use, setting), setting.on(held_on(use, setting.brand))
        alone = design.model_copy(update={"body": _body(use.large), "area": Area()})
        found = fitted(alone, replace(inside, room=room), room)
        if found is None:
            raise too_long(alone, inside, room)
        box, tree, trial = found
        items += tree.place(box, trial)
    return items


def _within(use: Tiles, setting: Setting) -> Box:
    """The square in the disc of a large tile; as much of its middle as is safe, if words have room there."""
    lines, canvas = lines_of(use, setting.canvas), setting.canvas
    side, edge = lines.xs[2] - lines.xs[0], _EDGE * (lines.xs[2] - lines.xs[0])
    left = canvas.width - lines.xs[2] if setting.rtl else lines.xs[0]
    disc = Box(left, lines.ys[0], side, lines.ys[2] - lines.ys[0]).inset(edge, edge, edge, edge)
    safe = canvas.safe
    across = max(safe.x - disc.x, disc.right - safe.right, 0.0)
    down = max(safe.y - disc.y, disc.bottom - safe.bottom, 0.0)
    kept = disc.inset(across, down, across, down)
    return kept if min(kept.w, kept.h) >= _ROOM * disc.w else disc


def _body(large: LargeTile) -> Node:
    texts = [{"text": {"from": large.from_, "style": "numeral", "lines": 1, "align": "centre"}}]
    if large.under:
        texts.append({"text": {"from": large.under, "style": "label", "lines": 2, "align": "centre"}})
    return Node.model_validate({"column": ["spacer", *texts, "spacer"], "gap": 0.01})


def tiles_behind(uses: Sequence[Tiles], setting: Setting, items: Sequence[Item]) -> Iterator[Path]:
    """The curves of the fields, from back to front, beside words that are in their places."""
    words = [box for box in extents(items) if box] if uses else []
    for use in uses:
        yield from placed_tiles(use, setting.brand, setting.canvas, setting.ground, words, setting.rtl)
