"""Cards that cannot be made, drawn all the same: with as much of their words as can be set."""

from __future__ import annotations

from builder.content.frame import Fill, Frame
from builder.geometry.box import Box
from builder.layout.cards.setting import SlotWords, TextTrouble
from builder.layout.cards.solve import solve
from builder.layout.cards.toolong import cut
from builder.layout.logos import LogoTrouble
from builder.layout.marked import Flaw
from builder.pack.recipes import CardRecipe, without
from builder.record import replace

_TRIALS = 12  # texts of a card that may be wrong


def drafted(recipe: CardRecipe) -> tuple[Frame, tuple[Flaw, ...]]:
    """The card's frame, and what is wrong with its words; what has no room or no font is left out."""
    layout = recipe.lay_out()
    if layout.sound:
        return layout.content, ()
    flaws = tuple(
        Flaw(str(each.path[0]) if each.path else "", each.message)
        for each in layout.remarks
        if each.severity == "error"
    )
    return _tried(recipe) or _bare(recipe), flaws


def _tried(recipe: CardRecipe) -> Frame | None:
    """The card with words cut until they can be set; None if they never can."""
    drawings = {art.name: art for art in recipe.art}
    brand = replace(recipe.brand.value, art=drawings, logos=dict(recipe.logos))
    words: SlotWords = recipe.words
    for _ in range(_TRIALS):
        try:
            photo, canvas = recipe.photo, recipe.canvas
            design = recipe.design.value
            return solve(design, words, canvas, brand, recipe.language, recipe.rtl, photo).frame
        except LogoTrouble:
            brand = replace(brand, logos={})
        except TextTrouble as trouble:
            shorter = without(words, trouble.lacking) if trouble.lacking else cut(words, trouble)
            if shorter == words:
                return None
            words = shorter
    return None


def _bare(recipe: CardRecipe) -> Frame:
    """The card's ground alone."""
    canvas, background = recipe.canvas, recipe.design.value.background
    ground = recipe.brand.value.color(background.ground)
    whole = Fill(Box(0, 0, canvas.width, canvas.height), ground)
    return Frame(canvas.width, canvas.height, canvas.unit, (whole,), recipe.language, recipe.rtl)
