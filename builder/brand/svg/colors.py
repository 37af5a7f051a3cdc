"""Colours as a drawing writes them."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.brand.svg.guard import Node
from builder.brand.svg.reading import Reading
from builder.color import Color, WrittenColor, read_color

_ICC = re.compile(r"\s+(icc|device)-\w+\(.*", re.DOTALL)  # beside what a screen shows (SVG 1.1, 12.3)
_BLACK = Color(0, 0, 0)
_AS_HEX = "give it as #rrggbb"


def color_of(reading: Reading, node: Node, text: str, current: str) -> tuple[Color, float]:
    """The colour that a property gives, and how opaque it is; a fault, and black, if it is none.

    This is the one place where the text of a colour becomes a colour; `current` is what `currentColor` means.
    """
    text = current if text.lower() == "currentcolor" else text
    if "var(" in text:
        reading.fault(node, f"the paint `{text[:50]}` is a CSS variable", _AS_HEX)
        return _BLACK, 1.0
    try:
        written = _read(text)
    except ValueError:
        reading.fault(node, f"`{text[:50]}` is no colour", _AS_HEX)
        return _BLACK, 1.0
    if not written.exact:
        reading.fault(node, f"the colour `{text[:50]}` is not in sRGB", _AS_HEX)
    return written.solid, written.opacity


@lru_cache(maxsize=256)
def _read(text: str) -> WrittenColor:
    if text.lower() == "black":  # as many files write it that write no other colour by its name
        return WrittenColor(_BLACK)
    return read_color(_ICC.sub("", text))
