"""What lies behind words with emphasis: a marker that hugs them, a line under them. Lengths in em."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.brand.textlook import Emphasis
from builder.color import READABLE, READABLE_LARGE, Color, contrast
from builder.content.frame import Fill, Item, Line
from builder.emphasis import Emphatic, stretches
from builder.geometry.box import Box
from builder.layout.cards.setting import Setting
from builder.layout.strokes import drawn_rule
from builder.text.ink import ink
from builder.text.lines import LineSpan
from builder.text.paragraph import MeasuredText
from builder.text.scripts import script_of

BESIDE, _CLOSE = 0.09, 0.02  # by which a marker is longer than its words: beside blanks, beside signs
_ABOVE, _BELOW = 0.07, 0.08  # between a marker's edges and the ink of its words
_HIGH, _LOW = 0.72, 0.12  # the least that it reaches above and below the baseline
_UNDER = 0.1  # of a line's upper edge, under the baseline; in scripts with deep marks, under their ink
_THICK = 0.075


def starred(text: str) -> frozenset[int]:
    """The strands of a text that have emphasis."""
    if not isinstance(text, Emphatic):
        return frozenset()
    return frozenset(strand for strand, (_, weight) in enumerate(stretches(text)) if weight)


def emphasis_color(emphasis: Emphasis | None, setting: Setting, usual: Color, *, large: bool) -> Color | None:
    """The colour of words with emphasis, which is read on their marker; None if it is that of the others."""
    if emphasis is None:
        return None
    if (ground := _ground(emphasis.marker, setting)) is None:
        return setting.color(emphasis.color, large) if emphasis.color else None
    needed, brand = READABLE_LARGE if large else READABLE, setting.brand
    asked = brand.words(emphasis.color, needed, brand.color(ground)) if emphasis.color else None
    if asked is None and contrast(usual, brand.color(ground)) >= needed:
        return usual
    return asked or brand.on(ground)


def marks(
    emphasis: Emphasis | None,
    setting: Setting,
    para: MeasuredText,
    strands: frozenset[int],
    lines: Sequence[tuple[LineSpan, Line, float]],
) -> list[Item]:
    """The markers and lines of words with emphasis, each line of text with its size."""
    if emphasis is None or not strands or not (emphasis.marker or emphasis.underline):
        return []
    high, low = marked_reach(para, strands)
    marker, under = _ground(emphasis.marker, setting), emphasis.underline
    down = _under(para, strands)
    items = list[Item]()
    for span, line, size in lines:
        beside = (_CLOSE if _is_close(para, strands, span) else BESIDE) * size
        for left, right in _extents(para, strands, span, line):
            if marker is not None:
                wide = right - left + 2 * beside
                box = Box(left - beside, line.baseline - high * size, wide, (high + low) * size)
                items.append(Fill(box, setting.brand.color(marker)))
            if under:
                box = Box(left, line.baseline + down * size, right - left, _THICK * size)
                color, stroke = setting.line(under), emphasis.stroke
                items.append(drawn_rule(box, color, stroke, rtl=para.rtl) if stroke else Fill(box, color))
    return items


def rooms_above(
    emphasis: Emphasis | None,
    para: MeasuredText,
    strands: frozenset[int],
    lines: Sequence[tuple[LineSpan, Line, float]],
) -> tuple[Box, ...]:
    """The ink's room of each line of text, as far as the line under words with emphasis; none without one.

    In whatever colour that is, such as that of the words, descenders that it passes behind are made out.
    """
    if emphasis is None or not emphasis.underline or not strands:
        return ()
    down, rooms = _under(para, strands) - _UNDER / 2, list[Box]()
    for span, line, size in lines:
        left = min((run.x for run in line.runs), default=0.0)
        right = max((run.x + run.width for run in line.runs), default=left)
        up = ink(para, span)[0] * size
        rooms.append(Box(left, line.baseline - up, right - left, up + down * size))
    return tuple(rooms)


def _under(para: MeasuredText, strands: frozenset[int]) -> float:
    """How far below the baseline a line under words begins."""
    return _UNDER if _is_low(para, strands) else _reach(para, strands)[1] + _UNDER / 2


def _ground(marker: str | None, setting: Setting) -> str | None:
    """What a marker is painted in: a role that is lost on the ground gives way."""
    return None if marker is None else setting.brand.shape(marker, *setting.grounds)


def _extents(
    para: MeasuredText, strands: frozenset[int], span: LineSpan, line: Line
) -> Iterator[tuple[float, float]]:
    """From where to where words with emphasis stand on a line, side by side."""
    owners = [strand for strand, _ in para.runs(span.start, span.end, 0.0, 1.0, hyphen=span.hyphen)]
    placed = sorted(
        (run.x, run.x + run.width, owner in strands)
        for owner, run in zip(owners, line.runs, strict=True)
        if run.width
    )
    for weight, group in groupby(placed, lambda run: run[2]):
        runs = list(group)
        if weight:
            yield runs[0][0], max(right for _, right, _ in runs)


def marked_reach(para: MeasuredText, strands: frozenset[int]) -> tuple[float, float]:
    """How far a marker reaches above and below the baseline of words with emphasis."""
    high, low = _reach(para, strands)
    return max(high + _ABOVE, _HIGH), max(low + _BELOW, _LOW)


def _reach(para: MeasuredText, strands: frozenset[int]) -> tuple[float, float]:
    """How far the ink of words with emphasis reaches above and below their baseline, wherever they stand."""
    boxes = [box for start, end in _places(para, strands) for box in para.inks(start, end) if box]
    return max([0.0, *(box[3] for box in boxes)]), max([0.0, *(-box[1] for box in boxes)])


def _places(para: MeasuredText, strands: frozenset[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for owner, group in groupby(para.owners):
        end = start + len(list(group))
        if owner in strands:
            yield start, end
        start = end


def _is_close(para: MeasuredText, strands: frozenset[int], span: LineSpan) -> bool:
    """Whether a sign stands beside words with emphasis on a line, with no blank between: a comma."""
    text = f" {para.text[span.start : span.end]} "
    places = [(start - span.start, end - span.start) for start, end in _places(para, strands)]
    inside = [(start, end) for start, end in places if start < span.end - span.start and end > 0]
    sides = [text[max(start, 0)] + text[min(end + 1, len(text) - 1)] for start, end in inside]
    return not all(map(str.isspace, sides))


def _is_low(para: MeasuredText, strands: frozenset[int]) -> bool:
    """Whether a line may pass through descenders, which are few in these scripts."""
    letters = "".join(para.text[start:end] for start, end in _places(para, strands))
    scripts = {script_of(letter) for letter in letters}
    return all(script is None or script.low for script in scripts)
