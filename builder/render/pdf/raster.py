"""Images that paint a curve, with soft masks where anything shines through them."""

from __future__ import annotations

from builder.geometry.paints import Raster
from builder.render.parts import drawn
from builder.render.pdf.canvas import GlyphCanvas, number
from builder.render.raster import encoded

_DIGITS = 6


def fill_with_image(canvas: GlyphCanvas, raster: Raster, trace: str, height: float, fineness: float) -> None:
    """Fills a traced path with an image of at most so many pixels a unit; `height` is that of its canvas."""
    a, b, c, d, e, f = raster.matrix
    wide, high = raster.image.width, raster.image.height
    # An image fills a square of 1, whose y grows upwards (ISO 32000-1, 8.9.5.1).
    placed = (a * wide, -b * wide, -c * high, d * high, c * high + e, height - f - d * high)
    canvas.write(f"{trace} W n")
    canvas.write(" ".join(number(value, _DIGITS) for value in placed) + " cm")
    image = canvas.picture(drawn(encoded, raster, fineness))
    canvas.drawImage(image, 0, 0, 1, 1, mask="auto")
