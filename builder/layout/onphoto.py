"""What stands on a photograph, and whether it hides what the photograph is looked at for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.content.frame import Fill, Item, Path, Picture, Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.crops import seen_of, shown_at
from builder.record import Record

WORDS, DRAWN = "words stand", "a logo or another drawing stands"
_HIDDEN = 0.05  # the share of what matters that something may stand on
_NEAR = 0.02  # of the short side: no further apart are the parts of a logo


class Standing(Record):
    """Something on a canvas and where it stands."""

    box: Box
    what: str


def standing_on(items: Sequence[Item], canvas: Canvas) -> tuple[Standing, ...]:
    """The texts, panels below them, and drawings, whose parts stand near each other and hide together."""
    texts = [item.box for item in items if isinstance(item, Text)]
    curves = [item.hull for item in items if isinstance(item, Path)]
    flat = [item.box for item in items if isinstance(item, Fill)]
    others = (*_merged(curves, _NEAR * canvas.short), *flat)
    panels = [box for box in others if any(box.contains(text) for text in texts)]
    drawn = (box for box in others if box not in panels)
    return (*(Standing(box, WORDS) for box in (*texts, *panels)), *(Standing(box, DRAWN) for box in drawn))


def hiding(picture: Picture, focus: Box, standing: Iterable[Standing]) -> str:
    """What of it stands on what matters; a focus that is a point says nothing of how much that is."""
    return next((each.what for each in standing if _covers(each.box, picture, focus)), "")


def _merged(boxes: Sequence[Box], near: float) -> Iterator[Box]:
    """The boxes in their order, those that stand near the one before as one with it."""
    last: Box | None = None
    for box in boxes:
        if last is not None and last.inset(-near, -near, -near, -near).overlaps(box):
            last = _both(last, box)
            continue
        yield from () if last is None else (last,)
        last = box
    yield from () if last is None else (last,)


def _both(one: Box, other: Box) -> Box:
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Box(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)


def _covers(box: Box, picture: Picture, focus: Box) -> bool:
    matters = shown_at(picture, focus)
    return seen_of(matters, picture.box).shared(box) > _HIDDEN * matters.w * matters.h
