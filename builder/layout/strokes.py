"""Lines as a design has them drawn: whole, in dashes, or as a brush leaves them."""

from __future__ import annotations

from collections.abc import Sequence

from builder.brand.strokes import Stroke
from builder.color import Color
from builder.content.frame import Path
from builder.geometry.box import Box, Command
from builder.geometry.strokes import brushed, dashed


def drawn_line(
    commands: Sequence[Command], width: float, color: Color, stroke: Stroke | None, *, dry: bool = True
) -> Path:
    """A line along a curve: one that is not whole is an outline that is filled, in every format alike.

    Of two lines by a brush on one card, each has its own hand, by where it begins; one that is not `dry`
    ends where the line does.
    """
    if stroke is None:
        return Path(tuple(commands), stroke=color, stroke_width=width)
    if stroke.dash:
        dash, gap = stroke.dash
        return Path(dashed(commands, width, dash * width, gap * width), color)
    _, x, y = commands[0]
    seed = f"{stroke.seed}/{round(x)}/{round(y)}"
    return Path(brushed(commands, width, stroke.brush or 0.0, seed, dry=dry), color)


def drawn_rule(box: Box, color: Color, stroke: Stroke, *, rtl: bool = False) -> Path:
    """A straight line in a box, along its longer side; a brush goes the way that words do."""
    x, y = box.middle
    ends = ((x, box.y), (x, box.bottom)) if box.h > box.w else ((box.x, y), (box.right, y))
    start, end = reversed(ends) if rtl and box.w > box.h else ends
    return drawn_line((("M", *start), ("L", *end)), min(box.w, box.h), color, stroke)
