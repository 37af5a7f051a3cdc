"""Grain: speckles on a piece of art, as if it were printed on rough paper."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.source.forms import Kind


class Grain(BrandPart):
    """Speckles that lie closer together away from the light, which comes from the upper left."""

    color: ColorName = "primary"
    """The role or the colour of the palette that each form's own colour goes towards in its speckles; those
    that are of that colour go towards the ground. Example: accent
    """
    strength: Annotated[float, Field(gt=0, le=1)] = 0.4
    """How far they go there. Example: 0.8"""
    count: Annotated[int, Field(ge=50, le=20000)] = 9000
    """How many there would be if it filled the canvas; fewer where the light falls. Example: 16000"""
    size: Annotated[float, SHARE, Field(gt=0, le=0.05)] = 0.0035
    """How large the largest are. Example: 0.006"""
    seed: str = ""
    """Any text: another one strews them in another way. Example: autumn"""


def _grain(value: Any) -> Any:
    return {"color": value} if isinstance(value, str) else value


GrainChoice = Annotated[Grain, Kind("a role, or a group"), BeforeValidator(_grain)]
