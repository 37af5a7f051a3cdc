"""A draft of a frame: what is wrong is marked on it, and nobody takes it for a finished picture."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from builder.brand.identity import Brand
from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Text
from builder.geometry.box import Box
from builder.geometry.curves import moved
from builder.geometry.pens import extent, outline_of
from builder.layout.fonts import font_chain
from builder.record import Record, replace
from builder.text.curves import curves
from builder.text.lines import set_line
from builder.text.paragraph import paragraph
from builder.text.running import break_text
from builder.text.strands import Strand

RED, _WHITE = Color(200, 0, 30), Color(255, 255, 255)
_DRAFT = "DRAFT"
_SLANT, _ACROSS, _FAINT = -30.0, 0.8, 0.22  # degrees; of the diagonal; opacity
_LINE, _SIZE, _LEADING = 0.006, 0.032, 1.3  # of the short side, but the last
_LEAST = 11.0  # units: smaller words are not read
_LANGUAGE = "en"


class Flaw(Record):
    """What is wrong with a frame, and the slot whose words it is about; empty if it is about all of it."""

    slot: str
    message: str


def marked(frame: Frame, flaws: Sequence[Flaw], brand: Brand) -> Frame:
    """The frame with the words that are wrong in red boxes, a mark over all, and below it what is wrong."""
    band, words = said(frame.width, frame.height, flaws, brand)
    items = (*frame.items, mark(frame.width, frame.height, brand), *rims(frame, flaws), band, words)
    return replace(frame, height=float(round(band.box.bottom)), items=items)


def rims(frame: Frame, flaws: Sequence[Flaw]) -> tuple[Path, ...]:
    """Boxes around the words of a frame that are wrong."""
    slots = {flaw.slot for flaw in flaws}
    rooms = [item.box for item in frame.items if isinstance(item, Text) and item.role in slots]
    wide = max(min(frame.width, frame.height) * _LINE, 1.0)
    return tuple(path for room in rooms for path in rim(room, wide))


def rim(box: Box, wide: float) -> tuple[Path, ...]:
    """A red line round a box that is seen on every ground."""
    around = outline_of(box.inset(-wide, -wide, -wide, -wide))
    edges = ((_WHITE, 2 * wide), (RED, wide))
    return tuple(Path(around, stroke=ink, stroke_width=pen) for ink, pen in edges)


def mark(width: float, height: float, brand: Brand) -> Path:
    """The word over the middle of what is so large, aslant."""
    font = font_chain(brand, "text", 700, _LANGUAGE).fonts[0]
    steps, _ = curves(_DRAFT, font, 100.0)
    box = extent(steps)
    by = _ACROSS * min(width / box.w, height / box.w / sin(radians(-_SLANT)))
    a, b = by * cos(radians(_SLANT)), by * sin(radians(_SLANT))
    x, y = box.x + box.w / 2, box.y + box.h / 2
    centred = (a, b, -b, a, width / 2 - a * x + b * y, height / 2 - b * x - a * y)
    return Path(moved(steps, centred), fill=RED, opacity=_FAINT)


def said(
    width: float, height: float, flaws: Sequence[Flaw], brand: Brand, *, inside: bool = False
) -> tuple[Fill, Text]:
    """A red band below what is so large, or at the foot of it, and what is wrong on the band."""
    size = _LEAST if inside else max(min(width, height) * _SIZE, _LEAST)
    chain = font_chain(brand, "text", 700, _LANGUAGE)
    paras = [paragraph((Strand(flaw.message, chain, _LANGUAGE),), boxes=True) for flaw in flaws]
    room = (width - 2 * size) / size
    spans = [(para, span) for para in paras for span in break_text(para, room)]
    high = (len(spans) * _LEADING + 1.0) * size
    top = height - high if inside else height
    lines = tuple(
        set_line(para, span, size, top + (number * _LEADING + 1.45) * size, size)
        for number, (para, span) in enumerate(spans)
    )
    words = Text("; ".join(flaw.message for flaw in flaws), lines, size, _WHITE, _LANGUAGE)
    return Fill(Box(0, top, width, high), RED), words
