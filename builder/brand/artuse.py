"""Art on a design: which piece, how large, at which edge, and what words may do to it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from builder.brand.grain import GrainChoice
from builder.brand.measures import Length, Share
from builder.brand.part import BrandPart, ColorName
from builder.brand.pin import Anchor
from builder.source.validate import wording


class ArtUse(BrandPart):
    """A piece of the brand's art: how large, at which edge, in which colours."""

    file: str | Annotated[tuple[str, ...], Field(min_length=1)]
    """An SVG of the brand, from its folder on; or a list, of which each card has one by its id, none
    again before all are shown. In a list, `art/streets/*.svg` stands for all drawings of a folder. Of files
    in several folders, such as `art/forms/*.svg` and `art/streets/*.svg`, a campaign has those of one: the
    one that the `art` of its theme names, or `forms`, or one by its name and year if the list has no
    `forms`. The `art` of an item of the spec takes their place. Example: art/motif.svg
    """
    in_order: bool = False
    """Whether the first card has the first piece of a list, the second the second, and so on, and not one by
    its id: a twig with a leaf for each day. Example: yes
    """
    anchor: Anchor = "bottom-right"
    """The edge or corner of the canvas that it stands at. Example: top-right"""
    scale: Length = 1.0
    """Its longer side, as a share of the canvas's short side. Example: 0.6"""
    grows: Length | None = None
    """The largest scale that it may reach where words leave room; the shift grows with it. Example: 0.9"""
    shrinks: Length | None = None
    """The smallest scale that it may have where words leave little room; then it slides off. Example: 0.5"""
    least: Annotated[float, Field(ge=0, le=1)] = 0.0
    """The least share of the canvas that what is seen of it reaches over, from edge to edge: if words leave
    less, or less than half of what else is seen of it, the headline is set smaller; what is still less is
    told. Example: 0.3
    """
    optional: bool = False
    """Whether it is left out where words leave less than its `least`, and words stay as they are.
    Example: yes
    """
    shift: tuple[Share, Share] = (0.0, 0.0)
    """How far it is moved from there, to the right and down. Example: [0.1, 0.1]"""
    tint: ColorName | dict[str, ColorName] | None = None
    """One colour for all of it, or which colour takes the place of which. Example: {accent: secondary}"""
    unless: str | None = None
    """A slot: where the card has words for it, this piece is left out. Example: of"""
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of it is seen: 1 is all. Example: 0.4"""
    turn: float = 0.0
    """By how many degrees it is turned, clockwise. Example: 15"""
    mirrored: bool = True
    """Whether it is turned over in languages written from right to left; `no` for letters, clocks and marks,
    which only change sides. Example: no
    """
    yields: bool = True
    """Whether it slides off its edge until no words stand on it. Example: no"""
    grain: GrainChoice | None = None
    """Speckles on it, as if it were printed on rough paper: the role or the colour that its forms go towards
    in them, or a group with more of them. Example: primary
    """
    stands: bool = False
    """Whether it stands on the `hill` of the design's boxes, if there is one, and not at the canvas's foot.
    Example: yes
    """

    @model_validator(mode="after")
    def _of_use(self) -> Self:
        if self.shrinks and self.shrinks >= self.scale:
            raise wording("cannot shrink to a larger size", "write less at `shrinks` than at `scale`")
        if self.in_order and not isinstance(self.file, tuple):
            raise wording("is the order of a list of files, and there is one file", "write more at `file`")
        if self.optional and not self.least:
            raise wording("is left out where words leave less than its `least`", "add `least: 0.2`")
        if not self.yields and (self.shrinks or self.grows or self.least):
            message = "is as large as it is: with `yields: no` it keeps clear of no words"
            raise wording(message, "delete `grows`, `shrinks` and `least`, or `yields`")
        return self

    @property
    def files(self) -> tuple[str, ...]:
        """The file, or those to choose from."""
        return self.file if isinstance(self.file, tuple) else (self.file,)
