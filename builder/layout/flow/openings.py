"""How chapters open: on a page of their own, at the head of one, or quietly below the chapter before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.content.frame import Frame, Item, Picture, Text
from builder.content.look import Look, TypeStyle
from builder.content.pages import LAYOUT, Bookmark, Link, Owner, PageItem, PlacedFrame
from builder.content.story import Opening, words
from builder.geometry.box import Box
from builder.layout.flow.flow import Flow, Spot, stepped
from builder.layout.flow.group import Again, again_over, stack
from builder.layout.flow.margin import Hairline
from builder.layout.flow.marks import Mark, mark_of
from builder.layout.flow.typesetter import GUTTER, resized
from builder.layout.reading import owners_of
from builder.record import replace

if TYPE_CHECKING:
    from builder.layout.flow.compose import Composer

_FULL_PAGE = 0.8  # of the page: a layout higher than this has the page to itself
_TEXT_UNDER = 8  # lines that a page must still have room for, when a chapter starts on it
_BAR = 1.5  # pt, over a quiet head
_QUIET = 0.8  # of the size of chapters: a head in the page ranks below one that opens it


class FullPage(Flow, kw_only=True):
    """An opening that fills a whole page."""

    frame: Frame
    look: Look
    owners: tuple[Owner, ...]
    links: tuple[tuple[str, str], ...] = ()  # words, and where they lead

    @property
    def shows_photograph(self) -> bool:
        """Whether it shows a photograph that somebody took for it, and said what is seen there."""
        return any(isinstance(item, Picture) and item.alt for item in self.frame.items)

    def height(self, width: float) -> float:  # noqa: ARG002
        """All the room of a page."""
        return self.look.height - self.look.top - self.look.bottom

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:  # noqa: ARG002
        """The frame from edge to edge."""
        scale = max(self.look.width / self.frame.width, self.look.height / self.frame.height)
        yield PlacedFrame(self.frame, 0.0, 0.0, scale, self.owners)
        for item, owner in zip(self.frame.items, self.owners, strict=True):
            target = dict(self.links).get(item.words) if isinstance(item, Text) else None
            if isinstance(item, Text) and target and isinstance(owner, int):
                yield Link(_times(item.box, scale), target, owner, item.words)


def _times(box: Box, scale: float) -> Box:
    return Box(box.x * scale, box.y * scale, box.w * scale, box.h * scale)


class Band(Flow, kw_only=True):
    """An opening as wide as the page, from its top edge: it stands at the head of a page alone."""

    frame: Frame
    look: Look
    owners: tuple[Owner, ...]

    @property
    def _scale(self) -> float:
        return self.look.width / self.frame.width

    def height(self, width: float) -> float:  # noqa: ARG002
        """Its height on the grid, less what lies in the top margin."""
        return stepped(self.frame.height * self._scale - self.look.top, self.look.grid)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:  # noqa: ARG002
        """The frame from edge to edge."""
        yield PlacedFrame(self.frame, 0.0, 0.0, self._scale, self.owners)


class Strip(Flow, kw_only=True):
    """A layout in the place of a heading, as wide as its room."""

    frame: Frame
    owners: tuple[Owner, ...]
    step: float

    def height(self, width: float) -> float:
        """The frame's, filled up to the grid."""
        return stepped(self.frame.height * width / self.frame.width, self.step)

    def placed(self, spot: Spot) -> Iterator[PageItem | Bookmark]:
        """The frame."""
        yield PlacedFrame(self.frame, spot.x, spot.y, spot.width / self.frame.width, self.owners)


class Start(Flow, kw_only=True):
    """A chapter's opening in all the forms that it may have, of which its pages are to choose one.

    `forms` stand at the head of a page or fill it, lower ones first; `quiet` stands below what ends above.
    """

    forms: tuple[Flow, ...]
    quiet: Flow | None = None

    @property
    def marks(self) -> Iterator[Mark]:
        """The chapter's, which every form has."""
        yield from self.forms[0].marks


def compose_opening(composer: Composer, block: Opening) -> list[Flow]:
    """A cover, or the start of a chapter; all its forms are the same elements to a listener."""
    look, structure, mark = composer.look, composer.structure, mark_of(block)
    cover = not block.level and _fills(block.frame, look)
    owners = owners_of(block.frame, structure, "Title" if cover else structure.rank(1))
    if cover:
        return [FullPage(frame=block.frame, look=look, owners=owners, mark=mark)]
    owners = tuple(_linked(composer, block, *each) for each in zip(block.frame.items, owners, strict=True))
    forms: list[Flow] = [_form(block.frame, owners, look, mark, block.links)]
    for frame in block.taller:
        forms.append(_form(frame, _alike(frame, block.frame, owners), look, mark, block.links))
    quiet = _quiet(composer, block, owners) if block.quiet else None
    return [Start(forms=tuple(forms), quiet=quiet, keep_with_next=True)]


def compose_strip(composer: Composer, frame: Frame | None, headline: str = "") -> Flow | None:
    """The head of a part as a layout from margin to margin, which is read as a headline or, without one, not.

    None if its words would be smaller than the text, as on a page of large print.
    """
    if frame is None:
        return None
    scale = (composer.look.hang + composer.column) / frame.width
    if min((_size(frame, n) for n in _texts(frame)), default=0.0) * scale < composer.look.text.size:
        return None
    items = len(frame.items)
    owners = owners_of(frame, composer.structure, headline) if headline else (LAYOUT,) * items
    return composer.wide(Strip(frame=frame, owners=owners, step=composer.half))


def _linked(composer: Composer, block: Opening, item: Item, owner: Owner) -> Owner:
    """Whose an item is: a link's within its own element, if it leads anywhere."""
    if isinstance(item, Text) and isinstance(owner, int) and item.words in dict(block.links):
        return composer.structure.add("Link", below=owner)
    return owner


def _form(
    frame: Frame, owners: tuple[Owner, ...], look: Look, mark: Mark | None, links: tuple[tuple[str, str], ...]
) -> Band | FullPage:
    if _fills(frame, look):
        return FullPage(frame=frame, look=look, owners=owners, mark=mark, links=links)
    return Band(frame=frame, look=look, owners=owners, mark=mark, after=1.5 * look.grid, keep_with_next=True)


def _fills(frame: Frame, look: Look) -> bool:
    return frame.height / frame.width > _FULL_PAGE * look.height / look.width


def _alike(frame: Frame, first: Frame, owners: tuple[Owner, ...]) -> tuple[Owner, ...]:
    """The owners of the items of a frame that says what the first one says."""
    known = {_said(first, place): owner for place, owner in enumerate(owners) if isinstance(owner, int)}
    return tuple(known.get(_said(frame, place), LAYOUT) for place in range(len(frame.items)))


def _said(frame: Frame, place: int) -> str:
    """What an item tells a listener: its words, or those of its picture."""
    item = frame.items[place]
    if isinstance(item, Text):
        return "".join(item.words.split())
    return f"picture {item.alt}" if isinstance(item, Picture) and item.alt else ""


def _quiet(composer: Composer, block: Opening, owners: tuple[Owner, ...]) -> Flow:
    """The head in the page: a bar, the number in the hanging margin, the title over the text."""
    look, grid = composer.look, composer.look.grid
    style = resized(look.headings[0], _QUIET, grid / 4)
    title = composer.set(_owner(block.title, block, owners), words(block.title), style, "heading")
    beside = None
    if block.kicker:
        number = next(filter(str.isdecimal, _words(block.frame)), block.kicker)  # in its own digits
        named = _owner(number, block, owners)
        hung = composer.set(named, words(f"{number} "), _within(composer, number, style))
        beside = composer.level(hung, title)
    bar = composer.wide(Hairline(color=look.accent, weight=_BAR, after=composer.half, keep_with_next=True))
    head = stack([title], beside=beside)
    return stack(
        [bar, head],
        mark=mark_of(block),
        before=2.5 * grid,
        gives_way=grid,
        after=grid,
        needs=(_TEXT_UNDER + 3) * grid,
        keep_with_next=True,
    )


def _within(composer: Composer, number: str, style: TypeStyle) -> TypeStyle:
    """The style of a number that has the hanging margin to itself, no wider than that."""
    room, wide = composer.look.hang - GUTTER - 1, composer.passage(words(number), style).natural
    return replace(style, color=composer.look.accent, size=style.size * min(room / wide, 1.0))


def _owner(said: str, block: Opening, owners: tuple[Owner, ...]) -> Owner:
    """Whose these words are in the layout of an opening: its largest words' if it has none of them."""
    texts = _texts(block.frame)
    same = (owners[place] for place in texts if _said(block.frame, place) == "".join(said.split()))
    largest = max(texts, key=lambda place: _size(block.frame, place), default=None)
    return next(same, LAYOUT if largest is None else owners[largest])


def _texts(frame: Frame) -> list[int]:
    return [place for place, item in enumerate(frame.items) if isinstance(item, Text)]


def _size(frame: Frame, place: int) -> float:
    item = frame.items[place]
    return item.size if isinstance(item, Text) else 0.0


def _words(frame: Frame) -> Iterator[str]:
    yield from (item.words.strip() for item in frame.items if isinstance(item, Text))


def resumed(composer: Composer, title: str, plate: Frame | None = None) -> Again:
    """What is seen, and not heard, over a part that goes on: its title, or the strip of it."""
    style = composer.look.headings[1]
    over = compose_strip(composer, plate) or composer.set(LAYOUT, words(title), style, broken="heading")
    return again_over(replace(over, after=composer.half, keep_with_next=True))
