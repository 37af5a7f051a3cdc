"""Holes in the ground of pictures that are laid over another."""

from __future__ import annotations

from builder.brand.clearing import ClearUse
from builder.color import Color
from builder.content.frame import Path
from builder.geometry.arcs import disc
from builder.layout.canvas import Canvas

_WHITE = Color(255, 255, 255)


def hole_in(clear: ClearUse | None, canvas: Canvas) -> tuple[Path, ...]:
    """The hole that a design cuts into its ground, if it does; white, as paper is, where none is possible."""
    if clear is None or clear.hole is None:
        return ()
    middle = canvas.width / 2, canvas.height / 2
    return (Path(disc(middle, clear.hole * canvas.short), _WHITE, clear=True),)
