"""Filters and blend modes: the effect becomes a picture, and what it is an effect of stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.brand.svg.extents import extent_of
from builder.brand.svg.filters import Filter, filters_of, floods
from builder.brand.svg.forms import box_form, common
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import ONE, area_of
from builder.brand.svg.properties import BLENDS, hint_for
from builder.brand.svg.reading import Reading
from builder.brand.svg.scene import Outline, Scene
from builder.brand.svg.sheets import Sheet, back, layer_of, picture_of, reached, scales, sheet_of
from builder.color import Color
from builder.geometry.box import Box
from builder.record import replace

if TYPE_CHECKING:
    from builder.brand.effects.layer import Layer

_MOST_PARTS = 200  # of a blend that is drawn as forms
_FLAT = 1e-9
_NO_EFFECT = hint_for("filter")


def filtered(reading: Reading, node: Node, found: list[Outline], scene: Scene) -> list[Outline]:
    """An element's outlines after its filters, back to front."""
    if scene.as_form or "filter" not in reading.cascade.own(node):
        return found
    for each in filters_of(reading, node):
        found = _filtered(reading, node, found, (scene, each))
    return found


def _filtered(
    reading: Reading, node: Node, found: list[Outline], asked: tuple[Scene, Filter]
) -> list[Outline]:
    from builder.brand.effects.layer import Layer  # noqa: PLC0415  loads numpy, and few drawings need it
    from builder.brand.svg.primitives import Run, far  # noqa: PLC0415  as above
    from builder.brand.svg.softness import coarseness  # noqa: PLC0415  as above

    scene, filter_ = asked
    easel, space = reading.easel, scene.matrix
    if easel is None or abs(area_of(space)) < _FLAT:
        return _undrawn(reading, node, "filter")
    box = extent_of(reading, node, scene.view) if _by_box(filter_) else Box(0, 0, 1, 1)
    if box.w <= 0 or box.h <= 0:
        reading.fault(node, "its filter goes by the size of what has none", _NO_EFFECT)
        return []
    room = _room(reading, filter_, box, scene)
    reach = far(filter_, box, scales(space))
    page = _grown(back(reading.page, space), reach)
    seen = [page] if room is None else [page, room]
    if not any(map(floods, filter_.steps)):
        if not found:
            return []
        seen.append(_grown(back(reached(found), space), reach))
    shown = _shared(seen)
    if shown is None or not filter_.steps:
        return []
    sheet = sheet_of(space, shown, coarseness(filter_, box, scales(space)))
    rooms = (box, room or shown, scene.view)
    run = Run(reading, filter_, rooms, sheet, lambda: _layer(reading, node, found, sheet), _is_solid(found))
    drawn = list[Outline]()
    for part in run.parts():
        if not isinstance(part, Layer):
            drawn += _cut(reading, node, found, room, scene)
        elif picture := picture_of(easel, part, sheet):
            reading.effects.setdefault("filter", node.line)
            drawn.append(picture)
    return drawn


def _by_box(filter_: Filter) -> bool:
    node = filter_.node
    return node is not None and (
        node.get("filterUnits") != "userSpaceOnUse" or node.get("primitiveUnits") == "objectBoundingBox"
    )


def _room(reading: Reading, filter_: Filter, box: Box, scene: Scene) -> Box | None:
    """Where a filter lets anything be seen, in the element's own units; None if everywhere."""
    node = filter_.node
    if node is None:
        return None
    unit, at = scene.view, (0.0, 0.0)
    by_box = node.get("filterUnits") != "userSpaceOnUse"
    whole = (1.0, 1.0) if by_box else unit
    x, y = reading.number(node, "x", whole[0], "-10%"), reading.number(node, "y", whole[1], "-10%")
    width = reading.number(node, "width", whole[0], "120%")
    height = reading.number(node, "height", whole[1], "120%")
    if by_box:
        at = (box.x, box.y)
        x, y, width, height = x * box.w, y * box.h, width * box.w, height * box.h
    return Box(at[0] + x, at[1] + y, max(width, 0.0), max(height, 0.0))


def _grown(box: Box, by: tuple[float, float]) -> Box:
    return Box(box.x - by[0], box.y - by[1], box.w + 2 * by[0], box.h + 2 * by[1])


def _shared(boxes: Sequence[Box]) -> Box | None:
    left, top = max(box.x for box in boxes), max(box.y for box in boxes)
    right, bottom = min(box.right for box in boxes), min(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


_FAR = 1e6  # units: nothing is seen beyond, and no grid of curves reaches as far as some written numbers


def _cut(reading: Reading, node: Node, found: list[Outline], room: Box | None, scene: Scene) -> list[Outline]:
    """What of outlines lies in the room of their filter."""
    if room is None:
        return found
    left, top = max(room.x, -_FAR), max(room.y, -_FAR)
    wide, high = min(room.right, _FAR) - left, min(room.bottom, _FAR) - top
    form = box_form(wide, high, scene.matrix, left, top)
    cut = (replace(each, form=common(reading, node, each.form, form)) for each in found)
    return [each for each in cut if each.form.pieces]


def _is_solid(found: Sequence[Outline]) -> bool:
    return all(isinstance(each.paint, Color) and each.opacity >= 1 for each in found)


def _undrawn(reading: Reading, node: Node, name: str) -> list[Outline]:
    value = reading.cascade.own(node)[name]
    reading.fault(node, f"it uses {name}: {value}"[:70], hint_for(name))
    return []


def mixed(reading: Reading, node: Node, found: list[Outline], under: Sequence[Outline]) -> list[Outline]:
    """An element's outlines as its blend mode has them show over what lies under it in its group."""
    mode = reading.cascade.own(node).get("mix-blend-mode", "normal")
    if mode in ("normal", "", "initial", "unset"):
        return found
    if mode not in BLENDS:
        return _undrawn(reading, node, "mix-blend-mode")
    lower = [each for each in under if any(each.form.meets(one.form) for one in found)]
    if not lower or not found:
        return found
    if _is_solid([*found, *lower]) and len(found) * len(lower) <= _MOST_PARTS:
        return _mixed_forms(reading, node, found, (lower, mode))
    return _mixed_pixels(reading, node, (found, lower), mode)


def _mixed_forms(
    reading: Reading, node: Node, found: Sequence[Outline], asked: tuple[Sequence[Outline], str]
) -> list[Outline]:
    """Each shape, and over it what it has in common with each of those below, in the colour of both."""
    from builder.brand.effects.blending import blended_color  # noqa: PLC0415  loads numpy: few need it

    drawn = list[Outline]()
    lower, mode = asked
    for each in found:
        drawn.append(each)
        for below in lower:
            form = common(reading, node, each.form, below.form)
            if form.pieces:
                assert isinstance(each.paint, Color)
                assert isinstance(below.paint, Color)
                drawn.append(Outline(form, blended_color(each.paint, below.paint, mode)))
    return drawn


def _mixed_pixels(
    reading: Reading, node: Node, layers: tuple[Sequence[Outline], Sequence[Outline]], mode: str
) -> list[Outline]:
    from builder.brand.effects.blending import blended  # noqa: PLC0415  as above

    easel, sheet = reading.easel, _sheet(reading, layers[0])
    if easel is None:
        return _undrawn(reading, node, "mix-blend-mode")
    if sheet is None:
        return []
    upper, lower = (_layer(reading, node, each, sheet) for each in layers)
    picture = picture_of(easel, blended(upper, lower, mode), sheet)
    reading.effects.setdefault("mix-blend-mode", node.line)
    return [picture] if picture else []


def as_picture(reading: Reading, node: Node, found: Sequence[Outline]) -> list[Outline] | None:
    """Outlines as one picture, which can fade as a whole; None where nothing draws pictures."""
    easel, sheet = reading.easel, _sheet(reading, found)
    if easel is None:
        return None
    picture = picture_of(easel, _layer(reading, node, found, sheet), sheet) if sheet else None
    reading.effects.setdefault("opacity", node.line)
    return [picture] if picture else []


def through(
    reading: Reading,
    node: Node,
    found: Sequence[Outline],
    mask: tuple[Sequence[Outline], Outline],
    *,
    by_alpha: bool,
) -> list[Outline]:
    """What a mask lets through of outlines, as a picture: its own outlines, within its room."""
    from builder.brand.effects.coloring import faded, let_through  # noqa: PLC0415  as above

    easel, sheet = reading.easel, _sheet(reading, found)
    if easel is None or sheet is None:
        return []
    lights, room = mask
    shares = let_through(_layer(reading, node, lights, sheet), by_alpha=by_alpha)
    shares = shares * _layer(reading, node, (room,), sheet).opacity
    picture = picture_of(easel, faded(_layer(reading, node, found, sheet), shares), sheet)
    reading.effects.setdefault("mask", node.line)
    return [picture] if picture else []


def _layer(reading: Reading, node: Node, found: Sequence[Outline], sheet: Sheet) -> Layer:
    """What outlines come to on a sheet, which is counted, and each of them as far as it reaches."""
    assert reading.easel is not None
    size, pixel = sheet.width * sheet.height, abs(area_of(sheet.matrix))
    areas = (each.form.bounds for each in found)
    shown = (min((right - left) * (bottom - top) / pixel, size) for left, top, right, bottom in areas)
    reading.paint(node, size + round(sum(shown)))
    return layer_of(reading.easel, found, sheet)


def _sheet(reading: Reading, found: Sequence[Outline]) -> Sheet | None:
    """The sheet of what is seen of outlines on the page; None if nothing is."""
    shown = _shared([reached(found), reading.page])
    return sheet_of(ONE, shown) if shown else None
