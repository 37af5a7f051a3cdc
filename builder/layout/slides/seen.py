"""A slide as a frame, as a page shows it: its ground, art, words, photograph and shapes.

Words are set in the brand's own type where Office sets them in a font that it has, and as much smaller as
they are wider in it. Tables and charts are Office's to draw: a slide that has one is not `drawable`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum

from builder.brand.identity import Brand
from builder.brand.photouse import Formed, Scrim
from builder.color import Color
from builder.content.deck import (
    DEEPER,
    FADE,
    INDENT,
    Deck,
    PictureFill,
    Placeholder,
    ShapesFill,
    SlideContent,
    SlideLayout,
    SlideParagraph,
    TextFill,
    above,
)
from builder.content.frame import Fill, Frame, Item, Path, Picture, Text
from builder.geometry.arcs import disc
from builder.geometry.box import Box, Command
from builder.geometry.curves import rounded
from builder.geometry.pens import outline_of
from builder.layout.fonts import font_chain
from builder.layout.masks import outline
from builder.layout.scrims import laid
from builder.record import Record
from builder.text.lines import LineSpan, set_line
from builder.text.paragraph import MeasuredText, paragraph
from builder.text.running import break_text
from builder.text.strands import Strand
from builder.text.typeface import typeface

_HEADING, _TEXT, _STRONG = ("display", 600), ("text", 400), ("text", 700)  # role and weight
_STEP, _LEAST = 0.96, 0.5  # how finely smaller sizes are tried, and the least share of what Office sets
_DOT = 0.09  # em: the radius of the mark before a point
_MIDDLE = 0.25  # em above the baseline: the height of that mark
_ASIDE = {"start": 0.0, "center": 0.5, "end": 1.0}
_FADE = Scrim(at="left", reach=FADE, strength=1.0)


def drawable(slide: SlideContent) -> bool:
    """Whether all that it shows is drawn; a code that is this small would be read by nobody."""
    return all(
        isinstance(each, TextFill | PictureFill) or (isinstance(each, ShapesFill) and not each.link)
        for each in slide.fillings
    )


def seen_slide(deck: Deck, slide: SlideContent, brand: Brand) -> Frame:
    """The slide, in pt."""
    layout = next(layout for layout in deck.layouts if layout.key == slide.layout)
    easel = _Easel(deck, layout, brand)
    return Frame(deck.width, deck.height, "pt", tuple(easel.items(slide)), deck.lang, deck.rtl)


class _Set(Record):
    """A paragraph in lines: its measured words, where each line is, its size and its share of a room."""

    para: MeasuredText
    lines: tuple[LineSpan, ...]
    size: float
    pitch: float  # pt from line to line
    before: float
    indent: float
    marked: bool

    @property
    def height(self) -> float:
        return self.before + self.pitch * len(self.lines)


class _Easel:
    """Draws one slide on its layout."""

    def __init__(self, deck: Deck, layout: SlideLayout, brand: Brand) -> None:
        self._deck, self._layout, self._brand = deck, layout, brand
        self._slots = dict(layout.colors or deck.colors)

    def items(self, slide: SlideContent) -> Iterator[Item]:
        """All of it, from back to front."""
        whole = Box(0, 0, self._deck.width, self._deck.height)
        yield Fill(whole, self._color("bg1"))
        inherited = self._deck.master.drawings if self._layout.master_art else ()
        for drawing in (*inherited, *self._layout.drawings):
            yield from drawing.paths
        holders = {holder.index: holder for holder in (*self._layout.placeholders, *self._layout.places)}
        for filling in slide.fillings:
            holder = holders[filling.index]
            if isinstance(filling, TextFill):
                yield from self._words(filling, holder)
            elif isinstance(filling, ShapesFill):
                yield from filling.paths
            elif isinstance(filling, PictureFill):
                yield from self._picture(filling, holder)

    def _color(self, name: str) -> Color:
        """What a name for a colour means on the ground of the layout."""
        slot = self._slots.get(name, name)  # type: ignore[call-overload]
        return self._deck.theme.color(slot)

    def _picture(self, filling: PictureFill, holder: Placeholder) -> Iterator[Item]:
        clip = self._outline(holder)
        yield Picture(filling.image, holder.box, filling.crop, filling.alt, filling.tone, clip)
        if holder.fades:
            ground = self._color("bg1")
            yield laid(_FADE, holder.box, (), 1.0, ground, self._deck.rtl, ground)

    def _words(self, filling: TextFill, holder: Placeholder) -> Iterator[Item]:
        """The paragraphs in their box, on its plate."""
        if holder.fill:
            yield Path(self._outline(holder) or outline_of(holder.box), fill=holder.fill)
        fitted = self._fitted(filling, holder)
        left = holder.box.h - fsum(each.height for each in fitted)
        y = holder.box.y + left * {"t": 0.0, "ctr": 0.5, "b": 1.0}[holder.anchor]
        for said, each in zip(filling.paragraphs, fitted, strict=True):
            yield from self._paragraph(said, each, holder, y + each.before)
            y += each.height

    def _fitted(self, filling: TextFill, holder: Placeholder) -> list[_Set]:
        """Its paragraphs as large as Office sets them, or so much smaller that they keep to their box."""
        share = 1.0
        while True:
            found = list(self._set(filling, holder, share))
            high = fsum(each.height for each in found)
            if high <= holder.box.h or share * _STEP < _LEAST:
                return found
            share *= _STEP

    def _set(self, filling: TextFill, holder: Placeholder, share: float) -> Iterator[_Set]:
        scale = share * (filling.size / holder.size if filling.size else filling.scale)
        for number, said in enumerate(filling.paragraphs):
            size = max(holder.least, holder.size - DEEPER * said.level) * scale
            marked = holder.bullets and not said.plain
            indent = INDENT * (said.level + 1) if marked else 0.0
            para = self._measured(said, holder)
            lines = break_text(para, (holder.box.w - indent) / size)
            pitch = size * typeface(para.stretches[0].font).height * holder.leading
            before = above(said.level) * scale if number else 0.0
            yield _Set(para, lines, size, pitch, before, indent, marked)

    def _measured(self, said: SlideParagraph, holder: Placeholder) -> MeasuredText:
        role, weight = _HEADING if holder.heading else _STRONG if holder.bold else _TEXT
        language = self._deck.lang
        chain = font_chain(self._brand, role, weight, language)
        return paragraph((Strand(said.text, chain, language),), self._deck.rtl, boxes=True)

    def _paragraph(self, said: SlideParagraph, each: _Set, holder: Placeholder, top: float) -> Iterator[Item]:
        color, rtl = self._color(holder.color), self._deck.rtl
        font = typeface(each.para.stretches[0].font)
        first = top + (each.pitch - font.height * each.size) / 2 + font.ascent * each.size
        room = holder.box.w - each.indent
        aside = _ASIDE[holder.align]
        left = holder.box.x + (0.0 if rtl else each.indent)
        lines = []
        for number, span in enumerate(each.lines):
            spare = room - span.width * each.size
            x = left + spare * ((1.0 - aside) if rtl else aside)
            lines.append(set_line(each.para, span, x, first + number * each.pitch, each.size))
        if each.marked:
            at = each.indent - INDENT / 2
            x = holder.box.right - at if rtl else holder.box.x + at
            dot = disc((x, first - _MIDDLE * each.size), _DOT * each.size)
            yield Path(dot, fill=self._color(holder.mark))
        box = Box(left, top, room, each.pitch * len(each.lines))
        yield Text(said.text, tuple(lines), each.size, color, self._deck.lang, box=box)

    def _outline(self, holder: Placeholder) -> tuple[Command, ...]:
        """The curve of a placeholder's form; none if that is its box."""
        box = holder.box
        if holder.outline or holder.form == "block":
            return holder.outline
        if holder.form == "pill":
            return rounded(box, min(box.w, box.h) / 2)
        return outline(Formed(form=holder.form), box, self._brand)
