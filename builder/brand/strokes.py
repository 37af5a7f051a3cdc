"""How a line is drawn: whole, in dashes, in dots, or as a brush leaves it."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from builder.brand.part import SHARE, BrandPart, ColorName
from builder.source.forms import Kind
from builder.source.validate import nearest, shown, wording

_NAMED: dict[str, dict[str, Any]] = {
    "dashed": {"dash": [3, 2]},
    "dotted": {"dash": [0, 1.2]},
    "brush": {"brush": 0.4},
}
_Widths = Annotated[float, Field(ge=0, le=100)]


class Stroke(BrandPart):
    """A line in dashes, or as a brush leaves it."""

    dash: tuple[_Widths, Annotated[float, Field(gt=0, le=100)]] | None = None
    """How long its dashes and the gaps between them are, as multiples of its thickness; dashes of 0 are
    dots. Example: [4, 2]
    """
    brush: Annotated[float, Field(gt=0, le=1)] | None = None
    """How uneven it is by hand, as a share of its thickness. Example: 0.6"""
    seed: str = ""
    """Any text: another one draws a brush's line in another way. Example: ink"""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.dash is None) == (self.brush is None):
            both = "has `dash` and `brush` at once" if self.dash else "says not how it is drawn"
            raise wording(both, "write `dash: [3, 2]` or `brush: 0.4`")
        if self.seed and self.brush is None:
            raise wording("has a `seed`, and dashes, which are alike", "delete `seed`")
        return self


def _stroke(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value in _NAMED:
        return _NAMED[value]
    meant = nearest(value, _NAMED)
    hint = f"did you mean `{meant}`?" if meant else "write `dashed`, `dotted`, `brush`, or leave it out"
    raise wording(f"cannot be {shown(value)}", hint)


StrokeChoice = Annotated[Stroke, Kind("`dashed`, `dotted`, `brush` or a group"), BeforeValidator(_stroke)]


class Edging(BrandPart):
    """A line around a box, just inside its edge."""

    color: ColorName
    """A role or a colour of the palette. Example: accent"""
    weight: Annotated[float, SHARE, Field(gt=0, le=1)] = 0.006
    """How thick it is. Example: 0.008"""
    stroke: StrokeChoice | None = None
    """How it is drawn: `dashed`, `dotted`, `brush`, or a group with more of it; left out, whole.
    Example: dashed
    """
