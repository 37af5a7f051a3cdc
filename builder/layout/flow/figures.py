"""Pictures in a flow: frames, images, chapter openings."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.frame import Frame, Picture
from builder.content.look import Look
from builder.content.pages import Bookmark, Link, Owned, Owner, PageItem, PlacedFrame, Stroke, Thumbnail
from builder.geometry.box import Box
from builder.layout.flow.flow import Flow, Spot, stepped
from builder.layout.flow.marks import Mark
from builder.media import Image
from builder.record import Record

_TEXT_UNDER_BAND = 8  # lines that a page must still have room for, when a chapter starts on it
_EDGE = 0.5  # pt


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
            corners = (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
            yield Owned(Stroke(corners, self.edge, _EDGE, closed=True), self.owner)
        if self.link:
            yield Link(box, self.link.target, self.link.element, self.link.words)


class FullPage(Flow, kw_only=True):
    """An opening that fills a whole page."""

    frame: Frame
    look: Look
    owners: tuple[Owner, ...]

    def height(self, width: float) -> float:  # noqa: ARG002
        """All the room of a page."""
        return self.look.height - self.look.top - self.look.bottom

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:  # noqa: ARG002
        """The frame from edge to edge."""
        scale = max(self.look.width / self.frame.width, self.look.height / self.frame.height)
        yield PlacedFrame(self.frame, 0.0, 0.0, scale, self.owners)


class Band(Flow, kw_only=True):
    """An opening as wide as the page: from its top edge if it comes `first`, else across it."""

    frame: Frame
    look: Look
    owners: tuple[Owner, ...]
    first: bool = False

    @property
    def _scale(self) -> float:
        return self.look.width / self.frame.width

    def height(self, width: float) -> float:  # noqa: ARG002
        """Its height on the grid, less what lies in the top margin when it comes first."""
        own = self.frame.height * self._scale
        return stepped(own - (self.look.top if self.first else 0.0), self.look.grid)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The frame from edge to edge."""
        yield PlacedFrame(self.frame, 0.0, 0.0 if self.first else spot.y, self._scale, self.owners)


def band(frame: Frame, look: Look, owners: tuple[Owner, ...], mark: Mark | None) -> Band:
    """A band with its white, and with room for some text below it."""
    grid = look.grid
    needs = frame.height * look.width / frame.width + (1.5 + _TEXT_UNDER_BAND) * grid
    return Band(
        frame=frame,
        look=look,
        owners=owners,
        mark=mark,
        before=2 * grid,
        after=1.5 * grid,
        needs=needs,
        keep_with_next=True,
    )
