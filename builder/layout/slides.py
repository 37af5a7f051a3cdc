"""The brand's slides laid out: placeholders, art and colours where a deck wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from builder.brand.identity import Brand
from builder.brand.slides import Ground, SlideBox, SlideDesign, SlideSet, text_color
from builder.deck import (
    SLOTS,
    TOKENS,
    Align,
    Anchor,
    ColorMap,
    Deck,
    Drawing,
    Placeholder,
    PlaceholderKind,
    SlideLayout,
    Slot,
    Theme,
    Token,
)
from builder.frame import Path
from builder.layout.art import drawn, placed
from builder.layout.canvas import Canvas
from builder.layout.clip import clipped
from builder.phrases import Phrases
from builder.units import Box

_KINDS: dict[str, PlaceholderKind] = {"title": "title", "rows": "tbl", "photo": "pic", "logo": "pic"}
_ANCHORS: dict[str, Anchor] = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS: dict[str, Align] = {"start": "start", "centre": "center", "end": "end"}
_FOOT_INDEX: dict[PlaceholderKind, int] = {"dt": 10, "ftr": 11, "sldNum": 12}  # as Office counts on layouts
_OWN_INDEX = 13  # where a layout's own placeholders start


@dataclass(frozen=True, slots=True)
class Laid:
    """A layout, and which field of a slide each of its placeholders holds."""

    layout: SlideLayout
    fields: tuple[tuple[str, Placeholder], ...]
    stands_for: str
    around: dict[str, tuple[str, str]]  # what is set before and after the words of a field

    def holders(self, field: str) -> tuple[Placeholder, ...]:
        """The placeholders of a field, in reading order."""
        return tuple(holder for held, holder in self.fields if held == field)


@dataclass(frozen=True)
class SlideDrafter:
    """Lays out the brand's slides for one size of slide and one language."""

    brand: Brand
    slides: SlideSet
    canvas: Canvas
    phrases: Phrases
    footer: str

    def template(self, *, title: str, author: str, moment: dt.datetime) -> Deck:
        """The master and every layout, and no slide."""
        across, down = self.slides.margin
        left, top = self.canvas.width * across / 100, self.canvas.height * down / 100
        return Deck(
            title=title,
            author=author,
            lang=self.phrases.language,
            rtl=self.phrases.rtl,
            width=self.canvas.width,
            height=self.canvas.height,
            safe=Box(0, 0, self.canvas.width, self.canvas.height).inset(left, top, left, top),
            theme=self.theme(self.brand.name),
            colors=self.colors(self.slides.master),
            master=self.laid("master", self.slides.master).layout,
            layouts=tuple(laid.layout for laid in self.layouts.values()),
            moment=moment,
            levels=("", *(self.phrases[f"prompt_level_{depth}"] for depth in range(2, 6))),
            footer=self.footer,
        )

    @cached_property
    def layouts(self) -> dict[str, Laid]:
        """Every layout, by its key."""
        return {key: self.laid(key, design) for key, design in self.slides.layouts.items()}

    def theme(self, name: str) -> Theme:
        """The theme: the palette in Office's slots, the fonts that every Office has."""
        palette = self.brand.palette
        return Theme(
            name=name,
            colors=tuple((slot, palette[self.slides.theme[slot]]) for slot in SLOTS),
            heading=self.brand.office.display,
            text=self.brand.office.text,
            complex=self.slides.complex,
            scripts=tuple(self.slides.scripts.items()),
            named=tuple(palette.items()),
        )

    def colors(self, design: SlideDesign) -> ColorMap:
        """What each name for a colour means on the design's ground."""
        ground = self.slides.grounds[design.ground]
        own = self._ground_slots(ground)
        return tuple((token, cast(Slot, own.get(token, token))) for token in TOKENS)

    def laid(self, key: str, design: SlideDesign) -> Laid:
        """One layout."""
        fields = tuple(self._fields(design))
        foot = tuple(self._foot()) if design.footer else ()
        words = [holder.box for field, holder in fields if field != "photo"]
        words += [holder.box for holder in foot if holder.kind != "dt"]
        layout = SlideLayout(
            key=key,
            name=self.phrases.get(f"layout_{key.replace('-', '_')}", design.name),
            placeholders=(*(holder for _, holder in fields), *foot),
            drawings=(*self._art(design, words), *self._logo(design)),
            colors=self._override(design),
            master_art=design.master_art,
            type=design.type,
        )
        return Laid(layout, fields, design.stands_for or "", _around(design))

    def _override(self, design: SlideDesign) -> ColorMap:
        colors = self.colors(design)
        return () if colors == self.colors(self.slides.master) else colors

    def _ground_slots(self, ground: Ground) -> dict[str, str]:
        named = {
            "bg1": ground.fill,
            "tx1": ground.text,
            "bg2": ground.second,
            "tx2": ground.title,
            "hlink": ground.link,
            "folHlink": ground.link,
        }
        slots = {token: self.slides.slot(color) or token for token, color in named.items()}
        for one, other in ground.swap:
            slots |= {one: other, other: one}
        return slots

    def _fields(self, design: SlideDesign) -> Iterator[tuple[str, Placeholder]]:
        own, main = _OWN_INDEX, 1
        names: dict[str, int] = {}
        for box in design.boxes:
            for area in _areas(box):
                index = 0
                if box.holds != "title":
                    first = main <= (2 if box.bullets else 1) and box.holds not in (
                        "photo",
                        "logo",
                        "numbers",
                    )
                    index, main, own = (main, main + 1, own) if first else (own, main, own + 1)
                names[box.holds] = names.get(box.holds, 0) + 1
                name = box.name or box.holds.capitalize()
                several = box.across > 1 or names[box.holds] > 1
                shown = f"{name} {names[box.holds]}" if several else name
                yield box.holds, self._placeholder(design, box, self._box(area), index, shown)

    def _placeholder(
        self, design: SlideDesign, box: SlideBox, area: Box, index: int, name: str
    ) -> Placeholder:
        opening = design.type == "title"
        kinds = {**_KINDS, **({"title": "ctrTitle", "subtitle": "subTitle"} if opening else {})}
        kind = kinds.get(box.holds, "obj" if box.bullets and design is not self.slides.master else "body")
        return Placeholder(
            name=name,
            kind=cast(PlaceholderKind, kind),
            index=index,
            box=area,
            size=box.size,
            least=min(box.least, box.size),
            prompt=box.prompt or self.phrases.get(f"prompt_{box.holds}", name),
            color=self._token(design, text_color(self.slides, design, box)),
            heading=box.heading,
            bold=box.bold,
            leading=box.leading,
            anchor=_ANCHORS[box.anchor],
            align=_ALIGNS[box.align],
            bullets=box.bullets,
        )

    def _token(self, design: SlideDesign, color: str) -> Token:
        slot = self.slides.slot(color)
        return next((token for token, own in self.colors(design) if own == slot), "tx1")

    def _foot(self) -> Iterator[Placeholder]:
        foot = self.slides.footer
        left, top, width, height = foot.box
        parts: tuple[tuple[PlaceholderKind, str, float, float, Align], ...] = (
            ("dt", "Date", 0.66, 0.14, "start"),
            ("ftr", "Footer", 0.05, 0.6, "start"),
            ("sldNum", "Slide number", 0.0, 0.045, "start"),
        )
        for kind, name, start, share, align in parts:
            area = self._box((left + width * start, top, width * share, height))
            yield Placeholder(
                name,
                kind,
                _FOOT_INDEX[kind],
                area,
                foot.size,
                prompt=self.footer if kind == "ftr" else "",
                align=align,
                anchor="b",
                least=foot.size,
            )

    def _box(self, area: tuple[float, float, float, float]) -> Box:
        """Hundredths of the slide as points, mirrored where the language runs from right to left."""
        left, top, width, height = area
        left = 100 - left - width if self.phrases.rtl else left
        across, down = self.canvas.width / 100, self.canvas.height / 100
        return Box(left * across, top * down, width * across, height * down)

    def _art(self, design: SlideDesign, words: list[Box]) -> Iterator[Drawing]:
        for piece in design.pieces:
            paths = placed(piece, self.brand, self.canvas, self.phrases.rtl, words)
            if kept := tuple(self._on_slide(paths)):
                yield Drawing("Decoration", kept)

    def _on_slide(self, paths: tuple[Path, ...]) -> Iterator[Path]:
        """Filled curves are cut at the slide's edge: Office shows what hangs over it while people edit."""
        slide = Box(0, 0, self.canvas.width, self.canvas.height)
        for path in paths:
            commands = path.commands if path.stroke else clipped(path.commands, slide)
            if commands:
                yield Path(commands, path.fill, path.stroke, path.stroke_width, path.opacity)

    def _logo(self, design: SlideDesign) -> Iterator[Drawing]:
        if place := design.logo:
            art = self.brand.logos[place.name]
            height = place.height * self.canvas.height / 100
            width = height * art.view.w / art.view.h
            share = 100 * width / self.canvas.width
            start = place.left if place.left is not None else (place.right or 0) - share
            left = (100 - start - share if self.phrases.rtl else start) * self.canvas.width / 100
            bottom = place.bottom * self.canvas.height / 100
            yield Drawing("Logo", drawn(art, Box(left, bottom - height, width, height)))


def _around(design: SlideDesign) -> dict[str, tuple[str, str]]:
    return {box.holds: (box.before, box.after) for box in design.boxes if box.before or box.after}


def _areas(box: SlideBox) -> Iterator[tuple[float, float, float, float]]:
    left, top, width, height = box.box
    each = (width - box.gap * (box.across - 1)) / box.across
    for number in range(box.across):
        yield left + number * (each + box.gap), top, each, height
