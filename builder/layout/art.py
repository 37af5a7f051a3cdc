"""The brand's art on a canvas: placed at an edge, and never under the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from builder.brand.artuse import ArtUse
from builder.brand.identity import OWN, Art, ArtShape, Brand
from builder.brand.roles import faint
from builder.color import Color, least_contrast
from builder.content.frame import Frame, Path, path_moved
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import Matrix, bounds, concatenate, covers, flattened, moved, rounded, turned
from builder.geometry.paints import Varied, varied_moved, varied_tinted
from builder.kept import Kept, kept, weight_of
from builder.layout.canvas import Canvas
from builder.layout.contours import in_lines
from builder.record import Record, derived, replace

_STEP = 0.02  # of the short side: how far art slides at a time
_SLIDES = 72
_STRIDE = 4  # steps tried at once, before the last of them are tried singly
_AIR = 0.032  # of the canvas's size, between words and art
_GROWTHS = 8  # sizes tried between the largest and the least
_TOLERANCE = 0.003  # of the short side: how finely art is seen when words look for room
_ROUNDING = 1e-6  # px: what a box may lack of its curve by the rounding of sums
_MIXES = 20  # steps from one colour to another
_COARSE = 1.0  # px: near enough to know where a curve ends
_DRAWN = Kept(6 << 20)  # the logos, icons and motifs of a size
_OUTWARD = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}


class Tint(Record):
    """What becomes of the colours of a piece of art: of those with a role, of others, or of all."""

    roles: tuple[tuple[str, Color], ...] = ()
    colors: tuple[tuple[Color, Color], ...] = ()
    all: Color | None = None

    def __call__(self, color: Color, role: str) -> Color:
        """The colour instead of one of the art's."""
        if self.all or role == OWN:
            return self.all or color
        return dict(self.roles).get(role) or dict(self.colors).get(color, color)


@kept(_DRAWN, lambda _, paths: weight_of(*(path.commands for path in paths)))
def drawn(art: Art, box: Box, tint: Tint | None = None) -> tuple[Path, ...]:
    """The art in a box of its own proportions, in its own colours or as they are tinted."""
    return in_box(art, box, tint)


def in_box(art: Art, box: Box, tint: Tint | None = None) -> tuple[Path, ...]:
    """The same of art that is asked for once."""
    scale = box.w / art.view.w
    matrix = (scale, 0.0, 0.0, scale, box.x - art.view.x * scale, box.y - art.view.y * scale)
    return _paths(art, matrix, 1.0, tint or Tint())


def tinting(
    tint: str | dict[str, str] | None,
    art: Art,
    brand: Brand,
    *grounds: Color,
    is_art: bool = True,
    told: float = 0.0,
) -> Tint:
    """What becomes of each colour of a piece of art; a role that would be lost on a ground gives way.

    It becomes what nothing else in the piece is painted in, if the brand has such a colour. `is_art` says
    whether strong colours give way where they can hardly be made out, too, and those of two roles that a
    brand of few colours has in one. What is painted in a quieter colour has a contrast of `told` at least:
    it is as much nearer to its own as that takes.
    """
    if isinstance(tint, str):
        return Tint(all=brand.color(brand.shape(tint, *grounds)))
    changes, drawn = tint or {}, dict.fromkeys(_roles(art))
    named = {brand.called(old): new for old, new in changes.items() if old not in drawn}
    asked = {role: changes.get(role) or named.get(brand.called(role), role) for role in drawn}
    beside = [brand.color(name) for name in asked.values()]

    shown = dict[str, Color]()
    for name in (*asked.values(), *changes.values()):
        if name not in shown:  # what gives way does not become what gave way before it
            near = [*beside, *shown.values()]
            found = brand.color(brand.shape(name, *grounds, beside=near, is_art=is_art))
            is_taken = is_art and name in brand.roles and found in shown.values()
            shown[name] = brand.apart(near, grounds) or found if is_taken else found
    roles = ((role, _told(shown[name], role, brand, grounds, told)) for role, name in asked.items())
    colors = ((brand.color(old), shown[new]) for old, new in changes.items())
    return Tint(tuple(roles), tuple(colors))


def _told(color: Color, role: str, brand: Brand, grounds: Sequence[Color], least: float) -> Color:
    """A colour in the place of a role's, as much nearer to that as it takes to be told from the grounds."""
    if not (least and grounds) or least_contrast(color, grounds) >= least:
        return color
    own = brand.color(brand.shape(role, *grounds, is_art=True))
    nearer = (color.mix(own, step / _MIXES) for step in range(1, _MIXES))
    return next((each for each in nearer if least_contrast(each, grounds) >= least), own)


def _roles(art: Art) -> Iterator[str]:
    return (shape.role for shape in art.shapes if shape.role not in ("", OWN))


def icon_tinting(
    tint: str | dict[str, str] | None, art: Art, brand: Brand, words: Color, *grounds: Color
) -> Tint:
    """The same of an icon, which has to be made out: what lies lowest is as the words are, where it is faint.

    What a design tints stays as it says.
    """
    usual = tinting(tint, art, brand, *grounds, is_art=False)
    for role, color in () if tint else usual.roles[:1]:
        if role in brand.roles and any(faint(color, ground) for ground in grounds):
            return replace(usual, roles=((role, words), *usual.roles[1:]))
    return usual


class Placed(Record):
    """A piece of art in its place, its view there, and where that would be if no words were in the way."""

    paths: tuple[Path, ...]
    box: Box
    wished: Box


def placed_art(
    use: ArtUse,
    brand: Brand,
    canvas: Canvas,
    rtl: bool,
    words: Iterable[Box],
    grounds: Sequence[Color] = (),
    told: float = 0.0,
) -> tuple[Path, ...]:
    """The art at its edge, as large as it may grow beside the words, or slid outward until they are clear.

    In right-to-left languages it is mirrored. On grounds that are given, none of it is lost, and what it is
    tinted with has a contrast of `told`.
    """
    return placed(use, brand, canvas, rtl, words, grounds, told=told).paths


def placed(
    use: ArtUse,
    brand: Brand,
    canvas: Canvas,
    rtl: bool,
    words: Iterable[Box],
    grounds: Sequence[Color] = (),
    floor: float | None = None,
    told: float = 0.0,
) -> Placed:
    """The same, and where it is; `floor` is the height of what art may stand on, if there is any."""
    art = brand.art[use.files[0]]
    tint = tinting(use.tint, art, brand, *grounds, told=told)
    lifted = floor - canvas.height if use.stands and floor is not None else 0.0
    wished = _at_anchor(use, 1.0, art, canvas, rtl, lifted)
    matrix = _clear_of(words, use, art, canvas, rtl, lifted) if use.yields else wished
    paths = _paths(art, matrix, use.opacity, tint)
    if brand.outlined:
        paths = tuple(in_lines(paths, *brand.outlined, canvas.short))
    elif use.grain:
        from builder.layout.grain import grained  # noqa: PLC0415  loads numpy

        paths += tuple(grained(paths, use.grain, brand, canvas, *grounds[:1]))
    return Placed(paths, _in_place(art, matrix), _in_place(art, wished))


def _in_place(art: Art, matrix: Matrix) -> Box:
    corners = rounded(art.view, 0)
    return bounds([_points(moved(corners, matrix))])


def _clear_of(
    words: Iterable[Box], use: ArtUse, art: Art, canvas: Canvas, rtl: bool, lifted: float
) -> Matrix:
    """The largest size that is clear of the words at the edge; if none is, the least, slid outward."""
    air, tolerance = _AIR * (canvas.width * canvas.height) ** 0.5, _TOLERANCE * canvas.short
    taken = [Box(b.x - air, b.y - air, b.w + 2 * air, b.h + 2 * air) for b in words]
    for growth in _growths(use):
        larger = _at_anchor(use, growth, art, canvas, rtl, lifted)
        low = not use.stands or _in_place(art, larger).y >= 0  # its head is on the canvas
        if low and _clearing(art, larger, taken, tolerance)(0, 0):
            return larger
    least = _at_anchor(use, (use.shrinks or use.scale) / use.scale, art, canvas, rtl, lifted)
    return concatenate(least, _slide(use, _clearing(art, least, taken, tolerance), canvas, rtl))


def _growths(use: ArtUse) -> Iterator[float]:
    """The sizes that are tried, as multiples of its scale, the largest first."""
    larger = ((use.grows or use.scale) / use.scale - 1) / _GROWTHS
    yield from (1 + larger * number for number in range(_GROWTHS, 0, -1) if larger)
    smaller = (1 - (use.shrinks or use.scale) / use.scale) / _GROWTHS
    yield from (1 - smaller * number for number in range(_GROWTHS) if smaller)


def reach(frame: Frame) -> Box:
    """The part of the canvas that has art."""
    boxes = [bounds(flattened(item.commands, _COARSE)) for item in frame.items if isinstance(item, Path)]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    left, top = max(0.0, left - 2 * _COARSE), max(0.0, top - 2 * _COARSE)
    return Box(left, top, min(frame.width, right) - left, min(frame.height, bottom) - top)


def cropped(frame: Frame, view: Box) -> Frame:
    """The part of a drawing that lies in a box of its canvas."""
    shift = (1.0, 0.0, 0.0, 1.0, -view.x, -view.y)
    items = (path_moved(item, shift) for item in frame.items if isinstance(item, Path))
    return replace(frame, width=view.w, height=view.h, items=tuple(items))


def _at_anchor(
    use: ArtUse, growth: float, art: Art, canvas: Canvas, rtl: bool, lifted: float = 0.0
) -> Matrix:
    scale = use.scale * growth * canvas.short / max(art.view.w, art.view.h)
    width, height = art.view.w * scale, art.view.h * scale
    right = 1.0 if "right" in use.anchor else 0.0 if "left" in use.anchor else 0.5
    down = 1.0 if "bottom" in use.anchor else 0.0 if "top" in use.anchor else 0.5
    x = (canvas.width - width) * right + use.shift[0] * growth * canvas.short
    y = (canvas.height - height) * down + use.shift[1] * growth * canvas.short + lifted
    if rtl and not use.mirrored:
        x = canvas.width - x - width
    here = (scale, 0.0, 0.0, scale, x - art.view.x * scale, y - art.view.y * scale)
    there = concatenate(here, turned(use.turn, (x + width / 2, y + height / 2)))
    flipped = rtl and use.mirrored
    return concatenate(there, (-1.0, 0.0, 0.0, 1.0, canvas.width, 0.0)) if flipped else there


def _clearing(art: Art, matrix: Matrix, taken: list[Box], tolerance: float) -> Callable[[float, float], bool]:
    """Tells whether the art, moved so far to the right and down, leaves the boxes clear."""
    outlines = _outlines(art, matrix, tolerance)

    def clear(dx: float, dy: float) -> bool:
        boxes = (Box(box.x - dx, box.y - dy, box.w, box.h) for box in taken)
        return not any(outline.covers(box) for box in boxes for outline in outlines)

    return clear


class _Outline(Record, eq=False, dict=True):
    """A shape in its place; it is flattened when a box comes near, which most never do."""

    shape: ArtShape
    hull: Box  # of the shape's points, in the art's own view
    matrix: Matrix
    tolerance: float

    def covers(self, box: Box) -> bool:
        """Whether any part of it lies in the box."""
        if not self._near.overlaps(box, -_ROUNDING):
            return False
        return self._ends_in(box) or (self._reach.overlaps(box) and covers(self._polygons, box))

    def _ends_in(self, box: Box) -> bool:
        """Whether one of its steps ends inside the box: then it need not be flattened to know."""
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        return any(left < x < right and top < y < bottom for _, x, y in self._ends)

    @derived
    def _ends(self) -> tuple[Command, ...]:
        """Where its steps end: a third of what steers them."""
        return moved((("L", *step[-2:]) for step in self.shape.commands if step[1:]), self.matrix)

    @derived
    def _near(self) -> Box:
        """A box that holds all of it: a curve lies within the points that steer it, however it is turned."""
        (left, top), right, bottom = (self.hull.x, self.hull.y), self.hull.right, self.hull.bottom
        corners = (("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom))
        return bounds([[(x, y) for _, x, y in moved(corners, self.matrix)]])

    @derived
    def _polygons(self) -> list[list[Point]]:
        return flattened(moved(self.shape.commands, self.matrix), self.tolerance)

    @derived
    def _reach(self) -> Box:
        return bounds(self._polygons)


@kept(_DRAWN, lambda asked, _: 2 * weight_of(*(shape.commands for shape in asked[0].shapes)))
def _outlines(art: Art, matrix: Matrix, tolerance: float) -> tuple[_Outline, ...]:
    """The art's shapes in their places: cards of one design and size ask for the same."""
    hulls = zip(art.shapes, _hulls(art), strict=True)
    return tuple(_Outline(shape, hull, matrix, tolerance) for shape, hull in hulls)


@lru_cache(maxsize=32)
def _hulls(art: Art) -> tuple[Box, ...]:
    return tuple(bounds([_points(shape.commands)]) for shape in art.shapes)


def _points(commands: Iterable[Command]) -> list[Point]:
    return [point for step in commands for point in zip(step[1::2], step[2::2], strict=True)]


def _slide(use: ArtUse, clear: Callable[[float, float], bool], canvas: Canvas, rtl: bool) -> Matrix:
    """The shortest way out: a corner's art may leave by either of its sides, or between them."""
    step = _STEP * canvas.short
    ways = [(x * step, y * step) for x, y in _outward(use.anchor, rtl)]
    for count in range(0, _SLIDES, _STRIDE):
        for x, y in ways:
            if clear(x * count, y * count):
                back = next(
                    (n for n in range(1, _STRIDE) if not clear(x * (count - n), y * (count - n))), _STRIDE
                )
                near = max(count - back + 1, 0)
                return (1.0, 0.0, 0.0, 1.0, x * near, y * near)
    return (1.0, 0.0, 0.0, 1.0, 2 * canvas.width, 0.0)  # no room at all: the words stand alone


def _outward(anchor: str, rtl: bool) -> list[Point]:
    """The directions off the edge or the corner that the art hangs at."""
    ways = [_OUTWARD[side] for side in anchor.split("-") if side in _OUTWARD] or [_OUTWARD["right"]]
    if len(ways) == 2:
        ways.append((ways[0][0] + ways[1][0], ways[0][1] + ways[1][1]))
    return [(-x if rtl else x, y) for x, y in ways]


def _paths(art: Art, matrix: Matrix, opacity: float, tint: Tint) -> tuple[Path, ...]:
    return tuple(
        Path(
            moved(shape.commands, matrix),
            fill=_painted(shape, matrix, tint),
            opacity=shape.opacity * opacity,
        )
        for shape in art.shapes
    )


def _painted(shape: ArtShape, matrix: Matrix, tint: Tint) -> Color | Varied:
    if isinstance(shape.fill, Color):
        return tint(shape.fill, shape.role)
    return varied_moved(varied_tinted(shape.fill, lambda color: tint(color, ""), tint.all), matrix)
