"""A story as a print shop binds it: pages with bleed and crop marks, in sheets, and no links."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.pages import Bookmark, Element, Link, Owned, Page, PageItem, Pages
from builder.content.printed import PrintedBook
from builder.content.story import words
from builder.geometry.box import Box, mm
from builder.layout.flow.flow import Spot, placed
from builder.layout.flow.paginate import paginate
from builder.layout.flow.typesetter import Typesetter
from builder.layout.sheet import CROP, MARK, MARK_GAP, crop_marks
from builder.record import replace

_CLEAR = mm(0.8)  # above and below what is said to the print shop
_BLOCKS = ("Figure", "Table", "L", "P")  # what stands in a link that is none within a line


def print_book(book: PrintedBook) -> Pages:
    """The pages of a book: each is cut on all sides, and says so to the print shop beside the cut.

    What leads somewhere on screens is words alone: on paper nothing is pressed (PDF/X-4, 6.13).
    """
    pages = paginate(book.story, notes=book.notes)
    whole = Box(0, 0, pages.width, pages.height)
    trim = whole.inset(*([book.bleed] * 4))
    marks = [Owned(mark, CROP) for mark in crop_marks(trim, book.bleed + MARK_GAP)]
    said = [*marks, *_said(book, pages, trim)]
    return replace(
        pages,
        pages=tuple(
            Page((*said, *(item for item in page.items if not isinstance(item, Link))), trim, whole)
            for page in pages.pages
        ),
        structure=_unlinked(pages.structure),
        inks=book.inks,
        remarks=(),  # those of the edition for screens have been judged: they are these, and some to write on
        slug=MARK_GAP + MARK,
    )


def _said(book: PrintedBook, pages: Pages, trim: Box) -> Iterator[PageItem]:
    """A line above the cut, between the marks: what it is, and how many pages."""
    setter = Typesetter(book.story)
    said = words(book.told.replace("{pages}", str(len(pages.pages))))
    style, wide = setter.look.foot, trim.w - 2 * MARK
    high = setter.set(CROP, said, style).height(wide)
    small = min((MARK_GAP + MARK - 2 * _CLEAR) / high, 1.0)  # scripts with high letters, and long titles
    style = replace(style, size=style.size * small, leading=style.leading * small)
    line = setter.set(CROP, said, style)
    spot = Spot(trim.x + MARK, -_CLEAR - line.height(wide), wide)
    yield from (item for item in placed([line], spot) if not isinstance(item, Bookmark))


def _unlinked(element: Element) -> Element:
    """The element and those below it, with what were links as stretches of text or as parts."""
    children = tuple(map(_unlinked, element.children))
    role = element.role
    if role == "Link":
        role = "Div" if any(child.role in _BLOCKS for child in children) else "Span"
    return replace(element, role=role, children=children)
