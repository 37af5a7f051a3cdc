"""How a design shows a photograph: over the ground, at a side of it, in a form, or cut out."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from builder.brand.measures import Length, Share
from builder.brand.part import SHARE, BrandPart, ColorName, FolderPath
from builder.brand.pin import Anchor
from builder.brand.strokes import StrokeChoice
from builder.source.validate import wording

Side = Literal["top", "bottom", "left", "right"]
FORMS = ("circle", "arch", "block")  # that need no drawing
TONES = ("natural", "grey")  # that need no colour of the brand
Tone = Annotated[tuple[ColorName, ...], Field(min_length=2, max_length=3)] | ColorName


def colors_of(tone: Tone | None) -> tuple[str, ...]:
    """The colours of a tone, by name."""
    return (() if tone in TONES else (tone,)) if isinstance(tone, str) else tone or ()


class Area(BrandPart):
    """The part of the canvas that the words prefer; they take more when they need it."""

    width: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Its share of the canvas's width. Example: 0.7"""
    height: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Its share of the canvas's height. Example: 0.8"""
    at: Anchor = "top-left"
    """The edge or corner that it stands at. Example: left"""


class Scrim(BrandPart):
    """A colour that a photograph grows out of: full where words stand, and gone before what is looked at."""

    at: Side | Literal["words"] = "bottom"
    """The side that it begins at, that of the words; or `words`, for one all round them. Example: left"""
    reach: Annotated[float, Field(gt=0, le=2)] = 0.9
    """How far it goes, as a share of the photograph's height or width; from `words` on. Example: 0.8"""
    color: ColorName | None = None
    """A role or a colour of the palette; left out, the ground's. Example: primary"""
    strength: Annotated[float, Field(gt=0, le=1)] = 1.0
    """The most that it hides where it begins, of which no more is taken than the words need; less than 1
    shows the edge of a photograph at a side. Example: 0.9
    """


class Border(BrandPart):
    """A line around a photograph that is cut to a form."""

    color: ColorName
    """A role or a colour of the palette. Example: accent"""
    weight: Length = 0.008
    """How thick it is. Example: 0.01"""
    gap: Annotated[float, SHARE, Field(ge=0, le=1)] = 0.0
    """How far off the photograph it runs. Example: 0.02"""
    stroke: StrokeChoice | None = None
    """How it is drawn: `dashed`, `dotted`, `brush`, or a group with more of it; left out, whole.
    Example: brush
    """


class Placed(BrandPart):
    """A form on the canvas, that words keep off."""

    anchor: Anchor = "bottom-right"
    """The edge or corner of the canvas that it stands at. Example: bottom-right"""
    scale: Length = 0.6
    """Its longer side, as a share of the canvas's short side. Example: 0.6"""
    grows: Length | None = None
    """The largest scale that it may reach where words leave room; the shift grows with it. Example: 0.9"""
    shift: tuple[Share, Share] = (0.0, 0.0)
    """How far it is moved from there, to the right and down. Example: [0.1, 0.1]"""


class Formed(Placed):
    """The same, and which form it has."""

    form: FolderPath = "circle"
    """Its outline: `circle`, `arch`, `block`, or an SVG of the brand, from its folder on: all that it fills.
    Example: arch
    """
    ratio: Annotated[float, Field(gt=0.1, le=10)] | None = None
    """How many times as wide as high it is; left out, 0.65 for an arch, 1 for others; a drawing has its own.
    Example: 0.65
    """

    @model_validator(mode="after")
    def _own_ratio(self) -> Self:
        if self.ratio is not None and self.form not in FORMS:
            hint = "delete `ratio`: a drawing has its own"
            raise wording("has a `ratio`, and a form that is a drawing", hint)
        return self


class Mask(Formed):
    """A form that a photograph is cut to; words keep off it."""

    border: Border | None = None
    """A line around it. Example: {color: accent, weight: 0.01, gap: 0.02}"""


class Backing(Formed):
    """A form in one colour, which a cut-out stands before."""

    color: ColorName
    """A role or a colour of the palette. Example: accent-soft"""


class CutOut(Placed):
    """A photograph with clear parts, all of it: what is cut out stands on the ground. An opaque photograph is
    not shown so, if there is another way; otherwise it is cut to the form behind.
    """

    before: Backing
    """What it stands before. Example: {form: circle, color: accent-soft, scale: 0.7}"""


class Panel(BrandPart):
    """A block of the ground that all words stand on, before the photograph."""

    width: Annotated[float, Field(gt=0, le=1)] = 0.86
    """Its share of the canvas's width. Example: 0.86"""
    height: Annotated[float, Field(gt=0, le=1)] = 0.62
    """Its share of the canvas's height. Example: 0.62"""
    at: Anchor = "bottom-left"
    """The edge or corner that it stands at, and runs off. Example: bottom-left"""
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of the photograph it hides. Example: 0.8"""
    blur: Annotated[float, SHARE, Field(ge=0, le=0.2)] = 0.0
    """How far what is seen through it is blurred, for an opacity below 1. Example: 0.02"""

    @model_validator(mode="after")
    def _seen_through(self) -> Self:
        if self.blur and self.opacity == 1:
            hint = "add `opacity: 0.7`, or delete `blur`"
            raise wording("has a `blur` of what it hides", hint)
        return self


class Copies(BrandPart):
    """The photograph of a statistic, shown as many times as the whole has parts: so many are as they are,
    the others dimmed. Each shows what matters of it (`focus`). One that tells of no part of a whole, or of
    more than ten parts, shows it once.
    """

    gap: Annotated[float, SHARE, Field(ge=0, le=0.2)] = 0.012
    """How far they stand apart. Example: 0.012"""


class PhotoUse(BrandPart):
    """The photograph of the card: over the whole ground, at a side of it, in a form, or cut out."""

    side: Literal["all", Side] = "all"
    """Where it stands. Example: left"""
    share: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of the canvas it takes, from its side; half as much again at the most where its edge would cut
    the `focus` of the photograph otherwise. Example: 0.5
    """
    mask: Mask | None = None
    """A form that it is cut to, instead of a side. Example: {form: arch, anchor: bottom-right, scale: 0.6}"""
    cut_out: CutOut | None = None
    """How one with clear parts stands on the ground, instead of a side.
    Example: {scale: 0.7, before: {color: accent-soft, scale: 0.8}}
    """
    panel: Panel | None = None
    """A block of the ground before it, for the words. Example: {width: 0.86, height: 0.62}"""
    copies: Copies | None = None
    """At a side, a copy of it for each part of a whole, `part` of `of`. Example: {gap: 0.012}"""
    tone: Tone | None = None
    """Its colours: `natural`, `grey`, one colour that it is tinted with, or those of its darks, perhaps of
    its middle, and of its lights, in any order; left out, what the brand says. Of four cards of a series in
    a row one has them at the most, so that most photographs are seen as they are.
    Example: [primary, background]
    """
    scrim: tuple[Scrim, ...] | Scrim = ()
    """A colour that it grows out of, or a list of them. Example: {at: bottom, reach: 0.8}"""
    veil: ColorName | None = None
    """A colour laid over it, so that words stand out. Example: primary"""
    veil_opacity: Annotated[float, Field(ge=0, le=1)] = 0.7
    """How much of the photograph the veil hides. Example: 0.6"""
    area: Area | None = None
    """The part of the canvas that words prefer beside it; left out, the design's.
    Example: {height: 0.5, at: top-left}
    """

    @property
    def scrims(self) -> tuple[Scrim, ...]:
        """The scrims, from back to front."""
        return self.scrim if isinstance(self.scrim, tuple) else (self.scrim,)

    @property
    def colors(self) -> tuple[str, ...]:
        """The colours of its tone, by name."""
        return colors_of(self.tone)

    @property
    def is_everywhere(self) -> bool:
        """Whether it may lie behind all words, with nothing between."""
        return self.side == "all" and not (self.mask or self.cut_out or self.panel)

    @property
    def forms(self) -> tuple[tuple[str, Formed], ...]:
        """The forms in it, and under which field each stands."""
        found: list[tuple[str, Formed]] = [("mask", self.mask)] if self.mask else []
        return (*found, *((("cut_out/before", self.cut_out.before),) if self.cut_out else ()))

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        whole = "`side` and `share`" if {"side", "share"} & self.model_fields_set else ""
        given = [name for name in ("mask", "cut_out") if getattr(self, name)]
        if given and (whole or len(given) > 1):
            both = " and ".join([*(f"`{name}`" for name in given), *([whole] if whole else [])])
            raise wording(f"cannot have {both}", "they are ways of their own: give each an item of the list")
        if self.copies and (given or self.panel or self.scrims or self.side == "all"):
            hint = "add `side: top`; words stand beside the copies, without `panel` and `scrim`"
            raise wording("has `copies` that words might stand on", hint)
        for name in ("panel", "scrim") if given else ():
            if getattr(self, name):
                hint = f"delete `{name}`: words stand beside the form"
                raise wording(f"has a `{name}`, which `{given[0]}` leaves nothing to do", hint)
        return self
