"""A story as pages: composed, parted, and every item put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

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
from builder.content.walk import without_contents
from builder.layout.flow.binding import in_sheets, notes_page
from builder.layout.flow.compose import Composer
from builder.layout.flow.flow import TINY, Flow, Spot, gives, pile, placed, stepped
from builder.layout.flow.judged import judged
from builder.layout.flow.margin import ContentsLine
from builder.layout.flow.openings import FullPage, Start
from builder.layout.flow.plan import Planner
from builder.layout.flow.tails import starts_anew, tail_of
from builder.layout.flow.typesetter import Typesetter
from builder.layout.flow.voices import with_voices
from builder.record import replace

_FOOT = 0.65  # of the lower margin: how high the running foot stands in it
_FOOTER = Artifact("Pagination", "Footer")


def paginate(story: Story, *, notes: str = "") -> Pages:
    """A story laid out. Faults if no font of the look has a character.

    With a title for `notes`, its pages lie in sheets that are stapled: what the last lacks is to write on.
    """
    setter, look = Composer(story), story.look
    flows = setter.flows(story.blocks)
    planned = Planner(look, setter.column).pages(flows)
    if (spared := without_contents(story.blocks, sum(map(_is_read, planned)))) is not None:
        return paginate(replace(story, blocks=spared), notes=notes)
    parted = with_voices(setter, planned)
    to_write_on = notes_page(setter, notes) if notes else ()
    parted = in_sheets(parted, to_write_on) if notes else parted
    structure = setter.structure.element()
    numbers = {
        mark.id: number for number, page in enumerate(parted, 1) for flow in page for mark in flow.marks
    }
    x = look.outer if story.rtl else look.inner + look.hang
    spots = [Spot(x, look.top, setter.column, number, numbers) for number in range(1, len(parted) + 1)]
    things: list[list[PageItem | Bookmark]] = []
    running = setter.set(_FOOTER, words(story.running), look.foot)
    tails = cycle(look.tails)
    for page, after, spot in zip(parted, [*parted[1:], None], spots, strict=True):
        ends = not after or after is to_write_on or starts_anew(after[0])
        foot = [*_foot(setter, spot, running)] if page and not isinstance(page[0], FullPage) else []
        tail = tail_of(setter, page, tails, foot) if page and ends and page is not to_write_on else None
        things.append([*_things(setter, page, spot, tail), *foot])
    pages = [Page(tuple(item for item in page if not isinstance(item, Bookmark))) for page in things]
    return Pages(
        width=look.width,
        height=look.height,
        pages=tuple(pages),
        structure=structure,
        title=story.title,
        author=story.author,
        subject=story.subject,
        language=story.language,
        keywords=story.keywords,
        bookmarks=tuple(_stepwise(item for page in things for item in page if isinstance(item, Bookmark))),
        remarks=judged(pages, structure, look) if any(isinstance(flow, Start) for flow in flows) else (),
        cover=bool(flows) and isinstance(flows[0], FullPage),
    )


def _is_read(page: Sequence[Flow]) -> bool:
    """Whether it is one of those that a table of contents is for."""
    return not any(isinstance(flow, ContentsLine) for flow in page)


def _things(
    setter: Typesetter, page: Sequence[Flow], spot: Spot, tail: Thumbnail | None
) -> Iterator[PageItem | Bookmark]:
    if tail:
        yield Owned(tail, LAYOUT)
    yield from placed(page, spot, _more(setter, page, tail))


def _foot(setter: Typesetter, spot: Spot, running: Flow) -> Iterator[PageItem | Bookmark]:
    """The page's number in the hanging margin, and the story's quiet words."""
    look, high = setter.look, running.height(setter.column)
    y = min(look.height - look.bottom * _FOOT, look.height - setter.half - high)
    folio, at, wide = setter.hung(setter.set(_FOOTER, words(str(spot.page)), look.foot))
    yield from placed([folio], spot.at(spot.x + at, y, wide))
    yield from placed([running], spot.at(spot.x, y, spot.width))


def _more(setter: Typesetter, page: Sequence[Flow], tail: Thumbnail | None) -> float:
    """What the white above each elastic flow of a page may grow by to fill it, over its tail, in steps.

    Less than nothing, for those that give way, if more stands on the page than it has room for.
    """
    gaps = sorted(filter(None, (gives(page, place) for place in range(len(page)))))
    room = min(setter.room, tail.y - setter.look.top - setter.look.grid) if tail else setter.room
    free, more = room - pile(page, setter.column), 0.0
    if free < -TINY:
        giving = sum(1 for flow in page[1:] if flow.gives_way)
        return -stepped(-free / giving, setter.half) if giving else 0.0
    for place, most in enumerate(gaps):  # those that take less leave more to the others
        more = min(free / (len(gaps) - place), gaps[-1])
        if more <= most:
            break
        free -= most
    return more // setter.half * setter.half


def _stepwise(bookmarks: Iterator[Bookmark]) -> Iterator[Bookmark]:
    """The bookmarks with levels from 0, none deeper than one below the one before it."""
    before = -1
    for bookmark in bookmarks:
        if not bookmark.listed:
            yield bookmark
            continue
        before = min(max(bookmark.level - 1, 0), before + 1)
        yield replace(bookmark, level=before)
