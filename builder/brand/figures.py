"""Figures: a few letters as large as art, such as a date, a chapter's number or an opening quotation mark."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.brand.measures import Length, Share
from builder.brand.part import BrandPart, ColorName
from builder.brand.pin import Anchor


class FigureUse(BrandPart):
    """Letters drawn as art: the canvas's edge may cut them, and nobody reads them out or copies them.

    So what they say should stand among the words too. They keep clear of words: they are smaller, down to a
    half, and left out where that is not enough.
    """

    from_: str = Field(alias="from")
    """The slot whose words it draws, on one line. Example: day_number"""
    style: str = "display"
    """The type style that its letters are of. Example: numeral"""
    height: Length = 0.6
    """How high its ink is, as a share of the canvas's short side. Example: 0.7"""
    width: Length | None = None
    """How wide it may be at most. Example: 0.6"""
    anchor: Anchor = "bottom-right"
    """The edge or corner of the canvas that its ink stands at; from right to left it is mirrored, but not its
    letters. Example: top-left
    """
    shift: tuple[Share, Share] = (0.0, 0.0)
    """How far it is moved from there, to the right and down; the edge of the canvas cuts what leaves it.
    Example: [-0.02, -0.05]
    """
    color: ColorName = "accent"
    """A role or a colour of the palette; a role that would be lost on the ground gives way.
    Example: primary
    """
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of it is seen: 1 is all. Example: 0.4"""
