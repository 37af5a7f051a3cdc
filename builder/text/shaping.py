"""Text of one font and direction as glyphs, shaped by HarfBuzz once and cut where it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

import uharfbuzz as hb

from builder.content.frame import Glyph, GlyphPart
from builder.media import Font
from builder.text.typeface import Ink, Typeface, typeface

SOFT_HYPHEN = "\u00ad"
NO_GLYPH = 0  # what a font draws for what it lacks, a box as a rule (OpenType: "glyf")
# It may not be shown by itself (ISO 14289-1, 7.21.8); moved by a unit, it is a glyph that PDF makes of it.
_BOX: GlyphPart = (NO_GLYPH, 1, 0)
_UNSAFE = hb.GlyphFlags.UNSAFE_TO_BREAK.value  # as a number: flags are slow
_NO_LIGATURES = {"liga": False, "clig": False}
_UNDETERMINED = "und"  # (RFC 5646); a text without a language would take that of the machine


@dataclass(frozen=True, slots=True)
class Cluster:
    """Characters that take their shape together; lengths in em."""

    start: int  # its first character in the text that was shaped
    left: float  # the pen's place, from the left edge of the run
    width: float
    glyph: Glyph
    safe: bool  # whether a text that is cut before it keeps its shapes (UNSAFE_TO_BREAK is not set)
    ink: Ink | None  # from the pen's place


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run's clusters in reading order, and its width in em."""

    clusters: tuple[Cluster, ...]
    width: float
    rtl: bool = False

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """What is drawn, in reading order."""
        return tuple(cluster.glyph for cluster in self.clusters)

    def cut(self, start: int, end: int) -> Shaped | None:
        """The part that shows the characters from `start` to `end`; None if it must be shaped anew."""
        numbers = self.numbers(start, end)
        return numbers and self.part(*numbers, start)

    def part(self, first: int, last: int, start: int = 0) -> Shaped:
        """The clusters of these numbers, as if they stood alone and the text began at `start`."""
        part = self.clusters[first:last]
        if len(part) == len(self.clusters):
            return self
        edge = part[-1].left if part and self.rtl else part[0].left if part else 0.0
        width = sum(cluster.width for cluster in part)
        return Shaped(tuple(_moved(cluster, -edge, start) for cluster in part), width, self.rtl)

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """The first cluster of a stretch, and past the last; None if it must be shaped anew."""
        first, last = (bisect_left(self.clusters, at, key=_start) for at in (start, end))
        return (first, last) if self._clean(first, start) and self._clean(last, end) else None

    def _clean(self, number: int, at: int) -> bool:
        """Whether a cut before the cluster leaves the shapes on both of its sides as they are."""
        if number == 0 or number == len(self.clusters):
            return number == 0 or self._end(number - 1) <= at
        after = self.clusters[number]
        return after.safe and self._end(number - 1) <= at <= after.start

    def _end(self, number: int) -> int:
        """Past the last character of a cluster; between it and the next stand soft hyphens alone."""
        return self.clusters[number].start + len(self.clusters[number].glyph.source)


class _Drawn(NamedTuple):
    """A glyph as HarfBuzz has it, in units of the font."""

    cluster: int
    number: int
    advance: int
    x: int
    y: int
    flags: int


_cluster = attrgetter("cluster")


def _start(cluster: Cluster) -> int:
    return cluster.start


def _moved(cluster: Cluster, by: float, start: int) -> Cluster:
    glyph, left = cluster.glyph, cluster.left + by
    glyph = Glyph(glyph.parts, glyph.source, glyph.x + by, glyph.advance)
    return Cluster(cluster.start - start, left, cluster.width, glyph, cluster.safe, cluster.ink)


@lru_cache(maxsize=1024)
def shape(text: str, font: Font, rtl: bool = False, language: str = "", tracking: float = 0.0) -> Shaped:
    """The text as glyphs; soft hyphens show nothing, a box stands for a grapheme that the font lacks.

    `tracking` (em) comes after each cluster; letter-spaced text takes no ligatures (CSS Text 3, 8.2).
    """
    places = [place for place, char in enumerate(text) if char != SOFT_HYPHEN]
    opened = typeface(font)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text.replace(SOFT_HYPHEN, ""))
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = language or _UNDETERMINED
    buffer.guess_segment_properties()
    hb.shape(opened.shaper, buffer, _NO_LIGATURES if tracking else {})
    clusters = list(_clusters(buffer, opened, [text[place] for place in places], places, tracking))
    width = clusters[-1].left + clusters[-1].width if clusters else 0.0
    return Shaped(tuple(reversed(clusters) if rtl else clusters), width, rtl)


def _clusters(
    buffer: hb.Buffer, opened: Typeface, chars: list[str], places: Sequence[int], tracking: float
) -> Iterator[Cluster]:
    """The clusters from left to right."""
    drawn = [
        _Drawn(info.cluster, info.codepoint, at.x_advance, at.x_offset, at.y_offset, info.flags.value)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    starts = [*sorted({each.cluster for each in drawn}), len(chars)]
    sources = {start: "".join(chars[start:end]) for start, end in pairwise(starts)}
    pen, spaced, em = 0, 0.0, opened.em
    for start, group in groupby(drawn, _cluster):
        several = list(group)
        glyph, width = _glyph(several, opened, sources[start], pen, spaced)
        safe = not any(each.flags & _UNSAFE for each in several)
        yield Cluster(
            places[start], pen / em + spaced, width / em + tracking, glyph, safe, _ink(several, opened)
        )
        pen, spaced = pen + width, spaced + tracking


def _glyph(
    cluster: list[_Drawn], opened: Typeface, source: str, pen: int, spaced: float
) -> tuple[Glyph, int]:
    """The glyph of a cluster that starts at the pen, and how far it moves the pen, in units of the font."""
    em = opened.em
    first = cluster[0]
    if len(cluster) == 1 and first.number and not first.y:
        own = opened.advance(first.number) / em
        return Glyph(((first.number, 0, 0),), source, (pen + first.x) / em + spaced, own), first.advance
    if not all(each.number for each in cluster):
        width = opened.advance(NO_GLYPH)
        return Glyph((_BOX,), source, pen / em + spaced, width / em), width
    parts, width = [], 0
    for each in cluster:
        parts.append((each.number, width + each.x, each.y))
        width += each.advance
    return Glyph(tuple(parts), source, pen / em + spaced, max(width, 0) / em), width


def _ink(cluster: list[_Drawn], opened: Typeface) -> Ink | None:
    """How far the cluster's ink reaches from the pen."""
    first, em = cluster[0], opened.em
    if len(cluster) == 1 and not first.x and not first.y:
        return opened.ink(first.number)
    pen, boxes = 0, []
    for each in cluster:
        if box := opened.ink(each.number):
            x, y = (pen + each.x) / em, each.y / em
            boxes.append((x + box[0], y + box[1], x + box[2], y + box[3]))
        pen += each.advance
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
