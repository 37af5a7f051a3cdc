"""How much of a drawing is seen on a ground: its ink, weighed by the area that each colour shows.

A drawing is looked at along level lines: where its forms lie on one another, what is on top is what is seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil, floor, fsum, sqrt

from builder.brand.identity import Art, ArtShape
from builder.color import Color, contrast, difference
from builder.geometry.box import Box, Point
from builder.geometry.curves import before, bounds, flattened
from builder.geometry.paints import Raster
from builder.geometry.shadings import Linear, Radial, Stop
from builder.record import Record

SEEN = 3.0  # of contrast: what graphics need to be told from their ground (WCAG 2.2, 1.4.11)
_LOST = 1.5  # of contrast, below which a form is as good as not there
_MISSED = 0.2  # of the ink, from which on it is missed
_GONE = 1.2  # of contrast, below which nobody knows that a form is there,
_NOTED = 0.02  # and the share of the ink from which on forms that stand alone are missed then
_LINES = 96  # along which a drawing is looked at
_PIECES = 48  # into which its width is cut where colours pass into one another,
_PIXELS = 200  # and where they are those of an image
_CLEAR = 0.05  # of opacity, below which nothing is there
_APART = 96  # of 255: two colours of one lightness that differ so much are told apart by hue
_MERGED = 0.02  # of the ink, which may lie on ink of another colour in a drawing that is painted in one
_FINE = 0.002  # of its longer side: how near polygons are to its curves
_OPAQUE = 0.99
_HALF = 0.5  # of opacity: less are the edges of forms made of pixels
_PLATE = 0.95  # of the drawing's width and height, which a ground of its own takes,
_FULL = 0.7  # and of the area of both: a circle has 0.79
_WORDS = 0.04  # of a ground's area, which is read on it at least, or it is no ground

Layer = tuple[Color, float]  # a colour, and how opaque it is
Stack = tuple[Layer, ...]  # from the lowest that can be seen to what is on top
_Span = tuple[float, float]
_Seen = tuple[
    tuple[float, Layer], ...
]  # layers, each with the number of its form; of what an image shows, 0.5 more


class Standing(Record):
    """How a drawing stands on a ground."""

    seen: float  # the share of its ink that has a contrast of 3:1
    lost: float  # the share that can hardly be told from the ground
    contrast: float  # of all its ink, by area
    faint: float  # the contrast of the colour that most of the ink has that lacks it; 21 if none does
    gone: float = 0.0  # the share of forms that stand alone, as letters do, and are not seen at all

    @property
    def reads(self) -> bool:
        """Whether the larger part of its ink is seen."""
        return self.seen > 0.5

    @property
    def whole(self) -> bool:
        """Whether, besides, nothing of note is lost."""
        return self.reads and self.lost < _MISSED and self.gone < _NOTED

    @property
    def missed(self) -> float:
        """The share of its ink that is lost, or no more than that of the forms that nobody sees."""
        return self.lost if self.lost >= _MISSED else self.gone


class Ink(Record):
    """The colours of a drawing by the shares of its ink that they show, and the box of it all."""

    parts: tuple[tuple[Stack, float], ...]
    box: Box
    alone: tuple[
        tuple[Stack, float], ...
    ] = ()  # of the parts, forms that neither lie on others nor carry any
    plate: bool = False  # it brings a ground of its own, on which the lowest layers of all parts lie

    @property
    def merges(self) -> bool:
        """Whether forms lie on ink of another colour, and would be lost if all were of one."""
        apart = (share for stack, share in self.parts if stack[1:] and told_apart(stack[-1][0], stack[-2][0]))
        return fsum(apart) > _MERGED

    def on(self, ground: Color, painted: Color | None = None) -> Standing:
        """How it stands on a ground, in its own colours or all in one.

        Ink on other ink is seen where it stands out from either; on a ground that the drawing brings
        along, where it stands out from that.
        """
        found = [(self._contrast(stack, ground, painted), share) for stack, share in self.parts]
        seen = fsum(share for ratio, share in found if ratio >= SEEN)
        lost = fsum(share for ratio, share in found if ratio < _LOST)
        mean = fsum(ratio * share for ratio, share in found)
        faint = max(((share, ratio) for ratio, share in found if ratio < SEEN), default=(0.0, 21.0))
        alone = ((self._contrast(stack, ground, painted), share) for stack, share in self.alone)
        gone = fsum(share for ratio, share in alone if ratio < _GONE)
        return Standing(seen, lost, mean, faint[1] if found else 1.0, gone)

    def _contrast(self, stack: Stack, ground: Color, painted: Color | None) -> float:
        if painted is not None:
            return contrast(_over(ground, ((painted, stack[-1][1]),)), ground)
        below, top = _over(ground, stack[:-1]), _over(ground, stack)
        return contrast(top, below) if self.plate else max(contrast(top, ground), contrast(top, below))


@lru_cache(maxsize=256)
def ink_of(art: Art) -> Ink:
    """The ink of a drawing, measured."""
    rough = bounds([_points(shape) for shape in art.shapes]) if art.shapes else art.view
    outlines = [flattened(shape.commands, _FINE * max(rough.w, rough.h)) for shape in art.shapes]
    box = bounds([polygon for outline in outlines for polygon in outline]) if outlines else art.view
    plain = [isinstance(shape.fill, Color) for shape in art.shapes]
    covered: dict[tuple[int, ...], float] = defaultdict(float)  # of stretches, by the forms that cover them
    areas: dict[_Seen, float] = defaultdict(float)
    own, reach = [0.0] * len(outlines), list[Point]()
    for y, spans in _lines(outlines, box):
        for left, right, forms in _covered(spans):
            covered[forms] += right - left
            if all(plain[form] for form in forms):
                continue
            for x, width in _pieces(left, right, [art.shapes[form] for form in forms], box):
                areas[seen := _stack(art.shapes, forms, (x, y))] += width
                if seen[-1][1][1] > _CLEAR:
                    reach += [(x - width / 2, y), (x + width / 2, y)]
    for forms, length in covered.items():
        for form in forms:
            own[form] += length
        if all(plain[form] for form in forms):
            areas[_stack(art.shapes, forms, (0.0, 0.0))] += length
    plates = {form for form, outline in enumerate(outlines) if _spans_all(outline, own[form], box)}
    clear = any(isinstance(shape.fill, Raster) and shape.fill.is_clear for shape in art.shapes)
    return _weighed(areas, own, plates, _widened(bounds([reach]), box) if clear and reach else box)


def _points(shape: ArtShape) -> list[Point]:
    return [point for step in shape.commands for point in zip(step[1::2], step[2::2], strict=True)]


def _lines(
    outlines: Sequence[list[list[Point]]], box: Box
) -> Iterator[tuple[float, list[tuple[int, _Span]]]]:
    """Level lines across the box, and from where to where each form covers them."""
    crossings: dict[int, dict[int, list[tuple[float, int]]]] = defaultdict(lambda: defaultdict(list))
    step = box.h / _LINES or 1.0
    for form, outline in enumerate(outlines):
        for polygon in outline:
            for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
                upper, lower, turn = (y0, y1, 1) if y0 < y1 else (y1, y0, -1)
                first, last = ceil((upper - box.y) / step - 0.5), ceil((lower - box.y) / step - 0.5)
                for line in range(max(first, 0), min(last, _LINES)):
                    y = box.y + (line + 0.5) * step
                    crossings[line][form].append((x0 + (y - y0) / (y1 - y0) * (x1 - x0), turn))
    for line, forms in sorted(crossings.items()):
        spans = [(form, span) for form, found in forms.items() for span in _filled(sorted(found))]
        yield box.y + (line + 0.5) * step, spans


def _filled(crossings: list[tuple[float, int]]) -> Iterator[_Span]:
    """What lies inside, by the non-zero rule."""
    winding, start = 0, 0.0
    for x, turn in crossings:
        if winding == 0:
            start = x
        winding += turn
        if winding == 0:
            yield start, x


def _covered(spans: list[tuple[int, _Span]]) -> Iterator[tuple[float, float, tuple[int, ...]]]:
    """The stretches of a line, each with the forms that cover it, from back to front."""
    ends = sorted(
        (x, opens, form) for form, span in spans for x, opens in zip(span, (True, False), strict=True)
    )
    there, before = set[int](), 0.0
    for x, opens, form in ends:
        if there and x > before:
            yield before, x, tuple(sorted(there))
        (there.add if opens else there.discard)(form)
        before = x


def _pieces(left: float, right: float, shapes: Sequence[ArtShape], box: Box) -> Iterator[tuple[float, float]]:
    """The middles and widths of the pieces of a stretch, within each of which all has one colour."""
    images = any(isinstance(shape.fill, Raster) for shape in shapes)
    plain = all(isinstance(shape.fill, Color) for shape in shapes)
    fine = 0 if plain else _PIXELS if images else _PIECES
    count = max(floor((right - left) / box.w * fine), 1)
    width = (right - left) / count
    return ((left + (number + 0.5) * width, width) for number in range(count))


def _stack(shapes: Sequence[ArtShape], forms: tuple[int, ...], at: Point) -> _Seen:
    """What can be seen at a point, and one layer below it, each with the number of its form."""
    found = list[tuple[float, Layer]]()
    for form in reversed(forms):
        layers = _paint(shapes[form], at)
        found[:0] = [(form + number / 2, layer) for number, layer in enumerate(layers)]
        if len(found) > 1 and found[0][1][1] >= _OPAQUE:
            break
    return tuple(found)


def _paint(shape: ArtShape, at: Point) -> tuple[Layer, ...]:
    """The colour of a form at a point, and how opaque it is there: whatever it is painted with.

    An image with a ground of its own shows that, and what stands on it.
    """
    if isinstance(shape.fill, Color):
        return ((shape.fill, shape.opacity),)
    if isinstance(shape.fill, Raster):
        from builder.brand.rasters import layers_at  # noqa: PLC0415  Pillow, for images alone

        return tuple((color, opacity * shape.opacity) for color, opacity in layers_at(shape.fill, at))
    color, opacity = _between(shape.fill.stops, _along(shape.fill, at))
    return ((color, opacity * shape.opacity),)


def _along(shading: Linear | Radial, at: Point) -> float:
    """How far along a shading a point stands, 0 to 1."""
    if isinstance(shading, Linear):
        (x, y), (x1, y1) = shading.start, shading.end
        dx, dy = x1 - x, y1 - y
        return ((at[0] - x) * dx + (at[1] - y) * dy) / (dx * dx + dy * dy or 1.0)
    x, y = before(shading.matrix, at)
    fx, fy, fr = shading.focus
    # The circle through the point: from the focus's, at 0, to the unit circle, at 1.
    dx, dy, grows = x - fx, y - fy, 1 - fr
    square = fx * fx + fy * fy - grows * grows
    half, rest = -(dx * fx + dy * fy) - fr * grows, dx * dx + dy * dy - fr * fr
    if abs(square) < 1e-12:
        return rest / (2 * half) if half else 1.0
    root = sqrt(max(half * half - square * rest, 0.0))
    return max((half + root) / square, (half - root) / square)


def _between(stops: tuple[Stop, ...], at: float) -> Layer:
    """The colour at a place along the stops, in steps that are hardly seen."""
    at = round(min(max(at, 0.0), 1.0) * 32) / 32
    after = next((number for number, stop in enumerate(stops) if stop.at >= at), len(stops) - 1)
    low, high = stops[max(after - 1, 0)], stops[after]
    share = min(max((at - low.at) / (high.at - low.at), 0.0), 1.0) if high.at > low.at else 1.0
    return low.color.mix(high.color, share), low.opacity + (high.opacity - low.opacity) * share


def _spans_all(outline: list[list[Point]], length: float, box: Box) -> bool:
    """Whether a form may be the ground that all others stand on."""
    reach = bounds(outline)
    whole = reach.w >= _PLATE * box.w and reach.h >= _PLATE * box.h
    return whole and length >= _FULL * box.w * _LINES


def _widened(seen: Box, box: Box) -> Box:
    """What is seen of an image, as far as the lines beside it: the rest of it is clear."""
    step = box.h / _LINES
    top, bottom = max(seen.y - step, box.y), min(seen.bottom + step, box.bottom)
    return Box(seen.x, top, seen.w, bottom - top)


def _weighed(areas: dict[_Seen, float], own: list[float], plates: set[int], box: Box) -> Ink:
    plate = next((form for form in sorted(plates) if _carries(form, areas, own[form])), None)
    shown = {seen: area for seen, area in areas.items() if plate is None or seen[-1][0] > plate}
    inked = {seen: area for seen, area in shown.items() if seen[-1][1][1] > _CLEAR}
    on_others = (seen[-2:] for seen in areas if seen[1:] and seen[-2][0] != plate)
    stacked = {form for pair in on_others for form, _ in pair}
    alone = {
        seen: area for seen, area in inked.items() if seen[-1][0] not in stacked and seen[-1][1][1] > _HALF
    }
    total = fsum(inked.values())
    return Ink(_shares(inked, total), box, _shares(alone, total), plate is not None)


def _shares(areas: Mapping[_Seen, float], total: float) -> tuple[tuple[Stack, float], ...]:
    parts: dict[Stack, float] = defaultdict(float)
    for seen, area in areas.items():
        parts[tuple(layer for _, layer in seen)] += area
    return tuple((stack, area / total) for stack, area in parts.items() if total)


def _carries(plate: int, areas: dict[_Seen, float], own: float) -> bool:
    """Whether enough is read on a form, so that it is the ground of it."""
    on_it = (
        area
        for stack, area in areas.items()
        if len(stack) > 1 and stack[-2][0] == plate and contrast(stack[-1][1][0], stack[-2][1][0]) >= SEEN
    )
    return fsum(on_it) >= _WORDS * own


def _over(ground: Color, stack: Stack) -> Color:
    for color, opacity in stack:
        ground = ground.mix(color, opacity)
    return ground


def told_apart(one: Color, other: Color) -> bool:
    """Whether two colours that lie on one another are two, by lightness or by hue."""
    return contrast(one, other) >= _LOST or difference(one, other) >= _APART
