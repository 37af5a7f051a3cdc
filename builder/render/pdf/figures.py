"""Pictures in a flow: frames, images, chapter openings."""

from __future__ import annotations

import math

from builder.color import Color
from builder.frame import Frame, Picture
from builder.media import Image
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.draw import draw_frame, photograph
from builder.render.pdf.flow import Flow, Mark, stepped
from builder.story import Look, Opening
from builder.units import Box

_TEXT_UNDER_BAND = 9  # lines that a page must still have room for, when a chapter starts on it


class Drawing(Flow):
    """A frame or an image, as wide as its room unless that makes it too high."""

    def __init__(
        self,
        content: Frame | Image,
        grid: float,
        *,
        most_height: float = 1e6,
        edge: Color | None = None,
        link: str = "",
        rtl: bool = False,
    ) -> None:
        super().__init__(grid, grid)
        self.content, self.grid, self.most_height = content, grid, most_height
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
        left, bottom = x + (width - wide if self.rtl else 0.0), top - high
        if isinstance(self.content, Frame):
            place_frame(canvas, self.content, left, bottom, scale)
        else:
            crop = Box(0, 0, self.content.width, self.content.height)
            photograph(canvas, Picture(self.content, Box(left, 0, wide, high), crop), top)
        if self.edge:
            canvas.stroke_with(self.edge, 0.5)
            canvas.rect(left, bottom, wide, high)
        if self.link:
            canvas.link(self.link, (left, bottom, left + wide, top))


class Page(Flow):
    """An opening that fills a whole page: a cover."""

    def __init__(self, opening: Opening, look: Look) -> None:
        super().__init__(mark=Mark(opening.level, opening.title, opening.id))
        self.opening, self.look = opening, look

    def height(self, width: float) -> float:  # noqa: ARG002
        """All the room of a page."""
        return self.look.height - self.look.top - self.look.bottom

    def draw(self, canvas: GlyphCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """The frame from edge to edge."""
        frame, look = self.opening.frame, self.look
        scale = max(look.width / frame.width, look.height / frame.height)
        place_frame(canvas, frame, 0, look.height - frame.height * scale, scale)


class Band(Flow):
    """An opening as wide as the page: from its top edge if it comes `first`, else across it."""

    keeps = True

    def __init__(self, opening: Opening, look: Look) -> None:
        super().__init__(2 * look.grid, 1.5 * look.grid, Mark(opening.level, opening.title, opening.id))
        self.opening, self.look = opening, look
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
        place_frame(canvas, self.opening.frame, 0, edge - self._own, self._scale)


def place_frame(canvas: GlyphCanvas, frame: Frame, x: float, y: float, scale: float) -> None:
    """Draws a frame as a form that is stored once however often it is shown."""
    fineness = 2.0 ** math.ceil(math.log2(scale))  # one form for sizes that are nearly alike
    name = canvas.form_of.get((frame, fineness))
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
