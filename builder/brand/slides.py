"""The brand's slides: what a designer writes in `brand/slides.yaml`.

Boxes are left, top, width and height in hundredths of the slide, colours the
palette's names, type sizes pt.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from builder.brand.artuse import ArtUse
from builder.brand.officetheme import LINKS, SLOTS, ScriptCode, ThemeColors
from builder.brand.part import BrandPart, ColorName
from builder.brand.slideboxes import Box4, LogoPlace, Panel, Percent, PointSize, SlideBox
from builder.brand.tiles import Tiles
from builder.phrases.tags import LanguageTag
from builder.source.validate import wording

LayoutType = Literal[  # what Office takes a layout for
    "", "title", "secHead", "obj", "twoObj", "twoTxTwoObj", "picTx", "tbl", "chart", "titleOnly", "blank"
]


class Ground(BrandPart):
    """A background and what stands on it, by palette names."""

    fill: ColorName
    """The ground itself. Example: primary"""
    text: ColorName
    """Words on it. Example: on-primary"""
    title: ColorName
    """Titles on it. Example: on-primary"""
    second: ColorName
    """A quieter ground: the bands of tables. Example: foreground"""
    link: ColorName
    """Links on it. Example: accent-soft"""
    instead: dict[str, ColorName] = Field(default_factory=dict)
    """Colours that would vanish on it, each with the one that stands for it. Example: {secondary: accent}"""


class Footer(BrandPart):
    """The line at the foot: the slide's number, the words, and room for a date."""

    box: Box4
    """Left, top, width and height in hundredths of the slide. Example: [6, 91, 88, 4]"""
    size: PointSize = 12
    """The size of its words, in points. Example: 12"""


class Narrow(BrandPart):
    """What a layout does otherwise on a 4:3 slide; what is left out stays as on the wide one."""

    art: tuple[ArtUse, ...] | ArtUse = ()
    """Other art. Example: {file: art/motif.svg, anchor: top-right, scale: 0.5}"""
    tiles: tuple[Tiles, ...] | Tiles = ()
    """Other tiles. Example: {at: right, columns: 1, rows: 8}"""
    panels: tuple[Panel, ...] = ()
    """Other plain forms. Example: [{box: [55, 0, 45, 100], color: accent}]"""
    logo: LogoPlace | None = None
    """Another place for the logo. Example: {left: 6, bottom: 95, height: 5}"""
    footer: bool | Box4 = True
    """Another line at the foot, or none. Example: no"""
    boxes: tuple[SlideBox, ...] = ()
    """Other boxes, instead of all those of the layout."""


class NarrowScale(BrandPart):
    """How much smaller type and art are on a 4:3 slide, which is three quarters as wide."""

    type: Annotated[float, Field(gt=0.5, le=1)] = 0.86
    """The size of words, as a multiple of that on a wide slide. Example: 0.86"""
    art: Annotated[float, Field(gt=0.3, le=1.5)] = 0.75
    """The scale of art, as a multiple of that on a wide slide. Example: 0.75"""


class SlideDesign(BrandPart):
    """One layout."""

    name: str
    """What PowerPoint calls it. Example: Statement"""
    ground: str
    """One of the file's `grounds`, by its name. Example: background"""
    type: LayoutType = ""
    """What PowerPoint takes it for when slides move between templates. Example: obj"""
    stands_for: str | None = None
    """The layout whose slides it takes when they have more items than that one holds, a photograph or a part
    of a whole that it has no place for, or more words. Example: two-columns
    """
    in_turn_with: str | None = None
    """The layout whose slides it takes in turn with it: of three sections each looks its own way.
    Example: section
    """
    panels: tuple[Panel, ...] = ()
    """Plain forms behind all else, from back to front. Example: [{box: [62, 0, 38, 100], color: accent}]"""
    master_art: bool = False
    """Whether it shows the master's art and logo instead of its own. Example: yes"""
    art: tuple[ArtUse, ...] | ArtUse = ()
    """One piece of art or a list, from back to front; one with a list of files has that of the theme.
    Example: {file: art/motif.svg, anchor: bottom-right}
    """
    tiles: tuple[Tiles, ...] | Tiles = ()
    """A field of square modules or a list of them, chosen by the layout's name.
    Example: {at: right, columns: 3, rows: 4}
    """
    logo: LogoPlace | None = None
    """Where the logo stands. Example: {left: 6, bottom: 95, height: 6}"""
    footer: bool | Box4 = True
    """The line at the foot: `no` for none, four numbers for a shorter one. Example: [6, 91, 40, 4]"""
    boxes: tuple[SlideBox, ...] = Field(min_length=1)
    """The boxes that people fill, in reading order; one of them holds the title."""
    narrow: Narrow | None = None
    """What is otherwise on 4:3 slides; left out, boxes keep their shares. Example: {footer: no}"""

    @property
    def narrowed(self) -> SlideDesign:
        """The layout as it is on a 4:3 slide."""
        if self.narrow is None:
            return self
        return self.model_copy(
            update={name: getattr(self.narrow, name) for name in self.narrow.model_fields_set}
        )

    @property
    def pieces(self) -> tuple[ArtUse, ...]:
        """The art, from back to front."""
        return self.art if isinstance(self.art, tuple) else (self.art,)

    @property
    def fields(self) -> tuple[Tiles, ...]:
        """The fields of tiles, from back to front."""
        return self.tiles if isinstance(self.tiles, tuple) else (self.tiles,)

    @model_validator(mode="after")
    def _no_words_in_tiles(self) -> Self:
        if any(use.large for design in (self, self.narrowed) for use in design.fields):
            raise wording("has tiles with a `large` one, which needs a card's words", "leave out `large`")
        if any(use.unless for design in (self, self.narrowed) for use in design.fields):
            raise wording("has tiles with `unless`, which asks for a card's words", "leave out `unless`")
        return self

    @model_validator(mode="after")
    def _told_code(self) -> Self:
        for design in (self, self.narrowed):
            held = {box.holds for box in design.boxes}
            if "code" in held and "address" not in held:
                hint = "add a box that `holds: address`, for who cannot scan it"
                raise wording("has a QR code that no words explain", hint)
        return self

    @model_validator(mode="after")
    def _one_title(self) -> Self:
        for design in (self, self.narrowed):
            titles = sum(box.holds == "title" for box in design.boxes)
            if titles != 1:
                message = f"has {titles or 'no'} boxes that hold the title, and screen readers need one"
                raise wording(message, "write `holds: title` in one of its `boxes`")
        return self


class LanguageFont(BrandPart):
    """How a language is set where it differs from others in its script."""

    font: str
    """A font that Office has. Example: Urdu Typesetting"""
    leading: Annotated[float, Field(ge=0.8, le=2)] = 1.0
    """The least from line to line, as a multiple of what the font has. Example: 1.3"""


class SlideSet(BrandPart):
    """The whole file: theme, grounds, master, layouts."""

    theme: ThemeColors
    """The twelve colours of Office, each a role or a colour of the palette. Accents that are roles are put in
    the order in which charts show them best, and others of the brand or shades stand for those of one colour.
    Example:
      dk1: foreground
      lt1: surface
      dk2: primary
      lt2: background
      accent1: secondary
      accent2: accent
      accent3: accent-soft
      accent4: highlight
      accent5: secondary-soft
      accent6: tertiary
      hlink: secondary
      folHlink: primary
    """
    scripts: dict[ScriptCode, str] = Field(default_factory=dict)
    """Fonts that Office has, by the code of the script that they are for. Example: {Beng: Nirmala UI}"""
    languages: dict[LanguageTag, LanguageFont] = Field(default_factory=dict)
    """Languages set otherwise than others of their script. Example: {ur: {font: Urdu Typesetting}}"""
    complex: str = "Arial"
    """The font of scripts that `scripts` does not name. Example: Arial"""
    embed_fonts: bool = False
    """Whether the brand's own fonts go into the files, instead of those that Office has. Example: yes"""
    narrow: NarrowScale = NarrowScale()
    """How much smaller type and art are on 4:3 slides. Example: {type: 0.86, art: 0.75}"""
    margin: tuple[Percent, Percent] = (6, 8)
    """The guides of PowerPoint: from the sides, and from top and bottom, in hundredths. Example: [6, 8]"""
    footer: Footer
    """The line at the foot of slides."""
    grounds: dict[str, Ground]
    """The grounds that layouts may have, by names of your own.
    Example:
      plain: {fill: surface, text: foreground, title: primary, second: background, link: secondary}
      deep: {fill: primary, text: on-primary, title: on-primary, second: primary, link: on-primary}
    """
    master: SlideDesign
    """What slides without a layout of their own look like; layouts may take its art."""
    layouts: dict[str, SlideDesign] = Field(min_length=12)
    """The layouts, by the names that the slides of a spec use: twelve at least. Where a spec has no slides,
    the program fills those of `title`, `section`, `statement`, `statistic`, `quote`, `table`, `contact` and
    `closing` that there are.
    Example:
      statement:
        name: Statement
        ground: background
        boxes:
          - {holds: title, box: [6, 8, 76, 48], size: 64, least: 36, heading: yes}
          - {holds: text, box: [6, 60, 64, 27]}
    """

    def slot(self, color: str) -> str | None:
        """The first slot that holds a palette colour."""
        return next((slot for slot in (*SLOTS, *LINKS) if self.theme[slot] == color), None)


def text_color(slides: SlideSet, design: SlideDesign, box: SlideBox) -> str:
    """The palette colour of a box's text; on a panel it is one that can be read there (`slidecolors`)."""
    ground = slides.grounds[design.ground]
    return box.color or (ground.title if box.holds == "title" else ground.text)
