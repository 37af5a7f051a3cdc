"""A passage: the words of one block in a type style, broken into lines; lengths in pt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from builder.content.look import TypeStyle
from builder.content.story import Spans
from builder.media import Font
from builder.record import Record, derived
from builder.text.bidi import spans_rtl
from builder.text.lines import LineSpan
from builder.text.paragraph import MeasuredText, PlacedRun, paragraph
from builder.text.running import break_lead, break_text
from builder.text.strands import Strand
from builder.text.typeface import typeface
from builder.text.ways import break_heading

Broken = Literal["text", "lead", "heading"]  # by raggedness, by sense too, by sense
_BREAKS: Mapping[Broken, Callable[[MeasuredText, float, bool], Sequence[LineSpan]]] = {
    "text": break_text,
    "lead": break_lead,
    "heading": break_heading,
}
_ENDLESS = 1e6  # pt


class Passage(Record, dict=True):
    """Spans in a type style, ready to be broken into lines of any measure.

    Two are the same if they say the same in the same style; it is shaped when it is first
    asked for its lines.
    """

    spans: Spans
    style: TypeStyle
    language: str
    rtl: bool = False  # on which side lines begin

    @derived
    def paragraph(self) -> MeasuredText:
        """Its words, shaped; a character that no font of the style has is a box that is told."""
        style, strands = self.style, []
        for span in self.spans:
            chain = style.faces.pick(style.bold or span.bold, span.italic)
            strands.append(Strand(span.text, chain, span.lang or self.language, style.caps))
        return paragraph(tuple(strands), spans_rtl(self.spans, self.language), style.tracking, boxes=True)

    @derived
    def baseline(self) -> float:
        """How far the baseline lies below the top of its line."""
        opened = typeface(self._typical)
        ink = opened.height * self.style.size
        return (self.style.leading - ink) / 2 + opened.ascent * self.style.size

    @property
    def _typical(self) -> Font:
        """The font of most letters."""
        text, stretches = self.paragraph.text, self.paragraph.stretches
        if len(stretches) == 1 and any(map(str.isalnum, text)):
            return stretches[0].font
        letters: dict[Font, int] = {}
        for part in stretches:
            if number := sum(map(str.isalnum, text[part.start : part.end])):
                letters[part.font] = letters.get(part.font, 0) + number
        return max(letters, key=letters.__getitem__, default=self.style.faces.regular.fonts[0])

    @derived
    def widest(self) -> float:
        """The width of its longest word."""
        return max((word.width for word in self.paragraph.words), default=0.0) * self.style.size

    @derived
    def natural(self) -> float:
        """The width of its longest line where no line is broken that need not be."""
        return max(map(self.extent, self.lines(_ENDLESS)), default=0.0)

    def lines(self, measure: float, broken: Broken = "text", end: bool = False) -> Sequence[LineSpan]:
        """The lines of a measure, broken as such words are; `end` if at that side."""
        known, asked = self._lines, (measure, broken, end)
        found = known.get(asked)
        if found is None:
            placed = end != self.rtl
            room = round(measure, 2) / self.style.size
            found = known[asked] = _BREAKS[broken](self.paragraph, room, placed)
        return found

    @derived
    def _lines(self) -> dict[tuple[float, Broken, bool], Sequence[LineSpan]]:
        """Those that were asked for: a page asks for the same ones often, to see what fits."""
        return {}

    def extent(self, line: LineSpan) -> float:
        """The width of a line, with the hyphen that it may end with."""
        return line.width * self.style.size

    def runs(self, line: LineSpan, x: float) -> list[PlacedRun]:
        """The runs of a line that begins at x, in reading order; a strand is a span."""
        return self.paragraph.runs(line.start, line.end, x, self.style.size, hyphen=line.hyphen)
