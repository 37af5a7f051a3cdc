"""Clipping paths and masks as areas of the grid (CSS Masking 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.brand.svg.effects import through
from builder.brand.svg.extents import extent_of
from builder.brand.svg.forms import NOTHING, Form, box_form, common, united, without
from builder.brand.svg.guard import Node
from builder.brand.svg.numbers import transform
from builder.brand.svg.reading import Reading
from builder.brand.svg.scene import Outline, Scene
from builder.color import Color
from builder.geometry.curves import Matrix, concatenate
from builder.geometry.paints import Raster, fades
from builder.geometry.shadings import Linear, Radial, Shading, Stop, shading_tinted
from builder.record import Record, replace

Light = float | Shading  # how much a mask lets through; a shading's stops say it by their opacity
Drawing = Callable[[Node, Scene], list[Outline]]

_BLACK = Color(0, 0, 0)
_CUT = (
    "cut the shapes instead (Illustrator: Pathfinder > Crop; Inkscape: Path > Intersection; "
    "Figma: Intersect selection)"
)


class Lit(Record):
    """An area in which a mask lets so much through."""

    form: Form
    light: Light


class _NoForms(Exception):
    """A mask that is none of forms and shadings, and where that shows."""

    def __init__(self, message: str, node: Node) -> None:
        super().__init__(message)
        self.node = node


class Areas:
    """The clips and masks of a file; `draw` gives what an element draws."""

    def __init__(self, reading: Reading, draw: Drawing) -> None:
        self._reading, self._draw = reading, draw
        self._clips: dict[tuple[Node, Matrix], Form] = {}

    def clipped(self, node: Node, found: list[Outline], scene: Scene) -> list[Outline]:
        """What an element's clipping path leaves of its outlines."""
        clip = self._target(node, "clip-path", "clipPath")
        if clip is None or not found:
            return found
        area = self._clip(clip, self._units(node, clip, "clipPathUnits", scene))
        cut = (replace(each, form=common(self._reading, node, each.form, area)) for each in found)
        return [each for each in cut if each.form.pieces]

    def masked(self, node: Node, found: list[Outline], scene: Scene) -> list[Outline]:
        """What an element's mask lets through of its outlines."""
        mask = self._target(node, "mask", "mask")
        if mask is None or not found:
            return found
        with self._reading.within(mask):
            try:
                lit = self._lit(node, mask, scene)
                shown = [self._through(node, each, one) for each in found for one in lit]
            except _NoForms as trouble:
                return self._masked_pixels(node, mask, found, (scene, trouble))
        return [each for each in shown if each is not None]

    def _masked_pixels(
        self, node: Node, mask: Node, found: list[Outline], asked: tuple[Scene, _NoForms]
    ) -> list[Outline]:
        """The same as a picture, where no forms and shadings show it."""
        scene, trouble = asked
        if self._reading.easel is None:
            self._reading.fault(trouble.node, str(trouble), _CUT)
            return []
        inner = self._inner(node, mask, scene)
        lights = [outline for part in mask.nodes() for outline in self._draw(part, inner)]
        room = Outline(self._room(node, mask, scene), _BLACK)
        return through(self._reading, node, found, (lights, room), by_alpha=self._by_alpha(mask))

    def _inner(self, node: Node, mask: Node, scene: Scene) -> Scene:
        """The scene of what stands in a mask."""
        matrix = self._units(node, mask, "maskContentUnits", scene)
        return Scene(matrix, self._reading.cascade.style_at(mask), scene.view)

    def _by_alpha(self, mask: Node) -> bool:
        return self._reading.cascade.own(mask).get("mask-type") == "alpha"

    def _target(self, node: Node, name: str, kind: str) -> Node | None:
        """What a property names; None if it names nothing, as in browsers."""
        text = self._reading.cascade.own(node).get(name, "none")
        if text in ("none", "", "initial", "unset"):
            return None
        self._reading.check_here(node, text)
        named = self._reading.named(text)
        if named is None or named[1] or (named[0] is not None and named[0].name != kind):
            self._reading.fault(node, f"its {name} is not read: {text}"[:60], _CUT)
            return None
        return named[0]

    def _units(self, node: Node, target: Node, name: str, scene: Scene) -> Matrix:
        """From a clip's or a mask's own units to the grid."""
        if target.get(name) != "objectBoundingBox":
            return scene.matrix
        box = extent_of(self._reading, node, scene.view)
        return concatenate((box.w, 0.0, 0.0, box.h, box.x, box.y), scene.matrix)

    def _clip(self, clip: Node, matrix: Matrix) -> Form:
        key = (clip, matrix)
        if key not in self._clips:
            with self._reading.within(clip):
                self._clips[key] = self._cut_out(clip, matrix)
        return self._clips[key]

    def _cut_out(self, clip: Node, matrix: Matrix) -> Form:
        reading = self._reading
        own = reading.cascade.own(clip)
        try:
            inner = concatenate(transform(own.get("transform", "")), matrix)
        except ValueError:
            reading.fault(clip, f"its transform cannot be read: {own['transform']}"[:70], "export it again")
            inner = matrix
        scene = Scene(inner, reading.cascade.style_at(clip), (1.0, 1.0), as_form=True)
        area = NOTHING
        for part in clip.nodes():
            for outline in self._draw(part, scene):
                area = united(reading, part, area, outline.form)
        other = self._target(clip, "clip-path", "clipPath")
        return area if other is None else common(reading, clip, area, self._clip(other, matrix))

    def _lit(self, node: Node, mask: Node, scene: Scene) -> list[Lit]:
        """The areas of a mask that let anything through, which have nothing in common."""
        reading = self._reading
        if (
            self._target(mask, "mask", "mask") is not None
            or self._target(mask, "clip-path", "clipPath") is not None
        ):
            reading.fault(mask, "a mask is masked itself", _CUT)
        inner = self._inner(node, mask, scene)
        lit: list[Lit] = []
        for part in mask.nodes():
            for outline in self._draw(part, inner):
                if isinstance(outline.paint, Raster):
                    raise _NoForms("a raster image stands in a mask", part)
                lit = self._lightened(mask, lit, outline, self._by_alpha(mask))
        room = self._room(node, mask, scene)
        cut = (Lit(common(reading, mask, one.form, room), one.light) for one in lit)
        return [one for one in cut if one.form.pieces]

    def _room(self, node: Node, mask: Node, scene: Scene) -> Form:
        """Where a mask lets anything through at all."""
        reading, matrix = self._reading, scene.matrix
        width, height = scene.view
        if mask.get("maskUnits") != "userSpaceOnUse":
            box = extent_of(reading, node, scene.view)
            matrix = concatenate((box.w, 0.0, 0.0, box.h, box.x, box.y), matrix)
            width = height = 1.0
        x, y = reading.number(mask, "x", width, "-10%"), reading.number(mask, "y", height, "-10%")
        wide, high = (
            reading.number(mask, name, whole, "120%")
            for name, whole in (("width", width), ("height", height))
        )
        return box_form(wide, high, matrix, x, y)

    def _lightened(self, mask: Node, lit: list[Lit], outline: Outline, by_alpha: bool) -> list[Lit]:
        """The areas of a mask after one more outline is painted on it."""
        reading, light = self._reading, _light(outline, by_alpha)
        opaque = outline.opacity >= 1 and (not fades(outline.paint))
        rest, mixed, left = list[Lit](), list[Lit](), outline.form
        for one in lit:
            if not one.form.meets(outline.form):
                rest.append(one)
                continue
            rest.append(Lit(without(reading, mask, one.form, outline.form), one.light))
            both = common(reading, mask, one.form, outline.form) if not opaque else NOTHING
            if both.pieces:
                mixed.append(Lit(both, self._over(mask, one.light, outline, light)))
                left = without(reading, mask, left, both)
        new = [Lit(left, light)] if light != 0 else []
        return _joined(reading, mask, [*rest, *mixed, *new])

    def _over(self, mask: Node, under: Light, outline: Outline, light: Light) -> Light:
        """What two lights that lie over one another let through."""
        if isinstance(under, float) and isinstance(light, float):
            return under * (1 - outline.opacity) + light
        raise _NoForms("see-through gradients overlap in a mask", mask)

    def _through(self, node: Node, outline: Outline, lit: Lit) -> Outline | None:
        form = common(self._reading, node, outline.form, lit.form)
        if not form.pieces:
            return None
        if isinstance(lit.light, float):
            return replace(outline, form=form, opacity=outline.opacity * lit.light)
        if not isinstance(outline.paint, Color):
            raise _NoForms("a mask that fades lies over a gradient or an image", node)
        color = outline.paint
        return replace(outline, form=form, paint=shading_tinted(lit.light, lambda _: color), role="")


def _light(outline: Outline, by_alpha: bool) -> Light:
    """How much an outline of a mask lets through where nothing else is."""
    paint, opacity = outline.paint, outline.opacity
    if isinstance(paint, Color):
        return opacity * (1.0 if by_alpha else _luminance(paint))
    assert isinstance(paint, Linear | Radial)
    stops = tuple(
        Stop(stop.at, _BLACK, stop.opacity * opacity * (1.0 if by_alpha else _luminance(stop.color)))
        for stop in paint.stops
    )
    return replace(paint, stops=stops)


def _luminance(color: Color) -> float:
    """How light a colour of a mask is (CSS Masking 1, 7.10.1), of its channels as they are."""
    return (0.2125 * color.red + 0.7154 * color.green + 0.0721 * color.blue) / 255


def _joined(reading: Reading, mask: Node, lit: Iterable[Lit]) -> list[Lit]:
    """Areas of one light as one, so that no seam is seen between them."""
    joined = dict[Light, Form]()
    for one in lit:
        if one.form.pieces:
            joined[one.light] = united(reading, mask, joined.get(one.light, NOTHING), one.form)
    return [Lit(form, light) for light, form in joined.items()]
