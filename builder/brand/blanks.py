"""Room among the boxes of a design that people write or draw in with a pen."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.brand.strokes import StrokeChoice
from builder.source.validate import wording

LEAST_APART = 8  # mm between lines that a pen fits on: narrow-ruled paper has 6, wide-ruled 8


class BlankUse(BrandPart):
    """Lines to write on, or a frame to draw in; it takes the room that is left in its column."""

    lines: Annotated[int, Field(ge=1, le=40)] | None = None
    """How many lines there are at the least; left out, there is a frame to draw in. Example: 3"""
    apart: Annotated[float, Field(ge=LEAST_APART, le=30)] = 9.0
    """How far lines are apart on paper, in mm. Example: 10"""
    height: Annotated[float, SHARE, Field(gt=0, le=4)] | None = None
    """How high a frame is at the least; left out, a fifth of the canvas's short side. Example: 0.3"""
    grows: bool = True
    """Whether it takes the room that is left in its column, with more lines or as a larger frame.
    Example: no
    """
    weight: Annotated[float, SHARE, Field(gt=0, le=1)] = 0.003
    """How thick its lines are. Example: 0.004"""
    color: ColorName | None = None
    """A role or a colour of the palette; left out, that of the words around it. Example: accent"""
    stroke: StrokeChoice | None = None
    """How its lines are drawn: `dashed`, `dotted`, `brush`, or a group with more of it; left out, whole.
    Example: dotted
    """

    @model_validator(mode="after")
    def _of_one_kind(self) -> Self:
        if self.lines is not None and self.height is not None:
            raise wording("has lines, and they say how high it is", "delete `height`, or `lines`")
        if self.lines is None and "apart" in self.model_fields_set:
            raise wording("has no lines to be apart", "add `lines: 3`, or delete `apart`")
        return self
