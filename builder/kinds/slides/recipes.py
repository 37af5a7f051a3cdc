"""The recipes of decks: the template that the brand's slides make, and the slides that fill it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from builder.brand.artchoice import Turn, listed_art
from builder.brand.identity import Brand
from builder.brand.slides import SlideDesign, SlideSet
from builder.content.recipe import Known, Layout, Recipe, known
from builder.kinds.slides.content import Show
from builder.kinds.slides.howto import howto
from builder.kinds.slides.spread import spread
from builder.layout.canvas import slide
from builder.layout.enlarged import enlarged
from builder.layout.logos import LogoTrouble
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.shape import shaped
from builder.media import Font, Image
from builder.pack.artwork import tokens
from builder.pack.edition import LOGO, Edition
from builder.pack.recipes import EVERYWHERE, drawings, small_logo
from builder.pack.themes import theme_turn
from builder.phrases import phrases
from builder.phrases.own import OwnPhrases
from builder.record import Record, replace
from builder.source import Loc

_SHOWN = 1920  # px: a projector's width


class SlideSize(Record):
    """A shape of slides, in pt, as Office has them."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class TemplateRecipe(Recipe):
    """The master and every layout, and a slide that tells how to use them."""

    brand: Known[Brand]  # with its slides, and the drawings that they show
    shape: SlideSize
    language: str
    phrases: OwnPhrases
    footers: tuple[str, ...]  # the first that fits its line is taken
    title: str
    author: str
    moment: dt.datetime

    def lay_out(self) -> Layout:
        """A deck; an error if a logo cannot be as large on it as it must be."""
        try:
            deck = drafter(self).template(title=self.title, author=self.author, moment=self.moment)
        except LogoTrouble as trouble:
            return Layout(None, (small_logo(trouble),))
        drafts = drafter(self)
        first = howto(drafts.layouts.values(), deck.theme, drafts.phrases)
        shown = spread(Show(slides=(first,) if first else (), own=False), drafts)
        deck = replace(deck, slides=shown.slides)
        items = (path for layout in deck.layouts for each in layout.drawings for path in each.paths)
        told = drawings(self.brand.value.logos.items(), self.brand.value.art.values())
        return Layout(deck, tuple(enlarged(items, told, _SHOWN / self.shape.width)))

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """The brand's fonts, which the deck may embed, and the images in its drawings."""
        brand = self.brand.value
        return (*brand.fonts, *brand.images)

    def locate(self, path: Loc) -> Loc:
        """The logo, or, of what else is said of a template's drawings, the spec's own fields."""
        if path[:1] == (LOGO,):
            return path
        return EVERYWHERE.get(str(path[0]), path) if path else ("slides",)


@dataclass(frozen=True, kw_only=True)
class DeckRecipe(Recipe):
    """A template with slides in it."""

    template: TemplateRecipe
    title: str
    show: Show
    locs: tuple[Loc, ...] = field(repr=False, compare=False)  # where each slide's words are written

    def lay_out(self) -> Layout:
        """A deck; an error for each thing that its layouts cannot hold."""
        template = self.template.lay_out()
        if not template.sound:
            return template
        drafts, deck = drafter(self.template), template.content
        shown = spread(self.show, drafts)
        layout = Layout(replace(deck, title=self.title, slides=shown.slides), shown.remarks)
        return layout if layout.sound else replace(layout, content=None)

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """The brand's fonts, and the photographs on the slides."""
        return (*self.template.media, *(photo.image for _, photo in self.show.photos))

    def locate(self, path: Loc) -> Loc:
        """The field of the slide, or the logo."""
        return path if path[:1] == (LOGO,) else (*self.locs[int(path[0])], *path[1:])


@lru_cache(maxsize=4)
def drafter(recipe: TemplateRecipe) -> SlideDrafter:
    """What lays out the brand's slides for a template, and keeps its layouts for those who fill them."""
    brand, canvas = recipe.brand.value, slide(recipe.shape.width, recipe.shape.height)
    assert brand.slides is not None
    said = phrases(recipe.language, recipe.phrases.entries)
    return SlideDrafter(brand, shaped(brand.slides, canvas), canvas, said, recipe.footers)


@lru_cache(maxsize=16)
def slide_brand(edition: Edition) -> Known[Brand]:
    """What decides an edition's slides: the brand's tokens, its slides, and the drawings on them."""
    assert edition.brand.slides is not None
    slides = _with_art(edition.brand.slides, theme_turn(edition), edition.brand.art)
    designs = tuple(_designs(slides))
    files = {file for design in designs for piece in design.pieces for file in piece.files}
    masks = {box.form for design in designs for box in design.boxes if box.form and box.form.endswith(".svg")}
    art = edition.art(files | masks)
    logos = edition.logos({design.logo.name for design in designs if design.logo})
    shared = tokens(edition).value
    own = replace(shared, slides=slides, name=edition.brand_name)
    return known(replace(own, art={each.name: each for each in art}, logos=dict(logos)))


def _with_art(slides: SlideSet, turn: Turn, files: Collection[str]) -> SlideSet:
    """The slides with the theme's art where a layout has a list."""

    def one(design: SlideDesign) -> SlideDesign:
        narrow = design.narrow
        if narrow and "art" in narrow.model_fields_set:
            narrow = narrow.model_copy(update={"art": listed_art(design.narrowed.pieces, turn, files)})
        return design.model_copy(update={"art": listed_art(design.pieces, turn, files), "narrow": narrow})

    layouts = {key: one(design) for key, design in slides.layouts.items()}
    return slides.model_copy(update={"master": one(slides.master), "layouts": layouts})


def _designs(slides: SlideSet) -> Iterator[SlideDesign]:
    for design in (slides.master, *slides.layouts.values()):
        yield design
        yield design.narrowed
