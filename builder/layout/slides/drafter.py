"""The brand's slides laid out: placeholders, art and colours where a deck wants them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from builder.brand.identity import OWN, Brand
from builder.brand.slideboxes import LogoPlace
from builder.brand.slides import SlideDesign, SlideSet
from builder.brand.tiles import Tiles
from builder.content.deck import ColorMap, Deck, Drawing, OfficeTheme, Placeholder, SlideLayout
from builder.content.frame import Path
from builder.geometry.box import Box
from builder.geometry.clip import clipped
from builder.languages import with_region
from builder.layout.art import placed_art
from builder.layout.canvas import Canvas
from builder.layout.logos import Fitted, LogoTrouble, fitted
from builder.layout.slides.boxes import BoxDrafter
from builder.layout.slides.colors import color_map
from builder.layout.slides.drawn import ShapeDrafter
from builder.layout.slides.fitting import fits_one_line
from builder.layout.slides.fonts import heavy_headings, slide_theme
from builder.layout.tiles.draw import placed_tiles
from builder.layout.tiles.room import box_of, depths
from builder.phrases import Phrases
from builder.record import Record, derived, replace

_DRAWN = ("figure",)  # what slides draw: its figure may stand in it, and placeholders stand apart
_HAIR = 0.5  # pt that words may reach into a field, by the rounding of shares
_APART = 1.5  # hundredths of the slide: the least room between a logo and words beside it


class Laid(Record):
    """A layout, and which field of a slide each of its placeholders holds."""

    layout: SlideLayout
    design: SlideDesign
    fields: tuple[tuple[str, Placeholder], ...]
    stands_for: str
    in_turn_with: str
    forms: Mapping[str, str]  # of the boxes that have one, by field
    around: dict[str, tuple[str, str]]  # what is set before and after the words of a field

    def holders(self, field: str) -> tuple[Placeholder, ...]:
        """The placeholders of a field, in reading order."""
        return tuple(holder for held, holder in self.fields if held == field)


class SlideDrafter(Record, dict=True):
    """Lays out the brand's slides for one size of slide and one language."""

    brand: Brand
    slides: SlideSet
    canvas: Canvas
    phrases: Phrases
    footers: tuple[str, ...]  # the first that fits on one line is taken

    def template(self, *, title: str, author: str, moment: dt.datetime) -> Deck:
        """The master and every layout, and no slide."""
        return Deck(
            title=title,
            author=author,
            lang=with_region(self.phrases.language),
            rtl=self.phrases.rtl,
            width=self.canvas.width,
            height=self.canvas.height,
            safe=self._safe(),
            theme=self.theme,
            colors=color_map(self.slides, self.slides.master),
            master=self._laid("master", self.slides.master).layout,
            layouts=tuple(laid.layout for laid in self.layouts.values()),
            moment=moment,
            levels=tuple(self.phrases[f"prompt_level_{depth}"] for depth in range(2, 6)),
            footer=self._footer,
        )

    @derived
    def layouts(self) -> dict[str, Laid]:
        """Every layout, by its key."""
        return {key: self._laid(key, design) for key, design in self.slides.layouts.items()}

    def layouts_of_type(self, type_: str) -> tuple[Laid, ...]:
        """Those that Office takes for a type."""
        return tuple(laid for laid in self.layouts.values() if laid.layout.type == type_)

    @derived
    def theme(self) -> OfficeTheme:
        """The colours and fonts of the deck."""
        return slide_theme(self.brand, self.slides, self.phrases.language)

    @derived
    def shapes(self) -> ShapeDrafter:
        """What draws on slides."""
        return ShapeDrafter(self.brand, self.slides, self.canvas, self.phrases.rtl)

    @derived
    def _footer(self) -> str:
        line = next(holder for holder in self._boxes.foot(self.slides.master, "") if holder.kind == "ftr")
        fitting = (text for text in self.footers if fits_one_line(text, line, self.theme))
        return next(fitting, self.footers[-1])

    @derived
    def _quotation(self) -> tuple[str, str]:
        """The marks of the deck's language before and after what somebody said."""
        before, _, after = self.phrases["quotation"].partition("{text}")
        return before, after

    @derived
    def _boxes(self) -> BoxDrafter:
        heavy = heavy_headings(self.brand, self.slides, self.phrases.language)
        return BoxDrafter(self.brand, self.slides, self.phrases, self.canvas.width, self.canvas.height, heavy)

    def _laid(self, key: str, design: SlideDesign) -> Laid:
        fields = tuple(self._boxes.fields(design))
        foot = tuple(self._boxes.foot(design, self._footer))
        words = [holder.box for field, holder in fields if field != "photo"]
        words += [holder.box for holder in foot]
        layout = SlideLayout(
            key=key,
            name=self.phrases.get(f"layout_{key.replace('-', '_')}", design.name),
            placeholders=(*(holder for field, holder in fields if field not in _DRAWN), *foot),
            drawings=(
                *self._panels(design),
                *self._art(key, design, words),
                *self._logo(key, design, [*words, *self._over(key)]),
            ),
            colors=self._override(design),
            master_art=design.master_art,
            type=design.type,
            places=tuple(holder for field, holder in fields if field in _DRAWN),
        )
        quotes: dict[bool, tuple[str, str]] = {True: self._quotation, False: ("", "")}
        around: dict[str, tuple[str, str]] = {
            box.holds: (box.before + quotes[box.quoted][0], quotes[box.quoted][1] + box.after)
            for box in design.boxes
            if box.before or box.after or box.quoted
        }
        forms: dict[str, str] = {box.holds: box.form for box in design.boxes if box.form}
        return Laid(layout, design, fields, design.stands_for or "", design.in_turn_with or "", forms, around)

    def _over(self, key: str) -> Iterator[Box]:
        """Where the words of layouts stand that show what is drawn on the master."""
        for design in self.slides.layouts.values() if key == "master" else ():
            if design.master_art:
                yield from (holder.box for field, holder in self._boxes.fields(design) if field != "photo")

    def _override(self, design: SlideDesign) -> ColorMap:
        colors = color_map(self.slides, design)
        return () if colors == color_map(self.slides, self.slides.master) else colors

    def _panels(self, design: SlideDesign) -> Iterator[Drawing]:
        panels = [
            Path(self._boxes.form(panel.form, panel.box), fill=self.brand.color(panel.color))
            for panel in design.panels
        ]
        if panels:
            yield Drawing("Panel", tuple(self._on_slide(tuple(panels))))

    def _art(self, key: str, design: SlideDesign, words: list[Box]) -> Iterator[Drawing]:
        ground = self.brand.color(self.slides.grounds[design.ground].fill)
        for piece in design.pieces:
            paths = placed_art(piece, self.brand, self.canvas, self.phrases.rtl, words, (ground,))
            if shown := tuple(self._on_slide(paths)):
                own = any(shape.role == OWN for shape in self.brand.art[piece.files[0]].shapes)
                yield Drawing("Illustration" if own else "Decoration", shown)
        for use in design.fields:
            field = self._clear_of(words, use).sown(key)
            paths = placed_tiles(field, self.brand, self.canvas, ground, words, self.phrases.rtl)
            if shown := tuple(self._on_slide(paths)):
                yield Drawing("Decoration", shown)

    def _clear_of(self, words: list[Box], use: Tiles) -> Tiles:
        """A field as deep as it may be beside the words of a layout, or as its least."""
        depths_of = [field for (field,) in depths((use,))]
        rtl = self.phrases.rtl
        clear = (
            field
            for field in depths_of
            if not any(box_of(field, self.canvas, rtl).overlaps(box, _HAIR) for box in words)
        )
        return next(clear, depths_of[-1])

    def _on_slide(self, paths: tuple[Path, ...]) -> Iterator[Path]:
        """Filled curves are cut at the slide's edge: Office shows what hangs over it while people edit."""
        slide = Box(0, 0, self.canvas.width, self.canvas.height)
        for path in paths:
            if commands := clipped(path.commands, slide):
                yield replace(path, commands=commands)

    def _logo(self, key: str, design: SlideDesign, words: list[Box]) -> Iterator[Drawing]:
        place = design.logo
        if place and place.name in self.brand.logos:
            fill = self.slides.grounds[design.ground].fill
            versions = self.brand.logos[place.name].on(self.brand.color(fill), self.brand.on(fill))
            height, bottom = (each * self.canvas.height / 100 for each in (place.height, place.bottom))
            room = self._room(place, Box(0, bottom - height, self.canvas.width, height), words)
            while versions:  # those of a shape for which there is no room stand back
                found = fitted(versions, (room, height), room, self.canvas)
                box = self._at(place, found, bottom)
                if found.large and not any(box.overlaps(each) for each in words):
                    yield Drawing("Logo", tuple(found.paths(box)))
                    return
                versions = tuple(each for each in versions if each != found.shown)
            within = fitted((found.shown,), (room, height), 0, self.canvas)
            where = " on the master of slides" if key == "master" else f" on the layout `{key}` of slides"
            raise LogoTrouble(place.name, within, self.canvas, where)

    def _at(self, place: LogoPlace, found: Fitted, bottom: float) -> Box:
        """Where a lock-up stands: on its place's foot, at its edge."""
        share = 100 * found.width / self.canvas.width
        start = place.left if place.left is not None else (place.right or 0) - share
        left = (100 - start - share if self.phrases.rtl else start) * self.canvas.width / 100
        return Box(left, bottom - found.height, found.width, found.height)

    def _room(self, place: LogoPlace, band: Box, words: list[Box]) -> float:
        """The width from the edge of a logo's place to the nearest words beside it, or to the margin."""
        across = self.canvas.width / 100
        beside = [self._along(box) for box in words if box.overlaps(band)]
        if place.left is not None:
            ends = [start - _APART * across for start, _ in beside if start > place.left * across]
            return min([*ends, (100 - self.slides.margin[0]) * across]) - place.left * across
        edge = (place.right or 0) * across
        return edge - max(
            [*(end + _APART * across for _, end in beside if end < edge), self.slides.margin[0] * across]
        )

    def _along(self, box: Box) -> tuple[float, float]:
        """Where a box starts and ends as lines run."""
        return (
            (self.canvas.width - box.right, self.canvas.width - box.x)
            if self.phrases.rtl
            else (box.x, box.right)
        )

    def _safe(self) -> Box:
        across, down = self.slides.margin
        left, top = self.canvas.width * across / 100, self.canvas.height * down / 100
        return Box(0, 0, self.canvas.width, self.canvas.height).inset(left, top, left, top)
