"""The brand's slides on slides of another shape: what 4:3 makes of layouts drawn for 16:9."""

from __future__ import annotations

from typing import Any

from builder.brand.artuse import ArtUse
from builder.brand.slideboxes import SlideBox
from builder.brand.slides import NarrowScale, SlideDesign, SlideSet
from builder.layout.canvas import Canvas

_WIDE = 1.5  # width to height from which a slide counts as wide


def shaped(slides: SlideSet, canvas: Canvas) -> SlideSet:
    """The slides with the boxes, type and art that suit the canvas."""
    if canvas.width / canvas.height >= _WIDE:
        return slides
    layouts = {key: _narrow(design, slides.narrow) for key, design in slides.layouts.items()}
    return slides.model_copy(update={"master": _narrow(slides.master, slides.narrow), "layouts": layouts})


def _narrow(design: SlideDesign, scale: NarrowScale) -> SlideDesign:
    narrowed = design.narrowed
    changes: dict[str, Any] = {
        "boxes": tuple(_smaller_type(box, scale.type) for box in narrowed.boxes),
        "art": tuple(_smaller_art(piece, scale.art) for piece in narrowed.pieces),
    }
    return narrowed.model_copy(update=changes)


def _smaller_type(box: SlideBox, scale: float) -> SlideBox:
    return box.model_copy(update={"size": max(box.least, round(box.size * scale))})


def _smaller_art(piece: ArtUse, scale: float) -> ArtUse:
    across, down = piece.shift
    sizes = {name: getattr(piece, name) and getattr(piece, name) * scale for name in ("grows", "shrinks")}
    changes = {"scale": piece.scale * scale, "shift": (across * scale, down * scale), **sizes}
    return piece.model_copy(update=changes)
