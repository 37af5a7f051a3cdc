"""The colour of what is drawn on a card's grounds: as asked for, or one that is made out there."""

from __future__ import annotations

from builder.brand.roles import GIVING_WAY
from builder.color import Color, least_contrast
from builder.layout.cards.setting import Setting


def made_out(name: str, setting: Setting, least: float) -> Color | None:
    """The colour of that name; one that is no role is an order.

    Of a role, the first of it and those that stand for others that has the least contrast with all grounds;
    None if none has.
    """
    brand = setting.brand
    if name not in brand.roles:
        return brand.color(name)
    colors = (brand.color(role) for role in (name, *GIVING_WAY))
    return next((color for color in colors if least_contrast(color, setting.grounds) >= least), None)
