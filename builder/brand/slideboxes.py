"""The boxes of slides: left, top, width and height in hundredths of the slide, type in pt."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from builder.brand.measures import Align
from builder.brand.part import BrandPart, ColorName, FolderPath
from builder.source.forms import Kind
from builder.source.validate import listed, wording

Standing = Annotated[
    Literal["top", "middle", "bottom"],
    Kind("", lambda typed: "did you mean `middle`?" if typed in ("centre", "center") else ""),
]
Field_ = Literal[
    "title",
    "subtitle",
    "text",
    "bullets",
    "right",
    "headings",
    "value",
    "source",
    "rows",
    "chart",
    "photo",
    "numbers",
    "logo",
    "section",
    "figure",
    "code",
    "address",
]
NUMBER_FORMS = ("ring", "bar", "bars", "dots", "modules", "people")  # that a slide draws a figure in
PLATES = ("circle", "block", "pill")  # outlines of a plate behind words
MASKS = ("circle", "arch", "block")  # outlines of a photograph; an SVG of the brand is one too


def _as_hundredths(typed: str) -> str:
    """How an edge is written that somebody wrote in a unit."""
    match = re.fullmatch(r"(-?\d*\.?\d+) ?([a-zA-Z%]+)", typed)
    if match is None:
        return ""
    return (
        f"write `{match[1]}`, without `%`" if match[2] == "%" else "the whole slide is 100: half of it is 50"
    )


Percent = Annotated[float, Kind("hundredths of the slide", _as_hundredths), Field(ge=-30, le=130)]
PointSize = Annotated[float, Kind("points"), Field(ge=12, le=500)]
_GRAPHICS = ("rows", "chart", "logo", "code")  # that have neither plate nor mask
_FOUR = Kind("four numbers", lambda _: "it is left, top, width and height: `[6, 8, 76, 48]`")


def _on_slide(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, width, height = box
    if max(box) <= 1:
        meant = ", ".join(f"{100 * number:g}" for number in box)
        raise wording("is in shares, not in hundredths of the slide", f"write `[{meant}]`")
    if width <= 0 or height <= 0:
        raise wording("has no room", "its third and fourth number are its width and its height")
    if left < 0 or left + width > 100:
        message = f"leaves the slide: from {left:g}, {width:g} wide, it ends at {left + width:g} of 100"
        raise wording(message, "make it narrower, or move it")
    if top < 0 < top + height or top < 100 < top + height:  # wholly beyond it is for who listens
        message = f"leaves the slide: from {top:g}, {height:g} high, it ends at {top + height:g} of 100"
        raise wording(message, "make it lower, or move it")
    return box


Box4 = Annotated[tuple[Percent, Percent, Percent, Percent], AfterValidator(_on_slide), _FOUR]


def _at_corner(box: Box4, notch: Box4) -> bool:
    """Whether a part of a box reaches one of its corners, and leaves something of both sides."""
    (left, top, width, height), (x, y, across, down) = box, notch
    beside = (x <= left) != (left + width <= x + across)
    return beside and (y <= top) != (top + height <= y + down)


class SlideBox(BrandPart):
    """A box that people fill; `holds` is the field of the spec's slide that the example fills it with."""

    name: str | None = None
    """What PowerPoint's selection pane shows; left out, what it holds. Example: Who said it"""
    holds: Field_
    """The field of a slide that fills it; `numbers` counts the bullets, `section` the sections; `figure`
    draws a value that is a part of a whole; `code` is a QR code of the campaign's website, `address` says it
    in letters; `logo` is room for a partner's.
    Example: title
    """
    box: Box4
    """Left, top, width and height in hundredths of the slide. Example: [6, 8, 76, 48]"""
    size: PointSize = 24
    """The size of its words, in points. Example: 40"""
    least: PointSize = 20
    """The size below which long words do not shrink, in points. Example: 28"""
    prompt: str | None = None
    """What an empty box asks for; left out, the program's own words in the pack's language.
    Example: Say it in ten words
    """
    color: ColorName | None = None
    """A role or a colour of the palette; left out, that of the ground. Example: secondary"""
    heading: bool = False
    """Whether it is set in the font of headings. Example: yes"""
    bold: bool | None = None
    """Whether it is bold; left out, headings are where the brand's are heavy (600 or more) and their font is
    one of Office's. Example: yes
    """
    bullets: bool = False
    """Whether its lines have bullets. Example: yes"""
    before: str = ""
    """What is set before the words. Example: “"""
    after: str = ""
    """What is set after the words. Example: ”"""
    quoted: bool = False
    """Whether the deck's language puts its quotation marks around the words. Example: yes"""
    leading: Annotated[float, Field(ge=0.7, le=2)] = 1.0
    """From line to line, as a multiple of what the font has. Example: 0.9"""
    align: Align = "start"
    """Where its lines begin: `start` is left, or right in languages written from there. Example: centre"""
    anchor: Standing = "top"
    """Where its words stand in the box. Example: bottom"""
    across: Annotated[int, Field(ge=1, le=6)] = 1
    """How many boxes stand side by side and share the field's items. Example: 3"""
    down: Annotated[int, Field(ge=1, le=8)] = 1
    """How many boxes stand one below another and share the field's items. Example: 4"""
    gap: Annotated[float, Field(ge=0, le=20)] = 3.0
    """How far these stand apart, in hundredths of the slide. Example: 4"""
    on: ColorName | None = None
    """The colour of the panel that its words stand on, which they are then read on; left out, the ground.
    Example: accent
    """
    form: FolderPath | None = None
    """The outline of a photograph (`circle`, `arch`, `block` or an SVG of the brand, from its folder on), of
    the plate behind words, in the colour that they are `on` (`circle`, `block`, `pill`), or how a figure is
    drawn (`ring`, `bar`, `bars`, `dots`, `modules`, `people`).
    Example: circle
    """
    notch: Box4 | None = None
    """A part of a photograph's box that is left out of it, where words stand: left, top, width and height in
    hundredths of the slide, at an edge or a corner of the box.
    Example: [0, 64, 52, 36]
    """

    fade: bool = False
    """Whether a photograph grows out of the ground where lines begin, so that no edge shows. Example: yes"""

    @model_validator(mode="after")
    def _shrinks(self) -> Self:
        if {"size", "least"} <= self.model_fields_set and self.least > self.size:
            raise wording(
                "has a `least` that is larger than its `size`", "words shrink from `size` to `least`"
            )
        return self

    @model_validator(mode="after")
    def _known_form(self) -> Self:
        if self.form is None:
            return self
        allowed: tuple[str, ...] = PLATES
        if self.holds == "figure":
            allowed = NUMBER_FORMS
        elif self.holds == "photo":
            allowed = MASKS
        elif self.holds in _GRAPHICS:
            raise wording(f"has a `form`, which says nothing to `{self.holds}`", "delete it")
        elif self.on is None:
            hint = "say which colour it is: `on: accent`"
            raise wording("has a `form` for a plate without a colour", hint)
        if self.form not in allowed and not (self.holds == "photo" and self.form.endswith(".svg")):
            raise wording(f"cannot have the form `{self.form}`", f"one of {listed(allowed, 'or')}")
        return self

    @model_validator(mode="after")
    def _no_idle_fields(self) -> Self:
        if self.across > 1 and self.down > 1:
            raise wording("stands `across` and `down` at once", "keep one of them")
        if self.fade and (self.holds != "photo" or self.form):
            raise wording("has a `fade`, which only a photograph with straight edges can have", "delete it")
        if self.notch and self.holds != "photo":
            raise wording("has a `notch`, which only a photograph can have", "delete it")
        if self.notch and self.form not in (None, "block"):
            raise wording("has a `notch` in a `form`", "keep one of them")
        if self.notch and not _at_corner(self.box, self.notch):
            raise wording("has a `notch` that is at none of its corners", "move it to one")
        if self.on and self.holds in _GRAPHICS:
            raise wording(f"says what `{self.holds}` stands `on`, which has no words", "delete it")
        around = next((name for name in ("quoted", "before", "after") if getattr(self, name)), None)
        if around and self.holds in (*_GRAPHICS, "photo", "figure"):
            raise wording(f"has `{around}`, but `{self.holds}` has no words to stand beside", "delete it")
        return self


class Panel(BrandPart):
    """A plain form behind the words of a layout."""

    box: Box4
    """Left, top, width and height in hundredths of the slide. Example: [62, 0, 38, 100]"""
    color: ColorName
    """A role or a colour of the palette. Example: accent"""
    form: Literal["block", "circle", "pill"] = "block"
    """Its outline; a circle is as large as the box lets it be. Example: circle"""


class LogoPlace(BrandPart):
    """A logo of the brand: its height, its bottom edge, and its left or right edge, in hundredths."""

    name: str = "main"
    """Which logo, as `_brand.yml` names it; its version for the ground is found by itself. Example: main"""
    left: Percent | None = None
    """Where its left edge is, from the slide's left; instead of `right`. Example: 6"""
    right: Percent | None = None
    """Where its right edge is, from the slide's left; instead of `left`. Example: 94"""
    bottom: Percent
    """Where its lower edge is, from the slide's top. Example: 95"""
    height: Annotated[float, Field(gt=0, le=40)]
    """How high it is. Example: 6"""

    @model_validator(mode="after")
    def _one_edge(self) -> Self:
        if (self.left is None) == (self.right is None):
            both = (
                "has both `left` and `right`" if self.left is not None else "has neither `left` nor `right`"
            )
            raise wording(both, "give one of them: the edge that stays where it is")
        return self
