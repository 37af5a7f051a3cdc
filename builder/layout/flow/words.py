"""Words in a flow: a passage on its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from builder.color import Color
from builder.content.frame import Line, Text
from builder.content.pages import LAYOUT, Bookmark, Link, Owned, Owner, PageItem, Stroke
from builder.geometry.box import Box
from builder.layout.flow.flow import TINY, Flow, Spot, stepped
from builder.layout.flow.passage import Passage
from builder.text.lines import LineSpan

_LEAST_LINES = 2  # of a paragraph at the foot of a page (orphans) and at its head (widows)
_UNDERLINE = 0.17  # em below the baseline
_PRESSED = (0.9, 0.3)  # em above and below the baseline: the place to press of a link


@dataclass(frozen=True, slots=True)
class WordSetting:
    """How words stand in their room: lengths in pt."""

    link: Color
    grid: float = 0.0  # the height is filled up to whole steps of it, above the words
    even: bool = False  # lines as long as each other
    end: bool = False  # at the end of the line instead of its start


class LineWords(NamedTuple):
    """The words of one span on one line."""

    place: int  # of the span
    line: Line


@dataclass(frozen=True, kw_only=True)
class Words(Flow):
    """A passage on lines, all of one owner however many pages they stand on.

    `owners` are those of the spans: an element of its own for a link and for another language.
    """

    passage: Passage
    setting: WordSetting
    owners: tuple[Owner, ...]
    first: int = 0  # its lines are those of the passage from this one
    stop: int | None = None  # to before this one

    def _lines(self, width: float) -> Sequence[LineSpan]:
        even, end = self.setting.even, self.setting.end
        return self.passage.lines(width, even, end)[self.first : self.stop]

    def height(self, width: float) -> float:
        """Its lines, and what fills the last step of the grid."""
        return stepped(len(self._lines(width)) * self.passage.style.leading, self.setting.grid)

    def baseline(self, width: float) -> float:
        """The first baseline below its top."""
        own = len(self._lines(width)) * self.passage.style.leading
        return stepped(own, self.setting.grid) - own + self.passage.baseline

    def cut(self, width: float, height: float) -> tuple[Flow, Flow] | None:
        """Parted so that two lines at least stand on each page."""
        count = len(self._lines(width))
        fit = min(int((height + TINY) / self.passage.style.leading), count - _LEAST_LINES)
        if fit < _LEAST_LINES:
            return None
        middle = self.first + fit
        return replace(self, stop=middle, after=0.0), replace(self, first=middle, before=0.0, mark=None)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """Each line on its baseline."""
        for (owner, linked), group in groupby(self._stretches(spot), self._kind):
            stretches = list(group)
            if not linked:
                yield Owned(self._text(stretches), owner)
                continue
            for stretch in stretches:
                yield Owned(self._text([stretch]), owner)
                yield from self._pressed(stretch, owner)

    def _kind(self, stretch: LineWords) -> tuple[Owner, bool]:
        """Whose it is, and whether it is a link."""
        return self.owners[stretch.place], bool(self.passage.spans[stretch.place].link)

    def _stretches(self, spot: Spot) -> Iterator[LineWords]:
        y = spot.y + self.baseline(spot.width)
        for line in self._lines(spot.width):
            from_right = self.passage.rtl != self.setting.end
            shift = spot.width - self.passage.extent(line) if from_right else 0.0
            for span, group in groupby(self.passage.runs(line, spot.x + shift), lambda placed: placed.strand):
                yield LineWords(span, Line(tuple(placed.run for placed in group), y))
            y += self.passage.style.leading

    def _text(self, stretches: Sequence[LineWords]) -> Text:
        span, style = self.passage.spans[stretches[0].place], self.passage.style
        by_line = groupby((stretch.line for stretch in stretches), lambda line: line.baseline)
        lines = tuple(Line(tuple(run for line in lines for run in line.runs), y) for y, lines in by_line)
        return Text(
            words="".join(run.text for line in lines for run in line.runs),
            lines=lines,
            size=style.size,
            color=self.setting.link if span.link else style.color,
            lang=span.lang or self.passage.language,
        )

    def _pressed(self, stretch: LineWords, owner: Owner) -> Iterator[PageItem]:
        """A line under the words of a link, and the place to press."""
        span, size, y = self.passage.spans[stretch.place], self.passage.style.size, stretch.line.baseline
        left = min(run.x for run in stretch.line.runs)
        right = max(run.x + run.width for run in stretch.line.runs)
        ends = (left, y + size * _UNDERLINE), (right, y + size * _UNDERLINE)
        yield Owned(Stroke(ends, self.setting.link, size / 20), LAYOUT)
        if isinstance(owner, int):
            above, below = (size * share for share in _PRESSED)
            box = Box(left, y - above, right - left, above + below)
            yield Link(box, span.link, owner, span.text.strip())
