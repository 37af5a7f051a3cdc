"""The colours of SVG art: by role, as `class="accent"` or `fill="var(--accent)"`, or by the brand's map."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from builder.brand.identity import OWN, Art, ArtShape
from builder.color import Color
from builder.record import replace

_VARIABLE = re.compile(r"\s*var\(\s*--([\w-]+)\s*(?:,\s*(.*?)\s*)?\)\s*", re.DOTALL)


def said_role(paint: str | None, classes: str | None) -> str:
    """What an SVG says of the role of a paint, for `painted`: `--accent` for a variable, else its classes."""
    variable = _VARIABLE.fullmatch(paint or "")
    return f"--{variable[1]}" if variable else " ".join((classes or "").split())


def fallback(paint: str | None) -> str | None:
    """The paint without its variable: what it says is to be taken where the variable is not known."""
    variable = _VARIABLE.fullmatch(paint or "")
    return variable[2] if variable else paint


def unknown_variables(art: Art, colors: Mapping[str, Color]) -> tuple[str, ...]:
    """The variables of the drawing that are neither roles nor colours of the brand."""
    said = dict.fromkeys(shape.role for shape in art.shapes if shape.role.startswith("--"))
    return tuple(name for role in said if (name := role.removeprefix("--")) not in colors)


def painted(art: Art, colors: Mapping[str, Color], mapped: Mapping[Color, str]) -> Art:
    """The drawing in the brand's colours; it is known by them as well as by its file."""
    shapes = tuple(_painted(shape, colors, mapped) for shape in art.shapes)
    used = ",".join(_colors(shapes))
    return replace(art, digest=sha256(f"{art.digest} {used}".encode()).hexdigest(), shapes=shapes)


def in_own_colors(art: Art, colors: Mapping[str, Color]) -> Art:
    """The drawing of a logo: in its own colours, but for those that it asks the brand for by name."""
    asked = (replace(shape, role=shape.role if shape.role.startswith("--") else "") for shape in art.shapes)
    return painted(replace(art, shapes=tuple(asked)), colors, {})


def _painted(shape: ArtShape, colors: Mapping[str, Color], mapped: Mapping[Color, str]) -> ArtShape:
    role = _role(shape, colors, mapped)
    if role in ("", OWN):
        return replace(shape, role=role)
    return replace(shape, role=role, fill=colors[role])


def _role(shape: ArtShape, colors: Mapping[str, Color], mapped: Mapping[Color, str]) -> str:
    """The first that the brand has: the variable, a class, what the map says of the colour; or its own."""
    if OWN in shape.role.split():
        return OWN
    said = (name.removeprefix("--") for name in shape.role.split())
    given = mapped.get(shape.fill, "") if isinstance(shape.fill, Color) else ""
    return next((name for name in (*said, given) if name in colors), "")


def _colors(shapes: tuple[ArtShape, ...]) -> Iterator[str]:
    for shape in shapes:
        yield f"{shape.role}:{'/'.join(color.hex for color in shape.colors)}"
