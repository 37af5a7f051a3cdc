"""How words look beyond their type style: in capitals, and what carries their emphasis."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, model_validator

from builder.brand.part import BrandPart, ColorName
from builder.brand.strokes import StrokeChoice
from builder.brand.typechoice import Weight
from builder.source.forms import Kind
from builder.source.validate import wording

_CAPS = {
    **dict.fromkeys(("uppercase", "capitals", "all-caps", "all"), "upper"),
    **dict.fromkeys(("small-caps", "smallcaps", "smcp"), "small"),
}
Caps = Annotated[
    Literal["upper", "small", "none"],
    Kind("", lambda typed: f"did you mean `{_CAPS[typed]}`?" if typed in _CAPS else ""),
]


class Emphasis(BrandPart):
    """What words with *emphasis* have: a colour, another cut of their face, a line, a marker."""

    color: ColorName | None = None
    """A role or a colour of the palette, where it can be read; left out, that of the other words.
    Example: tertiary
    """
    italic: bool | None = None
    """Whether they lean; left out, they do if their family has italics, and are bolder if it has none.
    Example: no
    """
    weight: Weight | None = None
    """How heavy they are, as a number or a name; left out, as the other words. Example: bold"""
    underline: ColorName | None = None
    """A line under them, in a role or a colour of the palette, which passes behind descenders.
    Example: accent
    """
    stroke: StrokeChoice | None = None
    """How that line is drawn: `dashed`, `dotted`, `brush`, or a group with more of it; left out, whole.
    Example: brush
    """
    marker: ColorName | None = None
    """A highlight behind them, in a role or a colour of the palette, on which they are read: in `color`, or
    else in a colour that is read there. Example: highlight
    """

    @model_validator(mode="after")
    def _seen(self) -> Self:
        if self.stroke and not self.underline:
            raise wording("has a `stroke`, and no line", "add `underline: accent`, or delete `stroke`")
        plain = self.italic is False and self.weight is None
        if plain and not (self.color or self.underline or self.marker):
            hint = "give it a `color`, a `weight`, an `underline` or a `marker`; or leave out `italic`"
            raise wording("leaves words with emphasis as they are", hint)
        return self


def _emphasis(value: Any) -> Any:
    return {"color": value} if isinstance(value, str) else value


EmphasisChoice = Annotated[Emphasis, BeforeValidator(_emphasis)]
