"""The box that draws a number: a part of a whole, or the figure alone where there is no whole."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.brand.strokes import StrokeChoice
from builder.source.forms import Kind
from builder.source.validate import wording

# How a part of a whole is drawn: `builder/layout/numbers` has a file for each.
NumberForm = Literal[
    "ring", "bar", "rule", "bars", "dots", "modules", "people", "timeline", "path", "petals", "arches",
    "papers",
]
IN_ROW = "in_row"  # no word to be set: what it is so many of is a row of cards
NUMBER_SLOTS = ("value", "figure", "unit", "part", "of", IN_ROW)  # what it reads

_FORMS = {"circle": "ring", "donut": "ring", "doughnut": "ring", "pie": "ring", "progress": "bar"}


def _form(typed: str) -> str:
    """The form that people call by another name."""
    return f"did you mean `{_FORMS[typed]}`?" if typed in _FORMS else ""


class NumberUse(BrandPart):
    """A statistic's figure with a picture of it: `1 in 3` as a ring of which a third is thick.

    Where the spec tells of no whole, the figure alone, with its unit on a line of its own.
    """

    form: Annotated[NumberForm, Kind("", _form)]
    """How it is drawn: `ring` (the figure in it), `bar`, `rule` (a bar with square ends), `dots`, `modules`
    (squares without a gap), `people` who hold hands, `bars` (rules, so many of them thick), or, for the third
    day of seven, `timeline`, `path`, `petals`, `arches` or `papers` (discs, sheets or rosettes, cut as the
    `crests` of the look say). What is drawn is the number, never one near it: bars are ten at the most; dots
    and modules are ten at the most, or a hundred, so that 75 % are 3 of 4 and 31 % are 31 of 100; people are
    25 at the most, or a hundred: 64 % are 16 of 25. Any other share, such as 31.5 %, is a bar; for bars, a
    rule. Days are each one of all: the sixteenth of 32 is never 1 of 2.
    Example: ring
    """
    figure: bool = True
    """Whether the figure stands in the picture or above it. Example: no"""
    style: str = "numeral"
    """The type style of the figure. Example: numeral"""
    size: Annotated[float, SHARE, Field(gt=0, le=4)] | None = None
    """The largest size of the figure; left out, the style's. Example: 0.3"""
    lines: Annotated[int, Field(ge=1, le=4)] = 2
    """The most lines that the figure may take. Example: 1"""
    height: Annotated[float, SHARE, Field(gt=0, le=4)] = 0.5
    """How high the picture may be. Example: 0.6"""
    width: Annotated[float, SHARE, Field(gt=0, le=4)] | None = None
    """How wide it may be; left out, as wide as its column. Example: 0.7"""
    optional: bool = False
    """Whether it may be left out where no room is left. Example: yes"""
    over: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    """How much of a ring is above its box, over the margin and the edge of the canvas; a figure that has no
    ring stays in it. Example: 0.2
    """
    align: Literal["start", "centre", "end"] = "start"
    """Where it stands in its column. Example: centre"""
    color: ColorName = "accent"
    """What is lit, in a role or a colour of the palette; a role that is not seen gives way.
    Example: highlight
    """
    rest: ColorName | None = None
    """What is not lit; left out, a tone between the words and the ground. Example: secondary-soft"""
    text_color: ColorName | None = None
    """The colour of the figure; left out, that of the words around it. Example: highlight"""
    stroke: StrokeChoice | None = None
    """How a ring is drawn: `brush` all of it, `dashed` or `dotted` what is not lit, or a group with more of
    it; left out, whole. Example: brush
    """

    @model_validator(mode="after")
    def _ring(self) -> Self:
        if self.stroke and self.form != "ring":
            raise wording("has a `stroke`, which is for rings", "write `form: ring`, or delete `stroke`")
        return self
