"""Flows that reach out of the text's column, and the break between two pages."""

from __future__ import annotations

from collections.abc import Iterator

from builder.color import Color
from builder.content.pages import LAYOUT, Bookmark, Link, Owned, PageItem, Stroke
from builder.content.story import words
from builder.geometry.box import Box
from builder.layout.flow.figures import Hyperlink
from builder.layout.flow.flow import Flow, Spot, measured, placed
from builder.layout.flow.group import Beside
from builder.layout.flow.marks import Mark
from builder.layout.flow.words import Words
from builder.record import replace

_HAIRLINE = 0.6  # pt


class Wide(Flow, kw_only=True):
    """A flow that takes the hanging margin as well as the column."""

    inner: Flow
    hang: float
    rtl: bool

    @measured
    def height(self, width: float) -> float:
        """The inner flow's."""
        return self.inner.height(width + self.hang)

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """As the inner flow is parted."""
        halves = self.inner.cut(width + self.hang, height)
        return halves and (wide(halves[0], self.hang, self.rtl), wide(halves[1], self.hang, self.rtl))

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The inner flow, from the outer edge of the hanging margin."""
        left = spot.x if self.rtl else spot.x - self.hang
        return placed([self.inner], spot.at(left, spot.y, spot.width + self.hang))

    @property
    def marks(self) -> Iterator[Mark]:
        """Those of the inner flow."""
        return self.inner.marks


def wide(inner: Flow, hang: float, rtl: bool) -> Wide:
    """A flow over the column and the hanging margin, with its own white."""
    return Wide(
        inner=inner,
        hang=hang,
        rtl=rtl,
        before=inner.before,
        after=inner.after,
        keep_with_next=inner.keep_with_next,
    )


class Hairline(Flow, kw_only=True):
    """A hairline, or a line of another weight, in pt."""

    color: Color
    weight: float = _HAIRLINE

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The line."""
        ends = (spot.x, spot.y), (spot.x + spot.width, spot.y)
        yield Owned(Stroke(ends, self.color, self.weight), LAYOUT)


class ContentsLine(Flow, kw_only=True):
    """A chapter's title, its number hung in the margin and its page where the line ends: a link to it.

    The page's number is known when the line is placed: the title leaves room for any, so that no number
    can move what it counts.
    """

    link: Hyperlink
    hung: Beside  # the chapter's number, or an empty flow
    title: Words
    page: Words  # in its style; what it says is told by the spot
    kept: float  # of the width, in pt: for the page, and white before it
    rule: Color
    step: float

    def height(self, width: float) -> float:
        """The title's, and the white round it."""
        return self.title.height(width - self.kept) + self.step

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """Number, title, page and a hairline under them, in the order in which they are read."""
        top, wide, (number, x, room) = spot.y + self.step / 2, spot.width - self.kept, self.hung
        first = top + self.title.baseline(wide)
        yield from placed([number], spot.at(spot.x + x, first - number.baseline(room), room))
        start = spot.x + (self.kept if self.title.passage.rtl else 0.0)
        yield from placed([self.title], spot.at(start, top, wide))
        said = words(str(spot.numbers.get(self.link.target[1:], 0)))
        page = replace(self.page, passage=replace(self.page.passage, spans=said))
        yield from placed([page], spot.at(spot.x, first - page.baseline(spot.width), spot.width))
        left, right = min(spot.x, spot.x + x), max(spot.x + spot.width, spot.x + x + room)
        box = Box(left, spot.y, right - left, self.height(spot.width))
        ends = (box.x, box.bottom), (box.right, box.bottom)
        yield Owned(Stroke(ends, self.rule, _HAIRLINE), LAYOUT)
        yield Link(box, self.link.target, self.link.element, self.link.words)


class Break(Flow, kw_only=True):
    """What follows starts a new page."""
