"""Decks that cannot be made, drawn all the same: what is wrong with a slide is marked on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from builder.color import READABLE, READABLE_LARGE, Color, contrast, ratio_text
from builder.content.deck import (
    Deck,
    Drawing,
    Filling,
    PictureFill,
    Placeholder,
    SlideContent,
    SlideLayout,
    SlideParagraph,
    TableFill,
    TextFill,
)
from builder.content.frame import Path as Curve
from builder.content.recipe import Remark, known
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.kinds.slides.recipes import DeckRecipe, drafter
from builder.kinds.slides.spread import spread
from builder.layout.marked import RED, mark, rim
from builder.layout.slides.drafter import Laid
from builder.layout.slides.fitting import fitted
from builder.record import Record, replace

_BAND, _EDGE, _INSET = 0.16, 3.0, 10.0  # of the slide's height; pt; pt
_SAID = "Fault"
_SIZE = 20.0  # pt of what is said
_FOOT = ("dt", "ftr", "sldNum")  # placeholders that what is said stands on
_LARGE = 18.0  # pt: WCAG 2.2 asks 3:1 from here, 4.5:1 below
_INDEX = 90  # of the placeholder that says it: no layout has as many
_TABLE = 20.0  # pt: the least that a table is set in


def drafted_deck(recipe: DeckRecipe, stand_in: Path, missing: str) -> Deck | None:
    """The deck with its faults on its slides; None if there is none.

    `missing` is said of a slide whose photograph is `stand_in`, the file that stands in for others.
    """
    template, remarks = recipe.template, list[Remark]()
    laid_out = template.lay_out()
    if not laid_out.sound:  # a logo has no room
        remarks += (replace(each, path=(0, "")) for each in laid_out.remarks if each.severity == "error")
        template = replace(template, brand=known(replace(template.brand.value, logos={})))
        laid_out = template.lay_out()
    drafts, deck = drafter(template), laid_out.content
    assert isinstance(deck, Deck)
    spreads = spread(recipe.show, drafts)
    slides = tuple(zip(spreads.numbers, spreads.slides, strict=True))
    remarks += (each for each in spreads.remarks if each.severity == "error")
    for number, slide in slides:
        pictures = (each for each in slide.fillings if isinstance(each, PictureFill))
        if any(each.image.path == stand_in for each in pictures):
            remarks.append(Remark((number, "photo"), missing, severity="error"))
        remarks += _faint(deck, drafts.layouts[slide.layout], slide, number)
    if not remarks:
        return None
    over = Drawing("Draft", (mark(deck.width, deck.height, template.brand.value),))
    marker = _Marker(deck, drafts.layouts, over)
    shown = [
        marker.slide(slide, place, [each for each in remarks if each.path[0] == number])
        for place, (number, slide) in enumerate(slides)
    ]
    layouts = (*(_with(each, over) for each in deck.layouts), *(own for own, _ in shown if own))
    return replace(deck, title=recipe.title, layouts=layouts, slides=tuple(slide for _, slide in shown))


def _faint(deck: Deck, laid: Laid, slide: SlideContent, number: int) -> Iterator[Remark]:
    """The words of a slide that do not stand out from its ground."""
    slots: dict[str, Any] = dict(laid.layout.colors or deck.colors)
    ground = deck.theme.color(slots["bg1"])
    filled = {each.index for each in slide.fillings if isinstance(each, TextFill)}
    for field, holder in laid.fields:
        color = deck.theme.color(slots.get(holder.color, holder.color))
        ratio = contrast(color, holder.on or ground)
        needed = READABLE_LARGE if holder.least >= _LARGE else READABLE
        if holder.index in filled and ratio < needed:
            message = f"the contrast of `{field}` is {ratio_text(ratio)}, {needed:g}:1 is needed"
            yield Remark((number, field), message, severity="error")


class _Marker(Record):
    """Marks the slides of a deck."""

    deck: Deck
    laid: dict[str, Laid]
    over: Drawing  # what is drawn over each slide

    def slide(
        self, slide: SlideContent, number: int, remarks: Sequence[Remark]
    ) -> tuple[SlideLayout | None, SlideContent]:
        """The slide with what is wrong at its foot, and a layout of its own with a rim around each box."""
        if not remarks:
            return None, slide
        laid = self.laid[slide.layout]
        wrong = [holder for each in remarks for holder in laid.holders(str(each.path[1]))]
        room = Box(0, self.deck.height * (1 - _BAND), self.deck.width, self.deck.height * _BAND)
        rims = tuple(path for holder in wrong for path in rim(holder.box, _EDGE))
        band = Curve(outline_of(room), fill=self._ground(laid.layout), stroke=RED, stroke_width=_EDGE)
        within = room.inset(_INSET, _EDGE, _INSET, _EDGE)
        says = Placeholder(_SAID, "body", _INDEX, within, _SIZE, bold=True, anchor="ctr", least=_SIZE)
        layout = replace(
            _with(laid.layout, self.over, Drawing(_SAID, (*rims, band))),
            key=f"{slide.layout} {number}",
            name=f"{laid.layout.name} ({number + 1})",
            placeholders=(*(each for each in laid.layout.placeholders if each.kind not in _FOOT), says),
        )
        told = tuple(SlideParagraph(each.message, plain=True) for each in remarks)
        holders = {holder.index: holder for holder in wrong}
        set_ = (self._set(each, holders.get(each.index)) for each in slide.fillings)
        return layout, replace(slide, layout=layout.key, fillings=(*set_, TextFill(_INDEX, told)))

    def _ground(self, layout: SlideLayout) -> Color:
        slot = dict(layout.colors or self.deck.colors)["bg1"]
        return self.deck.theme.color(slot)

    def _set(self, filling: Filling, holder: Placeholder | None) -> Filling:
        """What does not fit its box, as small as it may be: it is seen how much is too much."""
        if isinstance(filling, TableFill) and not filling.size:
            return replace(filling, size=_TABLE, row_height=_TABLE * 2)
        if not (holder and isinstance(filling, TextFill)) or self._fits(filling, holder):
            return filling
        return replace(filling, scale=min(holder.least / holder.size, 1.0))

    def _fits(self, filling: TextFill, holder: Placeholder) -> bool:
        return fitted(filling.paragraphs, holder, self.deck.theme, self.deck.lang) is not None


def _with(layout: SlideLayout, *drawings: Drawing) -> SlideLayout:
    return replace(layout, drawings=(*layout.drawings, *drawings))
