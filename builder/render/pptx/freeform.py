"""Curves as freeform shapes in the theme's colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.color import Color
from builder.content.deck import ColorMap, HolderForm, OfficeTheme, Placeholder
from builder.content.frame import Gradient, Paint, Path
from builder.geometry.box import Box, Command
from builder.render.ooxml.markup import emu, node, place

# Office's names of outlines, and how round they are.
_PRESETS: Mapping[HolderForm, tuple[str, str]] = {
    "block": ("rect", ""),
    "circle": ("ellipse", ""),
    "arch": ("round2SameRect", '<a:gd name="adj1" fmla="val 50000"/><a:gd name="adj2" fmla="val 0"/>'),
    "pill": ("roundRect", '<a:gd name="adj" fmla="val 50000"/>'),
}
_FINE = 100  # of a pt, in which curves are told: half a pixel of a screen of 8K is as much as ten
_POINT = '<a:pt x="%d" y="%d"/>'
_STEPS = {
    "M": f"<a:moveTo>{_POINT}</a:moveTo>",
    "L": f"<a:lnTo>{_POINT}</a:lnTo>",
    "Q": f"<a:quadBezTo>{_POINT * 2}</a:quadBezTo>",
    "C": f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}
_DIRECT = ("dk1", "lt1", "dk2", "lt2")  # slots that a shape may name whatever its colour map says


class SlideColors:
    """The colours of one layout: a colour is named by the theme's slot that holds it, if one does."""

    def __init__(self, theme: OfficeTheme, colors: ColorMap) -> None:
        tokens: dict[str, str] = {slot: slot for slot in _DIRECT}
        tokens |= {slot: token for token, slot in reversed(colors)}
        self._names = {color: tokens[slot] for slot, color in reversed(theme.colors) if slot in tokens}

    def fill(self, paint: Paint | None, opacity: float = 1.0) -> str:
        """A fill; a colour that the theme lacks is written as it is. Shadings are drawn as pictures."""
        if paint is None:
            return "<a:noFill/>"
        if isinstance(paint, Gradient):
            return self._gradient(paint, opacity)
        assert isinstance(paint, Color)
        return node("a:solidFill", self._color(paint, opacity))

    def _gradient(self, paint: Gradient, opacity: float) -> str:
        stops = [(round(at * 100_000), self._color(color, opacity)) for at, color in paint.stops]
        shown = node("a:gsLst", *(node("a:gs", color, pos=at) for at, color in stops))
        return node("a:gradFill", shown, node("a:lin", ang=round(paint.angle * 60_000), scaled=0))

    def _color(self, color: Color, opacity: float) -> str:
        alpha = node("a:alpha", val=round(opacity * 100_000)) if opacity < 1 else ""
        name = self._names.get(color)
        return node("a:schemeClr", alpha, val=name) if name else node("a:srgbClr", alpha, val=color.hex[1:])


def shape_properties(path: Path, box: Box, inks: SlideColors) -> str:
    """The `p:spPr` of a freeform: its place, which is the box around it, its curve, its fill and line."""
    width = emu(path.stroke_width) if path.stroke else None
    line = node("a:ln", inks.fill(path.stroke, path.opacity), w=width)
    return node("p:spPr", place(box), _curve(path.commands, box), inks.fill(path.fill, path.opacity), line)


def geometry(holder: Placeholder) -> str:
    """The outline of a placeholder: one that Office has by name, or a curve of its own."""
    if holder.outline:
        return _curve(holder.outline, holder.box)
    name, guides = _PRESETS[holder.form]
    return node("a:prstGeom", node("a:avLst", guides), prst=name)


def _curve(commands: tuple[Command, ...], box: Box) -> str:
    """The curve in `_FINE`s of its box: EMU would be five digits finer than is seen, and twice as long."""
    left, top = box.x, box.y
    commands = tuple(_shortest(commands))
    fine = [number for step in commands for number in step[1:]]
    fine[::2] = [round((x - left) * _FINE) for x in fine[::2]]
    fine[1::2] = [round((y - top) * _FINE) for y in fine[1::2]]
    steps = "".join([_STEPS[step[0]] for step in commands]) % tuple(fine)
    path = node("a:path", steps, w=round(box.w * _FINE), h=round(box.h * _FINE))
    frame = '<a:rect l="0" t="0" r="r" b="b"/>'
    return node("a:custGeom", "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>", frame, node("a:pathLst", path))


def _shortest(commands: Sequence[Command]) -> Iterator[Command]:
    """The steps, with one handle where two say no more, as in most letters: they are a third shorter so."""
    x = y = 0.0
    for step in commands:
        yield _with_one_handle(x, y, step) or step if step[0] == "C" else step
        if step[0] != "Z":
            x, y = step[-2], step[-1]


def _with_one_handle(x: float, y: float, cubic: Command) -> Command | None:
    """The same curve as a quadratic one; None if it is none, by more than a third of a `_FINE`."""
    _, x1, y1, x2, y2, x3, y3 = cubic
    across, down = (3 * x1 - x) / 2, (3 * y1 - y) / 2  # where its handle would be
    off = max(abs(3 * x2 - x3 - 2 * across), abs(3 * y2 - y3 - 2 * down))
    return ("Q", across, down, x3, y3) if off * _FINE < 1 else None
