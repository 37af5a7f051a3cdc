"""Panels cut from paper by hand: a sheet, a bubble that somebody speaks, and a hill that art stands on."""

from __future__ import annotations

from collections.abc import Iterable

from builder.brand.measures import Crest, Cut
from builder.color import Color
from builder.content.frame import Item, Path
from builder.geometry.box import Box, Command, Point
from builder.geometry.curves import moved
from builder.geometry.smooth import smooth
from builder.layout.canvas import Canvas
from builder.layout.cards.boxes import Panel
from builder.layout.cards.setting import Trial

_SHADE, _SHADED = Color(0, 0, 0), 0.2  # of what lies below, and how much of it is seen
_LIGHT = (0.005, 0.009)  # of the short side: how far a shade falls; the light comes from the upper left
_RISE = 0.04  # of the short side: how much higher the top of a hill is than its foot
_LIFT = (0.0015, -0.006)  # of the short side: how far the shade of a hill is seen above it, on what it hides
_OVER = 0.06  # of the canvas's width: how far a hill runs on beyond its sides
# A hill's crest, by shares of the canvas's width and of its rise. No two slopes are alike.
_CREST = (
    *((-_OVER, 0.5), (0.12, 0.16), (0.31, 0.58), (0.52, 1.0)),
    *((0.72, 0.62), (0.88, 0.1), (1 + _OVER, 0.34)),
)
# The same of one that is cut with straight scissors: from point to point.
_RIDGE = (
    *((-_OVER, 0.36), (0.1, 0.02), (0.27, 0.62), (0.43, 0.3)),
    *((0.62, 1.0), (0.79, 0.24), (0.92, 0.5), (1 + _OVER, 0.08)),
)
_SCALLOP = 0.2  # of the short side: how wide each curve of a scalloped hill is, about
_CURVE = 4 / 3  # how far the handles of a half ellipse reach, of its height
# How far the points of a sheet are from a rectangle's, by shares of its width and of `_RAG`: no edge is
# parallel to another, as scissors leave them. Clockwise from the upper left corner.
_RAG = 0.02  # of the short side
_SHEET = (
    ((0.0, 0.0), (0.7, 0.6)),
    ((0.44, 0.0), (0.0, -0.35)),
    ((1.0, 0.0), (-0.3, 0.35)),
    ((1.0, 0.52), (0.35, 0.0)),
    ((1.0, 1.0), (-0.1, 0.2)),
    ((0.4, 1.0), (0.0, -0.2)),
    ((0.0, 1.0), (0.1, -0.35)),
    ((0.0, 0.42), (-0.3, 0.0)),
)
_TAIL = 0.075  # of the short side: how far a bubble's tail hangs down
_TAIL_AT = (0.7, 0.93, 0.84)  # of its width: where it starts, points to and ends; who speaks is at the end
_BEFORE_TAIL = 5  # points of a sheet


class Land(Path):
    """A hill of a design: art stands behind it, and what stands on it needs no room from art."""

    top: float = 0.0  # the lowest point of its crest

    @property
    def path(self) -> Path:
        """The same, as a frame has it."""
        return Path(self.commands, self.fill, opacity=self.opacity)


class CutPanel(Panel):
    """A box on a piece of paper."""

    form: Cut
    canvas: Canvas
    rtl: bool
    crest: Crest = "rolling"

    def height(self, width: float, trial: Trial) -> float:
        """The inner box's height, the padding, and what the form adds."""
        if self.form == "hill":
            return self._head + self.inner.height(width, trial)
        return super().height(width, trial) + self._tail

    def natural(self, trial: Trial) -> float:
        """The inner box's width, and the padding of what is not as wide as the canvas."""
        return self.inner.natural(trial) if self.form == "hill" else super().natural(trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The paper, then what stands on it."""
        if self.form == "hill":
            inside = box.inset(0, self._head, 0, 0)
            hill = self._hill(box.y + self._rise)
            return [self._shade(hill), hill, *self.inner.place(inside, trial)]
        sheet = Box(box.x, box.y, box.w, box.h - self._tail)
        cut = tuple(self._sheet(sheet))
        x, y = (share * self.canvas.short for share in _LIGHT)
        shade = Path(moved(cut, (1, 0, 0, 1, x, y)), _SHADE, opacity=_SHADED)
        inside = sheet.inset(self.pad, self.pad, self.pad, self.pad)
        return [shade, Path(cut, self.fill), *self.inner.place(inside, trial)]

    @property
    def _rise(self) -> float:
        return _RISE * self.canvas.short

    @property
    def _head(self) -> float:
        return self._rise + self.pad

    @property
    def _tail(self) -> float:
        return _TAIL * self.canvas.short if self.form == "bubble" else 0.0

    def _shade(self, hill: Land) -> Land:
        """What tells a hill from art behind it that is of its colour."""
        x, y = (share * self.canvas.short for share in _LIFT)
        return Land(moved(hill.commands, (1, 0, 0, 1, x, y)), _SHADE, opacity=_SHADED, top=hill.top)

    def _hill(self, foot: float) -> Land:
        width, below = self.canvas.width, self.canvas.height * (1 + _OVER)
        crest = self._scallops(foot) if self.crest == "scalloped" else self._crest(foot, width)
        first, last = crest[0][1], crest[-1][-2]
        ends = (("L", last, below), ("L", first, below), ("Z",))
        return Land((*crest, *ends), self.fill, top=foot)

    def _crest(self, foot: float, width: float) -> tuple[Command, ...]:
        ridged = self.crest == "ridged"
        shares = _RIDGE if ridged else _CREST
        points = [(self._along(x) * width, foot - y * self._rise) for x, y in shares]
        if not ridged:
            return smooth(points)
        return (("M", *points[0]), *(("L", *point) for point in points[1:]))

    def _scallops(self, foot: float) -> tuple[Command, ...]:
        """Whole curves from side to side, of one width."""
        count = round(self.canvas.width / (_SCALLOP * self.canvas.short))
        wide, top = self.canvas.width / count, foot - _CURVE * self._rise
        ends = [(number * wide, (number + 1) * wide) for number in range(-1, count + 1)]
        return (("M", ends[0][0], foot), *(("C", x, top, to, top, to, foot) for x, to in ends))

    def _sheet(self, box: Box) -> Iterable[Command]:
        rag = _RAG * self.canvas.short
        points = [(self._x(box, x, dx * rag), box.y + y * box.h + dy * rag) for (x, y), (dx, dy) in _SHEET]
        if self.form == "bubble":
            start, tip, end = (self._x(box, share, 0) for share in _TAIL_AT)
            tail: list[Point] = [(end, box.bottom), (tip, box.bottom + self._tail), (start, box.bottom)]
            points[_BEFORE_TAIL:_BEFORE_TAIL] = tail
        yield ("M", *points[0])
        yield from (("L", *point) for point in points[1:])
        yield ("Z",)

    def _x(self, box: Box, share: float, moved_by: float) -> float:
        return box.x + self._along(share) * box.w + (-moved_by if self.rtl else moved_by)

    def _along(self, share: float) -> float:
        return 1 - share if self.rtl else share


def lands(items: Iterable[Item]) -> list[Land]:
    """The hills among what a design has placed."""
    return [item for item in items if isinstance(item, Land)]


def flat(items: Iterable[Item]) -> Iterable[Item]:
    """The items as a frame has them."""
    return (item.path if isinstance(item, Land) else item for item in items)


def off_land(items: Iterable[Item], boxes: Iterable[Box | None]) -> list[Box]:
    """The rooms of those that stand on no hill: art keeps clear of them."""
    pairs = [(item, box) for item, box in zip(items, boxes, strict=True) if not isinstance(item, Land)]
    tops = [land.top for land in lands(items)]
    return [box for _, box in pairs if box and not any(box.y >= top for top in tops)]
