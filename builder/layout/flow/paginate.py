"""A story as pages: composed, parted, and every item put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.content.look import Look
from builder.content.pages import (
    LAYOUT,
    Artifact,
    Bookmark,
    Owned,
    Page,
    PageItem,
    Pages,
    Thumbnail,
)
from builder.content.story import Story, words
from builder.layout.flow.compose import compose
from builder.layout.flow.figures import Band, FullPage
from builder.layout.flow.flow import Flow, Spot, part, pile, placed
from builder.layout.flow.margin import Break
from builder.layout.flow.typesetter import Typesetter
from builder.record import replace

_MUCH = 0.3  # of a page's height, counted with its lower margin
_FOOT = 0.65  # of the lower margin: how high the running foot stands in it
_FOOTER = Artifact("Pagination", "Footer")


def paginate(story: Story) -> Pages:
    """A story laid out. Faults if no font of the look has a character."""
    flows, structure = compose(story)
    look, setter = story.look, Typesetter(story)
    parted = pages_of(flows, look, setter.column)
    numbers = {
        mark.id: number for number, page in enumerate(parted, 1) for flow in page for mark in flow.marks
    }
    x = look.outer if story.rtl else look.inner + look.hang
    spots = [Spot(x, look.top, setter.column, number, numbers) for number in range(1, len(parted) + 1)]
    things = [list(_things(setter, page, spot)) for page, spot in zip(parted, spots, strict=True)]
    for number, page in enumerate(parted):
        if page is parted[-1] or isinstance(parted[number + 1][0], Band | FullPage):
            things[number] = [*_tail(setter, page), *things[number]]
    return Pages(
        width=look.width,
        height=look.height,
        pages=tuple(Page(tuple(item for item in page if not isinstance(item, Bookmark))) for page in things),
        structure=structure,
        title=story.title,
        author=story.author,
        subject=story.subject,
        language=story.language,
        keywords=story.keywords,
        bookmarks=tuple(_stepwise(item for page in things for item in page if isinstance(item, Bookmark))),
    )


def pages_of(flows: Sequence[Flow], look: Look, column: float) -> list[list[Flow]]:
    """The flows that stand on each page."""
    room = look.height - look.top - look.bottom
    pages: list[list[Flow]] = []
    rest = list(flows)
    while rest:
        first, end = rest[0], _run(rest)
        if isinstance(first, Break):
            rest = rest[1:]
            continue
        if isinstance(first, Band):
            rest[0] = replace(first, first=True)
        page, later = part(rest[:end], column, room)
        if not page:
            # Nothing may stand alone and nothing can be parted: better too long than never.
            page, later = rest[:1], rest[1:end]
        pages.append(page)
        rest = [*later, *rest[end:]]
    return pages


def _run(flows: Sequence[Flow]) -> int:
    """How many flows may share a page: up to the next break or full page."""
    if isinstance(flows[0], FullPage):
        return 1
    ends = (place for place, flow in enumerate(flows) if isinstance(flow, Break | FullPage))
    return next(ends, len(flows))


def _things(setter: Typesetter, page: Sequence[Flow], spot: Spot) -> Iterator[PageItem | Bookmark]:
    yield from placed(page, spot)
    if not isinstance(page[0], FullPage):
        yield from _foot(setter, spot)


def _foot(setter: Typesetter, spot: Spot) -> Iterator[PageItem | Bookmark]:
    """The page's number in the hanging margin, and the story's quiet words."""
    look = setter.look
    y = look.height - look.bottom * _FOOT
    folio, at, wide = setter.hung(setter.set(_FOOTER, words(str(spot.page)), look.foot))
    yield from placed([folio], spot.at(spot.x + at, y, wide))
    running = setter.set(_FOOTER, words(setter.story.running), look.foot)
    yield from placed([running], spot.at(spot.x, y, spot.width))


def _tail(setter: Typesetter, page: Sequence[Flow]) -> Iterator[PageItem]:
    """Art where a chapter leaves much of its last page white, from the page's lower edge."""
    look = setter.look
    free = look.height - look.top - pile(page, setter.column)
    if look.tail is None or free < _MUCH * look.height:
        return
    scale = min(look.width / look.tail.width, (free - look.grid) / look.tail.height)
    x = 0.0 if setter.story.rtl else look.width - look.tail.width * scale
    yield Owned(Thumbnail(look.tail, x, look.height - look.tail.height * scale, scale), LAYOUT)


def _stepwise(bookmarks: Iterator[Bookmark]) -> Iterator[Bookmark]:
    """The bookmarks with levels from 0, none deeper than one below the one before it."""
    before = -1
    for bookmark in bookmarks:
        if not bookmark.listed:
            yield bookmark
            continue
        before = min(max(bookmark.level - 1, 0), before + 1)
        yield replace(bookmark, level=before)
