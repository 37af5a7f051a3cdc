"""What a design says of lengths, sides and turns."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from builder.brand.part import SHARE
from builder.source.forms import Kind
from builder.source.validate import wording

_MOST = 4  # times the short side: the longest that anything can be on the widest canvas
Share = Annotated[float, SHARE, Field(ge=-3, le=_MOST)]
Length = Annotated[float, SHARE, Field(gt=0, le=_MOST)]
Inside = Annotated[float, SHARE, Field(ge=0, le=1)]
_QUARTER = 90  # degrees
_SIDES = {"left": "start", "right": "end"}


def _side(typed: str) -> str:
    """What stands for a side."""
    if typed not in _SIDES:
        return ""
    other = "right" if typed == "left" else "left"
    return f"write `{_SIDES[typed]}`: it is {typed}, and {other} in languages written from right to left"


def _quarter(degrees: int) -> int:
    if abs(degrees) != _QUARTER:
        raise wording("is no quarter turn", "write `90`, which reads downwards, or `-90`, upwards")
    return degrees


Cut = Literal["sheet", "bubble", "hill"]
Crest = Literal["rolling", "ridged", "scalloped"]  # of a hill
QuarterTurn = Annotated[int, AfterValidator(_quarter)]
Edge = Annotated[Literal["start", "end", "top", "bottom"], Kind("", _side)]
Align = Annotated[Literal["start", "centre", "end"], Kind("", _side)]
