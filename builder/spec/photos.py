"""The photographs of a spec, and what of each no words may hide."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from builder.geometry.box import Box
from builder.source.validate import wording
from builder.spec.scalars import Key, Name, PlainText, Slug, SpecPart

_ROUNDING = 1e-9
Fraction = Annotated[float, Field(ge=0, le=1)]


def _focus(focus: tuple[float, ...]) -> tuple[float, ...]:
    if len(focus) not in (2, 4):
        hint = "write a point, `[0.5, 0.3]`, or an area, `[0.4, 0.1, 0.3, 0.35]`: left, top, width, height"
        raise wording(f"has {len(focus)} numbers", hint)
    for start, size, edge in zip(focus, focus[2:], ("right", "lower"), strict=False):
        if start + size > 1 + _ROUNDING:
            hint = f"{start:g} and {size:g} are more than 1, which is all of it: left, top, width, height"
            raise wording(f"reaches over the {edge} edge of the photograph", hint)
    return focus


Focus = Annotated[tuple[Fraction, ...], AfterValidator(_focus)]


class Photo(SpecPart):
    """A photograph beside the spec."""

    id: Slug
    """A short name in lower case, by which cards and slides ask for it. Example: holding-hands"""
    file: Key
    """Its file, from the spec's folder on. Example: photos/holding-hands.jpg"""
    alt: PlainText
    """What the photograph shows. Example: A baby's hand round an adult's finger"""
    credit: Name | None = None
    """Who took it; the guide and the pack's list of files say so. Example: Jo Smith"""
    licence: PlainText | None = None
    """Under which licence it may be used; said beside who took it. Example: CC BY 4.0"""
    focus: Focus = (0.5, 0.4)
    """What every crop keeps, in shares of the width and the height: a point, or the left edge, the top,
    the width and the height of what no edge may cut and no words may hide, such as a face; left out, above
    the middle, where faces mostly are. Example: [0.4, 0.1, 0.3, 0.35]
    """

    @property
    def credited(self) -> str:
        """Who took it and under which licence it is used; empty if nobody said."""
        return ", ".join(filter(None, (self.credit, self.licence)))

    @property
    def area(self) -> Box:
        """What every crop keeps, in shares of the image's size; a point is an area without any."""
        x, y, w, h = self.focus if len(self.focus) == 4 else (*self.focus, 0.0, 0.0)
        return Box(x, y, w, h)
