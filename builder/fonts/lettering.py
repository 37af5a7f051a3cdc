"""Letters of a font as curves, for drawings that hold text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from builder.geometry.box import Command
from builder.media import Font

_BLANKS = " \u00a0"  # (CSS Text 3, 8.1)
_NO_LIGATURES = {"liga": False, "clig": False}  # letter-spaced text takes none (CSS Text 3, 8.2)


class Letters(NamedTuple):
    """The curves of a line of text, its baseline at y = 0 and y downwards, and how long it is."""

    steps: tuple[Command, ...]
    width: float
    ascent: float
    descent: float


def letters(
    text: str, font: Font, size: float, *, rtl: bool = False, spacing: float = 0.0, blank: float = 0.0
) -> Letters:
    """The text at a size, with so much room after each cluster of characters, and more after blanks."""
    import uharfbuzz as hb  # noqa: PLC0415  only drawings with text

    opened = _opened(font)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "und"  # else that of the machine would be taken
    buffer.guess_segment_properties()
    hb.shape(opened, buffer, _NO_LIGATURES if spacing else {})
    scale, steps = size / opened.face.upem, list[Command]()
    pen = 0.0
    for info, at, last in _glyphs(buffer):
        outline = GlyphPen(pen + at.x_offset * scale, -at.y_offset * scale, scale)
        opened.draw_glyph_with_pen(info.codepoint, outline)
        steps += outline.steps
        pen += at.x_advance * scale + (spacing if last else 0.0)
        pen += blank if text[info.cluster] in _BLANKS else 0.0
    extents = opened.get_font_extents("ltr")
    return Letters(tuple(steps), pen, extents.ascender * scale, -extents.descender * scale)


def _glyphs(buffer: Any) -> Iterator[tuple[Any, Any, bool]]:
    """Each glyph and its place, and whether it is the last of its cluster."""
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    for number, (info, place) in enumerate(zip(infos, places, strict=True)):
        last = number + 1 == len(infos) or infos[number + 1].cluster != info.cluster
        yield info, place, last


@lru_cache(maxsize=32)
def _opened(font: Font) -> Any:
    import uharfbuzz as hb  # noqa: PLC0415  as above

    return hb.Font(hb.Face(hb.Blob(font.data)))


class GlyphPen:
    """A pen as HarfBuzz calls it, whose y grows upwards; what it draws is moved and scaled."""

    def __init__(self, x: float, y: float, scale: float) -> None:
        self.steps: list[Command] = []
        self._x, self._y, self._scale = x, y, scale
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  HarfBuzz's name
        """Begin a loop."""
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802  as above
        """A straight piece."""
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802  as above
        """A cubic."""
        self._add("C", *points)

    def qCurveTo(self, steer: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802  as above
        """A quadratic, as the cubic that is the same curve."""
        (x0, y0), (cx, cy), (x, y) = self._at, steer, end
        first = (x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3)
        self._add("C", first, (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3), end)

    def closePath(self) -> None:  # noqa: N802  as above
        """Close the loop."""
        self.steps.append(("Z",))

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        moved = (v for x, y in points for v in (self._x + x * self._scale, self._y - y * self._scale))
        self.steps.append((letter, *moved))
        self._at = points[-1]
