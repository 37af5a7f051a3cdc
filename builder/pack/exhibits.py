"""What shows a document of the pack where the pack is told of: its first page, or what its makers say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from builder.content.cards import Cards
from builder.content.printed import Printed
from builder.content.recipe import Recipe
from builder.content.story import Opening, Story
from builder.layout.canvas import Canvas
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.recipes import CardRecipe
from builder.pack.sheets import SheetRecipe
from builder.record import Record
from builder.tagged import joined


class Face(Record):
    """A picture of a document, still to be laid out, and its alt text."""

    recipe: Recipe
    canvas: Canvas
    alt: str

    @property
    def width(self) -> float:
        """Of its canvas."""
        return self.canvas.width

    @property
    def height(self) -> float:
        """Of its canvas."""
        return self.canvas.height


def face(edition: Edition, files: Sequence[Plan]) -> Face | None:
    """What shows the first document that has a picture, of those for screens before those for print shops."""
    for plan in sorted(files, key=lambda plan: isinstance(plan.content, Printed)):
        recipe: Any = plan.picture or _first_page(plan.content)
        if recipe is not None:
            named = (plan.title, edition.spec.theme.title) if plan.picture else (plan.title,)
            return Face(recipe, recipe.canvas, plan.alt or joined(edition.phrases.colon, named))
    return None


def _first_page(content: Any) -> CardRecipe | SheetRecipe | None:
    """The recipe of what is seen first of a document."""
    if isinstance(content, Printed):
        return _first_page(content.frame)
    if isinstance(content, Cards):
        return _first_page(content.frames[0])
    if isinstance(content, Story) and content.blocks and isinstance(content.blocks[0], Opening):
        return _first_page(content.blocks[0].frame)
    return content if isinstance(content, CardRecipe | SheetRecipe) else None


def in_common(titles: Sequence[str]) -> str:
    """The words that all titles begin with: `Poster` of `Poster A4` and `Poster A3, for a print shop`."""
    by_place = zip(*(title.split() for title in titles), strict=False)
    return " ".join(alike[0] for alike in takewhile(_alike, by_place)).rstrip(",:·(") or titles[0]


def _alike(words: Sequence[str]) -> bool:
    return len({word.rstrip(",:") for word in words}) == 1
