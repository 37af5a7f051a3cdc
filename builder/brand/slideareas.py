"""Where the boxes of a layout stand on the slide, and which of them stand on each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from builder.brand.slideboxes import SlideBox
from builder.brand.slides import SlideDesign, SlideSet
from builder.geometry.box import Box
from builder.source import Loc

SlideArea = tuple[float, float, float, float]  # left, top, width, height in hundredths of the slide

LINE_ENDS = 0.66  # of its width: where the line at the foot ends that goes over the whole slide
_WIDE, _NARROW = 16 / 9, 4 / 3  # width to height of the slides that there are
_HAIR = 0.06  # hundredths of the slide: half a pt, by which shares are rounded


def areas(box: SlideBox) -> Iterator[SlideArea]:
    """The box, or as many side by side, or one below another, as it asks for."""
    left, top, width, height = box.box
    wide = (width - box.gap * (box.across - 1)) / box.across
    high = (height - box.gap * (box.down - 1)) / box.down
    for number in range(box.across * box.down):
        right, lower = (number, 0) if box.across > 1 else (0, number)
        yield left + right * (wide + box.gap), top + lower * (high + box.gap), wide, high


def overlaps(slides: SlideSet) -> Iterator[tuple[Loc, str, str]]:
    """Each box of a layout that stands on another one or on the line at the foot: where, what, what to do.

    What stands in a `figure` stands there on purpose, and an SVG leaves room in its box that only its drawing
    tells.
    """
    designs: dict[Loc, SlideDesign] = {("layouts", name): each for name, each in slides.layouts.items()}
    for key, design in {("master",): slides.master, **designs}.items():
        own = design.narrow is not None and "boxes" in design.narrow.model_fields_set
        narrow: Loc = (*key, "narrow", "boxes") if own else (*key, "boxes")
        told = set[Loc]()
        for where, shown, shape in (
            ((*key, "boxes"), design, _WIDE),
            (narrow, design.narrowed, _NARROW),
        ):
            for number, message, hint in _on_each_other(shown, slides, shape):
                loc: Loc = (*where, number)
                if loc not in told:
                    told.add(loc)
                    yield loc, message, hint


def _on_each_other(design: SlideDesign, slides: SlideSet, shape: float) -> Iterator[tuple[int, str, str]]:
    """Each box that stands on one before it or on the line at the foot, by its number."""
    rooms = [list(_rooms(box, shape)) for box in design.boxes]
    foot = _line(slides, design)
    for number, box in enumerate(design.boxes):
        before = [(f"`{each.holds}`", rooms[place]) for place, each in enumerate(design.boxes[:number])]
        for name, others in (*before, ("the line at the foot", foot)):
            pairs = product(rooms[number], others)
            if shared := next((pair for pair in pairs if pair[0].overlaps(pair[1], _HAIR)), None):
                yield number, f"`{box.holds}` overlaps {name}", _apart(*shared)


def _rooms(box: SlideBox, shape: float) -> Iterator[Box]:
    """What a box takes of a slide of some width to height; a circle is as large as it may be in its box."""
    if box.holds == "figure" or (box.form or "").endswith(".svg"):
        return
    for left, top, width, height in areas(box):
        if box.form == "circle":
            high = min(width * shape, height)
            wide = high / shape
            yield Box(left + (width - wide) / 2, top + (height - high) / 2, wide, high)
        elif box.notch:
            yield from _notched(Box(left, top, width, height), Box(*box.notch))
        else:
            yield Box(left, top, width, height)


def _notched(box: Box, notch: Box) -> tuple[Box, Box]:
    """What is left of a box: beside its notch, and above or below it."""
    at_start, on_top = notch.x <= box.x, notch.y <= box.y
    start, end = (notch.right, box.right) if at_start else (box.x, notch.x)
    first, last = (notch.bottom, box.bottom) if on_top else (box.y, notch.y)
    left = box.x if at_start else notch.x
    return Box(start, box.y, end - start, box.h), Box(left, first, box.w - (end - start), last - first)


def _line(slides: SlideSet, design: SlideDesign) -> tuple[Box, ...]:
    """What the line at the foot takes, if there is one."""
    if not design.footer:
        return ()
    if isinstance(design.footer, tuple):
        return (Box(*design.footer),)
    left, top, width, height = slides.footer.box
    return (Box(left, top, width * LINE_ENDS, height),)


def _apart(one: Box, other: Box) -> str:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return f"they share {across:.3g} × {down:.3g} hundredths of the slide: move one, or make it smaller"
