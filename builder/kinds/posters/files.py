"""What all posters have: the sheets that they come on, and the file of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from builder.layout.canvas import Canvas, sheet
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF, PRINT_PDF
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, printed
from builder.pack.recipes import CardRecipe
from builder.pack.sheets import SheetRecipe
from builder.platforms.papers import Sheet, beside
from builder.record import Record
from builder.tagged import in_language_of

Purpose = Literal["screen", "print", "save-ink"]


class OnSheet(Record):
    """One file of a poster: on which sheet, and for whom."""

    paper: Sheet
    canvas: Canvas
    purpose: Purpose

    @property
    def is_print(self) -> bool:
        """Whether it goes to a print shop."""
        return self.purpose == "print"


def sheets(edition: Edition) -> Iterator[OnSheet]:
    """For a screen the smaller sheet of a shape, for a print shop the larger: it is printed smaller too."""
    page, wall, alike = _papers(edition)
    for paper in (page,) if alike else (page, wall):
        yield OnSheet(paper, sheet(paper.width, paper.height), "screen")
    for paper in (wall,) if alike else (page, wall):
        yield OnSheet(paper, cut_sheet(paper, page if alike else None), "print")
    yield OnSheet(page, sheet(page.width, page.height), "save-ink")


def pages(edition: Edition) -> Iterator[OnSheet]:
    """The page alone, of what people cut or write on: it is as large as a hand needs."""
    page, _, _ = _papers(edition)
    yield OnSheet(page, sheet(page.width, page.height), "screen")
    yield OnSheet(page, cut_sheet(page), "print")
    yield OnSheet(page, sheet(page.width, page.height), "save-ink")


def _papers(edition: Edition) -> tuple[Sheet, Sheet, bool]:
    """The page, the wall, and whether they have one shape."""
    usual = edition.brand.paper.sheet
    page, wall = beside(usual, "page"), beside(usual, "wall")
    return page, wall, round(page.width / page.height, 2) == round(wall.width / wall.height, 2)


def poster_file(
    edition: Edition, name: str, title: str, on: OnSheet, recipe: CardRecipe | SheetRecipe, **said: Any
) -> Plan:
    """The file of a poster; `said` are other fields of its plan, `reads_as` the document's title."""
    phrases, format_ = edition.phrases, PRINT_PDF if on.is_print else FRAME_PDF
    for_whom = {
        "print": phrases["file_print"],
        "screen": phrases["file_screen"],
        "save-ink": phrases["file_save_ink"],
    }
    read = said.pop("reads_as")
    return Plan(
        kind="posters",
        path=edition.path("posters", f"{name}-{on.purpose}", format_),
        title=phrases.listed((in_language_of(f"{title} {on.paper.title}", title), for_whom[on.purpose])),
        format=format_,
        content=printed(edition, recipe) if on.is_print else recipe,
        language=edition.language,
        find=edition.place,
        use=phrases["use_print" if on.is_print else "use_poster"],
        options=(("title", read),),
        **said,
    )
