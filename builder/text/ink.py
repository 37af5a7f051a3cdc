"""How far a line's ink reaches, which is not where its advance does; lengths in em."""

from __future__ import annotations

from functools import lru_cache

from builder.kept import many
from builder.text.bidi import visual_order
from builder.text.lines import LineSpan
from builder.text.paragraph import MeasuredText


@lru_cache(maxsize=many(1024))
def ink(para: MeasuredText, span: LineSpan) -> tuple[float, float]:
    """How far the line's ink reaches above and below its baseline."""
    boxes = [box for box in para.inks(span.start, span.end) if box]
    return max([0.0, *[box[3] for box in boxes]]), max([0.0, *[-box[1] for box in boxes]])


def bearing(para: MeasuredText, span: LineSpan) -> float:
    """The white before the first letter's ink; large type hangs it outside the margin."""
    parts = list(para.parts(span.start, span.end))
    _, first = parts[visual_order([stretch.level for stretch, _ in parts])[0]]
    drawn = zip(first.clusters.lefts, first.clusters.inks, strict=True)
    return min((left + ink[0] for left, ink in drawn if ink), default=0.0)


@lru_cache(maxsize=many(512))
def overhang(para: MeasuredText, span: LineSpan) -> tuple[float, float]:
    """How far a line's ink leaves its advance to the left and right: in Nastaliq a kaf's stroke does."""
    parts = list(para.parts(span.start, span.end))
    left, right, pen = 0.0, 0.0, 0.0
    for number in visual_order([stretch.level for stretch, _ in parts]):
        clusters = parts[number][1].clusters
        for at, ink in zip(clusters.lefts, clusters.inks, strict=True):
            if ink:
                left, right = min(left, pen + at + ink[0]), max(right, pen + at + ink[2])
        pen += parts[number][1].width
    return -left, max(right - pen, 0.0)


@lru_cache(maxsize=many(512))
def across(para: MeasuredText, span: LineSpan) -> tuple[float, float]:
    """Where a line's ink begins and ends, from the pen's start; (0, 0) if it has none."""
    parts = list(para.parts(span.start, span.end))
    edges, pen = list[float](), 0.0
    for number in visual_order([stretch.level for stretch, _ in parts]):
        clusters = parts[number][1].clusters
        for at, ink in zip(clusters.lefts, clusters.inks, strict=True):
            edges += (pen + at + ink[0], pen + at + ink[2]) if ink else ()
        pen += parts[number][1].width
    if span.hyphen:
        clusters = para.hyphen(span.end).clusters
        edges += (pen + ink[2] for ink in clusters.inks if ink)
    return min(edges, default=0.0), max(edges, default=0.0)


def first_advance(para: MeasuredText, span: LineSpan) -> float:
    """The advance of a line's first character; an opening quotation mark hangs by it."""
    return para.width(span.start, span.start + 1)
