"""A story: flowing text as blocks with their meaning, and the look it is set in.

Blocks say what a thing is, never how it looks, so that one story serves paper,
a web page and a word processor. Everything is frozen data: it pickles, and its
`repr` names no path.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from builder.color import Color
from builder.content.frame import Frame
from builder.media import FontChain, Image


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind; `\\n` inside them is a line break that is meant.

    `link` is a web address, or `#` and the id of a block. `lang` is a BCP 47 tag
    where the words are of another language than the story. A `slot` is for a
    partner to fill in.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    lang: str = ""
    slot: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 starts a chapter. `kicker` is the short label that goes with it."""

    level: int
    spans: Spans
    id: str = ""
    kicker: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a `lead` opens a chapter, a `note` is an aside (a source, a credit, terms)."""

    spans: Spans
    role: Literal["text", "lead", "note"] = "text"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with a mark or a number before each item; an item is blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header row; `widths` are shares of the room, none for even ones."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[float, ...] = ()
    caption: Spans = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what it shows in words (`alt`, empty only if it is decoration).

    `width` is its share of the text's width; `link` as in a Span.
    """

    content: Frame | Image
    alt: str
    caption: Spans = ()
    width: float = 1.0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """Figures side by side, so many a row, each with its caption."""

    figures: tuple[Figure, ...]
    columns: int = 3


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks that stand apart from the text: what must not be overlooked."""

    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class PullFigure:
    """A number that speaks for itself, what it counts, and where it is from."""

    value: str
    label: Spans
    source: Spans = ()


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """What somebody said."""

    spans: Spans
    who: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term (a date, a kind, a year) and the blocks that belong to it."""

    term: str
    blocks: tuple[Block, ...]
    note: str = ""  # a second, quieter line of the term: a time, a place


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with what belongs to them: a calendar, a glossary, a list of resources."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Words to copy and paste: for whom (`X, Bluesky`), how long, and the words themselves."""

    label: str
    count: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class PostCard:
    """A ready-made post: when it is for, its image, and its words for each place."""

    title: str
    copies: tuple[Copy, ...]
    note: str = ""
    picture: Frame | Image | None = None
    alt: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A finished layout that fills a page or the head of one: a cover, a chapter's opening.

    `title` and `kicker` are its words for bookmarks, contents and other formats;
    `alt` is heard in place of the layout. Level 0 is the cover, 1 a chapter.
    """

    frame: Frame
    title: str
    kicker: str = ""
    id: str = ""
    level: int = 1
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the story's chapters, and where they are."""

    title: str
    depth: int = 1
    id: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Figure
    | Gallery
    | Callout
    | PullFigure
    | BlockQuote
    | Definitions
    | PostCard
    | Opening
    | Contents
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts of one role, by weight and slope."""

    regular: FontChain
    bold: FontChain
    italic: FontChain
    bold_italic: FontChain

    def pick(self, bold: bool = False, italic: bool = False) -> FontChain:
        """The fonts of a weight and a slope."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How one role of text is set: sizes in pt, letter-spacing in em."""

    faces: Faces
    size: float
    leading: float
    color: Color
    bold: bool = False
    tracking: float = 0.0


_SLOT = Color(255, 236, 179)


@dataclass(frozen=True, slots=True)
class Office:
    """What a word processor sets a story in: fonts that every Office has, and colours to choose from."""

    name: str = "Plain"
    display: str = "Georgia"
    text: str = "Arial"
    complex: str = "Arial"  # for the story's script, if it is none that the other two have
    leading: float = 1.28  # of text, as a multiple of the font's own
    accents: tuple[Color, ...] = ()  # six at most
    slot: Color = _SLOT  # the ground of what a partner fills in


@dataclass(frozen=True, slots=True)
class Look:
    """What a story looks like: the page in pt, type styles by role, colours."""

    width: float
    height: float
    top: float  # margins
    bottom: float
    outer: float  # the margin at the side where lines end
    hang: float  # from where lines start to the text: the hanging margin lies in it
    inner: float  # the margin at the side where lines start, before the hanging margin
    grid: float  # from baseline to baseline of the text
    text: TypeStyle
    lead: TypeStyle
    note: TypeStyle
    kicker: TypeStyle
    headings: tuple[TypeStyle, ...]  # by level, from 1
    figure: TypeStyle  # the value of a pull figure
    quote: TypeStyle
    label: TypeStyle  # a card's platform, a table's header, a term
    foot: TypeStyle
    paper: Color
    accent: Color  # figures, kickers, marks of lists
    link: Color
    panel: Color  # the ground of cards and callouts
    rule: Color
    tail: Frame | None = None  # art for the foot of a page that a chapter leaves half empty
    office: Office = Office()


@dataclass(frozen=True, slots=True)
class Story:
    """A whole document: its blocks, its look, and what a library would file it under."""

    title: str
    author: str
    subject: str
    language: str
    blocks: tuple[Block, ...]
    look: Look
    rtl: bool = False
    keywords: tuple[str, ...] = ()
    running: str = ""  # the quiet words of the running foot


def plain(spans: Spans) -> str:
    """The words of spans alone."""
    return "".join(span.text for span in spans)


def words(text: str) -> Spans:
    """Plain words as spans."""
    return (Span(text),) if text else ()


def paragraphs(spans: Spans) -> list[Spans]:
    """Spans parted at blank lines."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n\n")
        parts[-1].append(replace(span, text=first))
        parts.extend([replace(span, text=other)] for other in others)
    return [tuple(part) for part in parts if plain(tuple(part)).strip()]
