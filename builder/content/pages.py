"""Pages: a document laid out to its last line, and what each piece of it means.

All lengths are in pt; y grows downwards from the top of a page. Everything is frozen
data: it pickles, and it can be looked at without a renderer.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from builder.color import Color
from builder.content.frame import Fill, Frame, Path, Picture, Text
from builder.geometry.box import Box
from builder.inks import Inks
from builder.record import Record


class Attribute(NamedTuple):
    """What an element says about itself: `Table`, `Scope`, `Column` (ISO 32000-1, 14.8.5)."""

    owner: str
    name: str
    value: str


class Element(Record):
    """A node of the structure tree; its children are in reading order.

    Roles are those of ISO 32000-1, 14.8.4, and `Title`. Items of pages name the element that
    they belong to by its `number`, which is its own in the document. An element that has items
    and children is read in the order in which both stand on the pages.
    """

    role: str
    number: int
    lang: str = ""  # BCP 47, where it is not the document's
    alt: str = ""
    id: str = ""
    attributes: tuple[Attribute, ...] = ()
    children: tuple[Element, ...] = ()


class Artifact(Record):
    """What is seen and not heard: a rule, a running foot, a table's header on a further page."""

    kind: Literal["Layout", "Pagination", "Page"] = "Layout"  # Page: a print shop's marks
    subtype: Literal["", "Header", "Footer"] = ""


Owner = int | Artifact  # the number of an element, or none that is heard
LAYOUT = Artifact("Layout")


class Stroke(Record):
    """A line through points, with square ends and mitred corners."""

    points: tuple[tuple[float, float], ...]
    color: Color
    width: float
    closed: bool = False
    on_all: bool = False  # whether every plate of a press has it, by which they are laid on each other


class Thumbnail(Record):
    """A frame shown as a picture, its top left corner at x, y."""

    frame: Frame
    x: float
    y: float
    scale: float

    @property
    def box(self) -> Box:
        """Where it stands."""
        return Box(self.x, self.y, self.frame.width * self.scale, self.frame.height * self.scale)


Drawn = Fill | Path | Text | Picture | Stroke | Thumbnail


class Owned(Record):
    """An item and whose it is; a `Figure` owns the items that show it, one after the other.

    The runs of a text's lines stand in the order of reading.
    """

    item: Drawn
    owner: Owner


class PlacedFrame(Record):
    """A frame whose items are the page's own, each its owner's, in the frame's order."""

    frame: Frame
    x: float
    y: float
    scale: float
    owners: tuple[Owner, ...]


class Link(Record):
    """A place to press: to an address, or to `#` and a bookmark's id; `words` describe it."""

    box: Box
    target: str
    element: int
    words: str


PageItem = Owned | PlacedFrame | Link


class Page(Record):
    """Items from back to front, in reading order.

    `trim` and `bleed`: where a print shop cuts it, and how far its colours run over.
    """

    items: tuple[PageItem, ...]
    trim: Box | None = None
    bleed: Box | None = None


class Bookmark(Record):
    """A part of the document, by its title; level 0 is the highest, and none is left out.

    One that is not `listed` is a place that links lead to, and nothing else.
    """

    level: int
    title: str
    id: str
    page: int  # from 1
    y: float
    listed: bool = True


class Pages(Record):
    """A document in pages of one size, and what a library would file it under.

    `remarks` say which pages a reader would take for an accident, and why.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    structure: Element
    title: str
    author: str
    subject: str
    language: str
    keywords: tuple[str, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    inks: Inks | None = None  # of what goes to a print shop; none for what is seen on screens
    remarks: tuple[str, ...] = ()
    cover: bool = False  # whether the first page is one, without a number
    slug: float = 0.0  # white around what is laid out, for the marks of a print shop
