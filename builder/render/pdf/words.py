"""Words in a flow: a passage on its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.color import Color
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.flow import Flow, Mark, stepped
from builder.render.pdf.passage import Passage

_LEAST_LINES = 2  # of a paragraph at the foot of a page (orphans) and at its head (widows)
_TINY = 0.01
_ALL = slice(None)


@dataclass(frozen=True, slots=True)
class Setting:
    """How words stand in their room: lengths in pt."""

    link: Color
    grid: float = 0.0  # the height is filled up to whole steps of it, above the words
    even: bool = False  # lines as long as each other
    end: bool = False  # at the end of the line instead of its start
    keeps: bool = False


class Words(Flow):
    """A passage on lines."""

    def __init__(
        self,
        passage: Passage,
        setting: Setting,
        before: float = 0.0,
        after: float = 0.0,
        mark: Mark | None = None,
        part: slice = _ALL,
    ) -> None:
        super().__init__(before, after, mark)
        self.passage, self.setting, self._part = passage, setting, part
        self.keeps = setting.keeps

    def _lines(self, width: float) -> Sequence[tuple[int, int]]:
        return self.passage.lines(width, self.setting.even)[self._part]

    def height(self, width: float) -> float:
        """Its lines, and what fills the last step of the grid."""
        own = len(self._lines(width)) * self.passage.style.leading
        return stepped(own, self.setting.grid)

    def baseline(self, width: float) -> float:
        """The first baseline below its top."""
        own = len(self._lines(width)) * self.passage.style.leading
        return stepped(own, self.setting.grid) - own + self.passage.baseline

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Parted so that two lines at least stand on each page."""
        count = len(self._lines(width))
        fit = min(int((height + _TINY) / self.passage.style.leading), count - _LEAST_LINES)
        if fit < _LEAST_LINES:
            return None
        middle = (self._part.start or 0) + fit
        head, tail = slice(self._part.start, middle), slice(middle, self._part.stop)
        return (
            Words(self.passage, self.setting, self.before, 0.0, self.mark, head),
            Words(self.passage, self.setting, 0.0, self.after, None, tail),
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Each line on its baseline."""
        y = top - self.baseline(width)
        for start, end in self._lines(width):
            free = width - self.passage.width(start, end)
            shift = free if self.passage.rtl != self.setting.end else 0.0
            self._draw_line(canvas, start, end, x + shift, y)
            y -= self.passage.style.leading

    def _draw_line(self, canvas: GlyphCanvas, start: int, end: int, x: float, y: float) -> None:
        style = self.passage.style
        for piece in self.passage.pieces(start, end, x):
            canvas.fill_with(self.setting.link if piece.span.link else style.color)
            canvas.show(piece.shaped, piece.font, style.size, piece.x, y, style.tracking)
            if piece.span.link:
                self._draw_link(canvas, piece.span.link, (piece.x, y, piece.x + piece.width))

    def _draw_link(self, canvas: GlyphCanvas, target: str, where: tuple[float, float, float]) -> None:
        left, y, right = where
        size = self.passage.style.size
        canvas.stroke_with(self.setting.link, size / 20)
        canvas.line(left, y - size * 0.17, right, y - size * 0.17)
        canvas.link(target, (left, y - size * 0.3, right, y + size * 0.9))
