"""SVG files as curves: the art, icons and logos that designers draw."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

from builder.brand.artcolors import fallback, said_role
from builder.brand.identity import Art, ArtShape
from builder.brand.svgfaults import WrongArt, check_svg
from builder.color import Color
from builder.geometry.box import Box, Command
from builder.geometry.winding import rewound

_LARGEST = 2_000_000  # bytes; art of more is a picture, not a drawing
_MOST_SHAPES = 5_000


def read_art(path: Path, name: str) -> Art:
    """The curves of an SVG file; WrongArt if it holds what is no flat drawing, OSError if unreadable."""
    return replace(_drawing(_checked(path)), name=name)


@lru_cache(maxsize=256)  # a check of all years reads the brand for each of them
def _drawing(text: str) -> Art:
    """The curves of a drawing, which has no name yet; WrongArt as above."""
    import svgelements  # noqa: PLC0415  only brands being read need it

    try:
        drawing: Any = svgelements.SVG.parse(io.StringIO(text), reify=True)
    except Exception as error:  # the parser raises whatever its XML reader does
        raise WrongArt(f"it is no SVG that can be read ({error})") from None
    view = drawing.viewbox
    width, height = (view.width, view.height) if view else (drawing.width, drawing.height)
    if not width or not height:
        raise WrongArt("its <svg> has neither a viewBox nor a width and a height")
    shapes = tuple(
        shape
        for element in drawing.elements()
        if isinstance(element, svgelements.Shape) and element.values.get("visibility") != "hidden"
        for shape in _shape(element, svgelements.Path)
    )
    if not shapes:
        raise WrongArt("it has no shape that can be seen")
    if len(shapes) > _MOST_SHAPES:
        raise WrongArt(f"it has {len(shapes):,} shapes; {_MOST_SHAPES:,} are the most")
    scale = _to_view(drawing, width, height)
    view_box = Box(0, 0, float(width), float(height))
    drawn = tuple(_scaled(shape, scale) for shape in shapes)
    return Art("", sha256(text.encode()).hexdigest(), view_box, drawn, _title(text))


def _title(text: str) -> str:
    match = re.search(r"<title[^>]*>([^<]*)</title>", text)
    return unescape(match[1].strip()) if match else ""


def _checked(path: Path) -> str:
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise WrongArt(f"it has {len(data) // 1000:,} KB; {_LARGEST // 1000:,} KB are the most")
    check_svg(data)
    return data.decode("utf-8-sig", errors="replace")


def _to_view(drawing: Any, width: float, height: float) -> tuple[float, float, float, float]:
    """Factors and shifts from the parser's units back to the viewBox's, with its corner at 0, 0."""
    view = drawing.viewbox
    if not view:
        return 1.0, 1.0, 0.0, 0.0
    across, down = float(drawing.width) / width, float(drawing.height) / height
    factor = min(across, down)
    left = (float(drawing.width) - width * factor) / 2
    top = (float(drawing.height) - height * factor) / 2
    return 1 / factor, 1 / factor, -left / factor, -top / factor


def _shape(element: Any, curve: Any) -> Iterator[ArtShape]:
    fill, stroke = (_color(_own(element, paint)) for paint in ("fill", "stroke"))
    commands = tuple(_commands(curve(element)))
    if element.values.get("fill-rule") == "evenodd":
        commands = rewound(commands)
    if not commands:
        return
    paints = {"fill": fill, "stroke": stroke}
    roles = {paint: _role(element, paint) for paint, color in paints.items() if color}
    alike = len(set(roles.values())) == 1  # else each is painted by a role of its own
    for group in [tuple(roles)] if alike else [(paint,) for paint in roles]:
        shown = {paint: color for paint, color in paints.items() if paint in group}
        width = float(element.stroke_width or 0) if "stroke" in group else 0.0
        opacity = float(element.values.get("opacity") or 1) * _alpha(_own(element, group[0]))
        yield ArtShape(commands, shown.get("fill"), shown.get("stroke"), width, opacity, roles[group[0]])


def _alpha(paint: Any) -> float:
    return (paint.alpha if paint.alpha is not None else 255) / 255


def _role(element: Any, paint: str) -> str:
    return said_role(element.values.get(paint), element.values.get("class"))


def _own(element: Any, paint: str) -> Any:
    """A paint of the element as a parsed colour, or what it says instead of a role's."""
    said = element.values.get(paint)
    own = fallback(said)
    return getattr(element, paint) if own == said else type(element.fill)(own or "#000")


def _color(paint: Any) -> Color | None:
    if paint is None or paint.value is None or paint.alpha == 0:
        return None
    return Color(paint.red, paint.green, paint.blue)


def _commands(path: Any) -> Iterator[Command]:
    path.approximate_arcs_with_cubics()
    for part in path:
        kind = type(part).__name__
        if kind == "Move":
            yield ("M", *_points(part.end))
        elif kind == "Close":
            yield ("Z",)
        elif kind == "Line":
            yield ("L", *_points(part.end))
        elif kind == "CubicBezier":
            yield ("C", *_points(part.control1, part.control2, part.end))
        elif kind == "QuadraticBezier":
            one = part.start + (part.control - part.start) * (2 / 3)
            two = part.end + (part.control - part.end) * (2 / 3)
            yield ("C", *_points(one, two, part.end))


def _points(*points: Any) -> Iterator[float]:
    for point in points:
        yield float(point.x)
        yield float(point.y)


def _scaled(shape: ArtShape, scale: tuple[float, float, float, float]) -> ArtShape:
    across, down, left, top = scale
    commands: list[Command] = []
    for command in shape.commands:
        numbers = command[1:]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        flat = (round(v, 4) for x, y in pairs for v in (x * across + left, y * down + top))
        commands.append((command[0], *flat))
    return replace(shape, commands=tuple(commands), stroke_width=shape.stroke_width * across)
