"""Text of one font and direction as glyphs, shaped by HarfBuzz once and cut where it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, compress, groupby, pairwise, repeat
from math import fsum
from operator import add, attrgetter, not_, sub, truediv
from typing import Any, NamedTuple, TypeVar

import uharfbuzz as hb

from builder.content.frame import Glyph, GlyphPart
from builder.kept import many
from builder.media import Font
from builder.text.shaped import Clusters, Cuts, Shaped
from builder.text.typeface import Ink, Typeface, typeface

SOFT_HYPHEN = "\u00ad"
# What only says where a line may break: nothing to draw or to copy (UAX 14: BA, WJ, ZW). A zero width space
# parts letters that join, which run to the left: there it stays.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u2060\ufeff\u200b"))
_UNSEEN_JOINED = dict.fromkeys(map(ord, "\u00ad\u2060\ufeff"))
NO_GLYPH = 0  # what a font draws for what it lacks, a box as a rule (OpenType: "glyf")
# It may not be shown by itself (ISO 14289-1, 7.21.8); moved by a unit, it is a glyph that PDF makes of it.
_BOX: GlyphPart = (NO_GLYPH, 1, 0)
_UNSAFE = hb.GlyphFlags.UNSAFE_TO_BREAK.value  # as a number: flags are slow
# In HarfBuzz's text a glyph is its number, and `#` with its flags if it has any (hb_buffer_serialize_glyphs).
_SHOWN = hb.BufferSerializeFlags
_FLAGS_ALONE = (
    _SHOWN.NO_GLYPH_NAMES | _SHOWN.NO_CLUSTERS | _SHOWN.NO_POSITIONS | _SHOWN.NO_ADVANCES | _SHOWN.GLYPH_FLAGS
)
_FLAGGED = bytes(sign == ord("#") for sign in range(256))
_THOUSANDTHS = 1000  # of an em, in which PDF steps
_NO_LIGATURES: dict[str, int | bool] = {"liga": False, "clig": False}
_UNDETERMINED = "und"  # (RFC 5646); a text without a language would take that of the machine


Value = TypeVar("Value")
Drawn = tuple[str, ...]  # what is drawn for each character of a text


class _Cuts(dict[int, int | None]):
    """Where a text may be cut: by character, the cluster before it; None if both sides must be shaped anew.

    `safe` tells of each cluster whether a cut before it leaves the shapes as they are (UNSAFE_TO_BREAK is
    not set).
    """

    def __init__(self, clusters: Clusters, length: int, safe: Sequence[bool]) -> None:
        super().__init__({0: 0, length: len(clusters.starts)})
        self._starts, self._sources, self._safe = clusters.starts, clusters.sources, safe

    def __missing__(self, at: int) -> int | None:
        starts = self._starts
        number = bisect_left(starts, at)
        # Between the end of a cluster and the next stand soft hyphens alone.
        parted = number == 0 or starts[number - 1] + len(self._sources[number - 1]) <= at
        clean = parted and (number in (0, len(starts)) or self._safe[number])
        self[at] = number if clean else None
        return self[at]


class _Shown(NamedTuple):
    """A glyph as HarfBuzz has it, in units of the font."""

    cluster: int
    number: int
    advance: int
    x: int
    y: int
    flags: int


class _Row(NamedTuple):
    """A cluster, on its way into the columns."""

    start: int
    left: float
    width: float
    parts: tuple[GlyphPart, ...]
    source: str
    x: float
    advance: float
    ink: Ink | None


_cluster, _number, _step = attrgetter("cluster"), attrgetter("codepoint"), attrgetter("x_advance")
_right, _up = attrgetter("x_offset"), attrgetter("y_offset")


@lru_cache(maxsize=many(384))
def shape(
    text: str, font: Font, rtl: bool = False, language: str = "", tracking: float = 0.0, drawn: Drawn = ()
) -> Shaped:
    """The text as glyphs; soft hyphens show nothing, a box stands for a grapheme that the font lacks.

    `tracking` (em) comes after each cluster; letter-spaced text takes no ligatures (CSS Text 3, 8.2).
    `drawn` stands in the place of each character, as which it still reads; none given, it is the text.
    """
    opened = typeface(font)
    buffer = _shaped(text, opened, font, rtl, language, tracking, drawn)
    plain = not (rtl or drawn or _unseen(text)) and _plain(buffer, opened, text, tracking)
    return plain or _grouped(buffer, opened, text, rtl, tracking, drawn)


@lru_cache(maxsize=many(2048))
def advance(
    text: str, font: Font, rtl: bool = False, language: str = "", tracking: float = 0.0, drawn: Drawn = ()
) -> float:
    """How wide the text is when it stands alone, in em: the widths of its clusters, in a part of the time."""
    opened = typeface(font)
    infos = (buffer := _shaped(text, opened, font, rtl, language, tracking, drawn)).glyph_infos
    plain = not drawn and len({info.cluster for info in infos}) == len(infos)
    if not plain or NO_GLYPH in [each.codepoint for each in infos]:
        return fsum(_grouped(buffer, opened, text, rtl, tracking, drawn).clusters.widths)
    steps = [each.x_advance / opened.em for each in buffer.glyph_positions or ()]
    width: float = fsum([step + tracking for step in (reversed(steps) if rtl else steps)])
    return width


def _shaped(
    text: str, opened: Typeface, font: Font, rtl: bool, language: str, tracking: float, drawn: Drawn
) -> hb.Buffer:
    buffer = hb.Buffer()  # whose clusters are graphemes, as long as nobody asks for others
    text = "".join(drawn) or text
    buffer.add_str(text.translate(_UNSEEN_JOINED if rtl else _UNSEEN) if _unseen(text) else text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = language or _UNDETERMINED
    buffer.guess_segment_properties()
    usual = _NO_LIGATURES if tracking else {}
    hb.shape(opened.shaper, buffer, {**usual, **dict(font.features)} if font.features else usual)
    return buffer


def _unseen(text: str) -> bool:
    """Whether some of it is not to be drawn."""
    return not text.isascii() and not _UNSEEN.keys().isdisjoint(map(ord, text))


def _plain(buffer: hb.Buffer, opened: Typeface, text: str, tracking: float) -> Shaped | None:
    """What `_grouped` gives, in a tenth of its time, if each cluster is one glyph where the pen is."""
    infos, em = buffer.glyph_infos, opened.em
    starts, numbers = tuple(map(_cluster, infos)), [*map(_number, infos)]
    single = starts == tuple(range(len(text)))  # each character is a cluster
    if not infos or NO_GLYPH in numbers or not (single or len(set(starts)) == len(starts)):
        return None
    places = buffer.glyph_positions
    if any(map(_right, places)) or any(map(_up, places)):
        return None
    units = [*map(_step, places)]
    lefts = tuple(map(truediv, accumulate(units[:-1], initial=0), repeat(em)))
    parts, own, advances, inks = zip(*map(opened.plain.__getitem__, numbers), strict=True)
    kerned = {place: by for place, by in enumerate(map(sub, own, units)) if by}
    widths = _with(advances, {place: units[place] / em for place in kerned})
    steps = _with((0,) * len(units), _back(kerned, em))
    if tracking:
        lefts = tuple(map(add, lefts, accumulate(repeat(tracking), initial=0.0)))
        widths, steps = tuple(map(add, widths, repeat(tracking))), ()
    clusters = Clusters(starts, lefts, widths, parts, _sources(text, starts), lefts, advances, inks, steps)

    def cuts() -> Cuts:
        unsafe = _unsafe(buffer, opened)
        if not single:
            return _Cuts(clusters, len(text), [*map(not_, unsafe)])
        places: list[int | None] = [*range(len(text) + 1)]
        for place in compress(range(1, len(text)), unsafe[1:]):
            places[place] = None
        return places

    return Shaped(clusters, lefts[-1] + widths[-1], cut_at=cuts)


def _with(values: tuple[Value, ...], others: Mapping[int, Value]) -> tuple[Value, ...]:
    """The values, with others in some places: few glyphs of a text are kerned."""
    if not others:
        return values
    changed = [*values]
    for place, value in others.items():
        changed[place] = value
    return tuple(changed)


def _back(kerned: Mapping[int, int], em: int) -> Mapping[int, int]:
    """Steps in units of a font as whole thousandths of an em, which come to the same after each."""
    if em == _THOUSANDTHS:
        return kerned
    sums = [round(_THOUSANDTHS * each / em) for each in accumulate(kerned.values())]
    return dict(zip(kerned, map(sub, sums, [0, *sums[:-1]]), strict=True))


def _unsafe(buffer: hb.Buffer, opened: Typeface) -> bytes:
    """By glyph: 1 if no line may begin with it as it is. From HarfBuzz's text, for single flags take long."""
    text: str = buffer.serialize(opened.shaper, hb.BufferSerializeFormat.TEXT, _FLAGS_ALONE)
    told = text.encode("ascii")
    return told.translate(None, b"[0123456789").replace(b"#|", b"#").replace(b"#]", b"#").translate(_FLAGGED)


def _sources(text: str, starts: Sequence[int]) -> tuple[str, ...]:
    """The text in pieces that start at these places."""
    if len(starts) == len(text):
        return tuple(text)
    return tuple([text[start:end] for start, end in pairwise((*starts, len(text)))])


def _grouped(
    buffer: hb.Buffer, opened: Typeface, text: str, rtl: bool, tracking: float, drawn: Drawn
) -> Shaped:
    unseen = _UNSEEN_JOINED if rtl else _UNSEEN
    places = [place for place, char in enumerate(text) if ord(char) not in unseen]
    # By character that was shaped: the number of the one that it stands for.
    of = [number for number, place in enumerate(places) for _ in drawn[place]] if drawn else range(len(text))
    shown = [
        _Shown(of[info.cluster], info.codepoint, at.x_advance, at.x_offset, at.y_offset, info.flags.value)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)  # None: no glyphs
    ]
    groups = [tuple(group) for _, group in groupby(shown, _cluster)]
    rows = list(_rows(groups, opened, text, places, tracking))
    safe = [not any(each.flags & _UNSAFE for each in group) for group in groups]
    width = rows[-1].left + rows[-1].width if rows else 0.0
    if rtl:
        rows.reverse()
        safe.reverse()
    columns: list[Any] = [*zip(*rows, strict=True)] if rows else [()] * len(_Row._fields)
    clusters = Clusters(*[*columns, ()])
    return Shaped(clusters, width, rtl, lambda: _Cuts(clusters, len(text), safe))


def _rows(
    groups: Sequence[tuple[_Shown, ...]],
    opened: Typeface,
    text: str,
    places: Sequence[int],
    tracking: float,
) -> Iterator[_Row]:
    """The clusters from left to right; `places` are those of the characters that were shaped."""
    starts = [*sorted({group[0].cluster for group in groups}), len(places)]
    sources = {
        start: "".join([text[place] for place in places[start:end]]) for start, end in pairwise(starts)
    }
    pen, spaced, em = 0, 0.0, opened.em
    for group in groups:
        start = group[0].cluster
        glyph, width = _glyph(group, opened, sources[start], pen, spaced)
        left, wide = pen / em + spaced, width / em + tracking
        yield _Row(places[start], left, wide, *glyph, _ink(group, opened))
        pen, spaced = pen + width, spaced + tracking


def _glyph(
    cluster: Sequence[_Shown], opened: Typeface, source: str, pen: int, spaced: float
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


def _ink(cluster: Sequence[_Shown], opened: Typeface) -> Ink | None:
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
