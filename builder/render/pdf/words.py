"""Words in a flow: a passage on its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.color import Color
from builder.content import story
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.flow import Flow, Mark, stepped
from builder.render.pdf.passage import Passage, Piece
from builder.render.pdf.tags.element import Element
from builder.text.lines import Span

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
    """A passage on lines, all of one element however many pages they stand on."""

    def __init__(
        self,
        passage: Passage,
        setting: Setting,
        element: Element | None,
        before: float = 0.0,
        after: float = 0.0,
        mark: Mark | None = None,
        part: slice = _ALL,
    ) -> None:
        super().__init__(before, after, mark)
        self.passage, self.setting, self.element, self._part = passage, setting, element, part
        self.keeps = setting.keeps

    def _lines(self, width: float) -> Sequence[Span]:
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
            Words(self.passage, self.setting, self.element, self.before, 0.0, self.mark, head),
            Words(self.passage, self.setting, self.element, 0.0, self.after, None, tail),
        )

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Each line on its baseline."""
        y = top - self.baseline(width)
        with canvas.tagged(self.element):
            for line in self._lines(width):
                free = width - self.passage.extent(line)
                shift = free if self.passage.rtl != self.setting.end else 0.0
                self._draw_line(canvas, line, x + shift, y)
                y -= self.passage.style.leading

    def _draw_line(self, canvas: GlyphCanvas, line: Span, x: float, y: float) -> None:
        for place, group in groupby(self.passage.pieces(line, x), lambda piece: piece.place):
            pieces = list(group)
            span = self.passage.spans[place]
            with canvas.tagged(self._own(place, span)):
                for piece in pieces:
                    self._show(canvas, piece, y)
            if span.link:
                self._draw_link(canvas, place, pieces, y)

    def _own(self, place: int, span: story.Span) -> Element | None:
        """The element of a span that is a link or of another language; None for what is simply text."""
        if self.element is None or not (span.link or span.lang):
            return None
        return self.element.part(place, "Link" if span.link else "Span", span.lang)

    def _show(self, canvas: GlyphCanvas, piece: Piece, y: float) -> None:
        style = self.passage.style
        canvas.fill_with(self.setting.link if piece.span.link else style.color)
        canvas.show(piece.run.glyphs, piece.run.font, style.size, piece.run.x, y)

    def _draw_link(self, canvas: GlyphCanvas, place: int, pieces: Sequence[Piece], y: float) -> None:
        """A line under the words of a link, and the place to press."""
        span, size = self.passage.spans[place], self.passage.style.size
        left = min(piece.run.x for piece in pieces)
        right = max(piece.run.x + piece.run.width for piece in pieces)
        canvas.stroke_with(self.setting.link, size / 20)
        with canvas.artifact("Layout"):
            canvas.line(left, y - size * 0.17, right, y - size * 0.17)
        element = self._own(place, span)
        if element is not None:
            where = left, y - size * 0.3, right, y + size * 0.9
            canvas.annotate(element, span.link, where, span.text.strip())
