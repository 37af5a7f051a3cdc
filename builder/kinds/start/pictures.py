"""What shows a part of the pack on the start page: an image of it, a logo, or a document's first page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.color import Color
from builder.content.cards import Cards
from builder.content.page import Preview
from builder.content.printed import Printed
from builder.content.story import Opening, Story
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe

_PREVIEWS = ("instagram-square", "instagram-portrait", "link", "x-post")  # what looks best small
_WHITE = Color(255, 255, 255)


def picture(edition: Edition, files: Sequence[Plan]) -> Preview | None:
    """What shows the files of a group; none of those that have no picture, as tables."""
    return _image(files) or _drawing(edition, files) or _page(files)


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


def _page(files: Sequence[Plan]) -> Preview | None:
    """The first page of the first document that has one as it is seen, of those for screens before others."""
    for plan in sorted(files, key=lambda plan: isinstance(plan.content, Printed)):
        if (recipe := _first_page(plan.content)) is not None:
            frame: Any = recipe
            alt = plan.alt or plan.title
            return Preview("", round(recipe.canvas.width), round(recipe.canvas.height), alt, frame=frame)
    return None


def _first_page(content: Any) -> CardRecipe | None:
    """The recipe of what is seen first of a document."""
    if isinstance(content, Printed):
        return _first_page(content.frame)
    if isinstance(content, Cards):
        return _first_page(content.frames[0])
    if isinstance(content, Story) and content.blocks and isinstance(content.blocks[0], Opening):
        return _first_page(content.blocks[0].frame)
    return content if isinstance(content, CardRecipe) else None
