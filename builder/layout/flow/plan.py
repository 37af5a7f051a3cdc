"""The plan of the pages: where each chapter starts, and how, so that no page is emptier than it must be.

A chapter starts a page, under one of the forms of its opening, or goes on below the one before it; its
pictures are as they are or lower. Every choice is laid out and weighed: white costs by its square, so that
two half empty pages are better than a full one and one with four lines. Of the ways that end on a page
alike, the cheapest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product, takewhile
from typing import NamedTuple

from builder.content.look import Look
from builder.layout.flow.flow import TINY, Flow, instead, part, pile
from builder.layout.flow.group import Again
from builder.layout.flow.margin import Break
from builder.layout.flow.openings import Band, FullPage, Start
from builder.record import replace

LEAST_FULL = 0.25  # of a page's height that what stands on it takes: less looks like an accident
_ACCIDENT = 4.0  # what a page costs that is emptier
_PAGE = 0.25  # what each page costs
_QUIET = 0.06  # what a head in the page costs, against one that starts a page
_ORPHANS = 1.5  # what a few lines of a chapter cost above the head of the next
_FEW = 0.12  # of a page: that they are few
_OFF, _BROKEN = 0.35, 0.3  # white of a page, and what more costs though its chapter goes on
_ENTER = 0.12  # what it costs for each further page that a chapter begun low on a page goes over to
_HOLLOW = 0.2  # what a high band costs with less below it than itself: a chapter of few lines opens quietly
_HIGH = 0.33  # of a page: such a band
_ALONE = 0.065  # what an opening on a page of its own costs less than a page, for each of its chapter's
_MANY = 4  # pages that such a chapter has, else its title takes more than it says
_SOME = 2  # the same of one whose opening shows a photograph, for whose sake people turn the page
_PHOTOGRAPH = 0.25  # what such an opening costs less
_SMALLER = 0.03  # what it costs that the pictures of a chapter are lower
_CLOSER = 0.12  # what it costs that white gives way: pictures are lower before
_SPARE = 0.15  # of a page: room that a picture may grow into
_CHOICES = 3  # that a chapter has of pictures which may be lower
_KEPT = 16  # ways that go on

Page = tuple[Flow, ...]


class _Way(NamedTuple):
    """Pages that are done with, what they cost, and the one that is open."""

    cost: float
    pages: tuple[Page, ...] = ()
    open: Page = ()
    begun: bool = False  # whether a chapter starts on that


class Planner:
    """Parts flows into the pages of a look, whose column is so wide (pt)."""

    def __init__(self, look: Look, column: float) -> None:
        self._look, self._column = look, column
        self._room = look.height - look.top - look.bottom
        self._piles: dict[int, tuple[Page, float]] = {}  # by what tells one page from another

    def _pile(self, page: Page) -> float:
        """The height of what stands on a page, which many ways have."""
        known = self._piles.get(id(page))
        if known is None:
            known = self._piles[id(page)] = page, pile(page, self._column)
        return known[1]

    def pages(self, flows: Sequence[Flow]) -> list[Page]:
        """What stands on each page."""
        pages: list[Page] = []
        for run in _runs(flows):
            if isinstance(run[0], FullPage):
                pages.append(tuple(run))
                continue
            ways = [_Way(0.0)]
            for chapter in _chapters(run):
                ways = self._on(ways, chapter)
            done = min((self._closed(way) for way in ways), key=lambda way: way.cost)
            pages += done.pages
        return pages

    def _on(self, ways: Sequence[_Way], chapter: Sequence[Flow]) -> list[_Way]:
        """The best ways that go on with a chapter, its pictures as they are or lower."""
        start, *body = chapter
        if not isinstance(start, Start):
            return [self._filled(way, (*way.open, *chapter)) for way in ways]
        before = min((self._closed(way) for way in ways), key=lambda way: way.cost)
        found = []
        for own, cost in _bodies(body):
            for way in (*self._opened(before, start, own), *self._continued(ways, start, own)):
                found.append(way._replace(cost=way.cost + cost))
        return self._best(found)

    def _best(self, ways: Sequence[_Way]) -> list[_Way]:
        """The cheapest ways, one of those whose open pages are as full as each other."""
        cheapest = dict[tuple[bool, float], _Way]()
        for way in sorted(ways, key=lambda way: way.cost + self._white(way.open)):
            cheapest.setdefault((way.begun, round(self._pile(way.open), 1)), way)
        return list(cheapest.values())[:_KEPT]

    def _opened(self, before: _Way, start: Start, body: Sequence[Flow]) -> Iterator[_Way]:
        """With each form of the chapter's opening at the head of a page, or on one of its own."""
        for form in start.forms:
            if not isinstance(form, FullPage):
                yield self._filled(before, (form, *body), starts=True)
            elif (pages := len(self._parted(body))) >= _least(form) or len(start.forms) == 1:
                cost = before.cost + _PAGE - _ALONE * pages - _PHOTOGRAPH * form.shows_photograph
                alone = _Way(cost, (*before.pages, (form,)))
                yield self._filled(alone, body)  # whose title stands on a page of its own

    def _continued(self, ways: Sequence[_Way], start: Start, body: Sequence[Flow]) -> Iterator[_Way]:
        """With a quiet head below what ends on the open page."""
        if start.quiet is None:
            return
        quiet = self._needing(start.quiet, body)
        for way in ways:
            if way.open and not isinstance(way.open[-1], Band | FullPage):
                longer = self._filled(way, (*way.open, quiet, *body), starts=True)
                first = longer.pages[len(way.pages)] if len(longer.pages) > len(way.pages) else longer.open
                if not any(flow is quiet for flow in first):
                    continue  # at the head of a page, chapters open with one of their forms
                further = min(len(longer.pages) - len(way.pages), _MANY - 1)
                few = _ORPHANS if self._few(way) else 0.0
                yield longer._replace(cost=longer.cost + _QUIET + _ENTER * further + few)

    def _needing(self, quiet: Flow, body: Sequence[Flow]) -> Flow:
        """A head in the page, which needs no more room for its chapter than that takes."""
        return replace(quiet, needs=min(quiet.needs, pile([quiet, *body], self._column)))

    def _few(self, way: _Way) -> bool:
        """Whether little stands on the open page, and all of it is the end of a chapter."""
        return not way.begun and self._pile(way.open) < _FEW * self._room

    def _filled(self, way: _Way, flows: Sequence[Flow], starts: bool = False) -> _Way:
        """The way with flows on its open page and further ones."""
        cost, pages = way.cost, list(way.pages)
        *whole, last = self._parted(flows) or [()]
        for page in map(self._grown, whole):
            cost += self.cost(page) + _BROKEN * (1 - filled(page, self._look, self._column) > _OFF)
            pages.append(page)
        begun = not whole and (way.begun or starts)
        return _Way(cost, tuple(pages), last, begun)

    def _parted(self, flows: Sequence[Flow]) -> list[Page]:
        pages: list[Page] = []
        rest = list(flows)
        while rest:
            page, later = part(rest, self._column, self._room)
            if not page:
                # Nothing may stand alone and nothing can be parted: better parted, or too long, than never.
                held = len(list(takewhile(lambda flow: flow.keep_with_next, rest)))
                loose = [replace(flow, keep_with_next=False) for flow in rest[:held]]
                page, later = part([*loose, *rest[held:]], self._column, self._room)
                page, later = (page, later) if page else (rest[:1], rest[1:])
            pages.append(tuple(page))
            rest = [*_again(page, later), *later]
        return pages

    def _closed(self, way: _Way) -> _Way:
        """The way with no page open."""
        if not way.open:
            return way
        page = self._grown(way.open)
        return _Way(way.cost + self.cost(page), (*way.pages, page))

    def _grown(self, page: Page) -> Page:
        """A page with much room left, its one picture as high as that lets it be; lowered ones a step higher.

        Those of other pages are lowered as well: two steps beside them would be seen.
        """
        free = self._room - self._pile(page)
        grow = [flow for flow in page if flow.higher] if free > _SPARE * self._room else []
        lowered = min((flow.lowered for flow in grow), default=0)
        steps = len(grow[0].higher) if len(grow) == 1 and not lowered else min(lowered, 1)
        for step in range(steps, 0, -1):
            grown = [instead(flow, flow.higher[step - 1]) if flow.higher else flow for flow in page]
            if pile(grown, self._column) <= self._room:
                return tuple(grown)
        return page

    def cost(self, page: Page) -> float:
        """What a page costs: itself, and its white."""
        return _PAGE + self._white(page)

    def _white(self, page: Page) -> float:
        full = _share(page, self._look, self._pile(page))
        hollow = _HOLLOW * hollow_at(page, self._look, self._column)
        hollow += _ACCIDENT if len(page) == 1 and isinstance(page[0], Band) else 0.0
        hollow += _CLOSER * (self._pile(page) > self._room + TINY)
        return (1 - full) ** 2 + hollow + (_ACCIDENT if full < LEAST_FULL else 0.0)


def filled(page: Sequence[Flow], look: Look, column: float) -> float:
    """How much of a page's height is taken by what stands on it, as a share of what may be."""
    return _share(page, look, pile(page, column))


def _share(page: Sequence[Flow], look: Look, high: float) -> float:
    if not page:
        return 1.0
    top = look.top if isinstance(page[0], Band) else 0.0
    room = look.height - look.top - look.bottom
    return min((high + top) / (room + top), 1.0)


def hollow_at(page: Sequence[Flow], look: Look, column: float) -> int:
    """1 if a band over a third of a page is higher than what its chapter has below it, 2 if twice as high."""
    if not page or not isinstance(page[0], Band):
        return 0
    high = page[0].height(column) + look.top
    own = list(takewhile(lambda flow: flow.mark is None or flow.mark.level != 1, page[1:]))
    below = pile(own, column)
    return (below < high) + (below < high / 2) if high > _HIGH * look.height else 0


def _bodies(body: Sequence[Flow]) -> Iterator[tuple[Sequence[Flow], float]]:
    """What a chapter has below its opening, with some of its pictures lower, which costs something.

    Those that stand each beside its words are all as high as each other, as far as the eye can tell.
    """
    kinds = dict[int, int]()  # and how many forms each has
    for place, flow in enumerate(body):
        if flow.lower and (len(kinds) < _CHOICES or _alike(place, flow) in kinds):
            kinds[_alike(place, flow)] = 1 + len(flow.lower)
    for chosen in product(*map(range, kinds.values())):
        steps = dict(zip(kinds, chosen, strict=True))
        own = [_lowered(flow, steps.get(_alike(place, flow), 0)) for place, flow in enumerate(body)]
        yield own, _SMALLER * sum(chosen)


def _lowered(flow: Flow, steps: int) -> Flow:
    return instead(flow, flow.lower[min(steps, len(flow.lower)) - 1]) if steps and flow.lower else flow


def _alike(place: int, flow: Flow) -> int:
    """What tells those that are lower or not with each other from those that are so by themselves."""
    return -1 if flow.fellow else place


def _least(opening: FullPage) -> int:
    """How many pages a chapter has at the least whose opening has one of its own."""
    return _SOME if opening.shows_photograph else _MANY


def _again(page: Sequence[Flow], later: Sequence[Flow]) -> Iterator[Flow]:
    """What is seen again at the head of a further page, unless nothing else had room on the one before."""
    if later and (over := later[0].again) and not all(isinstance(flow, Again) for flow in page):
        yield over


def _runs(flows: Sequence[Flow]) -> Iterator[list[Flow]]:
    """The flows between the breaks and the full pages, which are runs of their own."""
    run: list[Flow] = []
    for flow in flows:
        if isinstance(flow, Break | FullPage):
            if run:
                yield run
            run = []
            if isinstance(flow, FullPage):
                yield [flow]
        else:
            run.append(flow)
    if run:
        yield run


def _chapters(run: Sequence[Flow]) -> Iterator[list[Flow]]:
    """The flows of a run, parted before each start of a chapter."""
    chapter: list[Flow] = []
    for flow in run:
        if isinstance(flow, Start) and chapter:
            yield chapter
            chapter = []
        chapter.append(flow)
    if chapter:
        yield chapter
