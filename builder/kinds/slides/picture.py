"""What shows a deck on the pages that tell of it: four of its slides side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.color import Color
from builder.content.deck import SlideContent
from builder.content.frame import Fill, Frame, Path
from builder.content.recipe import Layout, Recipe
from builder.geometry.box import Box
from builder.geometry.pens import outline_of
from builder.kinds.slides.recipes import DeckRecipe, drafter
from builder.kinds.slides.spread import spread
from builder.layout.canvas import Canvas, sheet
from builder.layout.logos import LogoTrouble
from builder.layout.sheetparts import Placed, on_one_sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.layout.slides.seen import drawable, seen_slide
from builder.media import Font, Image
from builder.pack.recipes import small_logo
from builder.record import replace
from builder.source import Loc
from builder.spec.requests import Slide

_SHOWN, _TRIED = 4, 7  # slides; and as many as may have to be laid out to find them
_ACROSS = 2
_GAP = 24.0  # pt between slides of 960
_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)
_EDGE, _LINE = 0.2, 2.0  # opacity and pt of the line round a slide, which may be as white as its page


@dataclass(frozen=True, kw_only=True)
class DeckPicture(Recipe):
    """Slides of a deck in rows, as many as there are to draw."""

    deck: DeckRecipe  # with those slides alone that are tried
    ranks: tuple[int, ...]  # of each of them: those that are shown before others are lower

    @property
    def canvas(self) -> Canvas:
        """Room for all of them."""
        shape = self.deck.template.shape
        rows = _SHOWN // _ACROSS
        return sheet(_ACROSS * (shape.width + _GAP) - _GAP, rows * (shape.height + _GAP) - _GAP)

    def lay_out(self) -> Layout:
        """A frame; an error if a logo has no room, which the deck tells too."""
        template, drafts = self.deck.template, drafter(self.deck.template)
        try:
            deck = drafts.template(title=self.deck.title, author=template.author, moment=template.moment)
        except LogoTrouble as trouble:
            return Layout(None, (small_logo(trouble),))
        frames = [seen_slide(deck, each, template.brand.value) for each in self._slides(drafts)]
        sheet_ = on_one_sheet(self.canvas, _placed(frames), deck.lang, rtl=deck.rtl)
        paper = Fill(Box(0, 0, sheet_.width, sheet_.height), _WHITE)  # between the slides
        return Layout(replace(sheet_, items=(paper, *sheet_.items)))

    def _slides(self, drafts: SlideDrafter) -> list[SlideContent]:
        """The best of those that can be drawn, in their order; of one that goes on, its first."""
        found = spread(self.deck.show, drafts)
        firsts = dict(reversed([*zip(found.numbers, found.slides, strict=True)]))
        shown = sorted((number for number in firsts if drawable(firsts[number])), key=self.ranks.__getitem__)
        return [firsts[number] for number in sorted(shown[:_SHOWN])]

    @property
    def media(self) -> tuple[Font | Image, ...]:
        """Those of the deck."""
        return self.deck.media

    def locate(self, path: Loc) -> Loc:
        """As the deck says."""
        return self.deck.locate(path)


def deck_picture(deck: DeckRecipe) -> DeckPicture:
    """The picture of a deck: its first slide and those of few words, no layout twice, in their order."""
    slides = deck.show.slides
    firsts = {slide.layout: number for number, slide in reversed([*enumerate(slides)]) if _plain(slide)}
    ranked = sorted(firsts.values(), key=lambda number: _weight(slides, number))[:_TRIED]
    tried = sorted(ranked)
    show = replace(deck.show, slides=tuple(slides[number] for number in tried))
    narrowed = replace(deck, show=show, locs=tuple(deck.locs[number] for number in tried))
    return DeckPicture(deck=narrowed, ranks=tuple(map(ranked.index, tried)))


def _plain(slide: Slide) -> bool:
    """Whether it asks for nothing that Office alone draws."""
    return not (slide.rows or slide.chart)


def _weight(slides: Sequence[Slide], number: int) -> tuple[bool, bool, int]:
    """What a slide is chosen by: it is the first, it has a photograph, it has few words."""
    slide = slides[number]
    said = (slide.title, slide.subtitle, slide.text, slide.value, *slide.bullets, *slide.right)
    return number > 0, slide.photo is None, sum(len(text or "") for text in said)


def _placed(frames: Sequence[Frame]) -> Iterator[Placed]:
    """The slides row by row, as lines are read, each with a fine line around it."""
    for number, frame in enumerate(frames):
        down, across = divmod(number, _ACROSS)
        place = _ACROSS - 1 - across if frame.rtl else across
        at = place * (frame.width + _GAP), down * (frame.height + _GAP)
        yield Placed(replace(frame, items=(*frame.items, _edge(frame))), *at)


def _edge(frame: Frame) -> Path:
    """A grey line that is seen on white paper and hardly on the slide."""
    half = _LINE / 2
    inner = Box(half, half, frame.width - _LINE, frame.height - _LINE)
    return Path(outline_of(inner), stroke=_BLACK, stroke_width=_LINE, opacity=_EDGE)
