"""A photograph cut into as many strips as a whole has parts, of which so many are lit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.brand.photouse import Strips
from builder.color import Color
from builder.content.frame import Picture
from builder.geometry.box import Box, Command
from builder.geometry.pens import outline_of
from builder.layout.numbers.form import Form, Share, shown
from builder.record import replace

_FORM = Form(lambda *_: (), lambda *_: 1.0, parts="ten")  # up to ten, so that the eye counts them
# How far from the ground to its words what is not lit is, dark and light: the picture is a ghost in it.
_DIM = (0.06, 0.2)
_LIT = 0.3  # how far the darks of what is lit are from its dark to its light, where it is in a tone


def stripped(
    picture: Picture, share: Share | None, strips: Strips, look: Sequence[Color], short: float, focus: Box
) -> tuple[Picture, ...]:
    """The strips that are not lit, in a tone of the ground, and those that are; one picture without a share.

    Lit are those around what matters. `look` is the ground and the colour of words on it. A share that
    takes more than ten parts lights no strip: that would be another share.
    """
    drawn = shown(share, _FORM) if share else None
    if drawn is None or not 0 < drawn.part < drawn.of:
        return (picture,)
    gap, box, of = strips.gap * short, picture.box, drawn.of
    width = (box.w - gap * (of - 1)) / of
    boxes = [Box(box.x + number * (width + gap), box.y, width, box.h) for number in range(of)]
    first = _first(picture, boxes, round(drawn.part), focus)
    lit = boxes[first : first + round(drawn.part)]
    ground, words = look
    shade, pale = (ground.mix(words, dim) for dim in _DIM)
    others = (each for each in boxes if each not in lit)
    rest = replace(picture, tone=(shade, pale), alt="", clip=_outlines(others))
    shining = picture
    if picture.tone:
        dark, *between, light = picture.tone
        shining = replace(picture, tone=(dark.mix(light, _LIT), *between, light))
    return (rest, replace(shining, clip=_outlines(lit)))


def _first(picture: Picture, boxes: Sequence[Box], count: int, focus: Box) -> int:
    """Where the lit strips begin: as near to what matters as can be."""
    scale = picture.box.w / picture.crop.w
    middle = picture.box.x + (focus.middle[0] * picture.image.width - picture.crop.x) * scale
    starts = range(len(boxes) - count + 1)
    return min(starts, key=lambda at: abs((boxes[at].x + boxes[at + count - 1].right) / 2 - middle))


def _outlines(boxes: Iterable[Box]) -> tuple[Command, ...]:
    return tuple(step for box in boxes for step in outline_of(box))
