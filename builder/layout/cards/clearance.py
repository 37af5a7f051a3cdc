"""The room that logos keep around them, among the boxes of a design."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from builder.layout.cards.boxes import Boxed, Column, Panel, Spacer, is_gap
from builder.layout.cards.edges import Bled, Levelled, Turned
from builder.layout.cards.logobox import Around, LogoBox
from builder.layout.cards.rows import Row
from builder.record import replace

_NOTHING = Around()


def kept_clear(box: Boxed, around: Around = _NOTHING) -> Boxed:
    """The box, all logos in it told what room there is on each side: what they lack of theirs they add."""
    if isinstance(box, LogoBox):
        return replace(box, around=around)
    if isinstance(box, Panel):
        edge = Around(0, 0, 0, 0) if box.fill else around  # a ground of its own ends at its edge
        pad = box.pad
        room = Around(edge.above + pad, edge.below + pad, edge.before + pad, edge.after + pad)
        return replace(box, inner=kept_clear(box.inner, room))
    if isinstance(box, Bled):
        return replace(box, inner=kept_clear(box.inner, Around(0, 0, 0, 0) if box.fill else around))
    if isinstance(box, Turned | Levelled):
        return replace(box, inner=kept_clear(box.inner))
    if isinstance(box, Row):
        sides = _between(box.boxes, box.gap, (around.before, around.after), each=True)
        rooms = (replace(around, before=before, after=after) for before, after in sides)
    elif isinstance(box, Column):
        sides = _between(box.boxes, box.gap, (around.above, around.below), each=False)
        rooms = (replace(around, above=above, below=below) for above, below in sides)
    else:
        return box
    return replace(box, boxes=[kept_clear(child, room) for child, room in zip(box.boxes, rooms, strict=True)])


def _between(
    boxes: Sequence[Boxed], gap: float, ends: tuple[float, float], *, each: bool
) -> Iterator[tuple[float, float]]:
    """For each box how far those beside it are; a gap is beside each box, or only where no spacer is."""
    there = [number for number, box in enumerate(boxes) if not is_gap(box)]
    for number in range(len(boxes)):
        last = max((other for other in there if other < number), default=None)
        next_ = min((other for other in there if other > number), default=None)
        yield (
            ends[0] if last is None else _room(boxes[last + 1 : number], gap, each=each),
            ends[1] if next_ is None else _room(boxes[number + 1 : next_], gap, each=each),
        )


def _room(spacers: Sequence[Boxed], gap: float, *, each: bool) -> float:
    """The least room that spacers make, and the gap."""
    lengths = (
        each_.least if each_.size is None else each_.size for each_ in spacers if isinstance(each_, Spacer)
    )
    return fsum(lengths) + (gap if each or not spacers else 0.0)
