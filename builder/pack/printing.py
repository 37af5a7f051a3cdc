"""What goes to a print shop: its inks, how far its colours run over the cut, and what is said of it."""

from __future__ import annotations

from typing import Any

from builder.content.printed import Printed
from builder.geometry.box import mm
from builder.layout.canvas import Canvas, sheet
from builder.pack.edition import Edition
from builder.pack.recipes import CardRecipe
from builder.platforms.papers import Sheet

BLEED = mm(3)  # what print shops cut off


def printed(edition: Edition, recipe: CardRecipe) -> Printed:
    """A frame in the brand's inks."""
    frame: Any = recipe
    return Printed(frame, edition.brand.inks)


def cut_sheet(paper: Sheet, smallest: Sheet | None = None) -> Canvas:
    """A sheet with enough over for the cut, also where it is printed as small as another of its shape."""
    larger = paper.width / smallest.width if smallest else 1.0
    return sheet(paper.width, paper.height, bleed=BLEED * larger)
