"""Markers on the corners of a line: arrow heads, dots (SVG 2, 11.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builder.brand.svg.cascade import Style
from builder.brand.svg.corners import Corner, corners
from builder.brand.svg.forms import box_form, common
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import degrees
from builder.brand.svg.properties import MARKERS
from builder.brand.svg.reading import Reading, Size, diagonal
from builder.brand.svg.scene import Outline, Scene
from builder.brand.svg.viewports import fitted, view_box
from builder.geometry.box import Box, Command
from builder.geometry.curves import Matrix, concatenate, turned
from builder.record import replace

_MARKED = ("path", "line", "polyline", "polygon")  # whose corners have markers in every browser
_UNMARKED = dict.fromkeys(MARKERS, "none")  # else what stands in a marker may take it from around
_PLACES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_EXPAND = (
    "turn arrow heads into paths (Illustrator: Object > Expand Appearance; Inkscape: Path > Stroke to Path; "
    "Figma: Outline stroke)"
)

Draw = Callable[[Node, Scene], list[Outline]]


def marked(
    reading: Reading, draw: Draw, node: Node, steps: Sequence[Command], scene: Scene, context: Style
) -> list[Outline]:
    """The markers of a shape, first, middle and last; `context` has the paints that they may take."""
    if scene.as_form or node.name not in _MARKED:
        return []
    named = {name: _target(reading, node, name, scene.style[name]) for name in MARKERS}
    if not any(named.values()):
        return []
    width = reading.length(node, scene.style["stroke-width"], diagonal(scene.view), "stroke-width")
    places = corners(node, steps)
    found = list[Outline]()
    for name, at in zip(MARKERS, (places[:1], places[1:-1], places[-1:]), strict=True):
        marker = named[name]
        if marker is not None:
            own = _Marker(reading, marker, replace(scene, context=context), width)
            for corner in at:
                found += own.drawn(draw, corner, starts=name == "marker-start")
    return found


def _target(reading: Reading, node: Node, name: str, text: str) -> Node | None:
    """The marker that a property names; None if it names nothing, as in browsers."""
    if text in ("none", ""):
        return None
    reading.check_here(node, text)
    named = reading.named(text)
    if named is None or named[1]:
        reading.fault(node, f"its {name} is not read: {text}"[:60], _EXPAND)
        return None
    return named[0] if named[0] is not None and named[0].name == "marker" else None


class _Marker:
    """A marker of one shape, whose stroke is so wide."""

    def __init__(self, reading: Reading, marker: Node, scene: Scene, width: float) -> None:
        self._reading, self._marker, self._scene = reading, marker, scene
        self._room: Size = (
            reading.number(marker, "markerWidth", scene.view[0], "3"),
            reading.number(marker, "markerHeight", scene.view[1], "3"),
        )
        self._view = view_box(marker) or Box(0, 0, *self._room)
        self._size = 1.0 if marker.get("markerUnits") == "userSpaceOnUse" else width

    def drawn(self, draw: Draw, corner: Corner, *, starts: bool) -> list[Outline]:
        """What the marker shows on a corner."""
        reading, marker = self._reading, self._marker
        if min(self._room) <= 0 or self._size <= 0:
            return []
        room = concatenate(self._onto(corner, starts=starts), self._scene.matrix)
        inner = concatenate(fitted(marker, self._view, self._room), room)
        style = {**reading.cascade.style_at(marker), **_UNMARKED}
        view = (self._view.w, self._view.h)
        reading.spend(marker, reading.weights[marker])
        with reading.within(marker):
            found = draw(marker, Scene(inner, style, view, context=self._scene.context))
        if reading.overflows(marker, "auto"):
            return found
        edge = box_form(*self._room, room)
        cut = (replace(each, form=common(reading, marker, each.form, edge)) for each in found)
        return [each for each in cut if each.form.pieces]

    def _onto(self, corner: Corner, *, starts: bool) -> Matrix:
        """From the marker's room to the shape's space: its point of reference on the corner."""
        a, _, _, d, e, f = fitted(self._marker, self._view, self._room)
        view, whole = self._view, self._scene.view
        x = a * self._place("refX", (view.x, view.w), whole[0]) + e
        y = d * self._place("refY", (view.y, view.h), whole[1]) + f
        turn = turned(self._turn(corner, starts=starts), (0.0, 0.0))
        size = self._size
        scaled = concatenate((size, 0.0, 0.0, size, -x * size, -y * size), turn)
        return concatenate(scaled, (1.0, 0.0, 0.0, 1.0, *corner.at))

    def _place(self, name: str, side: tuple[float, float], whole: float) -> float:
        """A coordinate of the point of reference; words are of a side of the marker's own view."""
        said = self._marker.get(name) or "0"
        if said in _PLACES:
            return side[0] + side[1] * _PLACES[said]
        return self._reading.length(self._marker, said, whole, name)

    def _turn(self, corner: Corner, *, starts: bool) -> float:
        said = (self._marker.get("orient") or "0").strip()
        if said in ("auto", "auto-start-reverse"):
            return corner.turn + (180.0 if starts and said != "auto" else 0.0)
        try:
            return degrees(said)
        except ValueError:
            self._reading.fault(self._marker, f"`orient` is no angle: {said}"[:70], "write it as a number")
            return 0.0
