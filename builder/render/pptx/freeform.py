"""Curves as freeform shapes in the theme's colours."""

from __future__ import annotations

from collections.abc import Iterable

from builder.color import Color
from builder.content.deck import ColorMap, OfficeTheme
from builder.content.frame import Gradient, Paint, Path
from builder.geometry.box import Box, Command
from builder.geometry.pens import extent
from builder.render.ooxml.markup import emu, node, place

_DIRECT = ("dk1", "lt1", "dk2", "lt2")  # slots that a shape may name whatever its colour map says


class SlideColors:
    """The colours of one layout: a colour is named by the theme's slot that holds it, if one does."""

    def __init__(self, theme: OfficeTheme, colors: ColorMap) -> None:
        tokens: dict[str, str] = {slot: slot for slot in _DIRECT}
        tokens |= {slot: token for token, slot in reversed(colors)}
        self._names = {color: tokens[slot] for slot, color in reversed(theme.colors) if slot in tokens}

    def fill(self, paint: Paint | None, opacity: float = 1.0) -> str:
        """A fill; a colour that the theme lacks is written as it is."""
        if paint is None:
            return "<a:noFill/>"
        if isinstance(paint, Gradient):
            return self._gradient(paint, opacity)
        return node("a:solidFill", self._color(paint, opacity))

    def _gradient(self, paint: Gradient, opacity: float) -> str:
        stops = [(round(at * 100_000), self._color(color, opacity)) for at, color in paint.stops]
        shown = node("a:gsLst", *(node("a:gs", color, pos=at) for at, color in stops))
        return node("a:gradFill", shown, node("a:lin", ang=round(paint.angle * 60_000), scaled=0))

    def _color(self, color: Color, opacity: float) -> str:
        alpha = node("a:alpha", val=round(opacity * 100_000)) if opacity < 1 else ""
        name = self._names.get(color)
        return node("a:schemeClr", alpha, val=name) if name else node("a:srgbClr", alpha, val=color.hex[1:])


def shape_properties(path: Path, inks: SlideColors) -> str:
    """The `p:spPr` of a freeform: its place, its curve, its fill and line."""
    box = bounds([path])
    width = emu(path.stroke_width) if path.stroke else None
    line = node("a:ln", inks.fill(path.stroke, path.opacity), w=width)
    return node("p:spPr", place(box), _curve(path.commands, box), inks.fill(path.fill, path.opacity), line)


def bounds(paths: Iterable[Path]) -> Box:
    """The smallest box around the curves."""
    return extent([command for path in paths for command in path.commands])


def _curve(commands: tuple[Command, ...], box: Box) -> str:
    steps = "".join(_step(command, box) for command in commands)
    path = node("a:path", steps, w=emu(box.w), h=emu(box.h))
    frame = '<a:rect l="0" t="0" r="r" b="b"/>'
    return node("a:custGeom", "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>", frame, node("a:pathLst", path))


def _step(command: Command, box: Box) -> str:
    letter, *numbers = command
    if letter == "Z":
        return "<a:close/>"
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    points = [f'<a:pt x="{emu(x - box.x)}" y="{emu(y - box.y)}"/>' for x, y in pairs]
    return node({"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo"}[letter], *points)
