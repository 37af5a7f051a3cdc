"""A frame's drawing as SVG inside a web page."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Fill, Frame, Path
from builder.geometry.box import Command
from builder.render.html.markup import tag


def drawing(frame: Frame, **attributes: str) -> str:
    """An `svg` element with the frame's areas and curves of flat colour; TypeError for anything else."""
    view = f"0 0 {_number(frame.width)} {_number(frame.height)}"
    return tag("svg", *(_shape(item) for item in frame.items), viewBox=view, **attributes)


def _shape(item: object) -> str:
    match item:
        case Fill(box, Color() as color):
            place = {"x": box.x, "y": box.y, "width": box.w, "height": box.h}
            return tag("rect", fill=color.hex, **{name: _number(value) for name, value in place.items()})
        case Path(commands, (Color() | None) as fill, stroke, stroke_width, opacity):
            strokes = {"stroke": stroke.hex, "stroke-width": _number(stroke_width)} if stroke else {}
            see_through = {"opacity": _number(opacity)} if opacity < 1 else {}
            paint = fill.hex if fill else "none"
            return tag("path", d=_curve(commands), fill=paint, **strokes, **see_through)
        case _:
            raise TypeError(f"{type(item).__name__} has no place in a page's drawing")


def _curve(commands: tuple[Command, ...]) -> str:
    return "".join(letter + " ".join(map(_number, values)) for letter, *values in commands)


def _number(value: float) -> str:
    """At most two decimals: a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
