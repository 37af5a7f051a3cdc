"""A paragraph: words in their fonts and directions, shaped and measured once, in em."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import fsum
from operator import add
from typing import NamedTuple

from builder.content.frame import Glyphs, Run
from builder.kept import many
from builder.media import Font
from builder.record import Record, derived, replace
from builder.text.bidi import levels, turning, visual_order
from builder.text.breaks import Kind, units
from builder.text.casing import in_capitals
from builder.text.fallback import NoGlyph, choose, lacking
from builder.text.scripts import script_of
from builder.text.shaped import ALL, Clusters, Shaped
from builder.text.shaping import SOFT_HYPHEN, Drawn, advance, shape
from builder.text.strands import Strand, by_owner, joined
from builder.text.typeface import Ink, typeface


class Word(Record):
    """What stays on one line: text from `start` to `end` of the paragraph, widths in em."""

    start: int
    end: int
    width: float
    space: float  # the white space after it, if the line goes on
    kind: Kind = "blank"  # why a line may end after it
    hyphen: float = 0.0  # the hyphen drawn if a line ends after it
    address: bool = False  # whether there is an address, a handle or a hashtag in it
    clings: bool = False  # a short number: it should not end a line before what it counts
    tear: float = 0.0  # what a line of running text that ends after it costs, inside a date or a name

    @property
    def forced(self) -> bool:
        """Whether a line ends after it, however much room is left."""
        return self.kind == "line"


class Stretch(NamedTuple):
    """Characters of one font, level and language, in logical order."""

    start: int
    end: int
    font: Font
    level: int  # its embedding level; odd ones run right to left
    language: str


class PlacedRun(NamedTuple):
    """A run of a line, and the number of the strand that it is of."""

    strand: int
    run: Run


class MeasuredText(Record, eq=False, dict=True):  # known by itself, so that what is derived from it is kept
    """Its strands' words as one text, composed once; lengths in em, places in characters."""

    strands: tuple[Strand, ...]
    rtl: bool
    tracking: float
    text: str
    owners: tuple[int, ...]  # the number of each character's strand
    fonts: tuple[Font, ...]
    levels: tuple[int, ...]
    drawn: Drawn = ()  # what stands in the place of each character; none, and it is the text

    @derived
    def words(self) -> tuple[Word, ...]:
        """The words in reading order."""
        return tuple(self._words())

    def _words(self) -> Iterator[Word]:
        text, width, position = self.text, self.width, 0
        for part, shown, kind, address, number in units(text):
            start, position = position, position + len(part)
            end = start + shown
            space = width(end, end + 1) if text[end : end + 1] == " " else 0.0
            parted = kind == "soft hyphen" and self.hyphenated(end)
            hyphen = self.hyphen(end).width if parted else 0.0
            yield Word(start, end, width(start, end), space, kind, hyphen, address, number)

    @derived
    def stretches(self) -> tuple[Stretch, ...]:
        """The text in stretches that are shaped together, whatever strands and words they are of."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        languages = [strand.language for strand in self.strands]
        if self.text and _alike(languages) and _alike(self.levels) and _alike(self.fonts):
            yield Stretch(0, len(self.text), self.fonts[0], self.levels[0], languages[0])
            return
        # A font is known by its bytes.
        known = {id(font): (font.digest, font.features) for font in self.fonts}
        fonts = map(known.__getitem__, map(id, self.fonts))
        keys = zip(fonts, self.levels, map(languages.__getitem__, self.owners), strict=True)
        start = 0
        for (_, level, language), group in itertools.groupby(keys):
            end = start + len(list(group))
            yield Stretch(start, end, self.fonts[start], level, language)
            start = end

    def _row(self, start: int, end: int, x: float, size: float) -> list[PlacedRun] | None:
        """The runs of a line of a text in one font from left to right, as most are: one, and its blank."""
        if len(self.strands) > 1 or len(self.stretches) > 1 or self.stretches[0].level % 2:
            return None
        (whole,) = self._whole
        numbers = whole.numbers(start, end)
        if not numbers:
            return None
        goes_on = self.text[end : end + 1] in ("", " ", "\n") and not self.levels[0]
        blank = self._blank if goes_on else None
        width, glyphs = whole.row(*numbers, size, blank)
        runs = [PlacedRun(0, Run(self.fonts[0], x, width, glyphs))]
        return runs if blank and glyphs.steps else self._ended(runs, end, x, width, size)

    @derived
    def _blank(self) -> Glyphs | None:
        """That of its first font."""
        return _blank_of(self.fonts[0], self.rtl)

    def parts(self, start: int, end: int) -> Iterator[tuple[Stretch, Shaped]]:
        """The stretches of a part of the text, in logical order, as they look when it stands alone."""
        for number, part in self._overlapping(start, end):
            left = self.stretches[number].start
            yield (
                part,
                self._whole[number].cut(part.start - left, part.end - left) or self._mended(number, part),
            )

    def inks(self, start: int, end: int) -> Iterator[Ink | None]:
        """The ink of each cluster of a part of the text, from the cluster's own place."""
        for clusters, some in self._clusters(start, end):
            yield from clusters.inks[some]

    def _clusters(self, start: int, end: int) -> Iterator[tuple[Clusters, slice]]:
        """Those of a part of the text as it looks when it stands alone, stretch by stretch."""
        for number, part in self._overlapping(start, end):
            whole, left = self._whole[number], self.stretches[number].start
            if numbers := whole.numbers(part.start - left, part.end - left):
                yield whole.clusters, slice(*numbers)
            else:
                yield self._mended(number, part).clusters, ALL

    @derived
    def _cuts(self) -> tuple[int, ...]:
        """The number of each character's stretch, and of the end."""
        cuts: list[int] = []
        for number, stretch in enumerate(self.stretches):
            cuts += [number] * (stretch.end - stretch.start)
        return (*cuts, len(self.stretches))

    @derived
    def _whole(self) -> tuple[Shaped, ...]:
        """Each stretch, shaped."""
        return tuple(self._shaped(stretch) for stretch in self.stretches)

    def _overlapping(self, start: int, end: int) -> Iterator[tuple[int, Stretch]]:
        """The numbers of the stretches of a part of the text, each with what of it is inside."""
        for number in range(self._cuts[start], len(self.stretches)):
            stretch = self.stretches[number]
            if stretch.start >= end:
                return
            first, last, font, level, language = stretch
            yield number, Stretch(max(start, first), min(end, last), font, level, language)

    def _mended(self, number: int, part: Stretch) -> Shaped:
        """A part of a stretch: what lies inside it as it is, its ends shaped anew; or else all of it."""
        middle = self._middle(number, part)
        if middle is None:
            return self._shaped(part)
        (first, last), left = middle, self.stretches[number].start
        shaped = self._whole[number].cut(first - left, last - left) or self._shaped(part)
        if part.start < first:
            head = self._shaped(part._replace(end=first))
            shaped = head.followed(shaped, first - part.start)
        if last < part.end:
            shaped = shaped.followed(self._shaped(part._replace(start=last)), last - part.start)
        return shaped

    def _middle(self, number: int, part: Stretch) -> tuple[int, int] | None:
        """Where what was shaped stays as it is; None if that is nowhere, or is not known.

        HarfBuzz takes the script of what it is given from the first letter that has one.
        """
        start, end, left, whole = part.start, part.end, self.stretches[number].start, self._whole[number]
        head, tail = self._letter(range(start, end)), self._letter(range(end - 1, start, -1))
        if whole.rtl or head is None or tail is None:
            return None
        found = whole.between(start - left, head - left, tail - left, end - left)
        if found is None:
            return None
        first, last = found[0] + left, found[1] + left
        after = self._letter(range(last, end))
        alike = after is None or script_of(self.text[after]) is script_of(self.text[head])
        return (first, last) if alike else None

    def _letter(self, places: Sequence[int]) -> int | None:
        """The first of these places where a letter of a script stands."""
        return next((at for at in places if script_of(self.text[at])), None)

    def _shaped(self, stretch: Stretch) -> Shaped:
        return shape(*self._asked(stretch.start, stretch.end, stretch))

    def _asked(self, start: int, end: int, like: Stretch) -> tuple[str, Font, bool, str, float, Drawn]:
        """What to shape of the text, in the font and language of a stretch."""
        text, rtl = self.text[start:end].replace("\n", " "), like.level % 2 == 1
        return text, like.font, rtl, like.language, self.tracking, self.drawn[start:end]

    @derived
    def width(self) -> Callable[[int, int], float]:
        """The advance of a part of the text that stands alone: from a character to before another."""
        return self._in_one() if len(self.stretches) == 1 else self._in_several

    def _in_one(self) -> Callable[[int, int], float]:
        """Of a text that is one stretch, as most are: the same in a part of the time."""
        text, drawn, (whole,) = self.text, self.drawn, self._whole
        cuts, widths, anew = whole.cuts, whole.clusters.widths, dict[tuple[str, Drawn], float]()

        def width(start: int, end: int) -> float:
            first, last = cuts[start], cuts[end]
            if first is not None and last is not None:
                return fsum(widths[first:last])
            part = text[start:end], drawn[start:end]
            if part not in anew:
                anew[part] = self._anew(0, start, end)
            return anew[part]

        return width

    def _in_several(self, start: int, end: int) -> float:
        number = self._cuts[start]
        stretches = self.stretches
        if number < len(stretches) and end <= stretches[number].end:
            left, whole = stretches[number].start, self._whole[number]
            first, last = whole.cuts[start - left], whole.cuts[end - left]
            if first is None or last is None:
                return self._anew(number, start, end)
            return fsum(whole.clusters.widths[first:last])
        parts = (clusters.widths[some] for clusters, some in self._clusters(start, end))
        return fsum(itertools.chain.from_iterable(parts))

    def _anew(self, number: int, start: int, end: int) -> float:
        """The advance of a part by itself, in the font and language of a stretch: often of a kerned blank."""
        return advance(*self._asked(start, end, self.stretches[number]))

    def hyphen(self, end: int) -> Shaped:
        """The hyphen of a line that ends there inside a word."""
        return shape("-", self.fonts[end - 1])

    def hyphenated(self, end: int) -> bool:
        """Whether a line that ends there ends with a hyphen: between two letters of a script that has it."""
        before, after = self.text[:end].rstrip(SOFT_HYPHEN)[-1:], self.text[end:].lstrip(SOFT_HYPHEN)[:1]
        scripts = [script_of(char) for char in before + after]
        return len(scripts) == 2 and all(script is not None and script.hyphenated for script in scripts)

    def runs(self, start: int, end: int, x: float, size: float, *, hyphen: bool = False) -> list[PlacedRun]:
        """The runs of a line from its left edge x, in the unit of `size`, in reading order.

        A run is of one strand; the last may end with a hyphen, which reads as a soft one, and a line that
        ends between words with a blank, without which two words would be read as one.
        """
        if not hyphen and (row := self._row(start, end, x, size)):
            return row
        parts = list(self.parts(start, end))
        if hyphen:
            parts[-1] = parts[-1][0], _hyphenated(parts[-1][1], self.hyphen(end))
        placed: dict[int, float] = {}
        left, edge = x, x
        for number in visual_order([stretch.level for stretch, _ in parts]):  # UAX 9, rule L2
            placed[number] = edge
            edge += parts[number][1].width * size
        runs = [
            run
            for number, (stretch, shaped) in enumerate(parts)
            for run in self._by_strand(stretch, shaped, placed[number], size)
        ]
        return self._ended(runs, end, left, edge - left, size)

    def _by_strand(self, stretch: Stretch, shaped: Shaped, x: float, size: float) -> Iterator[PlacedRun]:
        lefts = shaped.clusters.lefts
        if len(self.strands) == 1 and lefts:
            at = x + min(lefts) * size
            yield PlacedRun(0, Run(stretch.font, at, shaped.width * size, shaped.glyphs))
            return
        for strand, first, last in self._owned(stretch.start, shaped.clusters.starts):
            part = shaped.part(first, last)
            at = x + min(lefts[first:last], default=0.0) * size
            yield PlacedRun(strand, Run(stretch.font, at, part.width * size, part.glyphs))

    def _owned(self, left: int, starts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Each strand that clusters are of, the first of its clusters and past the last."""
        first = 0
        places = map(add, starts, itertools.repeat(left))
        for strand, group in itertools.groupby(map(self.owners.__getitem__, places)):
            last = first + len(list(group))
            yield strand, first, last
            first = last

    def _ended(self, runs: list[PlacedRun], end: int, x: float, width: float, size: float) -> list[PlacedRun]:
        """The runs of a line with its blank: the last glyph of the last of them, or a run of its own."""
        font = self.fonts[end - 1]
        if self.text[end : end + 1] not in ("", " ", "\n") or not (blank := _blank_of(font, self.rtl)):
            return runs
        owner = self.owners[min(end, len(self.text) - 1)]
        strand, last = runs[-1]
        if owner != strand or self.levels[end - 1] or not last.glyphs.steps:  # or it is not the rightmost
            return [*runs, PlacedRun(owner, Run(font, x if self.rtl else x + width, 0.0, blank))]
        glyphs = last.glyphs.ended(blank, last.width / size)
        return [*runs[:-1], PlacedRun(strand, Run(last.font, last.x, last.width, glyphs))]


@lru_cache(maxsize=256)
def _blank_of(font: Font, rtl: bool) -> Glyphs | None:
    """The blank of a font, if it sets one."""
    return shape(" ", font, rtl).glyphs if typeface(font).sets(" ") else None


def _alike(values: Sequence[object]) -> bool:
    return values[0] == values[-1] and values.count(values[0]) == len(values)


def _hyphenated(shaped: Shaped, hyphen: Shaped) -> Shaped:
    """A run of a script that has hyphens (so from left to right), with one at its end."""
    sign = hyphen.clusters._replace(sources=(SOFT_HYPHEN,), xs=(0.0,))
    return shaped.followed(replace(hyphen, clusters=sign), shaped.clusters.starts[-1])


@lru_cache(maxsize=many(256))
def paragraph(
    strands: tuple[Strand, ...], rtl: bool = False, tracking: float = 0.0, *, boxes: bool = False
) -> MeasuredText:
    """The strands as one measured text; runs of blanks in it are one.

    Letter-spacing is for scripts whose letters stand apart: joined ones are never spaced. NoGlyph, with
    all stretches that no font can draw, unless `boxes` may stand for them.
    """
    text, owners = joined(strands)
    chosen = [(strands[owner], part) for owner, part in by_owner(text, owners)]
    missing = [] if boxes else [lack for strand, part in chosen for lack in lacking(part, strand.fonts)]
    if missing:
        raise NoGlyph(*dict.fromkeys(missing))
    drawn = in_capitals(text, chosen)
    spaced = tracking if tracking and _spaced(text) else 0.0
    turned = [*turning(((part, strand.language) for strand, part in chosen), rtl)] if len(chosen) > 1 else ()
    return MeasuredText(
        strands, rtl, spaced, text, owners, _fonts(chosen, drawn), tuple(levels(text, rtl, turned)), drawn
    )


def _fonts(chosen: Sequence[tuple[Strand, str]], drawn: Drawn) -> tuple[Font, ...]:
    """The font of each character: of what is drawn for it, or for the one before if that is nothing."""
    found, start = list[Font](), 0
    for strand, part in chosen:
        if not drawn:
            found += choose(part, strand.fonts)
            continue
        parts = drawn[start : start + len(part)]
        fonts = choose("".join(parts), strand.fonts)
        ends = list(itertools.accumulate(map(len, parts)))
        found += fonts if ends[-1:] == [len(parts)] else [fonts[max(end - 1, 0)] for end in ends]
        start += len(part)
    return tuple(found)


def _spaced(text: str) -> bool:
    scripts = {script_of(character) for character in text}
    return all(script is None or script.spaced for script in scripts)
