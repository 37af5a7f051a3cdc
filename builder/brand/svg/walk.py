"""The walk through a drawing: every element as the outlines that it paints, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from builder.brand.svg.areas import Areas
from builder.brand.svg.effects import filtered, mixed
from builder.brand.svg.fading import faded
from builder.brand.svg.forms import Form, box_form, common
from builder.brand.svg.guard import Node
from builder.brand.svg.images import image_outlines
from builder.brand.svg.numbers import sound, transform
from builder.brand.svg.painting import Painter
from builder.brand.svg.reading import Reading, Size
from builder.brand.svg.refusals import SILENT, refused
from builder.brand.svg.scene import Outline, Scene
from builder.brand.svg.shapes import SHAPES
from builder.brand.svg.viewports import fitted, view_box
from builder.record import replace

_HOLDING = {"g", "a", "switch", "use"}
# What makes a group one that is drawn by itself, then painted as a whole.
_ISOLATING = {"opacity", "filter", "clip-path", "mask", "mix-blend-mode", "isolation"}


class Walker:
    """Draws the elements of one file."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._areas = Areas(reading, self._alone)
        self._painter = Painter(reading, self._children_alone)
        self._under = list[Outline]()  # what is painted already in the group that is drawn

    def children(self, node: Node, scene: Scene) -> list[Outline]:
        """All that stands in an element."""
        return [outline for child in node.nodes() for outline in self.element(child, scene)]

    def element(self, node: Node, scene: Scene) -> list[Outline]:
        """What an element paints; nothing, and a fault, if it is not drawn."""
        if not node.is_svg or node.name in SILENT:
            return []  # another program's data, or what is drawn where it is named
        own = self._reading.cascade.own(node)
        if own.get("display") == "none":
            return []
        draw: dict[str, Callable[[Node, Scene], list[Outline]]] = {
            "g": self.children,
            "a": self.children,
            "svg": self._view,
            "use": self._clone,
            "switch": self._chosen,
            "text": self._painter.text,
            "image": partial(image_outlines, self._reading),
        }
        if node.name not in SHAPES and node.name not in draw:
            what, hint = refused(node.name)
            self._reading.fault(node, f"it holds {what}", hint)
            return []
        if any(node.get(name) is not None for name in ("systemLanguage", "requiredExtensions")):
            self._reading.fault(
                node, "only some readers or programs see it", "put it into the drawing, or leave it out"
            )
        scene = self._within(node, own.get("transform", ""), scene)
        drawing = draw.get(node.name, self._painter.shape)
        if node.name in _HOLDING and not own.keys() & _ISOLATING:
            return drawing(node, scene)  # what stands in it has been painted one by one
        return self._composed(node, scene, drawing)

    def _composed(
        self, node: Node, scene: Scene, drawing: Callable[[Node, Scene], list[Outline]]
    ) -> list[Outline]:
        """What an element paints as a whole, blended with what is painted already."""
        with self._apart():
            found = self.finished(node, drawing(node, scene), scene)
        found = mixed(self._reading, node, found, self._under)
        self._under += found
        return found

    def finished(self, node: Node, found: list[Outline], scene: Scene) -> list[Outline]:
        """An element's outlines after its filter, its clip, its mask and its opacity."""
        found = filtered(self._reading, node, found, scene)
        found = self._areas.clipped(node, found, scene)
        found = self._areas.masked(node, found, scene)
        opacity = self._reading.cascade.own(node).get("opacity", "1")
        return faded(self._reading, node, found, self._reading.share(node, opacity, "opacity"))

    @contextmanager
    def _apart(self) -> Iterator[None]:
        """While a group is drawn whose parts blend with one another alone (Compositing 1, 3.2)."""
        under, self._under = self._under, []
        yield
        self._under = under

    def _alone(self, node: Node, scene: Scene) -> list[Outline]:
        """An element of a clip or a mask."""
        with self._apart():
            return self.element(node, scene)

    def _children_alone(self, node: Node, scene: Scene) -> list[Outline]:
        """What stands in a pattern or a marker."""
        with self._apart():
            return self.children(node, scene)

    def _within(self, node: Node, text: str, scene: Scene) -> Scene:
        classes = f"{node.get('class', '')} {scene.classes}".strip()
        scene = replace(scene, style=self._reading.cascade.style(node, scene.style), classes=classes)
        if text not in ("", "none"):
            try:
                scene = scene.after(transform(text))
            except ValueError:
                self._reading.fault(node, f"its transform cannot be read: {text}"[:70], "export it again")
        if not sound(scene.matrix):
            raise self._reading.stop(node, "its transform is out of bounds", "export it again")
        return scene

    def _chosen(self, node: Node, scene: Scene) -> list[Outline]:
        """The first of a switch's children that asks for nothing."""
        for child in node.nodes():
            asks = child.get("requiredExtensions") is not None or child.get("systemLanguage") is not None
            if child.is_svg and child.name not in SILENT and not asks:
                return self.element(child, scene)
        return []

    def _clone(self, node: Node, scene: Scene) -> list[Outline]:
        reading = self._reading
        target = reading.linked(node)
        if target is None:
            if not node.link.startswith("#"):
                reading.fault(node, "it draws a part of another file", "draw that here")
            return []
        x, y = reading.number(node, "x", scene.view[0]), reading.number(node, "y", scene.view[1])
        scene = scene.after((1.0, 0.0, 0.0, 1.0, x, y))
        with reading.within(target):
            if target.name not in ("symbol", "svg"):
                return self.element(target, scene)
            own = reading.cascade.own(target)
            if own.get("display") == "none":
                return []
            scene = self._within(target, own.get("transform", ""), scene)
            room = self._room(target, node, scene.view)
            return self._composed(target, scene, lambda each, there: self._fitted(each, there, room))

    def _view(self, node: Node, scene: Scene) -> list[Outline]:
        x = self._reading.number(node, "x", scene.view[0])
        y = self._reading.number(node, "y", scene.view[1])
        return self._fitted(node, scene.after((1.0, 0.0, 0.0, 1.0, x, y)), self._room(node, node, scene.view))

    def _room(self, node: Node, user: Node, view: Size) -> Size:
        """How large a view is drawn: as its user says, or itself."""
        reading = self._reading
        said = {name: user.get(name) or node.get(name) or "100%" for name in ("width", "height")}
        return (
            reading.length(user, "100%" if said["width"] == "auto" else said["width"], view[0], "width"),
            reading.length(user, "100%" if said["height"] == "auto" else said["height"], view[1], "height"),
        )

    def _fitted(self, node: Node, scene: Scene, room: Size) -> list[Outline]:
        """What stands in a view, cut at its edges."""
        if room[0] <= 0 or room[1] <= 0:
            return []
        view = view_box(node)
        inner = replace(scene.after(fitted(node, view, room)), view=(view.w, view.h)) if view else scene
        found = self.children(node, inner if view else replace(scene, view=room))
        if self._reading.overflows(node, "auto"):
            return found
        return self.cropped(node, found, box_form(*room, scene.matrix))

    def cropped(self, node: Node, found: list[Outline], room: Form) -> list[Outline]:
        """What of outlines lies in a room."""
        cut = (replace(each, form=common(self._reading, node, each.form, room)) for each in found)
        return [each for each in cut if each.form.pieces]
