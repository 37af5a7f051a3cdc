"""Text to glyphs: which font sets it, which shapes its characters take together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex
import uharfbuzz as hb

from builder.errors import Faults, Problem
from builder.media import Font

_CLUSTER = regex.compile(r"\X")
_SHARED = regex.compile(r"[\p{Script=Common}\p{Script=Inherited}]+")
_IGNORABLE = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Cc}]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a run: all lengths in em, `x` from the run's left edge, `y` upwards.

    `source` is the text that it stands for; empty where an earlier glyph stands
    for the whole cluster.
    """

    id: int
    source: str
    x: float
    y: float
    advance: float  # the width in the font, which the pen moves by


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
def shape(text: str, font: Font, rtl: bool = False, lang: str = "", tracked: bool = False) -> Shaped:
    """The text of one font and direction as glyphs.

    `tracked` text is letter-spaced and takes no ligatures (as in CSS Text 3, 8.2).
    """
    opened = typeface(font)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.guess_segment_properties()
    if lang:
        buffer.language = lang
    hb.shape(opened.shaper, buffer, {"liga": False, "clig": False} if tracked else {})
    return _placed(buffer, opened, text, rtl)


def _placed(buffer: hb.Buffer, opened: Typeface, text: str, rtl: bool) -> Shaped:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [*sorted({info.cluster for info in infos}), len(text)]
    sources = {start: text[start:end] for start, end in pairwise(starts)}
    pen, glyphs = 0.0, []
    for info, position in zip(infos, positions, strict=True):
        width = opened.shaper.get_glyph_h_advance(info.codepoint)
        x, y = pen + position.x_offset, position.y_offset
        glyphs.append((info.cluster, info.codepoint, x / opened.em, y / opened.em, width / opened.em))
        pen += position.x_advance
    if rtl:
        glyphs.reverse()
    return Shaped(tuple(_sourced(glyphs, sources)), pen / opened.em)


def _sourced(glyphs: list[tuple[int, int, float, float, float]], sources: dict[int, str]) -> list[Glyph]:
    # The first glyph of a cluster stands for all its characters, so that each is read once.
    return [Glyph(glyph, sources.pop(cluster, ""), x, y, advance) for cluster, glyph, x, y, advance in glyphs]
