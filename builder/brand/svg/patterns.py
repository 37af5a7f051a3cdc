"""Patterns as the outlines of all their tiles (SVG 2, 14.3)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import pathops

from builder.brand.svg.forms import Form, box_form, common, simple_form
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import ONE, area_of, transform
from builder.brand.svg.reading import Reading
from builder.brand.svg.scene import Outline, Scene
from builder.brand.svg.viewports import fitted, view_box
from builder.color import Color
from builder.geometry.box import Box, Command
from builder.geometry.curves import Matrix, concatenate
from builder.geometry.paints import varied_moved
from builder.geometry.pens import extent
from builder.record import replace

_LONGEST = 12  # patterns that refer to one another
_MOST_TILES = 4_000
_FLAT = 1e-9
_EXPAND = "draw its shapes (Illustrator: Object > Expand; Inkscape: Object > Pattern > Pattern to Objects)"

Draw = Callable[[Node, Scene], list[Outline]]
Shape = tuple[Sequence[Command], Scene]


def tiled(reading: Reading, draw: Draw, server: Node, form: Form, shape: Shape) -> list[Outline]:
    """What a pattern paints in a form, which is that of a shape or of its stroke."""
    with reading.within(server):
        pattern = _Pattern(reading, server, shape)
        if pattern.is_nothing:
            return []
        tile = pattern.tile(draw)
        shifts = list(pattern.shifts(form))
        if len(shifts) * max(len(tile), 1) > _MOST_TILES:
            raise reading.stop(server, "its pattern has too many tiles", _EXPAND)
        filled = (outline for each in tile for outline in _repeated(reading, server, each, shifts))
        cut = (replace(each, form=common(reading, server, each.form, form)) for each in filled)
        return [each for each in cut if each.form.pieces]


class _Pattern:
    def __init__(self, reading: Reading, server: Node, shape: Shape) -> None:
        self._reading, self._server = reading, server
        self._chain = [server]
        while (more := reading.linked(self._chain[-1])) is not None and len(self._chain) < _LONGEST:
            if more in self._chain or more.name != "pattern":
                break
            self._chain.append(more)
        steps, self._scene = shape
        self._box = extent(steps)
        by_box = self._said("patternUnits", "objectBoundingBox") == "objectBoundingBox"
        unit = (1.0, 1.0) if by_box else self._scene.view
        x, width = (self._length(name, unit[0]) for name in ("x", "width"))
        y, height = (self._length(name, unit[1]) for name in ("y", "height"))
        if by_box:
            box = self._box
            x, y, width, height = x * box.w + box.x, y * box.h + box.y, width * box.w, height * box.h
        self._room = Box(x, y, width, height)
        self._matrix = concatenate((1.0, 0.0, 0.0, 1.0, x, y), self._space())
        self.is_nothing = width <= 0 or height <= 0 or abs(area_of(self._matrix)) < _FLAT

    def _said(self, name: str, default: str) -> str:
        return next((value for node in self._chain if (value := node.get(name, ""))), default)

    def _length(self, name: str, whole: float) -> float:
        return self._reading.length(self._server, self._said(name, "0"), whole, name)

    def _space(self) -> Matrix:
        text = self._said("patternTransform", "")
        try:
            return concatenate(transform(text) if text else ONE, self._scene.matrix)
        except ValueError:
            message = f"its patternTransform cannot be read: {text}"[:70]
            self._reading.fault(self._server, message, "export it again")
            return self._scene.matrix

    def tile(self, draw: Draw) -> list[Outline]:
        """What stands in the first tile."""
        reading, room = self._reading, (self._room.w, self._room.h)
        holder = next(
            (node for node in self._chain if any(part.is_svg for part in node.nodes())), self._server
        )
        viewed = next((node for node in self._chain if view_box(node)), None)
        scene = Scene(self._matrix, reading.cascade.style_at(holder), self._scene.view)
        if viewed is not None and (view := view_box(viewed)):
            scene = replace(scene.after(fitted(viewed, view, room)), view=(view.w, view.h))
        elif self._said("patternContentUnits", "userSpaceOnUse") == "objectBoundingBox":
            scene = scene.after((self._box.w, 0.0, 0.0, self._box.h, 0.0, 0.0))
        edge = box_form(*room, self._matrix)
        cut = (
            replace(each, form=common(reading, self._server, each.form, edge)) for each in draw(holder, scene)
        )
        return [each for each in cut if each.form.pieces]

    def shifts(self, form: Form) -> Iterator[tuple[float, float]]:
        """How far on the grid the tiles lie from the first that a form may touch."""
        a, b, c, d, e, f = self._matrix
        size = area_of(self._matrix)
        left, top, right, bottom = form.bounds
        corners = [(x - e, y - f) for x in (left, right) for y in (top, bottom)]
        across = [(d * x - c * y) / size / self._room.w for x, y in corners]
        down = [(a * y - b * x) / size / self._room.h for x, y in corners]
        columns = range(math.floor(min(across)), math.ceil(max(across)))
        rows = range(math.floor(min(down)), math.ceil(max(down)))
        if len(columns) * len(rows) > _MOST_TILES:
            raise self._reading.stop(self._server, "its pattern has too many tiles", _EXPAND)
        for row in rows:
            for column in columns:
                x, y = column * self._room.w, row * self._room.h
                yield a * x + c * y, b * x + d * y


def _repeated(
    reading: Reading, server: Node, one: Outline, shifts: Sequence[tuple[float, float]]
) -> Iterator[Outline]:
    """An outline of a tile in all of them: as one, unless it is painted by where it stands."""
    moved = [one.form.path.transform(1, 0, 0, 1, *shift) for shift in shifts]
    if not isinstance(one.paint, Color):
        for path, (x, y) in zip(moved, shifts, strict=True):
            yield replace(one, form=Form(path), paint=varied_moved(one.paint, (1.0, 0.0, 0.0, 1.0, x, y)))
        return
    whole = pathops.Path(fillType=pathops.FillType.WINDING)
    for path in moved:
        whole.addPath(path)
    yield replace(one, form=simple_form(reading, server, whole, even=False))
