"""Gradients as shadings on the grid (SVG 2, 14.2)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from builder.brand.svg.colors import color_of
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import ONE, area_of, transform
from builder.brand.svg.reading import Reading, diagonal
from builder.brand.svg.repeats import repeated
from builder.brand.svg.scene import Paint, Scene
from builder.geometry.box import Box, Command
from builder.geometry.curves import Matrix, concatenate, moved
from builder.geometry.pens import extent
from builder.geometry.shadings import Linear, Radial, Shading, Stop, shading_moved
from builder.record import replace

GRADIENTS = ("linearGradient", "radialGradient")
_LONGEST = 12  # gradients that refer to one another
_FLAT = 1e-12
_INNER = 0.99  # of the radius: a focus that lies further out is drawn in


def shading(
    reading: Reading, server: Node, commands: Sequence[Command], scene: Scene
) -> tuple[Paint, float] | None:
    """What a gradient paints a shape with, and how opaque all of it is; None if it paints nothing."""
    gradient = _Gradient(reading, server, scene)
    stops = gradient.stops()
    if not stops:
        return None
    box = extent(commands)
    if gradient.by_box and (box.w <= 0 or box.h <= 0):
        return None
    matrix = gradient.matrix(box)
    paint = gradient.paint(stops) if abs(area_of(matrix)) >= _FLAT else None
    if paint is None or len({(stop.color, stop.opacity) for stop in stops}) == 1:
        return stops[-1].color, stops[-1].opacity
    if len({stop.opacity for stop in stops}) == 1:  # one opacity for all: the outline's own
        solid = tuple(replace(stop, opacity=1.0) for stop in stops)
        paint, opacity = replace(paint, stops=solid), stops[0].opacity
    else:
        opacity = 1.0
    return gradient.going_on(shading_moved(paint, matrix), box), opacity


class _Gradient:
    def __init__(self, reading: Reading, server: Node, scene: Scene) -> None:
        self._reading, self._server, self._scene = reading, server, scene
        self._chain = [server]
        while (more := reading.linked(self._chain[-1])) is not None and len(self._chain) < _LONGEST:
            if more in self._chain or more.name not in GRADIENTS:
                break
            self._chain.append(more)
        if (link := self._chain[-1].link) and not link.startswith("#"):
            reading.fault(server, f"its gradient is in another file: {link}"[:70], "draw that here")
        self.by_box = self._said("gradientUnits", "objectBoundingBox") == "objectBoundingBox"

    def _said(self, name: str, default: str) -> str:
        """What the gradient says, or the one it refers to; of places, one of its own kind."""
        places = name not in ("gradientUnits", "gradientTransform", "spreadMethod")
        said = (node.get(name, "") for node in self._chain if not places or node.name == self._server.name)
        return next((value for value in said if value), default)

    def stops(self) -> tuple[Stop, ...]:
        """Its stops, each no nearer than the one before."""
        reading, found, least = self._reading, list[Stop](), 0.0
        holder = next((node for node in self._chain if _stops_in(node)), self._server)
        for node in _stops_in(holder):
            own = reading.cascade.own(node)
            least = max(least, reading.share(node, node.get("offset") or "0", "offset"))
            current = own.get("color", self._scene.style["color"])
            color, opacity = color_of(reading, node, own.get("stop-color", "#000"), current)
            shown = reading.share(node, own.get("stop-opacity", "1"), "stop-opacity")
            found.append(Stop(least, color, opacity * shown))
        return tuple(found)

    def going_on(self, paint: Shading, box: Box) -> Shading:
        """The shading on the grid, beyond its ends as well, as far as a shape reaches with its stroke."""
        spread, reading = self._said("spreadMethod", "pad"), self._reading
        if spread not in ("repeat", "reflect"):
            return paint
        edge = reading.length(self._server, self._scene.style["stroke-width"], 0.0, "stroke-width")
        left, top, right, bottom = box.x - edge, box.y - edge, box.right + edge, box.bottom + edge
        steps = tuple(("M", x, y) for x in (left, right) for y in (top, bottom))
        corners = [(x, y) for _, x, y in moved(steps, self._scene.matrix)]
        ringed = isinstance(paint, Radial) and paint.focus[2] > 0  # goes on inwards too
        longer = None if ringed else repeated(paint, spread == "reflect", corners)
        if longer is None:
            hint = "draw it to its end, with its stops"
            reading.fault(self._server, "its gradient is repeated too often", hint)
        return longer or paint

    def matrix(self, box: Box) -> Matrix:
        """From the gradient's own units to the grid."""
        matrix = self._scene.matrix
        if self.by_box:
            matrix = concatenate((box.w, 0.0, 0.0, box.h, box.x, box.y), matrix)
        text = self._said("gradientTransform", "")
        try:
            return concatenate(transform(text) if text else ONE, matrix)
        except ValueError:
            message = f"its gradientTransform cannot be read: {text}"[:70]
            self._reading.fault(self._server, message, "export it again")
            return matrix

    def paint(self, stops: tuple[Stop, ...]) -> Linear | Radial | None:
        """The shading in its own units; None if it has no extent."""
        if self._server.name == "linearGradient":
            start, end = (
                (self._at("x1", "0%"), self._at("y1", "0%")),
                (self._at("x2", "100%"), self._at("y2", "0%")),
            )
            return Linear(start, end, stops) if start != end else None
        x, y, radius = self._at("cx", "50%"), self._at("cy", "50%"), self._at("r", "50%")
        if radius <= 0:
            return None
        fx, fy = ((self._at(f"f{axis}", f"{own}") - own) / radius for axis, own in (("x", x), ("y", y)))
        far = math.hypot(fx, fy)
        if far > _INNER:
            fx, fy = fx / far * _INNER, fy / far * _INNER
        inner = min(max(self._at("fr", "0") / radius, 0.0), 0.999 - math.hypot(fx, fy))
        return Radial((radius, 0.0, 0.0, radius, x, y), (fx, fy, inner), stops)

    def _at(self, name: str, default: str) -> float:
        width, height = (1.0, 1.0) if self.by_box else self._scene.view
        whole = {"x": width, "y": height}.get(name.strip("cf12"), diagonal((width, height)))
        return self._reading.length(self._server, self._said(name, default), whole, name)


def _stops_in(node: Node) -> list[Node]:
    return [child for child in node.nodes() if child.is_svg and child.name == "stop"]
