"""The properties of letters as numbers: sizes and weights depend on those around them (CSS Fonts 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from builder.brand.svg.numbers import length

MEDIUM = 16.0  # px of text that says nothing of its size
_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_STEPS = {"larger": 1.2, "smaller": 1 / 1.2}
_WEIGHTS = {"normal": "400", "bold": "700"}
_STYLES = ("italic", "oblique")
_SIZE = r"(?:[\d.]+(?:px|pt|em|rem|%|mm|cm|in|pc|ex)|(?:xx?-)?(?:small|large)|medium|larger|smaller)"


def computed(own: Mapping[str, str], style: dict[str, str], parent: Mapping[str, str]) -> None:
    """Put numbers in the place of what an element says of its letters."""
    size = float(parent["font-size"])
    if "font-size" in own:
        size = _size(own["font-size"], size)
    style["font-size"] = repr(size)
    if "font-weight" in own:
        style["font-weight"] = _weight(own["font-weight"], int(parent["font-weight"]))
    for name in ("letter-spacing", "word-spacing"):
        if name in own:
            style[name] = _space(own[name], size, parent[name])


def _size(text: str, around: float) -> float:
    """A size in px; that of the text around it where there is none."""
    if text in _SIZES:
        return float(_SIZES[text])
    if text in _STEPS:
        return around * _STEPS[text]
    try:
        return max(length(text, around, around), 0.0) if text != "initial" else MEDIUM
    except ValueError:
        return around


def _weight(text: str, around: int) -> str:
    if text == "bolder":
        return str(400 if around < 350 else 700 if around < 550 else 900)
    if text == "lighter":
        return str(100 if around < 550 else 400 if around < 750 else 700)
    weight = _WEIGHTS.get(text, text)
    return weight if weight.isdigit() and 0 < int(weight) <= 1000 else str(around)


def _space(text: str, size: float, around: str) -> str:
    if text in ("normal", "initial"):
        return "0"
    try:
        return repr(length(text, size, size))
    except ValueError:
        return around


def longhands(text: str) -> Iterator[tuple[str, str]]:
    """What the shorthand `font` says; nothing if it is none (CSS Fonts 4, 2.7)."""
    found = re.match(rf"\s*((?:[\w-]+\s+)*?)({_SIZE})(?:\s*/\s*[\w.%]+)?\s+(\S.*)", text, re.DOTALL)
    if not found:
        return
    words = found[1].split()
    yield "font-style", next((word for word in words if word in _STYLES), "normal")
    weights = (word for word in words if word.isdigit() or word in ("bold", "bolder", "lighter"))
    yield "font-weight", next(weights, "normal")
    yield "font-variant", "small-caps" if "small-caps" in words else "normal"
    yield "font-size", found[2]
    yield "font-family", found[3]


def families(text: str) -> tuple[str, ...]:
    """The names of a font stack, without their quotes, best first."""
    parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", text)
    return tuple(name for part in parts if (name := part.strip().strip("\"'").strip()))
