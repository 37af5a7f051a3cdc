"""A photograph in a form, or cut out and before one: as large as the words beside it let it be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.identity import Brand
from builder.brand.photouse import Border, Formed, Mask, PhotoUse, Placed
from builder.content.frame import Item, Path, Picture
from builder.geometry.box import Box, Command
from builder.geometry.curves import arched, covers, flattened, moved, rounded
from builder.geometry.pens import extent, outline_of
from builder.layout.canvas import Canvas
from builder.layout.crops import crop, lost
from builder.layout.onphoto import WORDS
from builder.layout.photo import Photograph, Pictured, tone_of
from builder.layout.strokes import drawn_line

_RATIOS = {"circle": 1.0, "arch": 0.65, "block": 1.0}
_GROWTHS = 8  # sizes tried between the largest and the least
_AIR = 0.025  # of the short side, between words and the form
_FINE = 0.003  # of the short side: how finely a form is seen when words look for room
_CLOSE = 0.62  # of the form's width that what matters takes at the least, if there are pixels for it


def masked(
    use: PhotoUse,
    mask: Mask,
    photo: Photograph,
    words: Sequence[Item],
    canvas: Canvas,
    brand: Brand,
    rtl: bool,
) -> Pictured:
    """The photograph in the largest form that words leave clear, or else in the least."""
    border = mask.border.gap + mask.border.weight if mask.border else 0.0
    taken = _taken(words, canvas, border)
    ratio = _ratio(mask, brand)
    for box in _boxes(mask, ratio, canvas, rtl):
        form = outline(mask, _bled(mask, box, canvas), brand, rtl)
        if is_clear := _is_clear(form, taken, canvas):
            break
    around = extent(form)
    seen = _seen(around, canvas)
    part = crop(photo.image, around, photo.focus, seen, _CLOSE)
    picture = Picture(photo.image, around, part, photo.alt, tone_of(use, brand, photo), form)
    veil = [Path(form, brand.color(use.veil), opacity=use.veil_opacity)] if use.veil else []
    line = [_line(mask.border, form, canvas, brand)] if mask.border else []
    cut = lost(picture, photo.focus, canvas.page)
    return Pictured((picture, *veil, *line), is_clear, "" if is_clear else WORDS, cut)


def cut_out(
    use: PhotoUse, photo: Photograph, words: Sequence[Item], canvas: Canvas, brand: Brand, rtl: bool
) -> Pictured:
    """All of a photograph that has clear parts, before a form."""
    assert use.cut_out
    behind = use.cut_out.before
    if photo.image.solid is None:
        given = {name: getattr(behind, name) for name in Formed.model_fields}
        return masked(use, Mask(**given), photo, words, canvas, brand, rtl)
    taken = _taken(words, canvas)
    shapes = list(_boxes(behind, _ratio(behind, brand), canvas, rtl))
    left, top, right, bottom = photo.image.solid
    solid = Box(left, top, right - left, bottom - top)
    boxes = list(_boxes(use.cut_out, solid.w / solid.h, canvas, rtl))
    for number, box in enumerate(boxes):
        form = outline(behind, shapes[min(number, len(shapes) - 1)], brand, rtl)
        if is_clear := _is_clear(form, taken, canvas) and not any(box.overlaps(each) for each in taken):
            break
    picture = Picture(photo.image, box, solid, photo.alt, tone_of(use, brand, photo))
    return Pictured((Path(form, brand.color(behind.color)), picture), is_clear, "" if is_clear else WORDS)


def outline(formed: Formed, box: Box, brand: Brand, rtl: bool = False) -> tuple[Command, ...]:
    """The curve of a form in a box; that of a drawing is mirrored in languages written from the right."""
    if formed.form == "circle":
        return moved(rounded(Box(0, 0, 1, 1), 0.5), (box.w, 0.0, 0.0, box.h, box.x, box.y))
    if formed.form == "arch":
        return arched(box)
    if formed.form == "block":
        return outline_of(box)
    art = brand.art[formed.form]
    across, down = box.w / art.view.w, box.h / art.view.h
    x, across = (box.right, -across) if rtl else (box.x, across)
    matrix = (across, 0.0, 0.0, down, x - art.view.x * across, box.y - art.view.y * down)
    return tuple(step for shape in art.shapes for step in moved(shape.commands, matrix))


def _ratio(formed: Formed, brand: Brand) -> float:
    if formed.form in _RATIOS:
        return formed.ratio or _RATIOS[formed.form]
    view = brand.art[formed.form].view
    return view.w / view.h


def _boxes(placed: Placed, ratio: float, canvas: Canvas, rtl: bool) -> Iterator[Box]:
    """Its places, from the largest size to the least."""
    step = ((placed.grows or placed.scale) / placed.scale - 1) / _GROWTHS
    for number in range(_GROWTHS if step > 0 else 0, -1, -1):
        growth = 1 + step * number
        longer = placed.scale * growth * canvas.short
        width, height = (longer, longer / ratio) if ratio > 1 else (longer * ratio, longer)
        right = 1.0 if "right" in placed.anchor else 0.0 if "left" in placed.anchor else 0.5
        down = 1.0 if "bottom" in placed.anchor else 0.0 if "top" in placed.anchor else 0.5
        x = (canvas.width - width) * right + placed.shift[0] * growth * canvas.short
        y = (canvas.height - height) * down + placed.shift[1] * growth * canvas.short
        yield Box(canvas.width - x - width if rtl else x, y, width, height)


def _bled(formed: Formed, box: Box, canvas: Canvas) -> Box:
    """The box, over the edges of the canvas that a straight side of its form stands at."""
    edge = canvas.bleed
    if not edge or formed.form not in ("block", "arch"):
        return box
    ends = (box.x, box.y, canvas.width - box.right, canvas.height - box.bottom)
    left, top, right, bottom = (-edge if abs(end) < 1e-6 * canvas.short else 0.0 for end in ends)
    return box.inset(left, top, right, bottom) if formed.form == "block" else box.inset(0, 0, 0, bottom)


def _seen(box: Box, canvas: Canvas) -> Box:
    """What of a box lies on the canvas."""
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right, bottom = min(box.right, canvas.width), min(box.bottom, canvas.height)
    return Box(left, top, max(right - left, 1.0), max(bottom - top, 1.0))


def _taken(words: Sequence[Item], canvas: Canvas, border: float = 0.0) -> list[Box]:
    """The room of the words and logos, with air around it, and as much as a line around the form takes."""
    air = (_AIR + border) * canvas.short
    boxes = (extent(each.commands) if isinstance(each, Path) else each.box for each in words)
    return [box.inset(-air, -air, -air, -air) for box in boxes]


def _is_clear(form: tuple[Command, ...], taken: Sequence[Box], canvas: Canvas) -> bool:
    polygons = flattened(form, _FINE * canvas.short)
    return not any(covers(polygons, box) for box in taken)


def _line(border: Border, form: tuple[Command, ...], canvas: Canvas, brand: Brand) -> Path:
    """A line around the form, which is enlarged about its middle to leave the gap."""
    weight, box = border.weight * canvas.short, extent(form)
    off = border.gap * canvas.short + (weight / 2 if border.gap else 0.0)
    (x, y), across, down = box.middle, 1 + 2 * off / box.w, 1 + 2 * off / box.h
    wider = moved(form, (across, 0.0, 0.0, down, x - x * across, y - y * down))
    return drawn_line(wider, weight, brand.color(border.color), border.stroke)
