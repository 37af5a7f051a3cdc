"""Pictures in a flow: frames and images."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.frame import Frame, Picture
from builder.content.pages import Bookmark, Link, Owned, Owner, PageItem, Stroke, Thumbnail
from builder.geometry.box import Box
from builder.layout.flow.flow import Flow, Spot, stepped
from builder.media import Image
from builder.record import Record

_EDGE = 0.75  # pt, outside the picture, whose pixels viewers round to their own, beyond its edges


class Hyperlink(Record):
    """Where a press on a picture leads, in words, and the element that it is."""

    target: str
    element: int
    words: str


class FigureFlow(Flow, kw_only=True):
    """A frame or an image, as wide as its room unless that makes it too high.

    It is decoration if its owner is an artifact.
    """

    content: Frame | Image
    owner: Owner
    grid: float = 0.0
    most_height: float = 1e6
    edge: Color | None = None
    link: Hyperlink | None = None
    rtl: bool = False

    def _scale(self, width: float) -> float:
        return min(width / self.content.width, self.most_height / self.content.height)

    def height(self, width: float) -> float:
        """Its own height, filled up to the grid."""
        return stepped(self.content.height * self._scale(width), self.grid)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The picture at the top of its room, where lines start."""
        scale = self._scale(spot.width)
        width, height = self.content.width * scale, self.content.height * scale
        box = Box(spot.x + (spot.width - width if self.rtl else 0.0), spot.y, width, height)
        if isinstance(self.content, Frame):
            yield Owned(Thumbnail(self.content, box.x, box.y, scale), self.owner)
        else:
            whole = Box(0, 0, self.content.width, self.content.height)
            yield Owned(Picture(self.content, box, whole), self.owner)
        if self.edge:
            yield Owned(Stroke(_round(box), self.edge, _EDGE, closed=True), self.owner)
        if self.link:
            yield Link(box, self.link.target, self.link.element, self.link.words)


def _round(box: Box) -> tuple[tuple[float, float], ...]:
    """The corners of the line round a picture."""
    out = _EDGE / 2
    left, top, right, bottom = box.x - out, box.y - out, box.right + out, box.bottom + out
    return (left, top), (right, top), (right, bottom), (left, bottom)
