"""Numbers, lengths and transforms as attributes write them (SVG 2, 4.3 and 8.5; CSS Values 4)."""

from __future__ import annotations

import math
import re

from builder.geometry.curves import Matrix, concatenate

ONE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LARGEST = 1e12
_INCH = 96.0
_UNITS = {"": 1.0, "px": 1.0, "pt": _INCH / 72, "pc": _INCH / 6, "in": _INCH, "rem": 16.0}
_UNITS |= {"cm": _INCH / 2.54, "mm": _INCH / 25.4, "q": _INCH / 101.6}
_EM = 16.0  # of a page that says nothing of its letters
_FONT_UNITS = {"em": 1.0, "ex": 0.5}
_LENGTH = re.compile(rf"\s*({NUMBER})\s*([a-zA-Z%]*)\s*")
_CALL = re.compile(r"\s*,?\s*(\w+)\s*\(([^()]*)\)")
_ARGUMENT = re.compile(rf"\s*,?\s*({NUMBER})(deg|px|rad|turn|grad)?")
_DEGREES = {"rad": 180 / math.pi, "turn": 360.0, "grad": 0.9}


def length(text: str, share: float, em: float = _EM) -> float:
    """A length in px; percents are of `share`, em of a size of letters. ValueError if it is none."""
    found = _LENGTH.fullmatch(text)
    if not found:
        raise ValueError(text)
    number, unit = float(found[1]), found[2].lower()
    if unit == "%":
        return number * share / 100
    if unit in _FONT_UNITS:
        return number * _FONT_UNITS[unit] * em
    if unit not in _UNITS:
        raise ValueError(text)
    return number * _UNITS[unit]


def page_length(text: str | None) -> float:
    """A width or height of the whole drawing in px; 0 where it is none, or a share of a page nobody knows."""
    try:
        return length(text, 0.0) if text else 0.0
    except ValueError:
        return 0.0


def numbers(text: str) -> list[float]:
    """All numbers of a list, as in `viewBox` and `points`."""
    return [float(number) for number in re.findall(NUMBER, text)]


def share(text: str) -> float:
    """An opacity or an offset as 0 to 1; ValueError if it is none."""
    value = float(text[:-1]) / 100 if text.endswith("%") else float(text)
    if math.isnan(value):
        raise ValueError(text)
    return min(1.0, max(0.0, value))


def transform(text: str) -> Matrix:
    """The matrix of a list of transforms; ValueError if it cannot be read."""
    matrix, at = ONE, 0
    for call in _CALL.finditer(text):
        if call.start() != at:
            raise ValueError(text)
        matrix, at = concatenate(_step(call[1], _arguments(call[2]), text), matrix), call.end()
    if text[at:].strip():
        raise ValueError(text)
    return matrix


def degrees(text: str) -> float:
    """An angle in degrees, clockwise; ValueError if it is none."""
    found = _ARGUMENT.fullmatch(text.strip())
    if not found or found[2] == "px":
        raise ValueError(text)
    return float(found[1]) * _DEGREES.get(found[2], 1.0)


def sound(matrix: Matrix) -> bool:
    """Whether all numbers of a matrix are in bounds."""
    return all(math.isfinite(value) and abs(value) < _LARGEST for value in matrix)


def area_of(matrix: Matrix) -> float:
    """How much larger a matrix makes areas; negative if it mirrors them."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def _arguments(text: str) -> list[float]:
    values, at = list[float](), 0
    while found := _ARGUMENT.match(text, at):
        values.append(float(found[1]) * _DEGREES.get(found[2], 1.0))
        at = found.end()
    if text[at:].strip():
        raise ValueError(text)
    return values


def _step(kind: str, values: list[float], text: str) -> Matrix:  # noqa: PLR0911  one for each kind
    match kind, values:
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) < 2:
            return (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
        case "translateX", [x]:
            return (1.0, 0.0, 0.0, 1.0, x, 0.0)
        case "translateY", [y]:
            return (1.0, 0.0, 0.0, 1.0, 0.0, y)
        case "scale", [x, *rest] if len(rest) < 2:
            return (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
        case "scaleX", [x]:
            return (x, 0.0, 0.0, 1.0, 0.0, 0.0)
        case "scaleY", [y]:
            return (1.0, 0.0, 0.0, y, 0.0, 0.0)
        case "rotate", [degrees, *about] if len(about) in (0, 2):
            return _turn(degrees, *(about or (0.0, 0.0)))
        case "skewX", [degrees]:
            return (1.0, 0.0, math.tan(math.radians(degrees)), 1.0, 0.0, 0.0)
        case "skewY", [degrees]:
            return (1.0, math.tan(math.radians(degrees)), 0.0, 1.0, 0.0, 0.0)
    raise ValueError(text)


def _turn(degrees: float, x: float, y: float) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
