"""A passage: the words of one paragraph, their fonts and directions, broken into lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

import regex

from builder.content.story import Span, Spans, TypeStyle
from builder.media import Font
from builder.text.bidi import levels, visual_order, without_controls
from builder.text.shaping import Shaped, choose, shape, typeface

_BLANKS = (*" \t\u200b", *map(chr, range(0x2002, 0x200B)))
_WORD = regex.compile(rf"\n|[^\n{''.join(_BLANKS)}]+")
# Where a word may be parted: at a soft hyphen, and after a hyphen or a dash between letters.
_PART = regex.compile(r"(?<=\p{L}[-–—/]|\u00ad)(?=\p{L})")
_ADDRESS = regex.compile(r"://|^www\.|.@.|/\S*/")
_GAPS = (*_BLANKS, "\n")
_AFTER = "/.-–_?&=#@\u00a0\u202f"  # an over-wide word is parted after these rather than inside
_LETTERS = regex.compile(r"\X")
_SOFT_HYPHEN = "\u00ad"
_HYPHENATED = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}][\p{Latin}\p{Greek}\p{Cyrillic}]")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stay on one line, by their place in the text; widths in pt."""

    start: int
    end: int
    width: float
    space: float  # after it, if the line goes on
    hyphen: float  # after it, if the line ends
    forced: bool = False  # a line begins with it whatever the room


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line in one font and direction, with its left edge; `place` is its span's."""

    place: int
    span: Span
    shaped: Shaped
    font: Font
    x: float
    width: float


class Passage:
    """Spans in a type style, ready to be broken into lines of any measure."""

    def __init__(self, spans: Spans, style: TypeStyle, language: str, rtl: bool = False) -> None:
        self.style, self.language, self.rtl = style, language, rtl
        cleaned = [without_controls(span.text) for span in spans]
        self.spans = spans
        self.text = "".join(cleaned)
        self._places = [place for place, text in enumerate(cleaned) for _ in text]
        chosen = (self._choose(span, text) for span, text in zip(spans, cleaned, strict=True))
        self.fonts = [font for fonts in chosen for font in fonts]
        self._levels = levels(self.text, rtl)
        self._broken: dict[tuple[float, bool], tuple[tuple[int, int], ...]] = {}

    def _choose(self, span: Span, text: str) -> list[Font]:
        fonts = self.style.faces.pick(self.style.bold or span.bold, self.style.italic or span.italic)
        return choose(text, fonts)

    @cached_property
    def baseline(self) -> float:
        """How far the baseline lies below the top of its line, in pt."""
        opened = typeface(self._typical)
        ink = (opened.ascent + opened.descent) * self.style.size
        return (self.style.leading - ink) / 2 + opened.ascent * self.style.size

    @property
    def _typical(self) -> Font:
        letters = [font for char, font in zip(self.text, self.fonts, strict=True) if char.isalnum()]
        return max(letters, key=letters.count) if letters else self.style.faces.regular[0]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in reading order."""
        found: list[Word] = []
        forced = False
        for match in _WORD.finditer(self.text):
            if match.group() == "\n":
                forced = True
                continue
            parts = _PART.finditer("" if _ADDRESS.search(match.group()) else match.group())
            cuts = [0, *(part.start() for part in parts), len(match.group())]
            for start, end in pairwise(cuts):
                found.append(self._word(match.start() + start, match.start() + end, forced))
                forced = False
        return tuple(found)

    def _word(self, start: int, end: int, forced: bool = False) -> Word:
        blank = end < len(self.text) and self.text[end] in " \t"
        space = self.width(end, end + 1) if blank else 0.0
        hyphen = self._shaped_end(end)[1] if self._parted(end) else 0.0
        return Word(start, end, self.width(start, end), space, hyphen, forced)

    def _parted(self, end: int) -> bool:
        """Whether a line that ends there ends with a hyphen of ours."""
        around = self.text[max(end - 2, 0) : end].rstrip(_SOFT_HYPHEN)[-1:] + self.text[end : end + 1]
        if not _HYPHENATED.fullmatch(around):
            return False
        word = self.text[: end + 1].split()[-1]
        return not _ADDRESS.search(word)

    def _shaped_end(self, end: int) -> tuple[Shaped, float]:
        """What a line that ends there ends with: a hyphen, read as a soft one, or a blank; and its width."""
        font = self.fonts[min(end, len(self.fonts) - 1)]
        if not self._parted(end):
            return shape(" ", font), 0.0  # it hangs in the margin
        hyphen = shape("-", font)
        glyphs = tuple(replace(glyph, source=_SOFT_HYPHEN) for glyph in hyphen.glyphs)
        return Shaped(glyphs, hyphen.width), hyphen.width * self.style.size

    def width(self, start: int, end: int) -> float:
        """The advance of a stretch of the text, in pt."""
        widths: list[float] = [shaped.width for _, _, _, shaped in self._runs(start, end)]
        return float(sum(widths)) * self.style.size

    def extent(self, start: int, end: int) -> float:
        """The width of a line, with the hyphen that it may end with, in pt."""
        return self.width(start, end) + self._shaped_end(end)[1]

    def lines(self, measure: float, even: bool = False) -> tuple[tuple[int, int], ...]:
        """The stretches of text that stand on the lines of a measure; `even` ones for headings."""
        key = (round(measure, 2), even)
        if key not in self._broken:
            words = tuple(self._fitting(measure))
            spans = break_lines(words, measure, even)
            self._broken[key] = tuple((words[first].start, words[last - 1].end) for first, last in spans)
        return self._broken[key]

    def _fitting(self, measure: float) -> Iterator[Word]:
        """The words, those wider than the measure parted between letters."""
        for word in self.words:
            if word.width <= measure:
                yield word
                continue
            start, forced = word.start, word.forced
            while start < word.end:
                end = self._fits(start, word.end, measure)
                yield self._word(start, end, forced)
                start, forced = end, False

    def _fits(self, start: int, stop: int, measure: float) -> int:
        """As far as a part of an over-wide word fits, rather to a sign than into the middle."""
        ends = [match.end() for match in _LETTERS.finditer(self.text, start, stop)]
        count = bisect_right(ends, measure, key=lambda end: self.extent(start, end))
        if count == len(ends):
            return stop
        fitting = ends[: max(count, 1)]
        signs = [end for end in fitting if self.text[end - 1] in _AFTER]
        return signs[-1] if signs and signs[-1] > start + (fitting[-1] - start) // 2 else fitting[-1]

    def pieces(self, start: int, end: int, x: float) -> Iterator[Piece]:
        """The parts of one line that begins at x, in reading order, each at its place."""
        runs = list(self._runs(start, end))
        widths = [run[3].width * self.style.size for run in runs]
        order = visual_order([self._levels[run[0]] for run in runs])
        edges = list(accumulate((widths[place] for place in order), initial=x))
        lefts = dict(zip(order, edges, strict=False))
        for place, (first, _, span, shaped) in enumerate(runs):
            yield Piece(self._places[first], span, shaped, self.fonts[first], lefts[place], widths[place])
        if runs and (self.text[end : end + 1] in _GAPS or self._parted(end)):
            yield self._ending(end, x, sum(widths))

    def _ending(self, end: int, x: float, width: float) -> Piece:
        """The hyphen or the blank that a line ends with: its last word and the next are told apart by it."""
        shaped, wide = self._shaped_end(end)
        place = self._places[end - 1 if wide else end]
        left = x - shaped.width * self.style.size if self.rtl else x + width
        return Piece(place, self.spans[place], shaped, self.fonts[end], left, wide)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, Span, Shaped]]:
        first = start
        for place in range(start + 1, end + 1):
            if place == end or not self._alike(first, place):
                span, rtl = self.spans[self._places[first]], self._levels[first] % 2 == 1
                lang = span.lang or self.language
                text = self.text[first:place].replace("\t", " ").replace(_SOFT_HYPHEN, "")
                yield first, place, span, shape(text, self.fonts[first], rtl, lang, self.style.tracking)
                first = place

    def _alike(self, one: int, two: int) -> bool:
        """Whether two characters are shaped together; a font is known by its bytes, not as an object."""
        return (
            self._places[one] == self._places[two]
            and self.fonts[one].digest == self.fonts[two].digest
            and self._levels[one] == self._levels[two]
        )


def break_lines(words: tuple[Word, ...], measure: float, even: bool = False) -> list[tuple[int, int]]:
    """The breaks of least total raggedness: (first, past last) word of each line.

    A last line of one short word costs extra; `even` lines are all as long as each other.
    """
    lines = _greedy(words, measure)
    if len(lines) < 2:
        return lines
    total = sum(word.width + word.space for word in words)
    ideal = min(measure, total / len(lines) * 1.03) if even else measure
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(words)
    for end in range(1, len(words) + 1):
        best[end] = min(_endings(words, end, measure, ideal, best), default=(float("inf"), end - 1))
    spans, end = [], len(words)
    while end:
        spans.append((best[end][1], end))
        end = best[end][1]
    return spans[::-1]


def _endings(
    words: tuple[Word, ...], end: int, measure: float, ideal: float, best: list[tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    width, last = words[end - 1].hyphen - words[end - 1].space, end == len(words) or words[end].forced
    for start in range(end - 1, -1, -1):
        width += words[start].width + words[start].space
        if width > measure + 0.01 and start < end - 1:
            return
        yield best[start][0] + _raggedness(width, measure, ideal, last, end - start), start
        if words[start].forced:
            return


def _raggedness(width: float, measure: float, ideal: float, last: bool, count: int) -> float:
    if last and ideal == measure:
        lonely = count == 1 and width < 0.2 * measure
        return 1.0 + (1.0 if lonely else 0.0)
    return 1.0 + (5.0 if ideal < measure else 1.0) * ((ideal - width) / measure) ** 2


def _greedy(words: tuple[Word, ...], measure: float) -> list[tuple[int, int]]:
    lines, start, width = [], 0, 0.0
    for place, word in enumerate(words):
        if place > start and (word.forced or width + word.width + word.hyphen > measure + 0.01):
            lines.append((start, place))
            start, width = place, 0.0
        width += word.width + word.space
    return [*lines, (start, len(words))] if words else []
