"""Words as curves: the outlines of their glyphs, for a drawing that holds no text."""

from __future__ import annotations

from builder.geometry.box import Command
from builder.media import Font
from builder.text.shaping import shape
from builder.text.typeface import typeface


def curves(words: str, font: Font, size: float) -> tuple[tuple[Command, ...], float]:
    """The outlines of a line of words, its baseline at y = 0 and y downwards, and how wide it is."""
    shaped, opened = shape(words, font), typeface(font)
    scale = size / opened.em
    steps: list[Command] = []
    for glyph in shaped.glyphs:
        for number, x, y in glyph.parts:
            pen = _Pen(glyph.x * size + x * scale, -y * scale, scale)
            opened.shaper.draw_glyph_with_pen(number, pen)
            steps += pen.steps
    return tuple(steps), shaped.width * size


class _Pen:
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
