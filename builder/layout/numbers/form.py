"""What a form of numbers is: how a part of a whole is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal

from builder.brand.strokes import Stroke
from builder.color import Color
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.record import Record

# What of a share a form can show: all of it exactly; so many of ten things or less, about; each of its own.
Parts = Literal["any", "tenths", "each"]

TEN = 10  # parts that the eye counts without counting
MONTH = 31  # parts in a row, of which one is told from the others
_ROUND = (2, 3, 4, 5, 10)  # the parts that people speak of
_NEAR = Fraction(1, 20)  # how far what is drawn may be from what is said


class Share(Record):
    """So many of so many; `about` if it stands for others that are too many to be drawn."""

    part: float
    of: int
    about: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.part / self.of


class Dress(Record):
    """What a form is drawn in. Lengths are in the canvas's unit."""

    lit: Color
    rest: Color  # what is not lit: a tone between the lit colour and the ground
    ground: Color
    ink: Color  # of words
    canvas: Canvas
    rtl: bool
    stroke: Stroke | None = None  # how a ring is drawn, if not whole

    @property
    def short(self) -> float:
        """The canvas's short side."""
        return self.canvas.short


class Form(Record):
    """One way of drawing a share.

    What is lit and what is not differ in shape too, so that nobody needs to see colours.
    """

    draw: Callable[[Share, Box, Dress], Iterable[Item]]  # in a box that is `height` high
    height: Callable[[Share, float], float]  # as a share of its width
    parts: Parts = "any"
    of_whole: bool = True  # whether it shows a share; else a place in a row, which the figure tells
    hole: Box | None = None  # the room for the figure within, in shares of its box; None if it stands above


def shown(share: Share, form: Form) -> Share | None:
    """The share as a form can draw it: as it is, or about so many of ten or less; None if none is near."""
    whole = float(share.part).is_integer()
    if form.parts == "any" or (whole and share.of <= (TEN if form.parts == "tenths" else MONTH)):
        return share
    if form.parts == "each":
        return None
    exact = Fraction(share.part).limit_denominator(1000) / share.of
    ways = [(abs(Fraction(round(exact * of), of) - exact), of) for of in _ROUND if 0 < round(exact * of) < of]
    away, of = min(ways, default=(Fraction(1), 1))
    return Share(round(exact * of), of, about=away > 0) if away <= _NEAR else None
