"""A shape as the outlines of its fill and its stroke."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builder.brand.artcolors import fallback, said_role
from builder.brand.svg.cascade import Style
from builder.brand.svg.colors import color_of
from builder.brand.svg.fading import faded
from builder.brand.svg.forms import Form, simple_form, to_path
from builder.brand.svg.gradients import GRADIENTS, shading
from builder.brand.svg.guard import Node
from builder.brand.svg.markers import marked
from builder.brand.svg.patterns import tiled
from builder.brand.svg.reading import Reading
from builder.brand.svg.refusals import refused
from builder.brand.svg.scene import Outline, Paint, Scene
from builder.brand.svg.shapes import shape_commands
from builder.brand.svg.strokes import stroked
from builder.brand.svg.text import text_lines
from builder.color import Color
from builder.geometry.box import Command
from builder.geometry.curves import moved
from builder.geometry.pens import around, outline_of
from builder.record import replace

Steps = Sequence[Command]

_FORM_ALONE = {"fill": "#000", "fill-opacity": "1", "stroke": "none"}  # of what stands in a clip


class Painter:
    """Paints the shapes of one file; `draw` gives what stands in an element."""

    def __init__(self, reading: Reading, draw: Callable[[Node, Scene], list[Outline]]) -> None:
        self._reading, self._draw = reading, draw

    def shape(self, node: Node, scene: Scene) -> list[Outline]:
        """The fill and the stroke of a shape, in the order in which they are painted."""
        style = scene.style
        if style["visibility"] != "visible":
            return []
        if scene.as_form:
            scene = replace(scene, style={**style, **_FORM_ALONE, "fill-rule": style["clip-rule"]})
        steps = shape_commands(self._reading, node, scene.view)
        return self._both(node, steps, steps, scene) if steps else []

    def text(self, node: Node, scene: Scene) -> list[Outline]:
        """The letters of a text, line by line; what paints them by shares of a box goes by that of all."""
        lines = text_lines(self._reading, node, scene)
        boxes = [(line.box.x, line.box.y, line.box.right, line.box.bottom) for line in lines]
        room = outline_of(around(boxes)) if boxes else ()
        found = list[Outline]()
        for line in lines:
            if line.steps and line.style["visibility"] == "visible":
                own = replace(scene, style=line.style)
                own = replace(own, style={**own.style, **_FORM_ALONE}) if scene.as_form else own
                own = replace(own, style={**own.style, "fill-rule": "nonzero"})
                self._reading.spend(line.node, len(line.steps))
                found += self._both(line.node, line.steps, room, own)
        return found

    def _both(self, node: Node, steps: Steps, room: Steps, scene: Scene) -> list[Outline]:
        """Fill and stroke of a curve; `room` has the box that paints may be shares of."""
        style = scene.style
        draw = {
            "fill": lambda: self._filled(node, steps, room, scene),
            "stroke": lambda: self._lined(node, steps, room, scene),
            "markers": lambda: marked(self._reading, self._draw, node, steps, scene, self._context(scene)),
        }
        said = [name for name in style["paint-order"].split() if name in draw]
        return [outline for name in dict.fromkeys((*said, *draw)) for outline in draw[name]()]

    def _context(self, scene: Scene) -> Style:
        """The paints of a shape as its markers may take them: those that are a colour, or none."""
        said = {name: fallback(_said(name, scene)) or "#000" for name in ("fill", "stroke")}
        plain = {name: text for name, text in said.items() if not text.startswith("url(")}
        current = scene.style["color"]
        return {name: current if text.lower() == "currentcolor" else text for name, text in plain.items()}

    def _filled(self, node: Node, steps: Steps, room: Steps, scene: Scene) -> list[Outline]:
        if node.name == "line":
            return []

        def form() -> Form:
            even = scene.style["fill-rule"] == "evenodd"
            path = to_path(steps, scene.matrix, even)
            return simple_form(self._reading, node, path, even, moved(steps, scene.matrix))

        return self._painted(node, "fill", room, scene, form)

    def _lined(self, node: Node, steps: Steps, room: Steps, scene: Scene) -> list[Outline]:
        return self._painted(node, "stroke", room, scene, lambda: stroked(self._reading, node, steps, scene))

    def _painted(
        self, node: Node, name: str, steps: Steps, scene: Scene, form_of: Callable[[], Form | None]
    ) -> list[Outline]:
        """A form in the paint that a property gives; it is made only if there is any."""
        reading, said = self._reading, _said(name, scene)
        text = fallback(said) or "#000"
        if text == "none":
            return []
        opacity = reading.share(node, scene.style[f"{name}-opacity"], f"{name}-opacity")
        paint = self._paint(node, text, steps, scene) if opacity else None
        if paint is None or (not isinstance(paint, Node) and paint[1] <= 0):
            return []
        form = form_of()
        if form is None or not form.pieces:
            return []
        if isinstance(paint, Node):
            return faded(reading, node, tiled(reading, self._draw, paint, form, (steps, scene)), opacity)
        role = said_role(said, scene.classes) if isinstance(paint[0], Color) else ""
        return [Outline(form, paint[0], paint[1] * opacity, role)]

    def _paint(self, node: Node, text: str, steps: Steps, scene: Scene) -> tuple[Paint, float] | Node | None:
        """A colour or a shading with its opacity, or the pattern; None for nothing."""
        reading = self._reading
        reading.check_here(node, text)
        if named := reading.named(text):
            server, instead = named
            if server is not None:
                return self._served(node, server, steps, scene)
            if instead in ("", "none"):
                return None
            text = instead
        if text.startswith("context-"):
            reading.fault(node, f"it paints with {text}", "give it a colour of its own")
            return None
        return color_of(reading, node, text, scene.style["color"])

    def _served(
        self, node: Node, server: Node, steps: Steps, scene: Scene
    ) -> tuple[Paint, float] | Node | None:
        if server.name in GRADIENTS:
            return shading(self._reading, server, steps, scene)
        if server.name == "pattern":
            return server
        what, hint = refused(server.name)
        self._reading.fault(node, f"it paints with {what}", hint)
        return None


def _said(name: str, scene: Scene) -> str:
    """What is said of a paint: in a marker, maybe that it is one of the shape that it stands on."""
    said = scene.style[name]
    return (
        (scene.context or {}).get(said.removeprefix("context-"), said)
        if said.startswith("context-")
        else said
    )
