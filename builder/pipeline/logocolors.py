"""The colours of a logo, for a palette."""

from __future__ import annotations

from pathlib import Path

from builder.brand.drawings import drawing
from builder.brand.findings import Findings
from builder.brand.identity import Art
from builder.brand.ink import ink_of
from builder.brand.logofaults import ways_to_be_seen
from builder.color import Color
from builder.geometry.paints import inks_of
from builder.geometry.pens import area

_LEAST = 0.01  # of all that is painted: less is a detail
_MOST = 6
_WHITE = Color(255, 255, 255)


def logo_shown(path: Path, background: Color, foreground: Color) -> str:
    """What `_brand.yml` says of how a logo is drawn where none of its versions is seen; Faults as below."""
    colors = {"background": background, "foreground": foreground}
    logo = _drawn(path)
    return next(ways_to_be_seen(ink_of(logo), colors), "plate: background") if logo else ""


def logo_colors(path: Path) -> tuple[Color, ...]:
    """The colours of a logo, those of the largest areas first, white and details left out.

    Faults if it cannot be drawn.
    """
    logo, areas = _drawn(path), dict[Color, float]()
    for shape in logo.shapes if logo else ():
        for color, share in inks_of(shape.fill):
            areas[color] = areas.get(color, 0.0) + abs(area(shape.commands)) * share
    areas.pop(_WHITE, None)
    least = _LEAST * sum(areas.values())
    largest = sorted(areas, key=lambda color: -areas[color])
    return tuple(color for color in largest if areas[color] >= least)[:_MOST]


def _drawn(path: Path) -> Art | None:
    findings = Findings()
    logo = drawing(path, path.name, path.parent.as_posix(), findings)
    findings.check()
    return logo
