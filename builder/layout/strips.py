"""A photograph cut into as many strips as a whole has parts, of which so many are lit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.brand.photouse import Strips
from builder.color import Color
from builder.content.frame import Picture
from builder.geometry.box import Box, Command
from builder.geometry.pens import outline_of
from builder.layout.numbers.form import TEN, Form, Share, shown
from builder.record import replace

_FORM = Form(lambda *_: (), lambda *_: 1.0, parts="tenths")  # up to ten, so that the eye counts them
_DIM = 0.42  # how far the lights of what is not lit are from the ground to its words


def stripped(
    picture: Picture, share: Share | None, strips: Strips, look: Sequence[Color], short: float, focus: Box
) -> tuple[Picture, ...]:
    """The strips that are not lit, in a tone of the ground, and those that are; one picture without a share.

    Lit are those around what matters. `look` is the ground and the colour of words on it.
    """
    drawn = shown(share, _FORM) if share else None
    if drawn is None or drawn.of > TEN or not 0 < drawn.part < drawn.of:
        return (picture,)
    gap, box, of = strips.gap * short, picture.box, drawn.of
    width = (box.w - gap * (of - 1)) / of
    boxes = [Box(box.x + number * (width + gap), box.y, width, box.h) for number in range(of)]
    first = _first(picture, boxes, round(drawn.part), focus)
    lit = boxes[first : first + round(drawn.part)]
    ground, words = look
    rest = replace(picture, tone=(ground, ground.mix(words, _DIM)), alt="")
    others = (each for each in boxes if each not in lit)
    return (replace(rest, clip=_outlines(others)), replace(picture, clip=_outlines(lit)))


def _first(picture: Picture, boxes: Sequence[Box], count: int, focus: Box) -> int:
    """Where the lit strips begin: as near to what matters as can be."""
    scale = picture.box.w / picture.crop.w
    middle = picture.box.x + (focus.middle[0] * picture.image.width - picture.crop.x) * scale
    starts = range(len(boxes) - count + 1)
    return min(starts, key=lambda at: abs((boxes[at].x + boxes[at + count - 1].right) / 2 - middle))


def _outlines(boxes: Iterable[Box]) -> tuple[Command, ...]:
    return tuple(step for box in boxes for step in outline_of(box))
