"""Words on a design: from which slot, in which style, and how they are set."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.edgefaults import vertical_fault
from builder.brand.measures import Align, Length
from builder.brand.part import BrandPart, ColorName
from builder.brand.textlook import Caps, EmphasisChoice
from builder.source.validate import wording


class TextUse(BrandPart):
    """Words from a slot in a type style."""

    from_: str = Field(alias="from")
    """The slot whose words it shows: `packbuild list slots`. Example: headline"""
    style: str = "text"
    """A type style: display, title, numeral, quote, lead, label, text, kicker, tag, date, or the brand's own.
    Example: title
    """
    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    """The most lines that it may take; left out, the style's. Example: 4"""
    optional: bool = False
    """Whether it may be left out where the slot is empty or no room is left. Example: yes"""
    color: ColorName | None = None
    """A role or a colour of the palette; left out, the design's `text_color`. Example: secondary"""
    emphasis: EmphasisChoice | None = None
    """What words with *emphasis* have: a colour, or a group of what they have; left out, italics, or bolder
    letters. Example: {color: tertiary, marker: highlight}
    """
    caps: Caps | None = None
    """Whether it is drawn in capitals (`upper`), small ones (`small`) or as it is written (`none`); left
    out, as the style says. Example: upper
    """
    outline: Annotated[float, Field(ge=0.005, le=0.08)] | None = None
    """How thick a line its letters are drawn in instead of filled, as a share of their size, and never too
    thin to be seen; letters that are too small for it, or that grow together as Arabic ones do, are filled.
    Example: 0.02
    """
    align: Align = "start"
    """Where its lines begin: `start` is left, or right in languages written from there. Example: centre"""
    size: Length | None = None
    """The largest size of its letters; left out, the style's. Example: 0.1"""
    short: Length | None = None
    """The largest size where the words take one line or two; left out, `size`. Example: 0.14"""
    fit: bool = False
    """Whether each line is as wide as its box, by a size of its own: the largest at most 2.8 times the
    smallest, and `size`. Where no words are starred, the last of several lines has the `emphasis` if
    it carries sense.
    Example: yes
    """
    vertical: bool = False
    """Whether it is set downwards, its letters upright one below another, in `lines` columns, or in one: as
    on a sign, or as books are set in Japanese, Chinese and Korean, from right to left. Letters that grow
    together stay level, above or below the rest of their row. Example: yes
    """
    blocks: tuple[ColorName, ...] = ()
    """The colours of bars on which its lines stand, in turn, each as long as its line: first from the edge
    of the canvas, the second further in. Example: [accent, highlight, background]
    """
    before: str = ""
    """What is set before the words. Example: "— "
    """
    after: str = ""
    """What is set after the words. Example: " ›"
    """

    @model_validator(mode="after")
    def _one_size(self) -> Self:
        if self.fit and self.short is not None:
            hint = "leave out `short`: short words fill their line"
            raise wording("cannot have `short` and `fit` at once", hint)
        if self.vertical and (fault := vertical_fault(self)):
            raise wording(*fault)
        if self.blocks and (self.fit or self.align != "start"):
            hint = "bars begin at the start, and hug their lines"
            raise wording(f"cannot have `blocks` and `{'fit' if self.fit else 'align'}` at once", hint)
        if self.blocks and self.emphasis and (self.emphasis.marker or self.emphasis.underline):
            hint = "each line has a bar already: give the emphasis a `color`"
            raise wording("cannot have `blocks` and a marker or a line at once", hint)
        return self
