"""Tails: art at the foot of a page whose rest is large, and which the next page does not go on with.

Whether a page has it goes by these two alone: so much white, below the end of a chapter or of a part of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from builder.content.frame import Fill, Frame, Item, Path, Text
from builder.content.look import Look
from builder.content.pages import Bookmark, Owned, PageItem, Thumbnail
from builder.geometry.box import Box
from builder.layout.flow.flow import TINY, Flow, pile
from builder.layout.flow.openings import Band, FullPage
from builder.layout.flow.typesetter import Typesetter
from builder.record import replace

_MUCH = 0.23  # of a page's height, counted with its lower margin: white that art stands in
_PART = 2  # the level of a heading that begins a part of a chapter
_CLEAR = 6.0  # pt between words and art


def starts_anew(first: Flow) -> bool:
    """Whether a page that begins with it goes on with nothing: with the head of a chapter, or of a part."""
    return isinstance(first, Band | FullPage) or 0 < first.level <= _PART


def tail_of(
    setter: Typesetter,
    page: Sequence[Flow],
    tails: Iterator[Sequence[Frame]],
    foot: Iterable[PageItem | Bookmark],
) -> Thumbnail | None:
    """The next of the tails, as high as the page has room for; None if it is full.

    Those come first that run over the page's lower edge, clear of the words of the foot. Where all would run
    into those, it stands above them.
    """
    look = setter.look
    free = look.height - look.top - pile(page, setter.column) - look.grid
    if free < _MUCH * look.height:
        return None
    items = [each.item for each in foot if isinstance(each, Owned)]
    words = [box for item in items if isinstance(item, Text) for box in _lines(item)]
    found = list[Thumbnail]()
    for forms in islice(tails, len(look.tails)):
        art = next(_fitting(look, forms, free, words), None)
        if art and art.box.bottom > look.height - TINY:
            return art
        found += [art] if art else []
    next(tails, None)  # the first of them again: another page has another
    return found[0] if found else None


def _fitting(look: Look, forms: Sequence[Frame], free: float, words: Sequence[Box]) -> Iterator[Thumbnail]:
    """The forms of a tail that are no higher than a room, clear of words."""
    above = min((box.y for box in words), default=look.height) - _CLEAR
    for tail in forms:
        scale = look.width / tail.width
        high, drawn = tail.height * scale, tuple(_drawn(tail))
        art = Thumbnail(replace(tail, items=drawn), 0.0, look.height - high, scale)
        if any(_meets(art, box) for box in words):
            art, high = replace(art, y=above - high), look.height - above + high
        if drawn and high <= free:
            yield art


def _drawn(tail: Frame) -> Iterator[Item]:
    """Its items but its ground: that is the page's paper."""
    for item in tail.items:
        if not (isinstance(item, Fill) and item.box.w >= tail.width and item.box.h >= tail.height):
            yield item


def _meets(art: Thumbnail, words: Box) -> bool:
    """Whether art is seen where words stand, or so near that they would touch."""
    by = art.scale
    room = Box((words.x - art.x) / by, (words.y - art.y) / by, words.w / by, words.h / by)
    near = room.inset(*[-_CLEAR / by] * 4)
    return any(box.overlaps(near, 0.0) for item in art.frame.items for box in _seen(item, near))


def _seen(item: Item, room: Box) -> Iterator[Box]:
    """Where an item may be seen: of a curve, from the highest of its parts over the room down."""
    if not isinstance(item, Path):
        yield item.box
        return
    over = [box for box in _parts(item) if box.x < room.right and box.right > room.x]
    if over:
        top = min(box.y for box in over)
        yield Box(room.x, top, room.w, max(box.bottom for box in over) - top)


def _parts(path: Path) -> Iterator[Box]:
    """A box round each part of a curve."""
    at: tuple[float, ...] = ()
    for step in path.commands:
        points = (*at, *step[1:])
        if at and len(points) > 2:
            xs, ys = points[::2], points[1::2]
            yield Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        at = tuple(step[-2:]) if len(step) > 2 else at


def _lines(text: Text) -> Iterator[Box]:
    for line in text.lines:
        left = min(run.x for run in line.runs)
        right = max(run.x + run.width for run in line.runs)
        yield Box(left, line.baseline - text.size, right - left, 1.3 * text.size)
