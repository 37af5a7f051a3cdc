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

_RED, _WHITE = Color(200, 0, 30), Color(255, 255, 255)
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
    short = min(frame.width, frame.height)
    slots = {flaw.slot for flaw in flaws}
    rooms = [item.box for item in frame.items if isinstance(item, Text) and item.role in slots]
    wide = max(short * _LINE, 1.0)
    rims = [outline_of(room.inset(-wide, -wide, -wide, -wide)) for room in rooms]
    edges = ((_WHITE, 2 * wide), (_RED, wide))  # which are seen on every ground
    boxes = [Path(rim, stroke=ink, stroke_width=pen) for rim in rims for ink, pen in edges]
    band, said = _said(frame, flaws, brand, max(short * _SIZE, _LEAST))
    items = (*frame.items, _mark(frame, brand), *boxes, band, said)
    return replace(frame, height=float(round(frame.height + band.box.h)), items=items)


def _mark(frame: Frame, brand: Brand) -> Path:
    """The word over the middle of the frame, aslant."""
    font = font_chain(brand, "text", 700, _LANGUAGE).fonts[0]
    steps, _ = curves(_DRAFT, font, 100.0)
    box = extent(steps)
    by = _ACROSS * min(frame.width / box.w, frame.height / box.w / sin(radians(-_SLANT)))
    a, b = by * cos(radians(_SLANT)), by * sin(radians(_SLANT))
    x, y = box.x + box.w / 2, box.y + box.h / 2
    centred = (a, b, -b, a, frame.width / 2 - a * x + b * y, frame.height / 2 - b * x - a * y)
    return Path(moved(steps, centred), fill=_RED, opacity=_FAINT)


def _said(frame: Frame, flaws: Sequence[Flaw], brand: Brand, size: float) -> tuple[Fill, Text]:
    """A red band below the frame, and what is wrong on it."""
    chain = font_chain(brand, "text", 700, _LANGUAGE)
    paras = [paragraph((Strand(flaw.message, chain, _LANGUAGE),), boxes=True) for flaw in flaws]
    room = (frame.width - 2 * size) / size
    spans = [(para, span) for para in paras for span in break_text(para, room)]
    top = frame.height + 0.5 * size
    lines = tuple(
        set_line(para, span, size, top + (number * _LEADING + 0.95) * size, size)
        for number, (para, span) in enumerate(spans)
    )
    band = Fill(Box(0, frame.height, frame.width, (len(spans) * _LEADING + 1.0) * size), _RED)
    return band, Text("; ".join(flaw.message for flaw in flaws), lines, size, _WHITE, _LANGUAGE)
