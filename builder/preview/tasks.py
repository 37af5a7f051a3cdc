"""What the resident workers do: one picture, the pages of a document, a whole check."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

from builder.content.frame import NOWHERE, Frame, Text
from builder.content.pages import Pages, PlacedFrame, Thumbnail
from builder.content.recipe import Recipe, with_layouts
from builder.errors import Faults, FileTrouble, Misuse, Problem
from builder.geometry.box import Box
from builder.output.cache import Cache
from builder.output.key import layout_key, program
from builder.output.layouts import layout_of
from builder.output.make import make, order, sound, verdict
from builder.output.workers import Workers
from builder.pack.plan import Plan, nowhere
from builder.pipeline.build import check
from builder.pipeline.request import Request
from builder.record import Record, replace
from builder.render.pixels.scale import Fit
from builder.render.pixels.sheet import render_sheet, shown_on

_FINENESS = 1.5  # px a pt: what a guide's page is read at
_MOST = 1600  # px of a page's longer side: a poster for a wall has no more


@dataclass(frozen=True, slots=True)
class Sealed:
    """A plan as another process is given it, which opens it once."""

    key: str
    plan: bytes = field(repr=False, compare=False)


class Drawn(Record):
    """A picture, empty if there are faults, and what its makers say, without places."""

    data: bytes
    media_type: str
    problems: tuple[Problem, ...] = ()


class Extent(Record):
    """How many pages a document has, and their size in px of CSS."""

    pages: int
    width: float
    height: float


class Marks(Record):
    """Where on a picture nothing may leave, and what its texts take up; lengths in its own unit."""

    width: float
    height: float
    safe: Box | None
    texts: tuple[tuple[str, Box], ...]  # the slot that each fills


_NO_MARKS = Marks(1, 1, None, ())


def sealed(plan: Plan, key: str) -> Sealed:
    """A plan for the workers, which need not know where it is written."""
    bare = replace(plan, find=nowhere, notes=())
    return Sealed(key, pickle.dumps(bare, protocol=5))


class Draw(Record):
    """A picture to be drawn: a file of the pack, or a page of one, counted from 1."""

    sealed: Sealed
    page: int
    cache: Cache

    def __call__(self) -> Drawn:
        """The picture, or what is wrong with it."""
        plan = _plan(self.sealed)
        media_type = "image/png" if self.page else plan.format.media_type
        try:
            if self.page:
                return Drawn(_page(self.sealed, self.page, self.cache), media_type)
            if not sound(verdict([plan], self.cache, Workers(1))):
                return Drawn(b"", media_type)
            (asset,), problems = make(order([plan], self.cache), Workers(1))
        except Faults as faults:
            return Drawn(b"", media_type, faults.problems)
        return Drawn(asset.file.data, media_type, problems)


class Measure(Record):
    """A document whose pages are to be counted."""

    sealed: Sealed
    cache: Cache

    def __call__(self) -> Extent | None:
        """How many there are; None if it cannot be laid out."""
        try:
            pages = _pages(self.sealed, self.cache)
        except Faults:
            return None
        return Extent(len(pages.pages), pages.width * 96 / 72, pages.height * 96 / 72)


class Mark(Record):
    """A picture whose safe area and texts are asked for."""

    sealed: Sealed
    page: int
    cache: Cache

    def __call__(self) -> Marks:
        """Where they are; nowhere in a picture that is no layout, or is wrong."""
        if self.page:
            try:
                return _page_marks(_pages(self.sealed, self.cache), self.page)
            except Faults:
                return _NO_MARKS
        content = _plan(self.sealed).content
        frame = layout_of(content, self.cache)[0] if isinstance(content, Recipe) else content
        return _frame_marks(frame) if isinstance(frame, Frame) else _NO_MARKS


class Check(Record):
    """All that `packbuild check` says."""

    request: Request

    def __call__(self) -> tuple[Problem, ...]:
        """What it finds."""
        try:
            return check(replace(self.request, jobs=1)).problems
        except Faults as faults:
            return faults.problems
        except (FileTrouble, Misuse) as trouble:
            return (Problem(str(trouble)),)


@lru_cache(maxsize=32)
def _plan(given: Sealed) -> Plan:
    plan: Plan = pickle.loads(given.plan)
    return plan


@lru_cache(maxsize=8)
def _pages(given: Sealed, cache: Cache) -> Pages:
    """The pages of a document; Faults if a part of it cannot be laid out."""
    plan = _plan(given)
    problems = verdict([plan], cache, Workers(1))
    if not sound(problems):
        raise Faults(problems)
    content = with_layouts(plan.content, lambda recipe: _layout(_Keyed(layout_key(recipe), recipe), cache))
    pages: Pages = plan.format.pages(content)
    return pages


@dataclass(frozen=True, slots=True)
class _Keyed:
    key: str
    recipe: Recipe = field(compare=False)


@lru_cache(maxsize=1024)
def _layout(keyed: _Keyed, cache: Cache) -> Any:
    """A layout that documents show: most of those of the last save are those of this one."""
    return layout_of(keyed.recipe, cache)[0]


def _page(given: Sealed, number: int, cache: Cache) -> bytes:
    """The picture of a page; one on which nothing has changed is known by what stands on it."""
    pages = _pages(given, cache)
    by = min(_FINENESS, _MOST / max(pages.width, pages.height))
    shown = pickle.dumps((pages.pages[number - 1], pages.width, pages.height, by), protocol=5)
    key = sha256(program().encode() + shown).hexdigest()
    if known := cache.get(key):
        return known[0]
    picture = render_sheet(pages, number, by)
    cache.put(key, picture, [])
    return picture


def _frame_marks(frame: Frame) -> Marks:
    return Marks(frame.width, frame.height, frame.safe, tuple(_texts(frame, Fit(1.0))))


def _page_marks(pages: Pages, number: int) -> Marks:
    page, texts = pages.pages[number - 1], list[tuple[str, Box]]()
    for shown in shown_on(page):
        if isinstance(shown, Thumbnail | PlacedFrame):
            texts += _texts(shown.frame, Fit(shown.scale, shown.x, shown.y))
        elif isinstance(shown, Text):
            texts.append((shown.role, _box(shown)))
    return Marks(pages.width, pages.height, page.trim, tuple(texts))


def _texts(frame: Frame, fit: Fit) -> Iterator[tuple[str, Box]]:
    """The texts of a frame, and where they are once it is in its place."""
    return ((item.role, fit.box(_box(item))) for item in frame.items if isinstance(item, Text))


def _box(text: Text) -> Box:
    """Where a text's ink may be: of one that flows on a page, its lines."""
    if text.box != NOWHERE:
        return text.box
    runs = [run for line in text.lines for run in line.runs]
    left = min((run.x for run in runs), default=0.0)
    right = max((run.x + run.width for run in runs), default=left)
    lines = [line.baseline for line in text.lines] or [0.0]
    return Box(left, min(lines) - text.size, right - left, max(lines) - min(lines) + text.size * 1.25)
