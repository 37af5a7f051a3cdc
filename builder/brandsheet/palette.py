"""The palette: each colour with its names, the roles, and which words can be read on which ground."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from builder.brand.identity import Brand
from builder.brand.roles import ON, ROLES, words_on
from builder.color import READABLE, READABLE_LARGE, Color, contrast
from builder.content.story import Block, Pair, Pairs, Paragraph, Plate, Plates, words

_MANY = 20  # colours, of which a table of all pairs is more than a designer can look at
_ROW = 5  # plates side by side
_TALL, _LOW = 1.1, 0.62  # heights to widths: of a palette on a page, and of one on several


def colors(brand: Brand) -> dict[Color, list[str]]:
    """The names of each colour of the palette, in its order."""
    named: dict[Color, list[str]] = {}
    for name, color in brand.palette.items():
        named.setdefault(color, []).append(name)
    return named


def palette(brand: Brand) -> Iterator[Block]:
    """Each colour of the palette."""
    plates = tuple(_color(brand, color, names) for color, names in colors(brand).items())
    yield Plates(plates, _ROW, _TALL if len(plates) <= 2 * _ROW else _LOW)


def _color(brand: Brand, color: Color, names: list[str]) -> Plate:
    roles = [role for role in ROLES if brand.color(role) == color and role not in names]
    also = ", ".join((*names[1:], *roles))
    values = f"{color.hex}   {color.red} {color.green} {color.blue}"
    return Plate(names[0], (values, *([also] if also else [])), color)


def roles(brand: Brand) -> Iterator[Block]:
    """Each role: its ground, what is read on it, and what it is for."""
    yield Plates(tuple(_role(brand, role, use) for role, use in ROLES.items()), _ROW, 0.42)


def _role(brand: Brand, role: str, use: str) -> Plate:
    ground, ink = brand.color(role), brand.on(role)
    read = brand.called(words_on(role, brand.roles))
    named = ink.hex if read.startswith(ON) else read  # the program's own colour of words
    said = f"{named} {_ratio(contrast(ink, ground))}"
    own = brand.called(role)
    plain = use.replace("`", "")  # of Markdown
    notes = (f"{own} {ground.hex}" if own != role else ground.hex, f"{plain[0].upper()}{plain[1:]}.")
    return Plate(role, notes, ground, said, ink)


def pairs(brand: Brand) -> Iterator[Block]:
    """Words in every colour on every other; of a large palette, in those that designs ask for."""
    named = {color: names[0] for color, names in colors(brand).items()}
    if len(named) > _MANY:
        asked = {color for role in ROLES for color in (brand.color(role), brand.on(role))}
        yield Paragraph(words(f"Of {len(named)} colours, those that play a role or are read on one."))
        named = {color: name for color, name in named.items() if color in asked}
    rows = tuple((name, tuple(_pair(ground, ink) for ink in named)) for ground, name in named.items())
    yield Pairs(tuple(named.values()), rows)


def _pair(ground: Color, ink: Color) -> Pair:
    ratio = contrast(ink, ground)
    use: Literal["text", "large", "none"] = (
        "text" if ratio >= READABLE else "large" if ratio >= READABLE_LARGE else "none"
    )
    return Pair(ground, ink, _ratio(ratio), use)


def _ratio(ratio: float) -> str:
    """With one decimal, cut off, so that none is said to reach what it does not."""
    return f"{math.floor(ratio * 10) / 10:.1f}"
