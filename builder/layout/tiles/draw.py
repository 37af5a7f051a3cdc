"""A field of tiles on a canvas: its lines, its curves, and the room that it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.brand.identity import Brand
from builder.brand.tiles import Tiles
from builder.color import Color
from builder.content.frame import Path
from builder.geometry.box import Box, Command
from builder.geometry.clip import clipped
from builder.geometry.curves import Matrix, concatenate, covers, flattened, moved, turned
from builder.geometry.pens import outline_of
from builder.layout.canvas import Canvas
from builder.layout.contours import in_lines
from builder.layout.tiles.alphabet import ALPHABET
from builder.layout.tiles.grammar import Module, modules_of
from builder.record import Record
from builder.seeded import Seeded

_USUAL = 0.2  # of the short side: a module at a corner
_LAP = 0.0008  # of the short side that neighbours share, so that no seam shows between them
_AIR = 0.025  # of the short side, between words and a tile at a corner
_TOLERANCE = 0.003  # of the short side: how finely a tile is seen when words look for room
_SMALLEST, _STEP = 0.2, 0.04  # of its largest side: how small one tile may become, and by how much at a time


class Lines(Record):
    """Where a field lies on the canvas, and its lines; in px, whole ones."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.xs[0], self.ys[0], self.xs[-1] - self.xs[0], self.ys[-1] - self.ys[0])


def lines_of(use: Tiles, canvas: Canvas, side: float | None = None) -> Lines:
    """The lines of a field in languages read from the left; at a corner, of modules with this side."""
    if use.is_beside:
        module = canvas.height / use.rows
    elif use.is_edge:
        module = canvas.width / use.columns
    else:
        module = side or (use.module or _USUAL) * canvas.short
    across = _lines(canvas.width, module, use.columns, from_end="right" in use.at)
    down = _lines(canvas.height, module, use.rows, from_end="bottom" in use.at)
    if canvas.unit == "pt":
        return Lines(across, down)
    return Lines(tuple(map(_whole, across)), tuple(map(_whole, down)))


def _lines(length: float, module: float, count: int, *, from_end: bool) -> tuple[float, ...]:
    if from_end:
        return tuple(length - number * module for number in range(count, -1, -1))
    return tuple(number * module for number in range(count + 1))


def _whole(length: float) -> float:
    return float(round(length))


def placed_tiles(
    use: Tiles, brand: Brand, canvas: Canvas, ground: Color, words: Sequence[Box], rtl: bool
) -> tuple[Path, ...]:
    """The curves of a field, from back to front; nothing of one at a corner that words stand on.

    In right-to-left languages it is mirrored. One tile is as large as the words let it be.
    """
    modules = modules_of(use, brand, ground, Seeded(use.seed))
    most = (use.module or _USUAL) * canvas.short
    shares = [1.0]
    if use.pattern == "one":
        shares = [1.0 - _STEP * number for number in range(round((1 - _SMALLEST) / _STEP) + 1)]
    for share in shares:
        field = _Field(lines_of(use, canvas, most * share), canvas, rtl)
        paths = tuple(path for module in modules for path in field.drawn(module))
        if brand.outlined:
            paths = tuple(in_lines(paths, *brand.outlined, canvas.short))
        if use.is_edge or _clear(paths, words, canvas):
            return (*paths, *field.bled(paths)) if canvas.bleed else paths
    return ()


def _clear(paths: Iterable[Path], words: Iterable[Box], canvas: Canvas) -> bool:
    air, tolerance = _AIR * canvas.short, _TOLERANCE * canvas.short
    around = [Box(box.x - air, box.y - air, box.w + 2 * air, box.h + 2 * air) for box in words]
    shapes = [flattened(path.commands, tolerance) for path in paths]
    return not any(covers(shape, box) for shape in shapes for box in around)


class _Field(Record):
    lines: Lines
    canvas: Canvas
    rtl: bool

    @property
    def lap(self) -> float:
        """How far neighbours overlap: whole px, or a hair on paper."""
        lap = _LAP * self.canvas.short
        return max(round(lap), 1.0) if self.canvas.unit == "px" else lap

    def drawn(self, module: Module) -> Iterator[Path]:
        """A module: its ground below those that follow, its figure over the ground's edge.

        Two edges in one place would let what lies below shine through, however finely they are drawn.
        """
        xs, ys, lap = self.lines.xs, self.lines.ys, self.lap
        last = module.column + module.span, module.row + module.span
        left, top, right, bottom = xs[module.column], ys[module.row], xs[last[0]], ys[last[1]]
        if not module.is_bare:
            over_right = 2 * lap if last[0] < len(xs) - 1 else 0.0
            over_foot = 2 * lap if last[1] < len(ys) - 1 else 0.0
            box = Box(left, top, right - left + over_right, bottom - top + over_foot)
            yield Path(self._mirrored(outline_of(box)), module.ground)
        elif len(xs) == len(ys) == 2:  # alone
            lap = 0.0
        colors = {"ground": module.ground, "figure": module.figure, "third": module.third}
        wide, high = right - left + 2 * lap, bottom - top + 2 * lap
        place: Matrix = (wide, 0.0, 0.0, high, left - lap, top - lap)
        matrix = concatenate(turned(90.0 * module.turn, (0.5, 0.5)), place)
        for inked, commands in ALPHABET[module.tile] if module.tile else ():
            yield Path(self._mirrored(moved(commands, matrix)), colors[inked])

    def bled(self, paths: Iterable[Path]) -> Iterator[Path]:
        """What lies beyond the trimmed edges: the field mirrored in them, cut where the bleed ends."""
        width, height, bleed = self.canvas.width, self.canvas.height, self.canvas.bleed
        sides = (
            ((-1.0, 0.0, 0.0, 1.0, 0.0, 0.0), Box(-bleed, 0.0, bleed, height)),
            ((-1.0, 0.0, 0.0, 1.0, 2 * width, 0.0), Box(width, 0.0, bleed, height)),
            ((1.0, 0.0, 0.0, -1.0, 0.0, 0.0), Box(-bleed, -bleed, width + 2 * bleed, bleed)),
            ((1.0, 0.0, 0.0, -1.0, 0.0, 2 * height), Box(-bleed, height, width + 2 * bleed, bleed)),
        )
        shown = list(paths)
        for matrix, strip in sides:
            beyond = [Path(clipped(moved(path.commands, matrix), strip), path.fill) for path in shown]
            beyond = [path for path in beyond if path.commands]
            yield from beyond
            shown += beyond  # the corners are those of the sides, mirrored again

    def _mirrored(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        return moved(commands, (-1.0, 0.0, 0.0, 1.0, self.canvas.width, 0.0)) if self.rtl else commands

