"""A logo for who has none yet: the name, set in the display type."""

from __future__ import annotations

from html import escape

from builder.color import Color
from builder.geometry.box import Command
from builder.media import Font
from builder.text.bidi import begins_rtl
from builder.text.curves import curves
from builder.text.typeface import typeface

_SIZE, _LEADING = 100.0, 1.04  # units of the drawing; of the size
_LONG = 16  # letters of a name that takes two lines


def wordmark(name: str, font: Font, color: Color) -> str:
    """The SVG of a name in one colour, in two lines if it is long; it holds curves, no text."""
    steps, opened = list[Command](), typeface(font)
    lines = _lines(name)
    drawn = [curves(line, font, _SIZE) for line in lines]
    widths = [width for _, width in drawn]
    for number, (outlines, width) in enumerate(drawn):
        right = max(widths) - width if begins_rtl(name) else 0.0
        down = _SIZE * (opened.ascent + number * _LEADING)
        steps += [_moved(step, right, down) for step in outlines]
    height = _SIZE * (opened.height + (len(lines) - 1) * _LEADING)
    path = "".join(letter + " ".join(f"{value:.2f}" for value in values) for letter, *values in steps)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {max(widths):.2f} {height:.2f}">\n'
        f"  <title>{escape(name)}</title>\n"
        f'  <path fill="{color.hex}" d="{path}"/>\n'
        "</svg>\n"
    )


def _lines(name: str) -> tuple[str, ...]:
    """The name, broken where its lines are most alike in length."""
    words = name.split()
    if len(name) <= _LONG or len(words) < 2:
        return (" ".join(words),)
    breaks = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
    return min(breaks, key=lambda lines: max(map(len, lines)))


def _moved(step: Command, right: float, down: float) -> Command:
    letter, *values = step
    return (letter, *(value + (right, down)[place % 2] for place, value in enumerate(values)))
