"""The colours of a logo, for a palette."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from builder.brand.drawings import drawing
from builder.brand.findings import Findings
from builder.brand.identity import Art
from builder.brand.ink import ink_of
from builder.color import Color, difference
from builder.geometry.paints import Raster, inks_of
from builder.geometry.pens import area
from builder.output.brands import EASEL

_LEAST = 0.01  # of all that is painted: less is a detail
_MOST = 6
_EDGES = 0.1  # of a picture: no edges of forms that are seen take more
_STEPS = 16  # of a mix
_ALIKE = 20  # of a channel, within which a mix is one
_WHITE = Color(255, 255, 255)


def logo_plate(path: Path, background: Color, foreground: Color) -> str:
    """The role of the colour on which all of a logo is seen, the background if none; Faults as below."""
    logo = _drawn(path)
    seen = logo and not ink_of(logo).on(background).whole and ink_of(logo).on(foreground).whole
    return "foreground" if seen else "background"


def logo_colors(path: Path) -> tuple[Color, ...]:
    """The colours of a logo, those of the largest areas first, white and details left out.

    Faults if it cannot be drawn.
    """
    logo, areas = _drawn(path), dict[Color, float]()
    for shape in logo.shapes if logo else ():
        inks = inks_of(shape.fill)
        for color, share in _unmixed(inks) if isinstance(shape.fill, Raster) else inks:
            areas[color] = areas.get(color, 0.0) + abs(area(shape.commands)) * share
    areas.pop(_WHITE, None)
    least = _LEAST * sum(areas.values())
    largest = sorted(areas, key=lambda color: -areas[color])
    return tuple(color for color in largest if areas[color] >= least)[:_MOST]


def _unmixed(inks: Iterable[tuple[Color, float]]) -> Iterator[tuple[Color, float]]:
    """The colours of a picture, most first, without what its edges mix of them and white."""
    seen = [_WHITE]
    for color, share in inks:
        mixed = share < _EDGES and any(_between(color, *pair) for pair in combinations(seen, 2))
        if mixed or any(difference(color, other) < _ALIKE for other in seen):
            continue
        seen.append(color)
        yield color, share


def _between(color: Color, one: Color, other: Color) -> bool:
    return any(difference(color, one.mix(other, step / _STEPS)) < _ALIKE for step in range(_STEPS + 1))


def _drawn(path: Path) -> Art | None:
    findings = Findings()
    logo = drawing(path, path.name, path.parent.as_posix(), findings, easel=EASEL)
    findings.check()
    return logo
