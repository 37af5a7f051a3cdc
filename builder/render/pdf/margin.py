"""Flows that reach out of the text's column, and the break between two pages."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.flow import Flow, Mark, draw_pile
from builder.render.pdf.words import Words


class Wide(Flow):
    """A flow that takes the hanging margin as well as the column."""

    def __init__(self, inner: Flow, hang: float, rtl: bool) -> None:
        super().__init__(inner.before, inner.after)
        self.inner, self.hang, self.rtl = inner, hang, rtl
        self.keeps = inner.keeps

    def height(self, width: float) -> float:
        """The inner flow's."""
        return self.inner.height(width + self.hang)

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """As the inner flow is parted."""
        halves = self.inner.cut(width + self.hang, height)
        return halves and (Wide(halves[0], self.hang, self.rtl), Wide(halves[1], self.hang, self.rtl))

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The inner flow, from the outer edge of the hanging margin."""
        draw_pile(canvas, [self.inner], x if self.rtl else x - self.hang, top, width + self.hang)

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the inner flow."""
        return self.inner.marks


class Rule(Flow):
    """A hairline that stays with what follows."""

    keeps = True

    def __init__(self, color: Color, before: float, after: float) -> None:
        super().__init__(before, after)
        self.color = color

    def height(self, width: float) -> float:  # noqa: ARG002
        """None."""
        return 0.0

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The line."""
        canvas.stroke_with(self.color, 0.6)
        with canvas.artifact("Layout"):
            canvas.line(x, top, x + width, top)


class ContentsLine(Flow):
    """A chapter's title and, hung in the margin, its page; both are a link to it."""

    def __init__(
        self, mark: Mark, title: Words, number: tuple[Words, float, float], rule: Color, step: float
    ) -> None:
        super().__init__()
        self.target, self.title, self.number, self.rule, self.step = mark, title, number, rule, step

    def height(self, width: float) -> float:
        """The title's, and the white round it."""
        return self.title.height(width) + self.step

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Title, number and a hairline under both."""
        number, at, wide = self.number
        bottom = top - self.height(width)
        draw_pile(canvas, [self.title], x, top - self.step / 2, width)
        draw_pile(canvas, [number], x + at, top - self.step / 2, wide)
        left, right = min(x, x + at), max(x + width, x + at + wide)
        canvas.stroke_with(self.rule, 0.6)
        with canvas.artifact("Layout"):
            canvas.line(left, bottom, right, bottom)
        if self.title.element:
            where = left, bottom, right, top
            canvas.annotate(self.title.element, f"#{self.target.id}", where, self.target.title)


class Break(Flow):
    """What follows starts a new page."""

    def height(self, width: float) -> float:  # noqa: ARG002
        """None."""
        return 0.0

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """Nothing."""
