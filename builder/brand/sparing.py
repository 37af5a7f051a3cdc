"""The brand on plain paper: what office printers print without large grounds of ink."""

from __future__ import annotations

from functools import lru_cache

from builder.brand.identity import Brand
from builder.brand.roles import ON, with_words
from builder.color import Color
from builder.record import replace

_PAPER = "paper"  # the name of white, where a brand has none
_WHITE = Color(255, 255, 255)
_GROUNDS = ("background", "primary", "secondary", "tertiary", "surface", "secondary-soft")


@lru_cache(maxsize=8)
def on_plain_paper(brand: Brand) -> Brand:
    """The brand with white in the place of its grounds, and with the words that are read on white.

    Art and what words stand out by keep their colours, and what would be lost on white gives way.
    """
    white = next((name for name, color in brand.palette.items() if color == _WHITE), _PAPER)
    palette = {white: _WHITE} | dict(brand.palette)
    named = {role: name for role, name in brand.roles.items() if not role.startswith(ON)}
    roles, _ = with_words(palette, named | dict.fromkeys(_GROUNDS, white))
    return replace(brand, palette=palette, roles=roles)
