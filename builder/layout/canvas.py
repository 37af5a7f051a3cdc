"""The sheet that a design is solved for."""

from __future__ import annotations

from dataclasses import dataclass

from builder.brand.design import Shape
from builder.brand.pin import Anchor
from builder.content.frame import Unit
from builder.geometry.box import Box
from builder.platforms.sizes import Size
from builder.record import replace

_COMFORT = 16 / 12  # 16 CSS px read well where 12 are the floor
_STRIP = 0.4  # of the short side: words that have no more of it have a strip
_LARGE_PX = 24  # WCAG 2.2 "large scale": 18 pt, which is 24 CSS px


@dataclass(frozen=True, slots=True)
class Canvas:
    """Its size, the part where words may stand, and the smallest text, in its unit."""

    width: float
    height: float
    unit: Unit
    safe: Box
    least: float
    css_px: float  # how many of its units are one CSS px as people see it
    bleed: float = 0.0
    names: tuple[str, ...] = ()  # of its groups and of its size, the widest first
    thrown: bool = False  # on a wall, where its millimetres are none of paper
    strip: float = 0.0  # the short side of the part that words have, where sizes are shares of that

    @property
    def page(self) -> Box:
        """All of it, without the bleed."""
        return Box(0, 0, self.width, self.height)

    @property
    def short(self) -> float:
        """The short side, of which designs give shares."""
        return self.strip or min(self.width, self.height)

    @property
    def for_words(self) -> Canvas:
        """The canvas as words have it: a strip of banners of which most devices show the middle alone.

        What stands there is composed for the strip, in shares of it; the ground is that of the whole.
        """
        strip = min(self.safe.w, self.safe.h)
        return replace(self, strip=strip) if strip < _STRIP * self.short else self

    @property
    def comfortable(self) -> float:
        """The text size below which a warning is due."""
        return self.least * _COMFORT

    @property
    def large(self) -> float:
        """The text size from which WCAG 2.2 asks for 3:1 only."""
        return _LARGE_PX * self.css_px

    @property
    def shape(self) -> Shape:
        """Which variant of a design it takes."""
        ratio = self.safe.w / self.safe.h if self.strip else self.width / self.height
        for shape, least in _SHAPES:
            if ratio >= least:
                return shape
        return "tall"

    @property
    def shapes(self) -> tuple[Shape, Shape]:
        """Which variant the ground takes, and which the words."""
        return self.shape, self.for_words.shape

    def room(self, margin: float) -> Box:
        """The safe area within a margin given as a share of the short side."""
        edge = margin * self.short
        left, top = max(self.safe.x, edge), max(self.safe.y, edge)
        right = min(self.safe.right, self.width - edge)
        return Box(left, top, right - left, min(self.safe.bottom, self.height - edge) - top)

    def part(self, width: float, height: float) -> Canvas:
        """A part of the sheet as a canvas of its own, on which words may stand anywhere."""
        return replace(self, width=width, height=height, safe=Box(0, 0, width, height))


_SHAPES: tuple[tuple[Shape, float], ...] = (
    ("strip", 4.5),
    ("wide", 2.0),
    ("landscape", 1.3),
    ("base", 0.64),
)


def screen(size: Size) -> Canvas:
    """The canvas of a size, in px; a corner that the platform covers is cut off the safe area."""
    css = size.width / size.shown
    safe = size.safe if size.clear is None else _without(size.safe, size.clear)
    names = (*size.groups, size.key)
    return Canvas(size.width, size.height, "px", safe, size.least * css, css, names=names)


def sheet(
    width: float, height: float, least: float = 12.0, bleed: float = 0.0, larger: float = 1.0
) -> Canvas:
    """A sheet of paper, in pt; a CSS px is 0.75 pt.

    `larger` is how many times as wide it is as the sheet of its shape that shows the same: its words are so
    much larger at least, so that nothing but their size tells the two apart.
    """
    return Canvas(width, height, "pt", Box(0, 0, width, height), least * larger, 0.75 * larger, bleed)


def slide(width: float, height: float) -> Canvas:
    """A slide, in the pt of its file."""
    return replace(sheet(width, height), thrown=True)


def _without(safe: Box, clear: Box) -> Box:
    """The largest part of the safe area beside, above or below what is covered."""
    return safe.beside(clear) if safe.overlaps(clear) else safe


def part_of(room: Box, width: float, height: float, at: Anchor, rtl: bool = False) -> Box:
    """The part of a room, in shares of it, that hangs at an anchor; mirrored in right-to-left languages."""
    w, h = room.w * width, room.h * height
    right = 1.0 if "right" in at else 0.0 if "left" in at else 0.5
    down = 1.0 if "bottom" in at else 0.0 if "top" in at else 0.5
    right = 1.0 - right if rtl else right
    return Box(room.x + (room.w - w) * right, room.y + (room.h - h) * down, w, h)
