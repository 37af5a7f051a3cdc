"""What a form of numbers is: how a part of a whole is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Literal

from builder.brand.measures import Crest
from builder.brand.numbers import NumberForm
from builder.brand.strokes import Stroke
from builder.color import Color
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.record import Record

# What of a share a form can show: all of it; so many of ten things or less; of a hundred too; of 25 or less,
# before a hundred; each its own.
Parts = Literal["any", "ten", "hundred", "crowd", "each"]

TEN = 10  # parts that the eye counts without counting
CROWD = 25  # people, who are large enough to be people
HUNDRED = 100  # parts in a field, where nobody counts and everybody sees
MONTH = 31  # parts in a row, of which one is told from the others


class Share(Record):
    """So many of so many."""

    part: float
    of: int
    in_row: bool = False  # whether it is a place in a row, each of which has a picture like the others

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
    crest: Crest = "rolling"  # how papers are cut

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
    stretches: bool = False  # whether it is as wide as a design says, whatever its height
    otherwise: NumberForm = "bar"  # the form that draws the shares that this one cannot: 64 of 100 in bars
    of_whole: bool = True  # whether it shows a share; else a place in a row, which the figure tells
    hole: Box | None = None  # the room for the figure within, in shares of its box; None if it stands above


def shown(share: Share, form: Form) -> Share | None:
    """The share as a form can draw it, never another: 75 of 100 as 3 of 4; None if it cannot.

    A picture that is only near would be read as the number itself; and the sixteenth day of 32, as 1 of 2,
    would be another picture than that of the fifteenth.
    """
    whole = float(share.part).is_integer()
    most = MONTH if form.parts == "each" else CROWD if form.parts == "crowd" and share.in_row else TEN
    if form.parts == "any" or (whole and share.of <= most):
        return share
    if form.parts == "each" or share.in_row:
        return None
    exact = Fraction(share.part).limit_denominator(1000) / share.of
    if 1 < exact.denominator <= (CROWD if form.parts == "crowd" else TEN):
        return Share(exact.numerator, exact.denominator)
    parts = exact * HUNDRED
    is_field = form.parts in ("hundred", "crowd") and parts.denominator == 1 and parts > 0
    return Share(parts.numerator, HUNDRED) if is_field else None
