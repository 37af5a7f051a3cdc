"""What of a canvas is seen through, for pictures that are laid over another."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.measures import Length
from builder.brand.part import BrandPart
from builder.source.validate import wording


class ClearUse(BrandPart):
    """What is seen through: a hole in the ground, or all that nothing is drawn on."""

    hole: Annotated[float, Field(gt=0, le=1)] | None = None
    """The radius of a round hole in the middle of the ground, as a share of the canvas's short side; art and
    words stand over it. Left out, all of the ground is clear. Example: 0.4
    """
    outline: Length = 0.0
    """How wide a white line runs round all that is drawn, without a hole. Example: 0.016"""

    @model_validator(mode="after")
    def _of_use(self) -> Self:
        if self.hole and self.outline:
            raise wording("has a line round what is drawn, and a ground", "delete `hole` or `outline`")
        return self
