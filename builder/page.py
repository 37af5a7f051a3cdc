"""A page: what is in a folder of files, for a web browser without a network."""

from __future__ import annotations

from dataclasses import dataclass

from builder.color import Color
from builder.media import Font
from builder.story import Block


@dataclass(frozen=True, slots=True)
class Link:
    """A file beside the page, or a page elsewhere."""

    href: str
    label: str
    detail: str = ""  # what it is: its size, its format
    use: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its files: a card in all its sizes, a document."""

    title: str
    count: str  # how many files
    links: tuple[Link, ...]
    picture: str = ""  # the image that shows it; none for what is no picture
    width: int = 0  # px
    height: int = 0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one part of the pack."""

    id: str
    title: str
    count: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours of the page in pairs that can be read, and the faces of its type, best first."""

    paper: Color
    ink: Color
    band: Color
    on_band: Color
    lift: Color  # what sheets on the paper lean to
    display: tuple[Font, ...]
    text: tuple[Font, ...]
    strong: tuple[Font, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page's words and files; `labels` are its fixed words by their key."""

    lang: str
    rtl: bool
    title: str
    kicker: str
    theme: str
    strapline: str
    dates: str
    hero: str  # an image of the pack that opens the page; none if it has none
    intro: str
    labels: tuple[tuple[str, str], ...]
    first: Link | None  # what to read first
    sections: tuple[Section, ...]
    terms: tuple[Block, ...]
    contact: str
    others: tuple[Link, ...]  # the same page in other languages
    scheme: Scheme
