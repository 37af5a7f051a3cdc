"""The primitives of a filter, one after the other, on a sheet (Filter Effects 1, 9).

What a step gives is a pile: the drawing itself, as yet undrawn, with layers under and over it. So the shadow
of a logo becomes a picture, and the logo stays sharp.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

from builder.brand.effects.blending import MODES, blended
from builder.brand.effects.coloring import (
    LIGHT_AS_OPACITY,
    combined,
    mixed,
    recolored,
    remapped,
    saturating,
    turning,
)
from builder.brand.effects.layer import Layer, flat, over
from builder.brand.effects.spreading import blurred, grown, reach, shifted
from builder.brand.svg.filters import Filter, Pair, Step, by_box, floods, sizes, units
from builder.brand.svg.numbers import numbers
from builder.brand.svg.properties import hint_for
from builder.brand.svg.reading import Reading
from builder.brand.svg.sheets import Sheet
from builder.brand.svg.transfers import Curve, curve_of, same
from builder.geometry.box import Box

SOURCE: Literal["source"] = "source"
Pile = tuple[Layer | Literal["source"], ...]  # the lowest first
Rooms = tuple[Box, Box, Pair]  # an element's box, where its filter lets it be seen, and the size of its view

_HINT = hint_for("filter")
_ELSEWHERE = {"BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint"}
_FREE = ("feFlood", "feMerge")  # steps that hardly take any time
_IDENTITY = [float(place % 6 == 0) for place in range(20)]


class Run:
    """One filter of one element on its sheet; `draw` gives the element's pixels when they are needed."""

    def __init__(
        self,
        reading: Reading,
        filter_: Filter,
        rooms: Rooms,
        sheet: Sheet,
        draw: Callable[[], Layer],
        solid: bool,
    ) -> None:
        self._reading, self._filter, self.sheet = reading, filter_, sheet
        self.box, self.room, self._view = rooms
        self._draw, self._solid = draw, solid
        self._source: Layer | None = None
        self._results = dict[str, Pile]()
        self._last: Pile = (SOURCE,)

    def parts(self) -> Pile:
        """What the last step gives; layers that lie on one another are one."""
        for step in self._filter.steps:
            if step.name not in _FREE:
                self._reading.paint(step.node, self.sheet.width * self.sheet.height)
            self._last = self._within(step, _STEPS[step.name](self, step))
            if step.result:
                self._results[step.result] = self._last
        whole = list[Layer | Literal["source"]]()
        for part in self._last:
            if whole and isinstance(part, Layer) and isinstance(below := whole[-1], Layer):
                whole[-1] = over(part.within(linear=False), below)
            else:
                whole.append(part)
        return tuple(whole)

    def pile(self, step: Step, name: str = "in") -> Pile:
        """What a step takes."""
        said = step.said.get(name, "")
        if said in self._results:
            return self._results[said]
        if said == "SourceGraphic":
            return (SOURCE,)
        if said == "SourceAlpha":
            return (self.source.shape_alone,)
        if said in _ELSEWHERE:
            self.fault(step, f"its filter takes {said}")
        return self._last

    def layer(self, step: Step, name: str = "in") -> Layer:
        """The same as one layer, counted as the step counts."""
        return self.flattened(self.pile(step, name), step.linear)

    def flattened(self, pile: Pile, linear: bool) -> Layer:
        """A pile as one layer."""
        width, height = self.sheet.width, self.sheet.height
        layers = [self.source if part == SOURCE else part for part in pile]
        whole = layers[0] if layers else flat((width, height), (0, 0, 0), 0.0)
        for each in layers[1:]:
            whole = over(each.within(linear=False), whole)
        return whole.within(linear)

    def piled(self, step: Step, upper: Pile, lower: Pile) -> Pile:
        """One over the other: as a pile, if that is the same as painting them so."""
        if not upper or not lower:
            return upper or lower
        if not step.linear or (upper == (SOURCE,) and self._solid):
            return (*lower, *upper)
        return (over(self.flattened(upper, True), self.flattened(lower, True)),)

    @property
    def source(self) -> Layer:
        """The element as it is drawn without its filter, as far as the filter's room reaches."""
        if self._source is None:
            self._source = self._draw()
        return self._source

    def size(self, step: Step, name: str) -> Pair:
        """One or two numbers of a step, across and down, in px."""
        across, down = sizes(step, name, units(self._filter, self.box))
        return across * self.sheet.across, down * self.sheet.down

    def fault(self, step: Step, message: str) -> None:
        """Tell of a step that is not drawn."""
        self._reading.fault(step.node, message[:70], _HINT)

    def _within(self, step: Step, pile: Pile) -> Pile:
        """What of a pile lies in the room of its step, if it has one of its own."""
        if not any(step.said.get(name) for name in ("x", "y", "width", "height")) or not pile:
            return pile
        area = self.sheet.area(self._room(step))
        if area == (0, 0, self.sheet.width, self.sheet.height):
            return pile
        return (self.flattened(pile, step.linear).cropped(area),)

    def _room(self, step: Step) -> Box:
        """The room of a step, in the element's units; what it does not say of it is as the filter's."""
        whole, own = self.room, dict[str, float]()
        (across, down), at = units(self._filter, self.box), (0.0, 0.0)
        if by_box(self._filter):
            at = (self.box.x, self.box.y)
        view = (1.0, 1.0) if by_box(self._filter) else self._view
        for name, unit, start, share in (
            ("x", across, at[0], view[0]),
            ("y", down, at[1], view[1]),
            ("width", across, 0.0, view[0]),
            ("height", down, 0.0, view[1]),
        ):
            if text := step.said.get(name):
                own[name] = start + unit * self._reading.length(step.node, text, share, name)
        x, y = own.get("x", whole.x), own.get("y", whole.y)
        return Box(x, y, max(own.get("width", whole.w), 0.0), max(own.get("height", whole.h), 0.0))


def far(filter_: Filter, box: Box, scale: Pair) -> Pair:
    """How far, across and down in the element's units, anything in a filter can come from where it was."""
    unit, total = units(filter_, box), [0.0, 0.0]
    for step in filter_.steps:
        lengths = [sizes(step, name, unit) for name in ("stdDeviation", "radius")]
        shift = [sizes(step, name, unit)[axis] for axis, name in enumerate(("dx", "dy"))]
        for axis in (0, 1):
            deviation, radius = (max(each[axis], 0.0) for each in lengths)
            total[axis] += (reach(deviation * scale[axis]) if deviation else 0.0) / scale[axis]
            total[axis] += radius + abs(shift[axis])
    return total[0], total[1]


def _blur(run: Run, step: Step) -> Pile:
    across, down = run.size(step, "stdDeviation")
    if min(across, down) < 0:
        run.fault(step, "its blur is of less than nothing")
    if not across and not down:
        return run.pile(step)
    return (blurred(run.layer(step), max(across, 0.0), max(down, 0.0)),)


def _offset(run: Run, step: Step) -> Pile:
    shift = _shift(run, step)
    pile = run.pile(step)
    return (shifted(run.flattened(pile, step.linear), *shift),) if any(shift) else pile


def _shift(run: Run, step: Step) -> tuple[int, int]:
    return math.floor(run.size(step, "dx")[0] + 0.5), math.floor(run.size(step, "dy")[1] + 0.5)


def _flood(run: Run, step: Step) -> Pile:
    if step.opacity <= 0:
        return ()
    return (flat((run.sheet.width, run.sheet.height), step.color.rgb, step.opacity),)


def _shadow(run: Run, step: Step) -> Pile:
    pile = run.pile(step)
    shape = run.flattened(pile, step.linear).shape_alone
    soft = shifted(blurred(shape, *run.size(step, "stdDeviation")), *_shift(run, step))
    color = _flood(run, step)
    shade = tuple(combined(each, soft, "in") for each in color if isinstance(each, Layer))
    return run.piled(step, pile, shade)


def _color_matrix(run: Run, step: Step) -> Pile:
    kind, values = step.said.get("type", "matrix"), numbers(step.said.get("values", ""))
    if kind == "matrix" and len(values) in (0, 20):
        matrix: Sequence[float] = values or _IDENTITY
    elif kind == "saturate" and len(values) < 2:
        matrix = saturating(values[0] if values else 1.0)
    elif kind == "hueRotate" and len(values) < 2:
        matrix = turning(values[0] if values else 0.0)
    elif kind == "luminanceToAlpha":
        matrix = LIGHT_AS_OPACITY
    else:
        run.fault(step, f"its colour matrix is not read: {kind}")
        return ()
    pile = run.pile(step)
    if matrix == _IDENTITY or (not pile and not floods(step)):
        return pile
    return (recolored(run.flattened(pile, step.linear), matrix),)


def _composite(run: Run, step: Step) -> Pile:
    how = step.said.get("operator", "over")
    upper, lower = run.pile(step), run.pile(step, "in2")
    if how == "over":
        return run.piled(step, upper, lower)
    one, two = (run.flattened(pile, step.linear) for pile in (upper, lower))
    if how == "arithmetic":
        shares = [(numbers(step.said.get(f"k{number}", "")) or [0.0])[0] for number in (1, 2, 3, 4)]
        return (mixed(one, two, shares),)
    if how not in ("in", "out", "atop", "xor", "lighter"):
        run.fault(step, f"its feComposite is not known: {how}")
        return ()
    return (combined(one, two, how),)


def _blend(run: Run, step: Step) -> Pile:
    mode = step.said.get("mode") or "normal"
    upper, lower = run.pile(step), run.pile(step, "in2")
    if mode not in MODES:
        run.fault(step, f"its feBlend is not known: {mode}")
        return ()
    if mode == "normal" or not upper or not lower:
        return run.piled(step, upper, lower)
    one, two = (run.flattened(pile, step.linear) for pile in (upper, lower))
    return (over(blended(one, two, mode), two),)


def _merge(run: Run, step: Step) -> Pile:
    pile: Pile = ()
    for part in step.parts:
        pile = run.piled(step, run.pile(part), pile)
    return pile


def _morphology(run: Run, step: Step) -> Pile:
    across, down = (math.floor(max(radius, 0.0) + 0.5) for radius in run.size(step, "radius"))
    how = step.said.get("operator", "erode")
    if how not in ("erode", "dilate"):
        run.fault(step, f"its feMorphology is not known: {how}")
    if not across and not down:
        return run.pile(step)
    return (grown(run.layer(step), across, down, least=how == "erode"),)


def _transfer(run: Run, step: Step) -> Pile:
    curves = {part.name[-1]: _curve(run, part) for part in step.parts}
    return (remapped(run.layer(step), [curves.get(name, same) for name in "RGBA"]),)


def _curve(run: Run, part: Step) -> Curve:
    if curve := curve_of(part):
        return curve
    run.fault(part, f"its {part.name} is not known: {part.said.get('type')}")
    return same


_STEPS: dict[str, Callable[[Run, Step], Pile]] = {
    "feBlend": _blend,
    "feColorMatrix": _color_matrix,
    "feComponentTransfer": _transfer,
    "feComposite": _composite,
    "feDropShadow": _shadow,
    "feFlood": _flood,
    "feGaussianBlur": _blur,
    "feMerge": _merge,
    "feMorphology": _morphology,
    "feOffset": _offset,
}
