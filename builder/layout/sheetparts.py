"""Frames side by side on one sheet: each keeps to its room, and what runs over the cut goes on around all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.content.frame import Fill, Frame, Item, Path, Picture, Text, Turn, path_moved
from builder.geometry.box import Box
from builder.geometry.clip import clipped
from builder.geometry.curves import moved
from builder.layout.canvas import Canvas
from builder.layout.cards.edges import turned
from builder.record import Record, replace

_ROUNDING = 1e-6  # pt: edges that are this near are one


class Placed(Record):
    """A frame and where its canvas begins on a sheet; `heard` tells whether it is read aloud.

    One that is `upended` reads upwards, and is as high there as it is wide; it shows no picture.
    """

    frame: Frame
    x: float
    y: float
    heard: bool = True
    upended: bool = False

    @property
    def room(self) -> Box:
        """Where its canvas is on the sheet."""
        wide, high = self.frame.width, self.frame.height
        return Box(self.x, self.y, *((high, wide) if self.upended else (wide, high)))

    @property
    def items(self) -> tuple[Item, ...]:
        """Its items as they stand on its canvas, turned if they are to be."""
        if not self.upended:
            return self.frame.items
        return tuple(turned(item, Turn(-90, 0.0, self.frame.width)) for item in self.frame.items)


def on_one_sheet(canvas: Canvas, parts: Iterable[Placed], lang: str, *, rtl: bool) -> Frame:
    """The parts as one frame, in their order. Each is cut off where another begins, and at the sheet's edge
    it runs over by the sheet's bleed.
    """
    items = tuple(item for part in parts for item in _items(part, canvas))
    whole = Box(0, 0, canvas.width, canvas.height)
    return Frame(canvas.width, canvas.height, canvas.unit, items, lang, rtl, whole, canvas.bleed)


def _items(part: Placed, canvas: Canvas) -> Iterator[Item]:
    room = _room(part, canvas)
    for item in part.items:
        if isinstance(item, Text):
            there = text_moved(item, part.x, part.y)
            yield there if part.heard else replace(there, words="")
        elif isinstance(item, Fill):
            if cut := _common(_shifted(item.box, part.x, part.y), room):
                yield replace(item, box=cut)
        elif isinstance(item, Path):
            yield from _path(path_moved(item, (1, 0, 0, 1, part.x, part.y)), room)
        else:
            yield from _picture(item, part, room)


def _room(part: Placed, canvas: Canvas) -> Box:
    """The part's own room, and the bleed beyond those of its edges that are the sheet's."""
    box, bleed = part.room, canvas.bleed
    return box.inset(
        -bleed if box.x < _ROUNDING else 0.0,
        -bleed if box.y < _ROUNDING else 0.0,
        -bleed if box.right > canvas.width - _ROUNDING else 0.0,
        -bleed if box.bottom > canvas.height - _ROUNDING else 0.0,
    )


def _path(path: Path, room: Box) -> Iterator[Path]:
    hull = path.hull
    if path.stroke is not None or _common(hull, room) == hull:
        yield path
    elif steps := clipped(path.commands, room):
        yield replace(path, commands=steps)


def _picture(picture: Picture, part: Placed, room: Box) -> Iterator[Picture]:
    """The part of a picture that is in the room, and of its image what is seen there."""
    box = _shifted(picture.box, part.x, part.y)
    cut = _common(box, room)
    if cut is None:
        return
    across, down = picture.crop.w / box.w, picture.crop.h / box.h
    crop = Box(
        picture.crop.x + (cut.x - box.x) * across,
        picture.crop.y + (cut.y - box.y) * down,
        cut.w * across,
        cut.h * down,
    )
    clip = clipped(moved(picture.clip, (1, 0, 0, 1, part.x, part.y)), room) if picture.clip else ()
    if clip or not picture.clip:
        yield replace(picture, box=cut, crop=crop, clip=clip, alt=picture.alt if part.heard else "")


def _common(one: Box, two: Box) -> Box | None:
    """What two boxes have in common."""
    left, top = max(one.x, two.x), max(one.y, two.y)
    right, bottom = min(one.right, two.right), min(one.bottom, two.bottom)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _shifted(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.w, box.h)


def text_moved(text: Text, x: float, y: float) -> Text:
    """A text somewhere else: lines that are turned keep their level places, their turn moves."""
    box, rooms = _shifted(text.box, x, y), tuple(_shifted(room, x, y) for room in text.rooms)
    if text.turn:
        turn = replace(text.turn, x=text.turn.x + x, y=text.turn.y + y)
        return replace(text, box=box, rooms=rooms, turn=turn)
    lines = (
        replace(
            line,
            baseline=line.baseline + y,
            runs=tuple(replace(run, x=run.x + x) for run in line.runs),
        )
        for line in text.lines
    )
    return replace(text, box=box, rooms=rooms, lines=tuple(lines))
