"""The brand's slides: what a designer writes in `brand/slides.yaml`.

Boxes are left, top, width and height in hundredths of the slide, colours the
palette's names, type sizes pt.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from builder.brand.design import ArtUse
from builder.brand.part import BrandPart

Percent = Annotated[float, Field(ge=-30, le=130)]
PointSize = Annotated[float, Field(ge=12, le=240)]
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

    fill: str
    text: str
    title: str
    second: str  # a quieter background: table bands
    link: str
    instead: dict[str, str] = Field(default_factory=dict)  # colours that would vanish on it → others


class SlideBox(BrandPart):
    """A box that people fill; `holds` is the field of the spec's slide that the example fills it with."""

    name: str | None = None  # shown in the selection pane; none given: what it holds
    holds: Field_
    box: Box4
    size: PointSize = 24
    least: PointSize = 20  # long text shrinks no further
    prompt: str | None = None  # none given: the tool's own words, in the pack's language
    color: str | None = None  # a palette name; none given: the ground's own
    heading: bool = False
    bold: bool = False
    bullets: bool = False
    before: str = ""  # set before and after the words, such as quotation marks
    after: str = ""
    leading: Annotated[float, Field(ge=0.7, le=2)] = 1.0
    align: Literal["start", "centre", "end"] = "start"
    anchor: Literal["top", "middle", "bottom"] = "top"
    across: Annotated[int, Field(ge=1, le=6)] = 1  # so many boxes side by side, which share the field's items
    gap: Annotated[float, Field(ge=0, le=20)] = 3.0  # between them, in hundredths


class LogoPlace(BrandPart):
    """A logo of the brand: its height, its bottom edge, and its left or right edge, in hundredths."""

    name: str = "main"
    left: Percent | None = None
    right: Percent | None = None
    bottom: Percent
    height: Annotated[float, Field(gt=0, le=40)]

    @model_validator(mode="after")
    def _one_edge(self) -> Self:
        if (self.left is None) == (self.right is None):
            raise ValueError("a logo stands at its left or at its right edge: give one of them")
        return self


class Footer(BrandPart):
    """The line at the foot: the slide's number, the words, and room for a date."""

    box: Box4
    size: PointSize = 12


class Narrow(BrandPart):
    """What a layout does otherwise on a 4:3 slide; what is left out stays as on the wide one."""

    art: tuple[ArtUse, ...] | ArtUse = ()
    logo: LogoPlace | None = None
    footer: bool | Box4 = True
    boxes: tuple[SlideBox, ...] = ()


class NarrowScale(BrandPart):
    """How much smaller type and art are on a 4:3 slide, which is three quarters as wide."""

    type: Annotated[float, Field(gt=0.5, le=1)] = 0.86
    art: Annotated[float, Field(gt=0.3, le=1.5)] = 0.75


class SlideDesign(BrandPart):
    """One layout."""

    name: str
    ground: str
    type: LayoutType = ""
    stands_for: str | None = None  # the layout whose slides it takes when they have more items
    master_art: bool = False  # shows the master's art and logo instead of its own
    art: tuple[ArtUse, ...] | ArtUse = ()
    logo: LogoPlace | None = None
    footer: bool | Box4 = True  # none, the usual line, or a shorter one without a date
    boxes: tuple[SlideBox, ...] = Field(min_length=1)
    narrow: Narrow | None = None

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

    font: str  # one that Office has
    leading: Annotated[float, Field(ge=0.8, le=2)] = 1.0  # its least, as a multiple of the font's own


class SlideSet(BrandPart):
    """The whole file: theme, grounds, master, layouts."""

    theme: Annotated[dict[str, str], AfterValidator(_whole_theme)]  # Office's slots → palette names
    scripts: dict[str, str] = Field(default_factory=dict)  # Office's script code → a font that Office has
    languages: dict[str, LanguageFont] = Field(default_factory=dict)  # those that differ from their script
    complex: str = "Arial"  # for scripts that are not named
    embed_fonts: bool = False  # the brand's own fonts, in the file, instead of those that Office has
    narrow: NarrowScale = NarrowScale()
    margin: tuple[Percent, Percent] = (6, 8)  # the guides, from the sides and from top and bottom
    footer: Footer
    grounds: dict[str, Ground]
    master: SlideDesign
    layouts: dict[str, SlideDesign] = Field(min_length=12)

    def slot(self, color: str) -> str | None:
        """The first slot that holds a palette colour."""
        return next((slot for slot in (*SLOTS, *LINKS) if self.theme[slot] == color), None)


def text_color(slides: SlideSet, design: SlideDesign, box: SlideBox) -> str:
    """The palette colour of a box's text."""
    ground = slides.grounds[design.ground]
    return box.color or (ground.title if box.holds == "title" else ground.text)
