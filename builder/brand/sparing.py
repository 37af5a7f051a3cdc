"""The brand on plain paper: what office printers print without large grounds of ink."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from builder.brand.identity import Brand
from builder.brand.roles import ON, with_words
from builder.color import READABLE_LARGE, Color, contrast
from builder.record import replace

_WHITE, _TINT = Color(255, 255, 255), Color(240, 240, 240)  # the tint is seen, and little ink
_PAPER, _PANEL = "plain-paper", "plain-panel"  # no names that a brand would give
_GROUNDS = ("background", "primary", "secondary", "tertiary", "surface", "secondary-soft")


def on_plain_paper(brand: Brand, grounds: Collection[str]) -> Brand:
    """The brand with white in the place of these grounds, and a light tint in that of the others.

    Words are in what is read on them, and what they stand out by keeps its colour unless it would be lost
    on white. Art is drawn as outlines.
    """
    return _on_plain_paper(brand, frozenset(grounds))


@lru_cache(maxsize=8)
def _on_plain_paper(brand: Brand, grounds: frozenset[str]) -> Brand:
    palette = {**brand.palette, _PAPER: _WHITE, _PANEL: _TINT}
    named = {role: name for role, name in brand.roles.items() if not role.startswith(ON)}
    plain = {role: _PAPER if role in grounds else _PANEL for role in (*_GROUNDS, *grounds)}
    roles, _ = with_words(palette, named | plain)
    line = palette[roles["foreground"]]
    if contrast(line, _WHITE) < READABLE_LARGE:  # the words of a dark brand are as light as paper
        line = palette[roles[f"{ON}{_PAPER}"]]
    return replace(brand, palette=palette, roles=roles, outlined=(_WHITE, line))


@lru_cache(maxsize=8)
def in_black(brand: Brand) -> Brand:
    """The brand on white, all its colours greys that are as light: what a copier makes of it anyway."""
    plain = on_plain_paper(brand, _GROUNDS)
    palette = {name: _grey(color) for name, color in plain.palette.items()}
    named = {role: name for role, name in plain.roles.items() if not role.startswith(ON)}
    roles, _ = with_words(palette, named)
    return replace(plain, palette=palette, roles=roles)


def _grey(color: Color) -> Color:
    """The grey that is as light (sRGB, IEC 61966-2-1)."""
    light = color.luminance
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return Color(*(round(value * 255),) * 3)
