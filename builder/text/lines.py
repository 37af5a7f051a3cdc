"""Where a paragraph's lines end, and where each run of a line stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from builder.content.frame import Glyph, Line, Run
from builder.text.bidi import visual_order
from builder.text.fonts import shape
from builder.text.shaping import shape as glyphs
from builder.text.shaping import typeface
from builder.text.words import SOFT_HYPHEN, Paragraph, Segment, Word

_LONELY = 0.3  # a last line shorter than this share of the longest reads as a mistake


@lru_cache(maxsize=8192)
def fewest_lines(para: Paragraph, measure: float) -> int:
    """How many lines the words take in a measure given in em; 0 if a word is wider than it."""
    words = para.words
    lines, filled = 1, 0.0
    for word, before in zip(words, (None, *words), strict=False):
        if word.width + word.hyphen > measure:
            return 0
        joined = filled + word.width + (before.space if before and filled else 0.0)
        if (before and before.forced) or joined + word.hyphen > measure:
            lines, filled = lines + 1, word.width
        else:
            filled = joined
    return lines


@lru_cache(maxsize=2048)
def break_evenly(para: Paragraph, measure: float) -> tuple[tuple[int, int], ...]:
    """The breaks that take the fewest lines and leave them evenest: (first, past last) word of each.

    Least squares of what each line lacks of the ideal; a last line of one short word, or a
    break inside a word or after a number, costs extra. Empty if a word does not fit.
    """
    words, count = para.words, fewest_lines(para, measure)
    if not count:
        return ()
    ideal = min(measure, (sum(w.width + w.space for w in words)) / count)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}] + [{} for _ in words]
    for end in range(1, len(words) + 1):
        _best_ends(words, end, measure, ideal, best, count)
    ends = best[len(words)]
    if not ends:
        return ()
    lines, end, spans = min(ends), len(words), []
    while end:
        start = best[end][lines][1]
        spans.append((start, end))
        end, lines = start, lines - 1
    return tuple(reversed(spans))


def _best_ends(
    words: tuple[Word, ...],
    end: int,
    measure: float,
    ideal: float,
    best: list[dict[int, tuple[float, int]]],
    count: int,
) -> None:
    width = 0.0
    for start in range(end - 1, -1, -1):
        width += words[start].width + (words[start].space if start < end - 1 else words[start].hyphen)
        if width > measure + 1e-9 or (start < end - 1 and words[start].forced):
            return
        cost = _cost(words, start, end, width, ideal)
        for lines, (before, _) in best[start].items():
            total = before + cost
            if lines < count and total < best[end].get(lines + 1, (float("inf"), 0))[0]:
                best[end][lines + 1] = (total, start)


def _cost(words: Sequence[Word], start: int, end: int, width: float, ideal: float) -> float:
    lack = (ideal - width) / ideal
    last = end == len(words)
    cost = lack * lack * (0.6 if last else 1.0)
    if last and start > 0 and end - start == 1 and width < _LONELY * ideal:
        cost += 2.0
    if not last and (words[end - 1].hyphen or words[end - 1].clings):
        cost += 0.5
    return cost


@lru_cache(maxsize=8192)
def line_width(para: Paragraph, span: tuple[int, int]) -> float:
    """The advance of one line, in em."""
    words = para.words[span[0] : span[1]]
    return sum(w.width for w in words) + sum(w.space for w in words[:-1]) + words[-1].hyphen


@lru_cache(maxsize=8192)
def ink(para: Paragraph, span: tuple[int, int]) -> tuple[float, float]:
    """How far the line's ink reaches above and below its baseline, in em."""
    parts = [shape(s.text, s.font, s.level % 2 == 1, para.language) for s in _segments(para, span)]
    return max(part.ascent for part in parts), max(part.descent for part in parts)


def set_line(para: Paragraph, span: tuple[int, int], x: float, baseline: float, size: float) -> Line:
    """The runs of one line from its left edge x, in the canvas's unit, by rule L2 of UAX 9."""
    runs: list[Run] = []
    left = x
    for part in _visual(_segments(para, span)):
        rtl = part.level % 2 == 1
        drawn = glyphs(part.text, part.font, rtl, para.language, para.tracking)
        width = drawn.width * size
        runs.append(Run(part.font, x, width, rtl, _read(drawn.glyphs, part.hyphenated)))
        x += width
    ending = _blank(para, span, left if para.rtl else x)
    return Line(tuple([*ending, *runs] if para.rtl else [*runs, *ending]), baseline)


def _read(drawn: tuple[Glyph, ...], hyphenated: bool) -> tuple[Glyph, ...]:
    """The glyphs, a hyphen at their end read as the soft one that it is."""
    return (*drawn[:-1], replace(drawn[-1], source=SOFT_HYPHEN)) if hyphenated else drawn


def _blank(para: Paragraph, span: tuple[int, int], x: float) -> list[Run]:
    """The blank after a line that ends between words: without it two words would be read as one."""
    end = para.words[span[1] - 1].end
    font = para.fonts[end - 1]
    if para.text[end : end + 1] not in ("", " ", "\n") or not typeface(font).sets(" "):
        return []
    return [Run(font, x, 0.0, para.rtl, glyphs(" ", font, para.rtl).glyphs)]


def bearing(para: Paragraph, span: tuple[int, int]) -> float:
    """The white before the first letter's ink, in em; large type hangs it outside the margin."""
    first = _visual(_segments(para, span))[0]
    return shape(first.text, first.font, first.level % 2 == 1, para.language).bearing


def opening(para: Paragraph, span: tuple[int, int]) -> float:
    """The advance of a line's first character, in em; an opening quotation mark hangs by it."""
    start = para.words[span[0]].start
    return para.width(start, start + 1)


def _segments(para: Paragraph, span: tuple[int, int]) -> list[Segment]:
    words = para.words[span[0] : span[1]]
    segments = para.segments(words[0].start, words[-1].end)
    if words[-1].hyphen and span[1] < len(para.words):
        segments[-1] = replace(segments[-1], text=segments[-1].text + "-", hyphenated=True)
    return [replace(s, text=s.text.replace(SOFT_HYPHEN, "")) for s in segments]


def _visual(segments: list[Segment]) -> list[Segment]:
    return [segments[number] for number in visual_order([segment.level for segment in segments])]
