"""Boxes that stand at a place of the canvas of their own, beside the flow of the others."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from builder.brand.part import SHARE, BrandPart
from builder.source.forms import Kind

Anchor = Annotated[
    Literal[
        "top-left", "top", "top-right", "left", "centre", "right", "bottom-left", "bottom", "bottom-right"
    ],
    Kind("", lambda typed: "did you mean `centre`?" if typed in ("middle", "center") else ""),
]
_Shift = Annotated[float, SHARE, Field(ge=-1, le=1)]


class Pin(BrandPart):
    """Where a box stands that takes no room among the others; they keep off it."""

    at: Anchor = "top-right"
    """The edge or corner of the room within the margins that it stands at, mirrored in languages written from
    right to left. Example: bottom-right
    """
    shift: tuple[_Shift, _Shift] = (0.0, 0.0)
    """How far it is moved from there, to the right and down, but not beyond where words may be.
    Example: [0.03, 0]
    """
    width: Annotated[float, SHARE, Field(gt=0, le=4)] | None = None
    """How wide it may be, as a share of the short side; left out, as wide as what it holds. Example: 0.3"""
    over: bool = False
    """Whether it stands on top of what the others draw, as a sticker does, and they need not keep off it.
    Example: yes
    """


def _pin(value: Any) -> Any:
    return {"at": value} if isinstance(value, str) else value


PinChoice = Annotated[Pin, BeforeValidator(_pin)]
