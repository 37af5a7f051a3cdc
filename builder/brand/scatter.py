"""Art that lies strewn over the ground, as a seed has it: leaves, dots, paper snippets."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.brand.photouse import Area
from builder.source.validate import wording

_Size = Annotated[float, SHARE, Field(gt=0, le=1)]


class Scatter(BrandPart):
    """Pieces of art strewn over a part of the canvas, beside the words, in another way on each card."""

    file: str | Annotated[tuple[str, ...], Field(min_length=1)]
    """An SVG of the brand, from its folder on, or a list to choose from.
    Example: [art/leaf.svg, art/motif.svg]
    """
    count: Annotated[int, Field(ge=1, le=300)] = 24
    """How many there are, as far as they find room beside the words; where that is fewer than half of them,
    it is told. Example: 40
    """
    scale: tuple[_Size, _Size] | _Size = (0.04, 0.1)
    """Their longer side, as a share of the canvas's short side, or the least and the most of it.
    Example: [0.03, 0.08]
    """
    turn: Annotated[float, Field(ge=0, le=180)] = 180.0
    """By how many degrees they are turned at most, to either side. Example: 20"""
    colors: tuple[ColorName, ...] = ()
    """The roles or colours of the palette of which each has one; left out, they have their own.
    Example: [accent, highlight]
    """
    apart: Annotated[float, SHARE, Field(ge=0, le=1)] = 0.01
    """How far they lie apart at least, as a share of the canvas's short side. Example: 0.03"""
    area: Area = Area()
    """The part of the canvas that they lie on. Example: {height: 0.4, at: bottom}"""
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of them is seen: 1 is all. Example: 0.5"""
    seed: str = ""
    """Any text: another one strews them in another way. Example: autumn"""

    @model_validator(mode="after")
    def _grows(self) -> Self:
        if self.sizes[0] > self.sizes[1]:
            raise wording("has a least `scale` that is larger than the most", "write the smaller one first")
        return self

    @property
    def files(self) -> tuple[str, ...]:
        """The file, or those to choose from."""
        return self.file if isinstance(self.file, tuple) else (self.file,)

    @property
    def sizes(self) -> tuple[float, float]:
        """The least and the most of their longer side."""
        return self.scale if isinstance(self.scale, tuple) else (self.scale, self.scale)

    def sown(self, seed: str) -> Scatter:
        """The same, chosen by a seed, and by its own."""
        return self.model_copy(update={"seed": f"{seed}/{self.seed}"})
