"""Tails: art at the foot of a page that a chapter leaves half empty, and what it must keep clear of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from builder.content.frame import Fill, Frame, Item, Path, Text
from builder.content.pages import Bookmark, Owned, PageItem, Thumbnail
from builder.geometry.box import Box
from builder.layout.flow.flow import Flow, pile
from builder.layout.flow.typesetter import Typesetter
from builder.record import replace

_MUCH = 0.23  # of a page's height, counted with its lower margin: white that art may stand in
_CLEAR = 6.0  # pt between words and art


class Tail(NamedTuple):
    """Art where it stands, and the box of all that is seen of it."""

    art: Thumbnail
    ink: Box

    def meets(self, items: Iterable[PageItem | Bookmark]) -> bool:
        """Whether words of a page run into it."""
        texts = (each.item for each in items if isinstance(each, Owned) and isinstance(each.item, Text))
        return any(self.ink.overlaps(box, -_CLEAR) for text in texts for box in _lines(text))


def tail_of(setter: Typesetter, page: Sequence[Flow], tails: Iterator[Sequence[Frame]]) -> Tail | None:
    """The highest of the next tails that the page has room for, from its lower edge; None if it is full."""
    look = setter.look
    free = look.height - look.top - pile(page, setter.column) - look.grid
    for tail in next(tails, ()) if free >= _MUCH * look.height else ():
        scale = look.width / tail.width
        if tail.height * scale <= free and (items := tuple(_drawn(tail))):
            art = Thumbnail(replace(tail, items=items), 0.0, look.height - tail.height * scale, scale)
            return Tail(art, _around(art, items))
    return None


def _drawn(tail: Frame) -> Iterator[Item]:
    """Its items but its ground: that is the page's paper."""
    for item in tail.items:
        if not (isinstance(item, Fill) and item.box.w >= tail.width and item.box.h >= tail.height):
            yield item


def _around(art: Thumbnail, items: Sequence[Item]) -> Box:
    boxes = [item.hull if isinstance(item, Path) else item.box for item in items]
    left, top = max(min(box.x for box in boxes), 0.0), max(min(box.y for box in boxes), 0.0)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    by = art.scale
    return Box(art.x + left * by, art.y + top * by, (right - left) * by, (bottom - top) * by)


def _lines(text: Text) -> Iterator[Box]:
    for line in text.lines:
        left = min(run.x for run in line.runs)
        right = max(run.x + run.width for run in line.runs)
        yield Box(left, line.baseline - text.size, right - left, 1.3 * text.size)
