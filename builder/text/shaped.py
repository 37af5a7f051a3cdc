"""What shaping gives: glyphs in clusters, and where their row may be cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from math import fsum
from operator import add, sub
from typing import Any, NamedTuple

from builder.content.frame import GlyphPart, Glyphs
from builder.record import Record, derived
from builder.text.typeface import Ink

ALL = slice(None)
Cuts = Mapping[int, int | None] | Sequence[int | None]


class Clusters(NamedTuple):
    """Characters that take their shape together, a place in every column for each; lengths in em."""

    starts: tuple[int, ...]  # the first character of each in the text that was shaped
    lefts: tuple[float, ...]  # the pen's place, from the left edge of the run
    widths: tuple[float, ...]
    parts: tuple[tuple[GlyphPart, ...], ...]  # of its glyph, as is what follows
    sources: tuple[str, ...]
    xs: tuple[float, ...]
    advances: tuple[float, ...]
    inks: tuple[Ink | None, ...]  # from the pen's place
    steps: tuple[int, ...]  # as those of `Glyphs`

    def moved(self, by: float, start: int, some: slice = ALL) -> Clusters:
        """Those of some numbers, further right, in a text that begins at `start`."""
        starts, lefts, widths, parts, sources, xs, advances, inks, steps = self
        right = repeat(by)
        moved = tuple(map(add, lefts[some], right))
        return Clusters(
            tuple(map(sub, starts[some], repeat(start))),
            moved,
            widths[some],
            parts[some],
            sources[some],
            moved if xs is lefts else tuple(map(add, xs[some], right)),
            advances[some],
            inks[some],
            steps[some],
        )


class Shaped(Record, eq=False, dict=True):
    """A run's clusters in reading order, and its width in em."""

    clusters: Clusters
    width: float
    rtl: bool = False
    cut_at: Callable[[], Cuts] = dict  # asked only of what is cut

    @derived
    def cuts(self) -> Cuts:
        """Where the text may be cut: by character, the cluster before it; None if it is shaped anew there."""
        return self.cut_at()

    @property
    def glyphs(self) -> Glyphs:
        """What is drawn, in reading order."""
        drawn = self.clusters
        return Glyphs(drawn.parts, drawn.sources, drawn.xs, drawn.advances, drawn.steps)

    def row(self, first: int, last: int, size: float, blank: Glyphs | None) -> tuple[float, Glyphs]:
        """How wide the clusters of these numbers are at a size, and what is drawn: a run from left to right.

        A `blank` takes no width at its end, if its steps are known.
        """
        _, lefts, widths, parts, sources, xs, advances, _, steps = self.clusters
        some = slice(first, last)
        width, places = fsum(widths[some]) * size, xs[some]
        if first < last and (left := lefts[first]):
            places = tuple(map(add, places, repeat(-left)))
        if blank is None or not steps or first == last:
            return width, Glyphs(parts[some], sources[some], places, advances[some], steps[some])
        glyphs = Glyphs(
            parts[some] + blank.parts,
            sources[some] + blank.sources,
            (*places, width / size),
            advances[some] + blank.advances,
            (*steps[some], 0),
        )
        return width, glyphs

    def cut(self, start: int, end: int) -> Shaped | None:
        """The part that shows the characters from `start` to `end`; None if it must be shaped anew."""
        numbers = self.numbers(start, end)
        return numbers and self.part(*numbers, start)

    def part(self, first: int, last: int, start: int = 0) -> Shaped:
        """The clusters of these numbers, as if they stood alone and the text began at `start`."""
        lefts = self.clusters.lefts
        if first == 0 and last == len(lefts):
            return self
        edge = lefts[last - 1 if self.rtl else first] if first < last else 0.0
        part = self.clusters.moved(-edge, start, slice(first, last))
        return Shaped(part, fsum(part.widths), self.rtl)

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """The first cluster of a stretch, and past the last; None if it must be shaped anew."""
        first, last = self.cuts[start], self.cuts[end]
        return None if first is None or last is None else (first, last)

    def between(self, start: int, head: int, tail: int, end: int) -> tuple[int, int] | None:
        """What may be cut of a stretch: from `start` or else after `head`, to `end` or else up to `tail`."""
        clean = self.cuts.__getitem__
        first = start if clean(start) is not None else _first(range(head + 1, tail), clean)
        last = end if clean(end) is not None else _first(range(tail, head, -1), clean)
        return None if first is None or last is None or first >= last else (first, last)

    def followed(self, other: Shaped, start: int) -> Shaped:
        """Both side by side, from left to right; the text of the other begins at `start`."""
        moved = other.clusters.moved(self.width, -start)
        columns: list[Any] = [(*one, *two) for one, two in zip(self.clusters, moved, strict=True)]
        both = Clusters(*columns)
        if len(both.steps) < len(both.starts):  # they are known of one of the two alone
            both = both._replace(steps=())
        return Shaped(both, self.width + other.width)


def _first(places: Iterable[int], clean: Callable[[int], int | None]) -> int | None:
    return next((at for at in places if clean(at) is not None), None)
