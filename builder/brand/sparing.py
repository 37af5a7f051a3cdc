"""The brand on plain paper: what office printers print without large grounds of ink."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from builder.brand.identity import Brand
from builder.brand.roles import ON, with_words
from builder.color import Color
from builder.record import replace

_WHITE, _TINT = Color(255, 255, 255), Color(240, 240, 240)  # the tint is seen, and little ink
_PAPER, _PANEL = "plain-paper", "plain-panel"  # no names that a brand would give
_GROUNDS = ("background", "primary", "secondary", "tertiary", "surface", "secondary-soft")


def on_plain_paper(brand: Brand, grounds: Collection[str]) -> Brand:
    """The brand with white in the place of these grounds, and a light tint in that of the others.

    Words are in what is read on them. Art and what words stand out by keep their colours, and what would
    be lost on white gives way.
    """
    return _on_plain_paper(brand, frozenset(grounds))


@lru_cache(maxsize=8)
def _on_plain_paper(brand: Brand, grounds: frozenset[str]) -> Brand:
    palette = {**brand.palette, _PAPER: _WHITE, _PANEL: _TINT}
    named = {role: name for role, name in brand.roles.items() if not role.startswith(ON)}
    plain = {role: _PAPER if role in grounds else _PANEL for role in (*_GROUNDS, *grounds)}
    roles, _ = with_words(palette, named | plain)
    return replace(brand, palette=palette, roles=roles)
