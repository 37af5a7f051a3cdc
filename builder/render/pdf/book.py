"""A story as a PDF book: composed, parted into pages, and only then drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from builder.content.story import Look, Story, words
from builder.render.pdf.canvas import GlyphCanvas
from builder.render.pdf.compose import Composer
from builder.render.pdf.figures import Band, Page, place_frame
from builder.render.pdf.finish import Filing, file_under, finished
from builder.render.pdf.flow import Flow, Mark, draw_pile, part, pile
from builder.render.pdf.margin import Break

_MUCH = 0.3  # of a page's height, counted with its lower margin
_PASSES = 4  # page numbers can move lines of the contents page, once; more would be a fault of ours


def render_story(story: Story, date: str = "") -> bytes:
    """A story as PDF; `date` (ISO) is what the file says it was made on.

    Faults if no font of the look has a character.
    """
    composer = Composer(story)
    pages = _settled(composer)
    filing = Filing(story.title, story.author, story.subject, story.language, story.keywords, date)
    out = BytesIO()
    size = story.look.width, story.look.height
    canvas = GlyphCanvas(out, pagesize=size, invariant=1, lang=story.language)
    file_under(canvas, filing)
    canvas.structure = composer.here
    for number, page in enumerate(pages, 1):
        last = number == len(pages) or isinstance(pages[number][0], Band | Page)
        _draw_page(canvas, composer, page, number, last)
    _bookmarks(canvas, pages)
    canvas.save()
    return finished(out.getvalue(), filing)


def paginate(flows: Sequence[Flow], look: Look, column: float) -> list[list[Flow]]:
    """The flows that stand on each page."""
    room = look.height - look.top - look.bottom
    pages: list[list[Flow]] = []
    rest = list(flows)
    while rest:
        if isinstance(rest[0], Break):
            rest = rest[1:]
            continue
        end = _run(rest)
        if isinstance(rest[0], Band):
            rest[0].first = True
        page, later = part(rest[:end], column, room)
        if not page:
            # Nothing may stand alone and nothing can be parted: better too long than never.
            page, later = rest[:1], rest[1:end]
        pages.append(page)
        rest = [*later, *rest[end:]]
    return pages


def _run(flows: Sequence[Flow]) -> int:
    """How many flows may share a page: up to the next break or full page."""
    if isinstance(flows[0], Page):
        return 1
    ends = (place for place, flow in enumerate(flows) if isinstance(flow, Break | Page))
    return next(ends, len(flows))


def _settled(composer: Composer) -> list[list[Flow]]:
    """The pages, once the numbers on the contents page are those of the pages."""
    pages: list[list[Flow]] = []
    for _ in range(_PASSES):
        flows = composer.composed()
        composer.chapters = [mark for mark in _marks(flows) if mark.id]
        flows = composer.composed()
        pages = paginate(flows, composer.look, composer.column)
        numbers = {mark.id: number for number, page in enumerate(pages, 1) for mark in _marks(page)}
        if numbers == composer.pages:
            return pages
        composer.pages = numbers
    raise RuntimeError("the page numbers of the contents page do not come to rest")


def _marks(flows: Sequence[Flow]) -> Iterator[Mark]:
    for flow in flows:
        yield from flow.marks


def _draw_page(
    canvas: GlyphCanvas, composer: Composer, page: Sequence[Flow], number: int, last: bool
) -> None:
    look, story = composer.look, composer.story
    if last:
        _draw_tail(canvas, composer, page)
    x = look.outer if story.rtl else look.inner + look.hang
    draw_pile(canvas, page, x, look.height - look.top, composer.column)
    if not isinstance(page[0], Page):
        with canvas.artifact("Pagination", "Footer"):
            _draw_foot(canvas, composer, number, x)
    canvas.showPage()


def _draw_tail(canvas: GlyphCanvas, composer: Composer, page: Sequence[Flow]) -> None:
    """Art where a chapter leaves much of its last page white, from the page's lower edge."""
    look = composer.look
    free = look.height - look.top - pile(page, composer.column)
    if look.tail is None or free < _MUCH * look.height:
        return
    scale = min(look.width / look.tail.width, (free - look.grid) / look.tail.height)
    x = 0 if composer.story.rtl else look.width - look.tail.width * scale
    with canvas.artifact("Layout"):
        place_frame(canvas, look.tail, x, 0, scale)


def _draw_foot(canvas: GlyphCanvas, composer: Composer, number: int, x: float) -> None:
    look = composer.look
    top = look.bottom * 0.65
    folio, at, wide = composer.hung(composer.set(None, words(str(number)), look.foot))
    draw_pile(canvas, [folio], x + at, top, wide)
    running = composer.set(None, words(composer.story.running), look.foot)
    draw_pile(canvas, [running], x, top, composer.column)


def _bookmarks(canvas: GlyphCanvas, pages: Sequence[Sequence[Flow]]) -> None:
    """One bookmark for each mark; none is deeper than one below the one before it."""
    before = -1
    for page in pages:
        for mark in _marks(page):
            level = min(max(mark.level - 1, 0), before + 1)
            canvas.addOutlineEntry(mark.title, mark.id, level, closed=level > 0)
            before = level
