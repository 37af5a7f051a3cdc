"""A page: what is in a pack, for a web browser without a network, in every language of the pack."""

from __future__ import annotations

from builder.color import Color
from builder.content.frame import Frame
from builder.content.story import Block
from builder.media import Font
from builder.record import Record


class Download(Record):
    """A file beside the page."""

    href: str  # from the page's own folder on
    title: str
    detail: str = ""  # its size in pixels
    format: str = ""  # as people call it: `PDF`
    use: str = ""
    size: str = ""  # the key that files of one platform share; readers choose by it
    width: int = 0  # px
    height: int = 0
    opens: bool = False  # whether a browser shows it


class Preview(Record):
    """What shows a part of the pack: an image of it, or a page of a document, which the page holds itself."""

    href: str  # empty for a page
    width: int  # px
    height: int
    alt: str
    loose: bool = False  # whether it needs air around it
    on_dark: bool = False  # whether it is made for dark grounds
    frame: Frame | None = None  # of a page


class Tile(Record):
    """One image in all its sizes."""

    id: str
    title: str
    name: str  # what links and buttons call it, where cards of one title must be told apart
    picture: Preview
    count: str  # how many sizes or files
    files: tuple[Download, ...]


class Wording(Record):
    """Words to copy, and the length that each platform counts."""

    text: str
    counts: tuple[tuple[str, str], ...]  # (`Bluesky`, `196 of 300`)


class PagePost(Record):
    """A ready-made post: the day it is for, its wordings, and the card that goes with it."""

    id: str
    title: str
    wordings: tuple[Wording, ...]
    card: Tile | None = None
    image: str = ""  # what the link to its card says


class NavLink(Record):
    """A page elsewhere, or an address to write to."""

    href: str
    label: str


class PageEvent(Record):
    """An event, what it is found by, and how it gets into a calendar."""

    id: str
    title: str
    day: str
    time: str  # empty if it takes the whole day
    where: str
    audience: str
    text: str
    page: NavLink | None
    file: str  # of the calendar that has it alone; empty if there is none
    links: tuple[NavLink, ...]  # calendars on the web
    keys: tuple[tuple[str, str], ...]  # by what it is chosen → those of its options, parted by blanks


class EventDay(Record):
    """The events that begin on a day, in order."""

    title: str
    events: tuple[PageEvent, ...]


class Choice(Record):
    """What readers may choose events by: a day, a place, an audience."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]  # key and title


class Section(Record):
    """One part of the pack: images, posts and files, as far as it has them."""

    id: str
    title: str
    count: str
    intro: str = ""
    cards: tuple[Tile, ...] = ()
    posts: tuple[PagePost, ...] = ()
    files: tuple[Download, ...] = ()
    sizes: tuple[tuple[str, str], ...] = ()  # key and title of those that readers may choose by
    days: tuple[EventDay, ...] = ()
    choices: tuple[Choice, ...] = ()  # of events


class Goal(Record):
    """What somebody wants to do, and the sections that serve it."""

    title: str
    links: tuple[NavLink, ...]


class WebFaces(Record):
    """The fonts of one language's type, best first, and its line heights as multiples of the size."""

    display: tuple[Font, ...]
    text: tuple[Font, ...]
    strong: tuple[Font, ...]
    leading: float
    display_leading: float


class PageEdition(Record):
    """The page in one language; `labels` are its fixed words by their key."""

    id: str
    lang: str
    rtl: bool
    name: str  # of the language, in itself
    title: str
    campaign: str
    theme: str
    strapline: str
    dates: str
    intro: str
    hashtags: str
    labels: tuple[tuple[str, str], ...]
    first: Download | None  # what to read first
    sections: tuple[Section, ...]
    terms: tuple[Block, ...]
    contact: tuple[Block, ...]
    more: tuple[NavLink, ...]  # files about the pack itself
    faces: WebFaces
    goals: tuple[Goal, ...] = ()  # what readers may come for
    beside: Frame | None = None  # art that opens the page beside its title
    below: Frame | None = None  # and what stands below it on narrow screens


class Colors(Record):
    """The colours of a page, in pairs that can be read."""

    paper: Color
    text_color: Color
    quiet: Color  # text_color of what matters less
    line: Color
    sheet: Color  # the ground of cards
    shade: Color  # behind pictures
    accent: Color  # the ground of buttons
    on_accent: Color


class Masthead(Record):
    """What the title stands on."""

    fill: Color
    text_color: Color
    accent: Color  # of what stands out
    on_accent: Color


class PageLogo(Record):
    """The logo in some of a page's languages."""

    editions: tuple[str, ...]  # their ids
    name: str  # of what it is the logo
    by_day: Frame  # as it stands on light paper
    by_night: Frame


class WebPage(Record):
    """The page in all its languages, in light and dark colours."""

    editions: tuple[PageEdition, ...]
    ground: Masthead
    light: Colors
    dark: Colors
    logos: tuple[PageLogo, ...] = ()
