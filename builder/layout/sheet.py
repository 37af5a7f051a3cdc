"""Frames as pages: a poster for a screen, or for a print shop with bleed and crop marks; a row of cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.color import Color
from builder.content.cards import Cards
from builder.content.frame import Frame, Text
from builder.content.pages import Artifact, Bookmark, Owned, Page, Pages, PlacedFrame, Stroke
from builder.content.printed import Printed
from builder.geometry.box import Box, mm
from builder.layout.flow.structure import Structure
from builder.layout.reading import owners_of
from builder.record import replace

MARK_GAP = mm(2)  # from the bleed's edge, so that no mark is printed on the poster
MARK = mm(6)
_DASHES, _DASH = 3, mm(1.2)  # of the mark of a fold
_MARK_WEIGHT = 0.25  # pt: a hairline
_BLACK = Color(0, 0, 0)
CROP = Artifact("Page")


def one_page(frame: Frame) -> Pages:
    """A frame in pt as a page of its size; with bleed the page grows by it and by its crop marks."""
    return _sides((frame,))


def _sides(frames: Sequence[Frame], folds: Sequence[float] = ()) -> Pages:
    """Frames of one size as pages, the largest words of the first as the headline of all."""
    first, structure = frames[0], Structure()
    slug = first.bleed + MARK_GAP + MARK if first.bleed else 0.0
    placed = [
        PlacedFrame(frame, slug, slug, 1.0, owners_of(frame, structure, headline="H2" if number else "H1"))
        for number, frame in enumerate(frames)
    ]
    words = (item.words for frame in frames for item in frame.items if isinstance(item, Text))
    return Pages(
        width=first.width + 2 * slug,
        height=first.height + 2 * slug,
        pages=tuple(_with_marks(each, folds) if slug else Page((each,)) for each in placed),
        structure=structure.element(),
        title=" ".join(filter(None, words)),
        author="",
        subject="",
        language=first.lang,
    )


def card_pages(cards: Cards) -> Pages:
    """Cards as the pages of one document, a px as a pt: a part each, which its bookmark names."""
    structure, pages = Structure(), list[Page]()
    for number, frame in enumerate(cards.frames):
        with structure.inside("Sect"):
            owners = owners_of(frame, structure, headline="H2" if number else "H1")
        pages.append(Page((PlacedFrame(frame, 0.0, 0.0, 1.0, owners),)))
    first = cards.frames[0]
    marks = (Bookmark(0, title, f"card-{page}", page, 0.0) for page, title in enumerate(cards.titles, 1))
    return Pages(
        width=first.width,
        height=first.height,
        pages=tuple(pages),
        structure=structure.element(),
        title=cards.title,
        author=cards.author,
        subject="",
        language=first.lang,
        bookmarks=tuple(marks),
    )


def print_page(printed: Printed) -> Pages:
    """A sheet in the inks of a press, a page for each of its sides."""
    return replace(_sides((printed.frame, *printed.others), printed.folds), inks=printed.inks)


def _with_marks(placed: PlacedFrame, folds: Sequence[float]) -> Page:
    """The page, where it is cut, and where it is folded."""
    frame = placed.frame
    trim = Box(placed.x, placed.y, frame.width, frame.height)
    start = frame.bleed + MARK_GAP
    drawn = (*crop_marks(trim, start), *_fold_marks(trim, start, folds))
    marks = (Owned(mark, CROP) for mark in drawn)
    bleed = trim.inset(-frame.bleed, -frame.bleed, -frame.bleed, -frame.bleed)
    return Page((*marks, placed), trim, bleed)


def crop_marks(trim: Box, start: float) -> Iterator[Stroke]:
    """Two hairlines at each corner, from `start` (pt) beyond it, on all plates."""
    for x, outward in ((trim.x, -1), (trim.right, 1)):
        for y, downward in ((trim.bottom, 1), (trim.y, -1)):
            across = (x + outward * start, y), (x + outward * (start + MARK), y)
            down = (x, y + downward * start), (x, y + downward * (start + MARK))
            yield from (Stroke(ends, _BLACK, _MARK_WEIGHT, on_all=True) for ends in (across, down))


def _fold_marks(trim: Box, start: float, folds: Sequence[float]) -> Iterator[Stroke]:
    """Above and below each fold a line in dashes, as print shops mark it, on all plates."""
    for fold in folds:
        x = trim.x + fold
        for edge, outward in ((trim.y, -1), (trim.bottom, 1)):
            for number in range(_DASHES):
                begin = edge + outward * (start + number * _DASH * 2)
                ends = (x, begin), (x, begin + outward * _DASH)
                yield Stroke(ends, _BLACK, _MARK_WEIGHT, on_all=True)
