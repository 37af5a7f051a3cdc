"""A frame's drawing as SVG inside a web page."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.frame import Fill, Frame, Path
from builder.geometry.box import Command

SvgElement = tuple[str, dict[str, str]]  # its name and its attributes


def shapes(frame: Frame) -> Iterator[SvgElement]:
    """The frame's areas and curves of flat colour; TypeError for anything else."""
    return (_shape(item) for item in frame.items)


def coordinate(value: float) -> str:
    """At most two decimals: a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _shape(item: object) -> SvgElement:
    match item:
        case Fill(box, Color() as color):
            place = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
            return "rect", {"fill": color.hex, **{name: coordinate(value) for name, value in place.items()}}
        case Path(commands, (Color() | None) as fill, stroke, stroke_width, opacity):
            strokes = {"stroke": stroke.hex, "stroke-width": coordinate(stroke_width)} if stroke else {}
            see_through = {"opacity": coordinate(opacity)} if opacity < 1 else {}
            paint = fill.hex if fill else "none"
            return "path", {"d": _curve(commands), "fill": paint, **strokes, **see_through}
        case _:
            raise TypeError(f"{type(item).__name__} has no place in a page's drawing")


def _curve(commands: tuple[Command, ...]) -> str:
    return "".join(letter + " ".join(map(coordinate, values)) for letter, *values in commands)
