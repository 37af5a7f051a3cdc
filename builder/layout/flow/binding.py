"""Pages in sheets that are folded and stapled: four to a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.color import Color
from builder.content.pages import LAYOUT, Bookmark, Owned, PageItem, Stroke
from builder.content.story import words
from builder.geometry.box import mm
from builder.layout.flow.flow import Flow, Spot
from builder.layout.flow.margin import wide
from builder.layout.flow.openings import FullPage
from builder.layout.flow.typesetter import Typesetter

SHEET = 4  # pages of a sheet that is folded once
_APART = mm(9)  # of lines to write on
_LINE = 0.6  # pt


class Ruled(Flow, kw_only=True):
    """Lines to write on, so many, so far apart (pt)."""

    color: Color
    pitch: float
    lines: int

    def height(self, width: float) -> float:  # noqa: ARG002
        """That of all lines."""
        return self.pitch * self.lines

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """A line at the foot of the room for each."""
        for number in range(1, self.lines + 1):
            y = spot.y + number * self.pitch
            yield Owned(Stroke(((spot.x, y), (spot.x + spot.width, y)), self.color, _LINE), LAYOUT)


def in_sheets(pages: Sequence[tuple[Flow, ...]], notes: tuple[Flow, ...]) -> list[tuple[Flow, ...]]:
    """The pages, and as many pages for notes as the last sheet is short of.

    They stand before a back cover, so that it is the last page of that sheet. An opening of a whole page may
    be a left-hand one: a reader would take a blank page before it for an accident.
    """
    *inner, last = pages
    ends = len(pages) > 1 and bool(last) and isinstance(last[0], FullPage)
    bound = list(inner if ends else pages)
    bound += [notes] * (-(len(bound) + ends) % SHEET)
    return [*bound, last] if ends else bound


def notes_page(setter: Typesetter, title: str) -> tuple[Flow, ...]:
    """A page with lines to write on, from margin to margin; it is seen and not heard."""
    look = setter.look
    head = setter.set(LAYOUT, words(title), look.headings[1], after=look.grid)
    pitch = max(round(_APART / setter.half), 1) * setter.half
    lines = int((setter.room - head.height(setter.column) - look.grid) / pitch)
    ruled = Ruled(color=look.rule, pitch=pitch, lines=lines, before=look.grid)
    return tuple(wide(each, look.hang, setter.story.rtl) for each in (head, ruled))
