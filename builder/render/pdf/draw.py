"""Drawing a frame: each item as the layout has settled it, nothing decided here."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from builder.color import Color
from builder.content.frame import NOWHERE, Fill, Frame, Gradient, Item, Path, Picture, Run, Text, Turn
from builder.content.pages import Owner, Stroke, Thumbnail
from builder.geometry.box import Box, Command
from builder.geometry.paints import Raster
from builder.geometry.shadings import Linear, Radial
from builder.record import replace
from builder.render.pdf.canvas import GlyphCanvas, number
from builder.render.pdf.curves import PAGE_DIGITS, is_long, traced, traces_of, units
from builder.render.pdf.owners import Owners
from builder.text.outlines import outlines

if TYPE_CHECKING:
    from PIL import Image as Pixels

_PRINT_DPI = 300  # what a print shop asks of photographs
_STEPS = 2  # of fineness, in twice as fine: photographs in a form have up to 1.4 times the dots asked
_FINER = 4  # steps by which a form that is there already may be finer


def draw_frame(
    canvas: GlyphCanvas,
    frame: Frame,
    scale: float = 1.0,
    owners: Owners | None = None,
    owned: Sequence[Owner] = (),
) -> None:
    """Draws a frame with the bottom left corner of its canvas at the origin, cut at its bleed.

    `scale` is the largest at which it is shown, so how finely curves and photographs are stored.
    Items belong to those in `owned`; without `owners` all belong to whoever shows the frame.
    """
    canvas.saveState()
    edge = frame.bleed
    whole = Box(-edge, -edge, frame.width + 2 * edge, frame.height + 2 * edge)
    canvas.write(f"{_rectangle(whole, frame.height)} W n")
    traces = traces_of(frame, scale, once=owners is None)
    if owners is None:
        for item in frame.items:
            if is_long(item):
                _once(canvas, item, frame.height, next(traces))
            else:
                _item(canvas, item, frame.height, scale, traces)
    else:
        for owner, group in groupby(zip(owned, frame.items, strict=True), lambda each: each[0]):
            items = [item for _, item in group]
            box = items[0].box if isinstance(items[0], Picture) else None
            with owners.owning(owner, box, frame.height):
                for item in items:
                    _item(canvas, item, frame.height, scale, traces)
    canvas.restoreState()


def draw_thumbnail(canvas: GlyphCanvas, item: Thumbnail, height: float) -> None:
    """Draws a frame as a form that is stored once however often it is shown.

    It is called inside a figure or an artifact, which the form belongs to.
    """
    frame, scale = item.frame, item.scale
    step = math.ceil(_STEPS * math.log2(scale))  # one form for sizes that are nearly alike
    known = (canvas.forms.find(frame, finer) for finer in range(step, step + _FINER))
    name = next(filter(None, known), None)
    if name is None:
        name = canvas.forms.add(frame, step)
        canvas.beginForm(name, 0, 0, frame.width, frame.height)
        with canvas.shown_at(2.0 ** ((step - _FINER) / _STEPS)):  # by those that are to find it as well
            draw_frame(canvas, frame, 2.0 ** (step / _STEPS))
        canvas.end_form()
    canvas.saveState()
    canvas.translate(item.x, height - item.y - frame.height * scale)
    canvas.scale(scale, scale)
    canvas.doForm(name)
    canvas.restoreState()


def draw_stroke(canvas: GlyphCanvas, item: Stroke, height: float) -> None:
    """Draws a line of straight pieces on a page of this height."""
    set_line = canvas.stroke_on_all_with if item.on_all else canvas.stroke_with
    set_line(item.color, item.width)
    (x, y), *others = item.points
    steps = (("M", x, y), *(("L", *point) for point in others), *([("Z",)] if item.closed else []))
    canvas.write(f"{traced(steps, (0, height), PAGE_DIGITS)} S")


def draw_item(canvas: GlyphCanvas, item: Item, height: float) -> None:
    """Draws an item of a page of this height."""
    if isinstance(item, Text):  # as most are
        _text(canvas, item, height)
        return
    traces = [traced(item.commands, (0, height), PAGE_DIGITS)] if isinstance(item, Path) else []
    _item(canvas, item, height, 1.0, iter(traces))


def _item(canvas: GlyphCanvas, item: Item, height: float, scale: float, traces: Iterator[str]) -> None:
    """Draws an item; `traces` has the curve of each path, in their order."""
    if isinstance(item, Fill):
        _fill(canvas, item, height)
    elif isinstance(item, Path):
        _path(canvas, item, height, scale, next(traces))
    elif isinstance(item, Text):
        _text(canvas, item, height)
    else:
        _photograph(canvas, item, height, scale)


def _fill(canvas: GlyphCanvas, item: Fill, height: float) -> None:
    canvas.saveState()
    _paint(canvas, item.paint, _rectangle(item.box, height), item.box, height)
    canvas.restoreState()


def _path(canvas: GlyphCanvas, item: Path, height: float, scale: float, trace: str) -> None:
    canvas.saveState()
    if item.opacity < 1:
        canvas.setFillAlpha(item.opacity)
        canvas.setStrokeAlpha(item.opacity)
    if item.fill is not None:
        if isinstance(item.fill, Raster):
            from builder.render.pdf.raster import fill_with_image  # noqa: PLC0415  as few

            fill_with_image(canvas, item.fill, trace, height, scale * _PRINT_DPI / 72)
        elif isinstance(item.fill, Linear | Radial):
            from builder.render.pdf.shading import fill_shaded  # noqa: PLC0415  only few drawings have any

            fill_shaded(canvas, item.fill, trace, _bounds(item.commands), height)
        else:
            box = _bounds(item.commands) if isinstance(item.fill, Gradient) else NOWHERE
            _paint(canvas, item.fill, trace, box, height, item.sharp)
    if item.stroke is not None and item.stroke_width > 0:
        canvas.stroke_with(item.stroke, item.stroke_width)
        canvas.write(f"1 J 1 j {trace} S")
    canvas.restoreState()


def _once(canvas: GlyphCanvas, item: Path, height: float, trace: str) -> None:
    """Fills a curve that was traced from where it starts, and that other frames may have elsewhere."""
    assert isinstance(item.fill, Color)
    _, left, top = item.commands[0]
    by = units(item)

    def hull() -> Box:
        whole = item.hull
        return Box((whole.x - left) * by, (top - whole.bottom) * by, whole.w * by, whole.h * by)

    canvas.saveState()
    if item.opacity < 1:
        canvas.setFillAlpha(item.opacity)
    fill = canvas.fill_sharp_with if item.sharp else canvas.fill_with
    fill(item.fill)
    canvas.transform(1 / by, 0, 0, 1 / by, left, height - top)
    canvas.fill_curve(trace, hull)
    canvas.restoreState()


def _paint(
    canvas: GlyphCanvas, paint: Color | Gradient, trace: str, box: Box, height: float, sharp: bool = False
) -> None:
    """Fills a traced path by the non-zero rule; a gradient through the path as a clip."""
    if isinstance(paint, Color):
        fill = canvas.fill_sharp_with if sharp else canvas.fill_with
        fill(paint)
        canvas.write(f"{trace} f")
        return
    canvas.write(f"{trace} W n")
    start, end = _axis(paint, box)
    canvas.linearGradient(
        start[0],
        height - start[1],
        end[0],
        height - end[1],
        [canvas.blend(color) for _, color in paint.stops],
        [at for at, _ in paint.stops],
    )


def _axis(paint: Gradient, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line that the colours shading along: just long enough to reach the box's corners (as in CSS)."""
    cos, sin = math.cos(math.radians(paint.angle)), math.sin(math.radians(paint.angle))
    half = (abs(box.w * cos) + abs(box.h * sin)) / 2
    x, y = box.x + box.w / 2, box.y + box.h / 2
    return (x - half * cos, y - half * sin), (x + half * cos, y + half * sin)


def _text(canvas: GlyphCanvas, item: Text, height: float) -> None:
    if item.turn is not None:
        _turned(canvas, item, item.turn, height)
        return
    if item.outline:
        _outlined(canvas, item, height)
        return
    ink = None
    for line in item.lines:
        size = line.size or item.size
        for color, runs in _by_color(line.runs):
            if (wanted := (color or item.color, size)) != ink:
                ink = wanted
                canvas.fill_words_with(*ink)
            canvas.show(runs, line.baseline, size, height)


def _by_color(runs: tuple[Run, ...]) -> Iterable[tuple[Color | None, Iterable[Run]]]:
    """The runs of a line in pieces of one colour: most lines are one run."""
    return ((runs[0].color, runs),) if len(runs) == 1 else groupby(runs, attrgetter("color"))


def _outlined(canvas: GlyphCanvas, item: Text, height: float) -> None:
    """Draws letters as lines: their outlines, and the words themselves, unseen, for who reads or copies."""
    canvas.mark_text()
    canvas.saveState()
    for part in item.by_color:
        canvas.stroke_with(part.color, part.outline)
        canvas.write(f"1 J 1 j {traced(outlines(part), (0, height), PAGE_DIGITS)} S")
    canvas.write("3 Tr")
    for line in item.lines:
        canvas.show(line.runs, line.baseline, line.size or item.size, height)
    canvas.restoreState()


def _turned(canvas: GlyphCanvas, item: Text, turn: Turn, height: float) -> None:
    """Draws lines a quarter turned: level in a place of their own whose origin is that of the turn."""
    canvas.saveState()
    up = -1 if turn.degrees > 0 else 1
    canvas.transform(0, up, -up, 0, turn.x, height - turn.y)
    _text(canvas, replace(item, turn=None), 0.0)
    canvas.restoreState()


def _photograph(canvas: GlyphCanvas, item: Picture, height: float, scale: float = 1.0) -> None:
    """Draws a part of an image, no finer than print needs; `height` is that of its canvas."""
    box, dots = item.box, scale * _PRINT_DPI / 72
    pixels = max(round(box.w * dots), 1), max(round(box.h * dots), 1)
    image = canvas.photograph(_cut(item, pixels, dots))
    if not item.clip:
        canvas.drawImage(image, box.x, height - box.bottom, box.w, box.h, mask="auto")
        return
    canvas.saveState()
    canvas.write(f"{traced(item.clip, (0, height), PAGE_DIGITS)} W n")
    canvas.drawImage(image, box.x, height - box.bottom, box.w, box.h, mask="auto")
    canvas.restoreState()


def _cut(item: Picture, most: tuple[int, int], dots: float) -> Pixels.Image:
    """The part of the photograph that is shown."""
    from builder.photograph import cut  # noqa: PLC0415  only for photographs

    crop = item.crop
    size = min(most[0], math.ceil(crop.w)), min(most[1], math.ceil(crop.h))
    return cut(item.image, crop, size, item.tone, item.blur * dots * size[0] / most[0])


def _rectangle(box: Box, height: float) -> str:
    return f"{number(box.x)} {number(height - box.bottom)} {number(box.w)} {number(box.h)} re"


def _bounds(commands: tuple[Command, ...]) -> Box:
    points = [float(n) for _, *numbers in commands for n in numbers]
    xs, ys = points[0::2], points[1::2]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
