"""Art that holds boxes: a date in a disc, a call in a leaf."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.source.validate import wording

_Part = Annotated[float, Field(ge=0, le=1)]


class HeldUse(BrandPart):
    """A drawing around the boxes of a group, which it holds; what is beyond its view may leave the canvas, if
    its `<svg>` says `overflow="visible"`.
    """

    file: str
    """An SVG of the brand, from its folder on. Example: art/cradle.svg"""
    height: Annotated[float, SHARE, Field(gt=0, le=4)] = 0.4
    """How high the drawing's view is at its largest. Example: 0.5"""
    least: Annotated[float, Field(gt=0, le=1)] = 0.6
    """How much of that it keeps where words need the room. Example: 1"""
    room: tuple[_Part, _Part, _Part, _Part]
    """Where the boxes stand: left, top, width and height, in shares of its view.
    Example: [0.3, 0.2, 0.4, 0.5]
    """
    on: ColorName
    """The role of the drawing that they stand on, as the file has it: words take a colour that is read there.
    Example: accent-soft
    """
    optional: bool = False
    """Whether it may be left out where no room is left, with all that it holds. Example: yes"""
    tint: dict[str, ColorName] = Field(default_factory=dict)
    """Which colour takes the place of which. Example: {accent: secondary}"""

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        x, y, w, h = self.room
        if x + w > 1 or y + h > 1 or not w or not h:
            hint = "left and width, top and height are 1 at most together"
            raise wording("has its `room` beyond its view", hint)
        return self

    @property
    def ground(self) -> str:
        """The role or the colour that the boxes stand on."""
        return self.tint.get(self.on, self.on)
