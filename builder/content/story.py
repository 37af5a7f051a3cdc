"""A story: flowing text as blocks with their meaning.

Blocks say what a thing is, never how it looks, so that one story serves paper,
a web page and a word processor. Everything is frozen data: it pickles, and its
`repr` names no path.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from builder.color import Color
from builder.content.frame import Frame
from builder.content.look import Look, TypeStyle
from builder.emphasis import Emphatic, stretches
from builder.media import Image
from builder.record import Record, replace
from builder.tagged import Tagged, in_language_of, parts_of


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one kind; `\\n` inside them is a line break that is meant.

    `link` is a web address, or `#` and the id of a block. `lang` is a BCP 47 tag
    where the words are of another language than the story: none given, it is that of
    a tagged text. A `slot` is for a partner to fill in. Words that are `struck` do not
    hold any more. A `note` is the number of the note that the words, which are that
    number, lead to; `again` if others before them do, to which the note leads back.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    lang: str = ""
    slot: bool = False
    struck: bool = False
    note: int = 0
    again: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.text, Tagged):
            object.__setattr__(self, "lang", self.lang or self.text.language)
            object.__setattr__(self, "text", str(self.text))


Align = Literal["start", "center", "end"]  # of the lines in a column; they start where the language starts
Spans = tuple[Span, ...]


class Heading(Record):
    """A heading; level 1 starts a chapter. `kicker` is the short label that goes with it.

    A `plate` is a layout that says the same, for what sets pages: it stands from margin to margin.
    """

    level: int
    spans: Spans
    id: str = ""
    kicker: str = ""
    plate: Frame | None = None


class Paragraph(Record):
    """A paragraph; a `lead` opens a chapter, a `note` is an aside (a source, a credit, terms)."""

    spans: Spans
    role: Literal["text", "lead", "note"] = "text"


class ListBlock(Record):
    """A list with a mark or a number before each item; an item is blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


class Table(Record):
    """Rows of cells under a header row; `widths` are shares of the room, none for such as the cells ask for.

    `aligned` says it of each column; none if every line starts where lines start.
    """

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    widths: tuple[float, ...] = ()
    caption: Spans = ()
    aligned: tuple[Align, ...] = ()


class Figure(Record):
    """A picture with what it shows in words (`alt`, empty only if it is decoration).

    `width` is its share of the text's width; `link` as in a Span.
    """

    content: Frame | Image
    alt: str
    caption: Spans = ()
    width: float = 1.0
    link: str = ""


class Feature(Record):
    """A picture set large, and beside it the blocks that it goes with, whose heading is read before it.

    It stands where lines start or, if it is `flipped`, where they end. The figure's `width` is its share of
    the page's.
    """

    figure: Figure
    blocks: tuple[Block, ...]
    flipped: bool = False


class Gallery(Record):
    """Figures side by side, so many a row, each with its caption.

    `continued` is their title over a further page, seen there and not heard.
    """

    figures: tuple[Figure, ...]
    columns: int = 3
    continued: str = ""


class Callout(Record):
    """Blocks that stand apart from the text: what must not be overlooked."""

    blocks: tuple[Block, ...]
    title: str = ""


class PullFigure(Record):
    """A number that speaks for itself, perhaps drawn; what it counts, and where it is from."""

    value: str
    label: Spans
    source: Spans = ()
    picture: Figure | None = None  # of the part of a whole that it is


class BlockQuote(Record):
    """What somebody said or wrote; `short` if it is a paragraph or a few, and nothing else.

    A `pulled` one is set large, from margin to margin: a voice that breaks the text.
    """

    blocks: tuple[Block, ...]
    who: str = ""
    pulled: bool = False

    @property
    def short(self) -> bool:
        """Whether it is words that were said, and not a part of a document."""
        return all(isinstance(block, Paragraph) for block in self.blocks)


class Note(Record):
    """What a text says beside it, by its number."""

    number: int
    spans: Spans


class Notes(Record):
    """The notes of the text above, in their order."""

    notes: tuple[Note, ...]


class Definition(Record):
    """A term (a date, a kind, a year) and the blocks that belong to it."""

    term: str
    blocks: tuple[Block, ...]
    note: str = ""  # a second, quieter line of the term: a time, a place


class Definitions(Record):
    """Terms with what belongs to them: a calendar, a glossary, a list of resources.

    `whole`: each stays on one page, if a page can hold it. `continued` is their title over a further page,
    seen there and not heard; on a `plate` as that of a heading, if there is one.
    """

    entries: tuple[Definition, ...]
    whole: bool = False
    continued: str = ""
    plate: Frame | None = None


class Copy(Record):
    """Words to copy and paste: for whom (`X, Bluesky`), how long, and the words themselves.

    `continued` is for whom on a further page, seen there and not heard; as the first if it is none.
    """

    label: str
    count: str
    spans: Spans
    continued: str = ""


class PostCard(Record):
    """A ready-made post: when it is for, its image, and its words for each place.

    `continued` is its title on a further page, seen there and not heard; as the first if it is none.
    """

    title: str
    copies: tuple[Copy, ...]
    note: str = ""
    picture: Frame | Image | None = None
    alt: str = ""
    id: str = ""
    continued: str = ""


class Opening(Record):
    """A finished layout that fills a page or the head of one: a cover, a chapter's opening.

    `title` and `kicker` are its words for bookmarks, contents and other formats;
    `alt` is heard in place of the layout. Level 0 is the cover, 1 a chapter.
    `taller` are layouts of the same words that take more of the page, up to all of it; what
    sets pages takes the one that fills them best. One that may be `quiet` may as well be a
    heading below the end of the chapter before it. `links` are words of the layout and where they lead;
    `said` is what it says besides its title, for formats that show no layout.
    """

    frame: Frame
    title: str
    kicker: str = ""
    id: str = ""
    level: int = 1
    alt: str = ""
    taller: tuple[Frame, ...] = ()
    quiet: bool = False
    links: tuple[tuple[str, str], ...] = ()
    said: tuple[Block, ...] = ()


class Contents(Record):
    """The table of contents: the story's chapters, and where they are.

    Without a title, its head is the block before it. What sets pages leaves it out, with that head and the
    break after it, where all others are no more than `spared`: a reader turns them sooner than reads a list.
    """

    title: str
    depth: int = 1
    id: str = ""
    spared: int = 0


class Plate(Record):
    """A colour or a picture to look at, its name and notes on it; `said` are words on the colour."""

    title: str
    notes: tuple[str, ...] = ()
    ground: Color | None = None  # none: the paper
    said: str = ""
    ink: Color | None = None  # of what is said
    picture: Frame | None = None
    alt: str = ""


class Plates(Record):
    """Plates side by side, so many a row; `shape` is the height of each, as a share of its width.

    Without a shape they are all as high as each other, and as wide as their pictures make them.
    """

    plates: tuple[Plate, ...]
    columns: int
    shape: float = 0.0


class Specimen(Record):
    """Words in a type of their own, to look at; `label` says which it is."""

    text: str
    style: TypeStyle
    label: str = ""
    language: str = ""  # none: the story's
    rtl: bool = False


class Pair(Record):
    """Words of one colour on a ground of another: their contrast, and what words may be set so."""

    ground: Color
    ink: Color
    ratio: str  # `4.6`
    use: Literal["text", "large", "none"]  # any words, large ones alone, none


class Pairs(Record):
    """Grounds, a row each, with each colour that words could have there."""

    inks: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Pair, ...]], ...]


class Head(Record):
    """The head of a page that shows something: its title, and beside it what there is to say of it."""

    title: str
    spans: Spans
    id: str


class Columns(Record):
    """Blocks side by side, in columns of one width; they are read column by column.

    `wide` ones take the hanging margin too. `continued` is seen over them on a further page, and not heard.
    """

    columns: tuple[tuple[Block, ...], ...]
    wide: bool = False
    continued: str = ""


class PageBreak(Record):
    """What follows starts a new page."""


# What a paragraph before it introduces, and so is not parted from. A panel that ends a list keeps its last
# entry: alone at the head of a page, it would be taken for a part of what follows.
INTRODUCED = (Definitions, ListBlock, Gallery, Feature, Table, Columns, PostCard)

Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Figure
    | Feature
    | Gallery
    | Callout
    | PullFigure
    | BlockQuote
    | Notes
    | Definitions
    | PostCard
    | Opening
    | Contents
    | Plates
    | Specimen
    | Pairs
    | Head
    | Columns
    | PageBreak
)


class Letterhead(Record):
    """What stands at the head of a letter's first page: the logo, what it says in words (`alt`), and art.

    The art hangs in the corner where lines end, as large as it is, in pt, as is the logo.
    """

    art: Frame
    logo: Frame | None = None
    alt: str = ""


class Story(Record):
    """A whole document: its blocks, its look, and what a library would file it under.

    One with a `letterhead` is a letter, for what word processors set.
    `voices` are quotations for the ends of chapters: what sets pages puts them where one is left with room.
    """

    title: str
    author: str
    subject: str
    language: str
    blocks: tuple[Block, ...]
    look: Look
    rtl: bool = False
    keywords: tuple[str, ...] = ()
    running: str = ""  # the quiet words of the running foot
    letterhead: Letterhead | None = None
    voices: tuple[BlockQuote, ...] = ()


def plain(spans: Spans) -> str:
    """The words of spans alone."""
    return "".join([span.text for span in spans])


def words(text: str) -> Spans:
    """Words as spans, one for each language that they are in; those with emphasis are in italics."""
    if isinstance(text, Emphatic):
        pieces = ((in_language_of(piece, text), weight) for piece, weight in stretches(text))
        return tuple(Span(piece, italic=weight) for piece, weight in pieces)
    return tuple(Span(part) for part in parts_of(text)) if text else ()


def paragraphs(spans: Spans) -> list[Spans]:
    """Spans parted at blank lines."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n\n")
        parts[-1].append(replace(span, text=first))
        parts.extend([replace(span, text=other)] for other in others)
    return [tuple(part) for part in parts if plain(tuple(part)).strip()]
