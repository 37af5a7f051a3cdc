"""A deck: a slide master, its layouts and the slides that fill them.

All lengths are points (a 16:9 slide is 960 × 540), y grows downwards from the
top left corner; boxes and art are where they will be seen, so a right-to-left
deck comes mirrored.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from builder.color import Color
from builder.content.charts import BARS, ChartForm
from builder.content.frame import Path
from builder.geometry.box import Box, Command
from builder.media import Font, Image
from builder.record import Record

# The twelve colours of an Office theme, in the order of the format (ECMA-376, clrScheme).
Slot = Literal[
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]

# The names that shapes are coloured by; a colour map says which slot each means (ECMA-376, clrMap).
Token = Literal[
    "bg1",
    "tx1",
    "bg2",
    "tx2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]

SLOTS: tuple[Slot, ...] = get_args(Slot)
TOKENS: tuple[Token, ...] = get_args(Token)

ColorMap = tuple[tuple[Token, Slot], ...]

# How text of several levels stands: what sets it, what asks whether it fits and what draws it agree on them.
INDENT = 22.0  # pt that each level stands further in
DEEPER = 2.0  # pt that each level is smaller
DOT = " · "  # between the parts of a foot
APART = 0.05  # of the width of a chart: between slices and their names
FADE = 0.55  # of the width of a picture that `fades`: how far its ground reaches over it


def above(level: int) -> float:
    """The room above a paragraph of a level (pt); the first of a text has none."""
    return 6.0 if level else 12.0


PlaceholderKind = Literal[
    "title", "ctrTitle", "subTitle", "body", "obj", "pic", "tbl", "chart", "dt", "ftr", "sldNum"
]

HolderForm = Literal["block", "circle", "arch", "pill"]  # outlines that Office has by name
TextAnchor = Literal["t", "ctr", "b"]
TextAlign = Literal["start", "center", "end"]
FontStyle = Literal["regular", "bold", "italic", "boldItalic"]


class EmbeddedFont(Record):
    """A family that travels inside the file."""

    typeface: str  # the name that Office knows it by
    faces: tuple[tuple[FontStyle, Font], ...]


class OfficeTheme(Record):
    """Colours and fonts that everything in the deck refers to."""

    name: str
    colors: tuple[tuple[Slot, Color], ...]  # all twelve
    heading: str  # font families that every Office has, unless they are embedded
    text: str
    complex: str = "Arial"  # the family for Arabic, Hebrew and other complex scripts
    complex_heading: str = ""  # none given: the same
    scripts: tuple[tuple[str, str], ...] = ()  # Office's script code (`Beng`) → family
    named: tuple[tuple[str, Color], ...] = ()  # the brand's palette, offered below the theme's colours
    embedded: tuple[EmbeddedFont, ...] = ()

    def color(self, slot: Slot) -> Color:
        """The colour in a slot."""
        return dict(self.colors)[slot]


class Placeholder(Record):
    """A box of a layout that a slide fills; sizes in pt."""

    name: str  # what the selection pane shows
    kind: PlaceholderKind
    index: int  # ties the slide's shape to the layout's; 0 for titles
    box: Box
    size: float
    prompt: str = ""
    color: Token | Slot = "tx1"
    heading: bool = False  # set in the theme's heading font
    bold: bool = False
    leading: float = 1.0  # line height as a multiple of the font's own
    anchor: TextAnchor = "t"
    align: TextAlign = "start"
    bullets: bool = False  # the master's bullets and levels, or plain paragraphs
    mark: Token | Slot = "accent2"  # the colour of its bullets
    least: float = 20.0  # the smallest size that long text may shrink to
    form: HolderForm = "block"
    outline: tuple[Command, ...] = ()  # instead of its form: the curve that a photograph is cut to
    on: Color | None = None  # of the panel that its words stand on, if it is not the ground
    fill: Color | None = None  # of the plate that it brings along
    fades: bool = False  # whether its picture grows out of the ground where lines begin


class Drawing(Record):
    """Decoration: curves that belong together, clipped to the slide."""

    name: str
    paths: tuple[Path, ...]


class SlideLayout(Record):
    """A named layout; its background is what its colour map calls `bg1`."""

    key: str
    name: str
    placeholders: tuple[Placeholder, ...]  # in reading order
    drawings: tuple[Drawing, ...] = ()  # from back to front, all behind the placeholders
    colors: ColorMap = ()  # empty: the master's
    master_art: bool = False  # whether the master's drawings show behind it
    type: str = ""  # what Office takes it for when slides move between templates
    places: tuple[Placeholder, ...] = ()  # where slides draw, and where no placeholder stands


class SlideParagraph(Record):
    """One paragraph of a placeholder, level 0 to 4."""

    text: str
    level: int = 0
    link: str = ""  # where all of it leads to
    plain: bool = False  # without the bullet that its placeholder gives


class TextFill(Record):
    """Paragraphs for the placeholder `index`."""

    index: int
    paragraphs: tuple[SlideParagraph, ...]
    scale: float = 1.0  # what Office's autofit shrinks the placeholder's sizes to, until people edit it
    size: float | None = None  # pt, instead of the placeholder's own


class TableFill(Record):
    """A table for the placeholder `index`; the first row is its head."""

    index: int
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...]  # widths, pt
    row_height: float  # pt
    size: float  # of the text, pt
    alt: str


class PictureFill(Record):
    """A part of an image (`crop`, in its own pixels) for the placeholder `index`, perhaps in a tone."""

    index: int
    image: Image
    crop: Box
    alt: str
    tone: tuple[Color, ...] = ()


class ChartFill(Record):
    """A chart for the placeholder `index`: a mark a label and series, each with its number at it."""

    index: int
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]  # name, and a number a label
    format: str  # of the numbers, as Excel writes it
    size: float  # of the text, pt
    alt: str
    form: ChartForm = BARS
    ring: float = 0.0  # of its width: the room of slices, whose names stand beside them
    legend: tuple[float, float] = (0.0, 0.0)  # of its width and height: the room of those names
    head: float = 0.0  # of its height: the room above its marks, for the names of several series
    short: float = 0.0  # of the tallest stack: the height below which a part has no room for its number


class ShapesFill(Record):
    """A drawing of shapes, which people edit, in the place of the placeholder `index`."""

    index: int
    name: str  # what the selection pane shows
    paths: tuple[Path, ...]
    alt: str
    link: str = ""  # where it leads to


Filling = TextFill | TableFill | PictureFill | ChartFill | ShapesFill


class SlideContent(Record):
    """One slide; placeholders that it does not fill are left off it."""

    layout: str  # a layout's key
    fillings: tuple[Filling, ...]
    notes: str = ""
    section: str = ""  # the name of the section that begins with it


class Deck(Record, kw_only=True):
    """A template, and the slides of its example."""

    title: str
    author: str
    lang: str
    rtl: bool
    width: float
    height: float
    safe: Box  # the guides: where nothing that must be read should leave
    theme: OfficeTheme
    colors: ColorMap  # the master's own: all twelve
    master: SlideLayout  # what every layout inherits from; its key and colours are not used
    layouts: tuple[SlideLayout, ...]
    moment: dt.datetime  # of the document's properties, in UTC
    levels: tuple[str, ...]  # the prompts of the second to the fifth level of text
    footer: str = ""
    slides: tuple[SlideContent, ...] = ()
