"""A design: a small box tree that is solved for any canvas.

Lengths are shares of the canvas's short side. A design says what every canvas
shows; `tall`, `landscape`, `wide` and `strip` say what differs on theirs, each
on top of the one before it (a strip is also wide, and wide also landscape), and
`sizes` what differs on single sizes or groups of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from builder.brand.artuse import ArtUse
from builder.brand.boxes import Child
from builder.brand.clearing import ClearUse
from builder.brand.figures import FigureUse
from builder.brand.part import SHARE, BrandPart, ColorName
from builder.brand.photouse import Area, PhotoUse
from builder.brand.scatter import Scatter
from builder.brand.tiles import Tiles

Words = Literal["any", "short", "long"]
Shape = Literal["tall", "base", "landscape", "wide", "strip"]
SHAPES = ("tall", "landscape", "wide", "strip")  # of which a design may say what differs
_OF_WORDS = ("area", "body")  # of a variant: what is drawn where words may stand


class Blend(BrandPart):
    """A gradient between two or more palette colours; 0 degrees runs left to right."""

    colors: tuple[ColorName, ...] = Field(min_length=2)
    """Two roles or colours of the palette, or more. Example: [primary, tertiary]"""
    angle: float = 90.0
    """Its direction in degrees: 0 runs from left to right, 90 from top to bottom. Example: 45"""


class Background(BrandPart):
    """What lies behind the words."""

    fill: ColorName | Blend
    """A role or a colour of the palette, or a blend: `{colors: [primary, tertiary]}`. Example: background"""
    art: tuple[ArtUse, ...] | ArtUse = ()
    """One piece of art or a list, from back to front. Example: {file: art/motif.svg, scale: 0.9}"""
    tiles: tuple[Tiles, ...] | Tiles = ()
    """A field of square modules or a list of them. Example: {at: top, columns: 5, rows: 2}"""
    scatter: tuple[Scatter, ...] | Scatter = ()
    """Art strewn over the ground by the id of the card, or a list of such.
    Example: {file: art/leaf.svg, count: 30, colors: [accent, highlight]}
    """
    photo: tuple[PhotoUse, ...] | PhotoUse = ()
    """Where the card's photograph stands, on cards that have one. Of a list, the first is taken on which all
    words can be read, so begin with the one that shows most of it. Example: {side: left, share: 0.4}
    """

    clear: ClearUse | None = None
    """What is seen through, on pictures that are laid over another: others see the `fill` there.
    Example: {hole: 0.4}
    """
    figure: FigureUse | None = None
    """A few letters of a slot as large as art. Example: {from: number, height: 1.1, anchor: bottom-right}"""

    @property
    def ground(self) -> str:
        """The colour that it has, or begins with."""
        return self.grounds[0]

    @property
    def grounds(self) -> tuple[str, ...]:
        """All colours that it passes through."""
        return (self.fill,) if isinstance(self.fill, str) else self.fill.colors

    @property
    def photos(self) -> tuple[PhotoUse, ...]:
        """The ways in which a photograph may be shown, best first."""
        return self.photo if isinstance(self.photo, tuple) else (self.photo,)

    @property
    def is_drawn(self) -> bool:
        """Whether it has art of its own."""
        return bool(self.pieces or self.fields or self.figure)

    @property
    def is_covered(self) -> bool:
        """Whether a photograph may lie behind all words."""
        return any(way.is_everywhere for way in self.photos)

    @property
    def pieces(self) -> tuple[ArtUse, ...]:
        """The art, from back to front."""
        return self.art if isinstance(self.art, tuple) else (self.art,)

    @property
    def strewn(self) -> tuple[Scatter, ...]:
        """The art that is strewn, from back to front."""
        return self.scatter if isinstance(self.scatter, tuple) else (self.scatter,)

    @property
    def fields(self) -> tuple[Tiles, ...]:
        """The fields of tiles, from back to front."""
        return self.tiles if isinstance(self.tiles, tuple) else (self.tiles,)


class Variant(BrandPart):
    """What differs on canvases of one shape."""

    background: Background | None = None
    """Another background. Example: {fill: primary}"""
    text_color: ColorName | None = None
    """Another colour of words. Example: on-primary"""
    margin: Annotated[float, SHARE, Field(ge=0, le=0.4)] | None = None
    """Another margin. Example: 0.05"""
    area: Area | None = None
    """Another part of the canvas for the words. Example: {width: 0.7, at: left}"""
    body: Child | None = None
    """Other boxes, instead of all those of the design. Example: {text: {from: headline, style: title}}"""


class Shaped(Variant):
    """What differs on all canvases, and on those of some shapes, beside what the design says of them."""

    tall: Variant | None = None
    """What differs on canvases like a story. Example: {margin: 0.1}"""
    landscape: Variant | None = None
    """What differs from 1.3 times as wide as high. Example: {area: {width: 0.6}}"""
    wide: Variant | None = None
    """What differs from twice as wide as high. Example: {area: {width: 0.5}}"""
    strip: Variant | None = None
    """What differs from 4.5 times as wide as high. Example: {area: {width: 0.5}}"""
    sizes: dict[str, Variant] = Field(default_factory=dict)
    """What differs on single sizes or groups of them. Example: {story: {margin: 0.1}}"""


class Alternative(Shaped):
    """Another way to draw the same card; what it says of a shape holds there beside what the design says."""

    words: Words = "any"
    """For which headlines it is: `short` (two words or twelve letters at the most), `long` (more than 34
    letters), or `any`. Example: long
    """


class OfSet(Shaped):
    """How a campaign that has one of the look's sets of drawings composes the same card."""

    series: tuple[ColorName, ...] | None = None
    """Other grounds of a series. Example: [surface, accent-soft]"""
    variants: tuple[Alternative, ...] | None = None
    """Other variants, instead of all those of the design. Example: [{words: long, margin: 0.06}]"""


class Design(BrandPart):
    """What a designer writes in one file of `brand/designs/`."""

    about: str = ""
    """What it is for, as `packbuild list designs` shows it. Example: A reminder with the dates."""
    needs: tuple[str, ...] = ()
    """Slots without which no card can be made. Example: [headline]"""
    text_color: ColorName = ""
    """The colour of words that name none; left out, what is read best on the ground. Example: foreground"""
    background: Background
    """What lies behind the words."""
    series: tuple[ColorName, ...] = ()
    """The colours that the cards of a part of the spec have for a ground, instead of `fill`: each by its id,
    but never that of a neighbour. Words and art in roles that would be lost there give way.
    Example: [background, secondary-soft, highlight]
    """
    margin: Annotated[float, SHARE, Field(ge=0, le=0.4)] | None = None
    """How far words keep off the edge; left out, the brand's own `margin`. Example: 0.08"""
    area: Area = Area()
    """The part of the canvas that the words prefer; long words take more. Example: {width: 0.7, at: left}"""
    body: Child
    """The tree of boxes.
    Example:
      column:
        - text: {from: headline, style: display, lines: 5}
        - spacer
        - row: [{logo: main}, spacer, {text: {from: hashtag, style: tag}}]
    """
    words: Words = "any"
    """For which headlines it is as it is written: others have one of its `variants`. Example: short"""
    variants: tuple[Alternative, ...] = ()
    """Other ways to draw the same card, of which each has one by its words and its id, but never that of a
    neighbour; the design as it is written is one of them.
    Example: [{words: long, background: {fill: background}, text_color: primary}]
    """
    sets: dict[str, OfSet] = Field(default_factory=dict)
    """What differs for campaigns that have a set of drawings, by its name among the `sets` of `look.yaml`:
    the logo above the words, say, or the art at the other side, so that two campaigns in a look differ in
    more than colours and forms. Example: {petals: {background: {fill: primary}}}
    """
    siblings: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    """How far the headlines of a series may be apart, as a share of the larger, to be set in one size, that
    of the smallest, and in as many lines as most of them where their words can be: those of one variant,
    without photographs. A changed word of one may draw all of them anew. Example: 0.3
    """
    steps: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    """How far the sizes of its headlines are apart, as a share of them, so that cards whose words differ by
    less have one size. Example: 0.12
    """
    tall: Variant | None = None
    """What differs on canvases like a story (width below 0.64 of the height). Example: {margin: 0.1}"""
    landscape: Variant | None = None
    """What differs from 1.3 times as wide as high. Example: {area: {width: 0.6}}"""
    wide: Variant | None = None
    """What differs from twice as wide as high, beside `landscape`. Its `area`, its `body` and the place of
    its photograph hold too where words have such a strip alone, as on a YouTube banner.
    Example: {area: {width: 0.5}}
    """
    strip: Variant | None = None
    """What differs from 4.5 times as wide as high, beside `wide`.
    Example: {body: {row: [{logo: main}, {text: {from: headline, style: label}}]}}
    """
    sizes: dict[str, Variant] = Field(default_factory=dict)
    """What differs on single sizes or groups of them, by the names of `packbuild list sizes`.
    Example: {story: {margin: 0.1}}
    """

    def on(self, shape: Shape, names: Iterable[str] = (), words: Shape | None = None) -> Design:
        """The design as a canvas of this shape sees it, and of a size that has these names.

        `words` is the shape of the part that its words stand in, where that is another one.
        """
        layers = {
            "tall": (self.tall,),
            "base": (),
            "landscape": (self.landscape,),
            "wide": (self.landscape, self.wide),
            "strip": (self.landscape, self.wide, self.strip),
        }
        changes: dict[str, Any] = {}
        for variant in layers[shape]:
            changes |= _said(variant)
        for variant in layers[words or shape][len(layers[shape]) :]:
            said, ground = _said(variant), changes.get("background", self.background)
            changes |= {name: value for name, value in said.items() if name in _OF_WORDS}
            if ground.photos and (narrow := said.get("background")) and narrow.photos:
                changes["background"] = ground.model_copy(update={"photo": narrow.photo})
        for name in names:
            changes |= _said(self.sizes.get(name))
        return self.model_copy(update=changes) if changes else self


def _said(variant: Variant | None) -> dict[str, Any]:
    return {name: getattr(variant, name) for name in variant.model_fields_set} if variant else {}


def settled(
    design: Design, shape: Shape, names: Iterable[str] = (), words: Shape | None = None
) -> Design:
    """The design as a canvas sees it and nothing of how others do, so that it changes with that alone."""
    nothing: dict[str, Any] = dict.fromkeys(SHAPES)
    nothing |= {"sizes": {}, "about": "", "variants": (), "sets": {}, "words": "any"}
    return design.on(shape, names, words).model_copy(update=nothing)


def in_turn(design: Design, turn: int) -> Design:
    """The design on one of the grounds of its series, from 0 on."""
    if not design.series:
        return design
    background = design.background.model_copy(update={"fill": design.series[turn % len(design.series)]})
    return design.model_copy(update={"background": background, "series": ()})


def sown(design: Design, seed: str) -> Design:
    """The design, settled for a canvas, its tiles and strewn art chosen by a seed: the id of a card."""
    background = design.background
    sown = {
        "tiles": tuple(field.sown(seed) for field in background.fields),
        "scatter": tuple(each.sown(seed) for each in background.strewn),
    }
    return design.model_copy(update={"background": background.model_copy(update=sown)})


Other = TypeVar("Other", bound=Shaped)


def with_text_color(design: Design, text_color_on: Callable[[tuple[str, ...]], str]) -> Design:
    """The design with an text_color on each of its grounds, where it names none."""
    if design.text_color:
        return design

    def variant(of: Variant | None) -> Variant | None:
        if of is None or of.background is None or of.text_color:
            return of
        own = {**dict(of), "text_color": text_color_on(of.background.grounds)}
        return Variant.model_construct({*of.model_fields_set, "text_color"}, **own)

    def with_shapes(of: Design | Shaped) -> dict[str, Any]:
        there = (shape for shape in SHAPES if getattr(of, shape))
        shapes: dict[str, Any] = {shape: variant(getattr(of, shape)) for shape in there}
        sizes = {name: variant(one) for name, one in of.sizes.items()}
        return {**shapes, "sizes": sizes} if sizes else shapes

    def other(of: Other) -> Other:
        changes = with_shapes(of)
        if of.background is not None and not of.text_color:
            changes["text_color"] = text_color_on(of.background.grounds)
        if isinstance(of, OfSet) and of.variants:
            changes["variants"] = tuple(map(other, of.variants))
        return of.model_copy(update=changes)

    changes = {**with_shapes(design), "variants": tuple(map(other, design.variants))}
    changes["sets"] = {name: other(one) for name, one in design.sets.items()}
    text_color = text_color_on(design.background.grounds)
    return design.model_copy(update={**changes, "text_color": text_color})
