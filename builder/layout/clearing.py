"""Holes in the ground of pictures that are laid over another."""

from __future__ import annotations

from builder.brand.clearing import ClearUse
from builder.content.frame import Fill, Path
from builder.geometry.arcs import disc
from builder.layout.canvas import Canvas


def hole_in(ground: Fill, clear: ClearUse | None, canvas: Canvas) -> tuple[Path, ...]:
    """The hole that a design cuts into its ground, if it does; formats without holes show it whole."""
    if clear is None or clear.hole is None:
        return ()
    paint = ground.paint
    middle = canvas.width / 2, canvas.height / 2
    return (Path(disc(middle, clear.hole * canvas.short), paint, clear=True),)
