"""Text to glyphs: which font sets it, which shapes its characters take together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

import regex
import uharfbuzz as hb

from builder.content.frame import Glyph
from builder.errors import Faults, Problem
from builder.media import Font

_CLUSTER = regex.compile(r"\X")
_SHARED = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]+")
_IGNORABLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}]")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run's glyphs in reading order, and its width in em."""

    glyphs: tuple[Glyph, ...]
    width: float


class Typeface:
    """A font opened for shaping."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.face = hb.Face(hb.Blob(font.path.read_bytes()))
        self.shaper = hb.Font(self.face)
        self.em: int = self.face.upem
        self.characters = frozenset(self.face.unicodes)
        extents = self.shaper.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.em
        self.descent: float = -extents.descender / self.em

    def sets(self, cluster: str) -> bool:
        """Whether the font has a glyph for each character that shows."""
        return all(ord(char) in self.characters or _IGNORABLE.match(char) for char in cluster)


@lru_cache(maxsize=64)
def typeface(font: Font) -> Typeface:
    """The opened font; a font is the same if its bytes are."""
    return Typeface(font)


def choose(text: str, fonts: tuple[Font, ...]) -> list[Font]:
    """For each character the font that sets its grapheme: the first that can, but marks, digits and
    spaces stay in the font of the letters before them (or after, at the start). Faults if none can.
    """
    found: list[tuple[str, Font | None]] = []
    before: Font | None = None
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        if not _SHARED.fullmatch(cluster):
            before = _font_of(cluster, fonts)
        elif before and not typeface(before).sets(cluster):
            before = None
        found.append((cluster, before))
    return [font for cluster, font in _from_start(found, fonts) for _ in cluster]


def _from_start(found: list[tuple[str, Font | None]], fonts: tuple[Font, ...]) -> Iterator[tuple[str, Font]]:
    """The graphemes without a font yet take that of the first letter, if it has them."""
    first = next((font for _, font in found if font), None)
    for cluster, font in found:
        fitting = first if first and typeface(first).sets(cluster) else None
        yield cluster, font or fitting or _font_of(cluster, fonts)


@lru_cache(maxsize=4096)
def _font_of(cluster: str, fonts: tuple[Font, ...]) -> Font:
    for font in fonts:
        if cluster.isspace() or typeface(font).sets(cluster):
            return font
    char = next((c for c in cluster if not any(typeface(font).sets(c) for font in fonts)), cluster[0])
    name = unicodedata.name(char, "unnamed").lower()
    families = ", ".join(dict.fromkeys(font.family for font in fonts)) or "none"
    raise Faults(
        [
            Problem(
                f"no font can set “{char}” (U+{ord(char):04X}, {name})",
                hint=f"write another character, or add a font that has it to the brand (asked: {families})",
            )
        ]
    )


@lru_cache(maxsize=16384)
def shape(text: str, font: Font, rtl: bool = False, lang: str = "", tracking: float = 0.0) -> Shaped:
    """The text of one font and direction as glyphs.

    `tracking` (em) comes after each cluster; letter-spaced text takes no ligatures (CSS Text 3, 8.2).
    """
    opened = typeface(font)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.guess_segment_properties()
    if lang:
        buffer.language = lang
    hb.shape(opened.shaper, buffer, {"liga": False, "clig": False} if tracking else {})
    return _placed(buffer, opened, text, rtl, tracking)


def _placed(buffer: hb.Buffer, opened: Typeface, text: str, rtl: bool, tracking: float) -> Shaped:
    drawn = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = [*sorted({info.cluster for info, _ in drawn}), len(text)]
    sources = {start: text[start:end] for start, end in pairwise(starts)}
    pen = 0
    glyphs: list[Glyph] = []
    for start, cluster in groupby(drawn, lambda glyph: glyph[0].cluster):
        glyph, moved = _glyph(list(cluster), opened, sources[start], pen)
        glyphs.append(replace(glyph, x=glyph.x + len(glyphs) * tracking) if tracking else glyph)
        pen += moved
    if rtl:
        glyphs.reverse()
    return Shaped(tuple(glyphs), pen / opened.em + len(glyphs) * tracking)


def _glyph(cluster: list[tuple[Any, Any]], opened: Typeface, source: str, pen: int) -> tuple[Glyph, int]:
    """The glyph of a cluster that starts at the pen, and how far it moves the pen, in units of the font."""
    parts, width = [], 0
    for info, position in cluster:
        parts.append((info.codepoint, width + position.x_offset, position.y_offset))
        width += position.x_advance
    if len(parts) > 1 or parts[0][2]:
        return Glyph(tuple(parts), source, pen / opened.em, max(width, 0) / opened.em), width
    (one, x, _), own = parts[0], opened.shaper.get_glyph_h_advance(parts[0][0])
    return Glyph(((one, 0, 0),), source, (pen + x) / opened.em, own / opened.em), width
