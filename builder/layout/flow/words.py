"""Words in a flow: a passage on its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple

from builder.color import Color
from builder.content.frame import Line, Text
from builder.content.pages import LAYOUT, Bookmark, Link, Owned, Owner, PageItem, Stroke
from builder.content.story import Align
from builder.geometry.box import Box
from builder.layout.flow.flow import TINY, Flow, Spot, measured, stepped
from builder.layout.flow.marks import noted_id
from builder.layout.flow.passage import Broken, Passage
from builder.record import Record, replace
from builder.text.lines import LineSpan

_LEAST_LINES = 2  # of a paragraph at the foot of a page (orphans) and at its head (widows)
_UNDERLINE = 0.17  # em below the baseline
_THROUGH = 0.26  # em above it: through the small letters
_PRESSED = (0.9, 0.3)  # em above and below the baseline: the place to press of a link


class WordSetting(Record):
    """How words stand in their room: lengths in pt."""

    link: Color
    grid: float = 0.0  # the height is filled up to whole steps of it
    below: bool = False  # whether that is below the words, as of small ones under others, or above
    broken: Broken = "text"
    align: Align = "start"  # where in the room the lines stand


class LineWords(NamedTuple):
    """The words of one span on one line."""

    place: int  # of the span
    line: Line


class Words(Flow, kw_only=True):
    """A passage on lines, all of one owner however many pages they stand on.

    `owners` are those of the spans: an element of its own for a link and for another language.
    """

    passage: Passage
    setting: WordSetting
    owners: tuple[Owner, ...]
    first: int = 0  # its lines are those of the passage from this one
    stop: int | None = None  # to before this one

    def _lines(self, width: float) -> Sequence[LineSpan]:
        end = self.setting.align == "end"
        return self.passage.lines(width, self.setting.broken, end)[self.first : self.stop]

    @measured
    def height(self, width: float) -> float:
        """Its lines, and what fills the last step of the grid."""
        return stepped(len(self._lines(width)) * self.passage.style.leading, self.setting.grid)

    def baseline(self, width: float) -> float:
        """The first baseline below its top."""
        if self.setting.below:
            return self.passage.baseline
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
        spans = self.passage.spans
        if len(spans) == 1 and not (spans[0].link or spans[0].struck):  # as most are
            stretches = list(self._stretches(spot))
            if stretches:
                yield Owned(self._text(stretches), self.owners[0])
            return
        for (owner, lined), group in groupby(self._stretches(spot), self._kinds()):
            stretches = list(group)
            if not lined:
                yield Owned(self._text(stretches), owner)
                continue
            for stretch in stretches:
                yield Owned(self._text([stretch]), owner)
                span = spans[stretch.place]
                if span.note and not span.again:
                    top = stretch.line.baseline - self.passage.style.leading
                    yield Bookmark(0, "", noted_id(span.note), spot.page, top, listed=False)
                if span.struck:
                    yield self._line(stretch, -_THROUGH, self.passage.style.color)
                if span.link:
                    yield from self._pressed(stretch, owner)

    def _kinds(self) -> Callable[[LineWords], tuple[Owner, bool]]:
        """What tells whose a stretch is, and whether there is a line to it."""
        lined = [bool(span.link or span.struck) for span in self.passage.spans]
        kinds = [*zip(self.owners, lined, strict=True)]
        return lambda stretch: kinds[stretch.place]

    def _stretches(self, spot: Spot) -> Iterator[LineWords]:
        passage, y, whole = self.passage, spot.y + self.baseline(spot.width), len(self.passage.spans) == 1
        for line in self._lines(spot.width):
            shift = self._shift(spot.width - passage.extent(line))
            runs = passage.runs(line, spot.x + shift)
            if whole:
                yield LineWords(0, Line(tuple([run for _, run in runs]), y))
            else:
                for span, group in groupby(runs, attrgetter("strand")):
                    yield LineWords(span, Line(tuple([run for _, run in group]), y))
            y += passage.style.leading

    def _shift(self, free: float) -> float:
        """How far from the left a line stands that leaves so much room."""
        if self.setting.align == "center":
            return free / 2
        return free if self.passage.rtl != (self.setting.align == "end") else 0.0

    def _text(self, stretches: Sequence[LineWords]) -> Text:
        span, style = self.passage.spans[stretches[0].place], self.passage.style
        lines = tuple([line for _, line in stretches])
        if len(self.passage.spans) > 1:  # several of them may stand on one line
            lines = tuple(_merged(list(line), y) for y, line in groupby(lines, attrgetter("baseline")))
        sources = [run.glyphs.sources for line in lines for run in line.runs]
        return Text(
            words="".join(chain.from_iterable(sources)),
            lines=lines,
            size=style.size,
            color=self.setting.link if span.link else style.color,
            lang=span.lang or self.passage.language,
        )

    def _pressed(self, stretch: LineWords, owner: Owner) -> Iterator[PageItem]:
        """A line under the words of a link, but for the number of a note, and the place to press."""
        span, size, y = self.passage.spans[stretch.place], self.passage.style.size, stretch.line.baseline
        if not span.note:
            yield self._line(stretch, _UNDERLINE, self.setting.link)
        if isinstance(owner, int):
            left, right = _ends(stretch)
            above, below = (size * share for share in _PRESSED)
            box = Box(left, y - above, right - left, above + below)
            yield Link(box, span.link, owner, span.text.strip())

    def _line(self, stretch: LineWords, below: float, color: Color) -> Owned:
        """A line along words, so many em below their baseline."""
        (left, right), size = _ends(stretch), self.passage.style.size
        y = stretch.line.baseline + size * below
        return Owned(Stroke(((left, y), (right, y)), color, size / 20), LAYOUT)


def _ends(stretch: LineWords) -> tuple[float, float]:
    """Where words begin and end on their line, from the left."""
    runs = stretch.line.runs
    return min(run.x for run in runs), max(run.x + run.width for run in runs)


def _merged(lines: Sequence[Line], baseline: float) -> Line:
    """What stands on one baseline as one line."""
    return lines[0] if len(lines) == 1 else Line(tuple(run for line in lines for run in line.runs), baseline)
