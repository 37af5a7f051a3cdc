"""A box of words: how high it is at a size, and its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from math import ceil, fsum
from operator import attrgetter

from builder.brand.identity import Style
from builder.brand.textuse import TextUse
from builder.color import Color
from builder.content.frame import Item, Line, Text
from builder.geometry.box import Box
from builder.layout.cards.boxes import Measured
from builder.layout.cards.emphasis import emphasis_color, marks, rooms_above, starred
from builder.layout.cards.setting import Setting, Sizes, Trial
from builder.record import derived
from builder.tagged import language_of
from builder.text.ink import bearing, first_advance, ink, overhang
from builder.text.lines import LineSpan, break_evenly, fewest_lines, set_line
from builder.text.paragraph import MeasuredText
from builder.text.scripts import script_of
from builder.text.ways import Way, ways

CAP = 0.72  # em: no first line hangs lower than an ascender would, so that neighbours line up
_OPENING = "“”„«»‘‚‹›"  # one of them opens a quotation in some language
AIR = 0.04  # em between the ink of two lines
FOOT = 0.2  # em below every last line, so that what follows is as far from words without descenders
_SHORT = 2  # the most lines of words that take the size of short ones
_TINY = 1e-9
_FEW = 12  # words of a line that supports a headline, which is read at once as that is
_FEW_LETTERS = 40  # the same in places where it may break
_LEAST_LINE = 1 / 12  # of the least size of letters: an outline that is still seen
_MOST_LINE = 0.035  # em: small letters would be closed by a wider one
_STEP = 0.05  # of what breaks cost
_NOWHERE = float("inf")


@dataclass(frozen=True)
class TextBox(Measured):
    """Words in one style."""

    setting: Setting
    use: TextUse
    text: str
    para: MeasuredText
    of_item: bool = False  # of one of several that are drawn alike, such as the number of a step

    @derived
    def is_display(self) -> bool:
        """Whether its style is of the display family."""
        return self._style.family == "display"

    @derived
    def _style(self) -> Style:
        return self.setting.style(self.use)

    @property
    def slot(self) -> str:
        """The slot its words come from."""
        return self.use.from_

    @property
    def most_lines(self) -> int:
        """The most lines that the design allows."""
        return self.use.lines or self._style.lines

    def size(self, trial: Trial) -> float:
        """The size of its letters, in the canvas's unit."""
        return self._sizes.on(trial)

    @derived
    def _sizes(self) -> Sizes:
        return self.setting.sizes(self.use)

    def natural(self, trial: Trial) -> float:
        """The width on one line."""
        out = fsum(self._out(LineSpan(0, len(self.para.text), 0.0))) if self._leaves else 0.0
        return (self._one_line + out) * self.size(trial) * 1.0005

    @derived
    def _one_line(self) -> float:
        """The advance of all words on one line, in em."""
        words = self.para.words
        return (fsum(w.width + w.space for w in words) - words[-1].space) if words else 0.0

    def way(self, width: float, trial: Trial) -> Way | None:
        """How its lines break in a width; None if they cannot within what the trial allows.

        Display type takes the fewest lines, of as many the best, and none that cost the sense more than is
        allowed; the lowest of as many, where any cost is.
        """
        size = self.size(trial)
        measure = width / size
        most = min(self.most_lines, _SHORT) if self._outgrown(size) else self.most_lines
        if not self.is_display or trial.forced:
            return self._even(measure, most, trial.forced)
        limit, worst = measure + _TINY, trial.cost + _TINY
        menu = self._menu
        fitting = (
            way
            for wide, lines, way in menu
            if wide <= limit and way.cost <= worst and lines <= most and not (trial.whole and way.torn)
        )
        if trial.lines[0] == self.slot:
            return min(fitting, key=lambda way: len(way.spans) != trial.lines[1], default=None)
        best = next(fitting, None)
        if best is None or trial.cost < _NOWHERE:
            return best
        return min((best, *fitting), key=lambda way: (len(way.spans), self._tall(way)))

    @derived
    def _menu(self) -> tuple[tuple[float, int, Way], ...]:
        """Its ways, each with the room that it takes across and its lines."""
        return tuple((self._wide(way), len(way.spans), way) for way in self.ways)

    def _tall(self, way: Way) -> float:
        """How high its lines are, in em."""
        up, pitch, down = self._rhythm(way.spans)
        return up + (len(way.spans) - 1) * pitch + max(down, FOOT)

    def _wide(self, way: Way) -> float:
        """The room that a way takes across, in em: of its ink where that leaves its advances."""
        return max(map(self._across, way.spans)) if self._leaves else way.width

    def _across(self, span: LineSpan) -> float:
        return span.width + fsum(self._out(span))

    @derived
    def _leaves(self) -> bool:
        """Whether letters leave their advance: display type in italics, or of a script that joins them."""
        if not self.is_display:
            return False
        if any(stretch.font.italic for stretch in self.para.stretches):
            return True
        scripts = {script_of(char) for char in self.para.text}
        return any(script is not None and not script.spaced for script in scripts)

    def _out(self, span: LineSpan) -> tuple[float, float]:
        """How far a line's ink leaves its advance, to the left and to the right, in em."""
        return overhang(self.para, span) if self._leaves else (0.0, 0.0)

    @derived
    def ways(self) -> tuple[Way, ...]:
        """How display type may break, in any width."""
        return ways(self.para, self.most_lines)

    def costs(self, whole: bool) -> set[float]:
        """What its ways cost, in steps that tell them apart; of those that tear no word alone, or of all."""
        return {ceil(way.cost / _STEP) * _STEP for way in self.ways if not (whole and way.torn)}

    def _even(self, measure: float, most: int, forced: bool) -> Way | None:
        """The fewest lines, as even as they can be; of few words, those that cost the sense least."""
        lines = fewest_lines(self.para, measure)
        if not lines or (lines > most and not forced):
            return None
        if lines > 1 and self._is_short:
            as_many = (way for way in ways(self.para, lines) if len(way.spans) == lines)
            fitting = (way for way in as_many if self._wide(way) <= measure + _TINY)
            if best := min(fitting, key=attrgetter("cost"), default=None):
                return best
        return Way(break_evenly(self.para, measure), measure, 0.0)

    @derived
    def _is_short(self) -> bool:
        """Whether it is read at once; where no blanks part words, lines may break after most letters."""
        return len(self.para.text.split()) <= _FEW and len(self.para.words) <= _FEW_LETTERS

    def _height(self, width: float, trial: Trial) -> float:
        way = self.way(width, trial)
        if way is None:
            return _NOWHERE
        return self._tall(way) * self.size(trial)

    def drop(self, width: float, trial: Trial) -> float:
        """How far the last line's descenders reach below its baseline."""
        way = self.way(width, trial)
        return max(self._rhythm(way.spans if way else ())[2], FOOT) * self.size(trial)

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """The lines, set."""
        size = self.size(trial)
        way = self.way(box.w, trial)
        spans = way.spans if way else ()
        up, pitch, _ = self._rhythm(spans)
        style, canvas = self._style, self.setting.canvas
        large = size >= canvas.large or (style.weight >= 700 and size >= canvas.large * 14 / 18)
        colors, lines = self._colors(large), []
        for number, span in enumerate(spans):
            hang = self._hang(span) * size
            before = 0.0 if self._hangs else self._out(span)[0] * size
            x = box.x + before + self._indent(box.w - self._across(span) * size) - hang
            x += self._overhang(box, span, size) if number == 0 else 0.0
            baseline = box.y + (up + number * pitch) * size
            lines.append(set_line(self.para, span, x, baseline, size, colors))
        set_lines = tuple(zip(spans, lines, repeat(size), strict=False))
        text = Text(
            words=str(self.text),
            lines=tuple(lines),
            size=size,
            color=self.setting.color(self.use.color, large),
            lang=language_of(self.text, self.setting.language),
            role=self.slot,
            box=self._ink_box(box, spans, size),
            large=large,
            outline=self.outline(size),
            rooms=rooms_above(self.use.emphasis, self.para, self.starred, set_lines),
        )
        return [*self._marks(set_lines), text]

    def outline(self, size: float) -> float:
        """How wide the lines are that letters of a size are drawn in; 0 if they are filled."""
        if self.use.outline is None or any(each and each.joined for each in map(script_of, self.para.text)):
            return 0.0
        wide, least = self.use.outline * size, self.setting.canvas.least * _LEAST_LINE
        return max(wide, least) if least <= max(wide, _MOST_LINE * size) else 0.0

    def _colors(self, large: bool) -> dict[int, Color]:
        """The colour of words with emphasis, by their strands, if the design has one that is read there."""
        color = self._starred_color(large) if self.starred else None
        return dict.fromkeys(self.starred, color) if color else {}

    def _starred_color(self, large: bool) -> Color | None:
        usual = self.setting.color(self.use.color, large)
        return emphasis_color(self.use.emphasis, self.setting, usual, large=large)

    def _marks(self, lines: Sequence[tuple[LineSpan, Line, float]]) -> list[Item]:
        """What lies behind words with emphasis, each line of text with its size."""
        return marks(self.use.emphasis, self.setting, self.para, self.starred, lines)

    @derived
    def starred(self) -> frozenset[int]:
        """The strands with emphasis."""
        return starred(self.text)

    @property
    def shows_emphasis(self) -> bool:
        """Whether words with emphasis have a look of their own, in large type."""
        emphasis, language = self.use.emphasis, language_of(self.text, self.setting.language)
        if emphasis and (emphasis.marker or emphasis.underline):
            return True
        usual = self.setting.color(self.use.color, large=True)
        colored = any(color != usual for color in self._colors(large=True).values())
        return colored or self.setting.weighty(self.use, language) is not None

    @property
    def _hangs(self) -> bool:
        """Whether large type's side bearing hangs outside, so that its stems stand on the margin."""
        return not self.setting.rtl and self._start == 0.0

    def _hang(self, span: LineSpan) -> float:
        """How far a line's first letter stands outside, in em; a hook of small type, as of a j, may too."""
        if not self._hangs:
            return 0.0
        hang = bearing(self.para, span)
        return hang if self.is_display else max(hang, 0.0)

    @property
    def _start(self) -> float:
        share = {"start": 0.0, "centre": 0.5, "end": 1.0}[self.use.align]
        return 1.0 - share if self.setting.rtl else share

    def _overhang(self, box: Box, first: LineSpan, size: float) -> float:
        """How far an opening quotation mark moves the first line of display type out, if there is room."""
        starts = self.use.align == "start" and self.para.rtl == self.setting.rtl
        if not self.is_display or self.text[0] not in _OPENING or not starts:
            return 0.0
        mark, safe = first_advance(self.para, first) * size, self.setting.canvas.safe
        room = safe.right - box.right if self.setting.rtl else box.x - safe.x
        return 0.0 if mark > min(room, self.setting.hang) else mark if self.setting.rtl else -mark

    def _indent(self, free: float) -> float:
        return free * self._start

    def _outgrown(self, size: float) -> bool:
        """Whether it is larger than only short words may be."""
        return self.use.short is not None and size > self._usual + 1e-6

    @derived
    def _usual(self) -> float:
        return self._sizes.on(Trial())

    def _rhythm(self, spans: tuple[LineSpan, ...]) -> tuple[float, float, float]:
        return _rhythm(self.para, spans, self._style.leading)

    def _ink_box(self, box: Box, spans: tuple[LineSpan, ...], size: float) -> Box:
        up, pitch, down = self._rhythm(spans)
        width = max(map(self._across, spans), default=0.0) * size
        height = (up + (len(spans) - 1) * pitch + down) * size
        return Box(box.x + self._indent(box.w - width), box.y, width, height)


@lru_cache(maxsize=1024)
def _rhythm(para: MeasuredText, spans: tuple[LineSpan, ...], leading: float) -> tuple[float, float, float]:
    """Ink above the first baseline, from baseline to baseline, ink below the last, in em."""
    inks = [ink(para, span) for span in spans] or [(CAP, 0.0)]
    crowded = max((low + high for (_, low), (high, _) in pairwise(inks)), default=0.0)
    return max(inks[0][0], CAP), max(leading, crowded + AIR), inks[-1][1]
