"""Properties of text as markup: what styles, numberings and pages are written with."""

from __future__ import annotations

from builder.render.ooxml.markup import node

ROOT = {"xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def fonts(role: str) -> str:
    """The theme's text (`minor`) or display (`major`) font, in every script."""
    return node(
        "w:rFonts",
        w__asciiTheme=f"{role}HAnsi",
        w__hAnsiTheme=f"{role}HAnsi",
        w__eastAsiaTheme=f"{role}EastAsia",
        w__cstheme=f"{role}Bidi",
    )


def size(points: float) -> tuple[str, str]:
    """The size, in the half points that Word counts in."""
    halves = round(points * 2)
    return node("w:sz", w__val=halves), node("w:szCs", w__val=halves)


def twips(points: float) -> int:
    """Points as the twentieths that Word counts in."""
    return round(points * 20)


def panel_edges(pad: tuple[float, float], color: dict[str, str]) -> tuple[str, ...]:
    """Borders of the ground's own colour: they carry it out beyond the words."""
    high, wide = pad
    return (
        edge("top", 4, high, color),
        edge("left", 4, wide, color),
        edge("bottom", 4, high, color),
        edge("right", 4, wide, color),
    )


def edge(side: str, width: int, space: float, color: dict[str, str]) -> str:
    """A border `width` eighths of a point wide, `space` pt from the words."""
    return node(f"w:{side}", w__val="single", w__sz=width, w__space=round(space), **color)


def bold(on: bool | None) -> str:
    """Bold on or off, in every script; `None` inherits."""
    if on is None:
        return ""
    value = None if on else 0
    return node("w:b", w__val=value) + node("w:bCs", w__val=value)
