"""The brand's slides: what a designer writes in `brand/slides.yaml`.

Boxes are left, top, width and height in hundredths of the slide, colours the
palette's names, type sizes pt.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from builder.brand.design import ArtUse
from builder.brand.part import BrandPart, ColorName
from builder.source.forms import Kind

Percent = Annotated[float, Kind("hundredths of the slide"), Field(ge=-30, le=130)]
PointSize = Annotated[float, Kind("points"), Field(ge=12, le=240)]
Field_ = Literal[
    "title",
    "subtitle",
    "text",
    "bullets",
    "right",
    "headings",
    "value",
    "source",
    "rows",
    "chart",
    "photo",
    "numbers",
    "logo",
]

LayoutType = Literal[  # what Office takes a layout for
    "", "title", "secHead", "obj", "twoObj", "twoTxTwoObj", "picTx", "tbl", "chart", "titleOnly", "blank"
]

SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
LINKS = ("hlink", "folHlink")


def _on_slide(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, _, width, height = box
    if width <= 0 or height <= 0 or left < 0 or left + width > 100:
        raise ValueError("a box is left, top, width, height in hundredths of the slide, and within its width")
    return box


Box4 = Annotated[tuple[Percent, Percent, Percent, Percent], AfterValidator(_on_slide)]


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


class SlideBox(BrandPart):
    """A box that people fill; `holds` is the field of the spec's slide that the example fills it with."""

    name: str | None = None
    """What PowerPoint's selection pane shows; left out, what it holds. Example: Who said it"""
    holds: Field_
    """The field of a slide that fills it; `numbers` counts the bullets, `logo` is room for a partner's.
    Example: title
    """
    box: Box4
    """Left, top, width and height in hundredths of the slide. Example: [6, 8, 76, 48]"""
    size: PointSize = 24
    """The size of its words, in points. Example: 40"""
    least: PointSize = 20
    """The size below which long words do not shrink, in points. Example: 28"""
    prompt: str | None = None
    """What an empty box asks for; left out, the program's own words in the pack's language.
    Example: Say it in ten words
    """
    color: ColorName | None = None
    """A role or a colour of the palette; left out, that of the ground. Example: secondary"""
    heading: bool = False
    """Whether it is set in the font of headings. Example: yes"""
    bold: bool = False
    """Whether it is bold. Example: yes"""
    bullets: bool = False
    """Whether its lines have bullets. Example: yes"""
    before: str = ""
    """What is set before the words. Example: “"""
    after: str = ""
    """What is set after the words. Example: ”"""
    leading: Annotated[float, Field(ge=0.7, le=2)] = 1.0
    """From line to line, as a multiple of what the font has. Example: 0.9"""
    align: Literal["start", "centre", "end"] = "start"
    """Where its lines begin: `start` is left, or right in languages written from there. Example: centre"""
    anchor: Literal["top", "middle", "bottom"] = "top"
    """Where its words stand in the box. Example: bottom"""
    across: Annotated[int, Field(ge=1, le=6)] = 1
    """How many boxes stand side by side and share the field's items. Example: 3"""
    gap: Annotated[float, Field(ge=0, le=20)] = 3.0
    """How far these stand apart, in hundredths of the slide. Example: 4"""


class LogoPlace(BrandPart):
    """A logo of the brand: its height, its bottom edge, and its left or right edge, in hundredths."""

    name: str = "main"
    """Which logo, as `_brand.yml` names it; its version for the ground is found by itself. Example: main"""
    left: Percent | None = None
    """Where its left edge is, from the slide's left; instead of `right`. Example: 6"""
    right: Percent | None = None
    """Where its right edge is, from the slide's left; instead of `left`. Example: 94"""
    bottom: Percent
    """Where its lower edge is, from the slide's top. Example: 95"""
    height: Annotated[float, Field(gt=0, le=40)]
    """How high it is. Example: 6"""

    @model_validator(mode="after")
    def _one_edge(self) -> Self:
        if (self.left is None) == (self.right is None):
            raise ValueError("a logo stands at its left or at its right edge: give one of them")
        return self


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
    """The layout whose slides it takes when they have more items than that one holds. Example: two-columns"""
    master_art: bool = False
    """Whether it shows the master's art and logo instead of its own. Example: yes"""
    art: tuple[ArtUse, ...] | ArtUse = ()
    """One piece of art or a list, from back to front. Example: {file: art/motif.svg, anchor: bottom-right}"""
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

    @model_validator(mode="after")
    def _one_title(self) -> Self:
        for design in (self, self.narrowed):
            if sum(box.holds == "title" for box in design.boxes) != 1:
                raise ValueError(
                    "a layout has one box that holds the title, or screen readers cannot name its slides"
                )
        return self


def _whole_theme(theme: dict[str, str]) -> dict[str, str]:
    if wrong := sorted({*SLOTS, *LINKS} ^ theme.keys()):
        raise ValueError(f"the theme has the twelve slots of Office: see {', '.join(wrong)}")
    return theme


class LanguageFont(BrandPart):
    """How a language is set where it differs from others in its script."""

    font: str
    """A font that Office has. Example: Urdu Typesetting"""
    leading: Annotated[float, Field(ge=0.8, le=2)] = 1.0
    """The least from line to line, as a multiple of what the font has. Example: 1.3"""


class SlideSet(BrandPart):
    """The whole file: theme, grounds, master, layouts."""

    theme: Annotated[dict[str, ColorName], AfterValidator(_whole_theme)]
    """The twelve colours of Office, each a role or a colour of the palette.
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
    scripts: dict[str, str] = Field(default_factory=dict)
    """Fonts that Office has, by the code of the script that they are for. Example: {Beng: Nirmala UI}"""
    languages: dict[str, LanguageFont] = Field(default_factory=dict)
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
    """The layouts, by the names that the slides of a spec use; the program fills twelve.
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
    """The palette colour of a box's text."""
    ground = slides.grounds[design.ground]
    return box.color or (ground.title if box.holds == "title" else ground.text)
