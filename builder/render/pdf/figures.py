"""Pictures in a flow: frames, images, chapter openings."""

from __future__ import annotations

import math

from builder.color import Color
from builder.content.frame import Frame, Picture
from builder.content.story import Look, Opening
from builder.geometry.box import Box
from builder.media import Image
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.draw import Elements, draw_frame, photograph
from builder.render.pdf.flow import Flow, Mark, stepped
from builder.render.pdf.tags.element import Element

_TEXT_UNDER_BAND = 8  # lines that a page must still have room for, when a chapter starts on it


class Drawing(Flow):
    """A frame or an image, as wide as its room unless that makes it too high.

    Without an element it is decoration; with a `link` the element's parent is the link.
    """

    def __init__(
        self,
        content: Frame | Image,
        grid: float,
        element: Element | None,
        *,
        most_height: float = 1e6,
        edge: Color | None = None,
        link: str = "",
        rtl: bool = False,
    ) -> None:
        super().__init__(grid, grid)
        self.content, self.grid, self.element, self.most_height = content, grid, element, most_height
        self.edge, self.link, self.rtl = edge, link, rtl

    def _scale(self, width: float) -> float:
        return min(width / self.content.width, self.most_height / self.content.height)

    def height(self, width: float) -> float:
        """Its own height, filled up to the grid."""
        return stepped(self.content.height * self._scale(width), self.grid)

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:
        """The picture at the top of its room."""
        scale = self._scale(width)
        wide, high = self.content.width * scale, self.content.height * scale
        left = x + (width - wide if self.rtl else 0.0)
        box = (left, top - high, left + wide, top)
        with canvas.figure(self.element, box) if self.element else canvas.artifact("Layout"):
            self._draw(canvas, box, scale)
        if self.link and self.element and self.element.parent:
            canvas.annotate(self.element.parent, self.link, box, self.element.alt)

    def _draw(self, canvas: GlyphCanvas, box: tuple[float, float, float, float], scale: float) -> None:
        left, bottom, right, top = box
        if isinstance(self.content, Frame):
            place_frame(canvas, self.content, left, bottom, scale)
        else:
            crop = Box(0, 0, self.content.width, self.content.height)
            photograph(canvas, Picture(self.content, Box(left, 0, right - left, top - bottom), crop), top)
        if self.edge:
            canvas.stroke_with(self.edge, 0.5)
            canvas.rect(left, bottom, right - left, top - bottom)


class Page(Flow):
    """An opening that fills a whole page: a cover."""

    def __init__(self, opening: Opening, look: Look, elements: Elements) -> None:
        super().__init__(mark=Mark(opening.level, opening.title, opening.id))
        self.opening, self.look, self.elements = opening, look, elements

    def height(self, width: float) -> float:  # noqa: ARG002
        """All the room of a page."""
        return self.look.height - self.look.top - self.look.bottom

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """The frame from edge to edge."""
        frame, look = self.opening.frame, self.look
        scale = max(look.width / frame.width, look.height / frame.height)
        _draw_at(canvas, frame, look.height - frame.height * scale, scale, self.elements)


class Band(Flow):
    """An opening as wide as the page: from its top edge if it comes `first`, else across it."""

    keeps = True

    def __init__(self, opening: Opening, look: Look, elements: Elements) -> None:
        super().__init__(2 * look.grid, 1.5 * look.grid, Mark(opening.level, opening.title, opening.id))
        self.opening, self.look, self.elements = opening, look, elements
        self.first = False
        self._scale = look.width / opening.frame.width
        self._own = opening.frame.height * self._scale
        self.needs = self._own + (1.5 + _TEXT_UNDER_BAND) * look.grid

    def height(self, width: float) -> float:  # noqa: ARG002
        """Its height on the grid, less what lies in the top margin when it comes first."""
        return stepped(self._own - (self.look.top if self.first else 0.0), self.look.grid)

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """The frame from edge to edge."""
        edge = self.look.height if self.first else top
        _draw_at(canvas, self.opening.frame, edge - self._own, self._scale, self.elements)


def _draw_at(canvas: GlyphCanvas, frame: Frame, y: float, scale: float, elements: Elements) -> None:
    canvas.saveState()
    canvas.translate(0, y)
    canvas.scale(scale, scale)
    draw_frame(canvas, frame, scale, elements)
    canvas.restoreState()


def place_frame(canvas: GlyphCanvas, frame: Frame, x: float, y: float, scale: float) -> None:
    """Draws a frame as a form that is stored once however often it is shown.

    It is called inside a figure or an artifact, which the form belongs to.
    """
    fineness = 2.0 ** math.ceil(math.log2(scale))  # one form for sizes that are nearly alike
    stored = (canvas.form_of.get((frame, fineness * finer)) for finer in (1, 2))
    name = next(filter(None, stored), None)
    if name is None:
        name = canvas.form_of[frame, fineness] = f"Frame{len(canvas.form_of) + 1}"
        canvas.beginForm(name, 0, 0, frame.width, frame.height)
        draw_frame(canvas, frame, fineness)
        canvas.end_form()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    canvas.doForm(name)
    canvas.restoreState()
