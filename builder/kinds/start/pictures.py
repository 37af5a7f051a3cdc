"""What shows a part of the pack on the start page: an image of it, a logo, or a document's first page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.color import Color
from builder.content.page import Preview
from builder.pack.edition import Edition
from builder.pack.exhibits import face
from builder.pack.plan import Plan

_PREVIEWS = ("instagram-square", "instagram-portrait", "link", "x-post")  # what looks best small
_WHITE = Color(255, 255, 255)


def picture(edition: Edition, files: Sequence[Plan]) -> Preview | None:
    """What shows the files of a group; none of those that have no picture, as tables."""
    return _image(files) or _drawing(edition, files) or _page(edition, files)


def _image(files: Sequence[Plan]) -> Preview | None:
    images = [plan for plan in files if plan.format.is_image and plan.width]
    preferred = (plan for size in _PREVIEWS for plan in images if plan.size == size)
    shown = next(preferred, images[0] if images else None)
    return Preview(shown.path, shown.width, shown.height, shown.alt) if shown else None


def _drawing(edition: Edition, files: Sequence[Plan]) -> Preview | None:
    drawing = next((plan for plan in files if plan.format.is_drawing), None)
    logo = edition.lockup_of(drawing.path) if drawing else None
    if logo is None or drawing is None:
        return None
    bright = not logo.ink.on(_WHITE).reads
    size = round(logo.art.view.w), round(logo.art.view.h)
    return Preview(drawing.path, *size, drawing.alt, loose=True, on_dark=bright)


def _page(edition: Edition, files: Sequence[Plan]) -> Preview | None:
    """The first page of the first document that has one as it is seen, of those for screens before others."""
    shown = face(edition, files)
    if shown is None:
        return None
    frame: Any = shown.recipe
    return Preview("", round(shown.width), round(shown.height), shown.alt, frame=frame)
