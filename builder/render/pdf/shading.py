"""Blends of colours as shadings, and as soft masks where they fade (ISO 32000-1, 8.7.4.5 and 11.6.5.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from builder.geometry.box import Box
from builder.geometry.paints import fades
from builder.geometry.shadings import Linear, Shading, Stop
from builder.render.pdf.canvas import GlyphCanvas, number

_APART = 1e-5  # of a shading, between stops that stand at one place: functions are told apart by their bounds

Values = tuple[float, ...]


def fill_shaded(canvas: GlyphCanvas, shading: Shading, trace: str, box: Box, height: float) -> None:
    """Fills a traced path with a shading; `box` holds the path, `height` is that of its canvas."""
    canvas.write(f"{trace} W n")
    if fades(shading):
        shades = canvas.add_shading(_shading(shading, lambda stop: (stop.opacity,), "DeviceGray"))
        canvas.fade(f"{_placed(shading, height)} /{shades} sh", shades, _corners(box, height))
    colors = canvas.add_shading(_shading(shading, lambda stop: canvas.values(stop.color), canvas.space))
    canvas.write(f"{_placed(shading, height)} {canvas.shading_used(colors)} sh")


def _corners(box: Box, height: float) -> tuple[float, float, float, float]:
    return (box.x, height - box.bottom, box.right, height - box.y)


def _placed(shading: Shading, height: float) -> str:
    """The matrix from a shading's own space to the page, whose y grows upwards."""
    a, b, c, d, e, f = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0) if isinstance(shading, Linear) else shading.matrix
    return " ".join(number(value, 6) for value in (a, -b, c, -d, e, height - f)) + " cm"


def _shading(shading: Shading, value: Callable[[Stop], Values], space: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFAxialShading, PDFRadialShading  # noqa: PLC0415  only for shadings

    given = {"Function": _function(shading.stops, value), "ColorSpace": space, "Extend": "[true true]"}
    if isinstance(shading, Linear):
        return PDFAxialShading(*shading.start, *shading.end, **given)
    return PDFRadialShading(*shading.focus, 0.0, 0.0, 1.0, **given)


def _function(stops: Iterable[Stop], value: Callable[[Stop], Values]) -> Any:
    """What a share of the way gives, 0 to 1."""
    from reportlab.pdfbase.pdfdoc import (  # noqa: PLC0415
        PDFExponentialFunction,
        PDFStitchingFunction,
    )

    placed = _apart([(stop.at, value(stop)) for stop in stops])
    parts = [PDFExponentialFunction(N=1, C0=one, C1=two) for (_, one), (_, two) in pairwise(placed)]
    bounds = [at for at, _ in placed[1:-1]]
    return PDFStitchingFunction(parts, bounds, [0.0, 1.0] * len(parts), Domain="[0.0 1.0]")


def _apart(stops: list[tuple[float, Values]]) -> list[tuple[float, Values]]:
    """Stops from 0 to 1, each further along than the one before."""
    whole = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    most = 1.0 - _APART * len(whole)
    placed = [whole[0]]
    for at, value in whole[1:-1]:
        placed.append((max(min(at, most), placed[-1][0] + _APART), value))
    return [*placed, whole[-1]]
