"""What goes to a print shop: its inks, how far its colours run over the cut, and what is said of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.brand.design import Design
from builder.brand.sparing import on_plain_paper
from builder.brand.uses import IN_INK
from builder.content.printed import Printed, PrintedBook
from builder.content.recipe import Recipe
from builder.content.story import Block, Heading, ListBlock, Paragraph, Story, words
from builder.geometry.box import mm
from builder.inks import MOST_INK
from builder.layout.canvas import Canvas, sheet
from builder.pack.edition import Edition
from builder.pack.formats import TEXT
from builder.pack.plan import Plan
from builder.platforms.papers import Sheet
from builder.record import replace

_BLEED = 3  # mm that print shops cut off
_USUAL = "FOGRA39"  # the press that comes along
_NAME = "note-for-the-print-shop"


def printed(edition: Edition, recipe: Recipe) -> Printed:
    """A frame in the brand's inks."""
    frame: Any = recipe
    return Printed(frame, edition.brand.inks)


def printed_book(edition: Edition, story: Callable[[Edition], Story]) -> PrintedBook:
    """What `story` tells of an edition, on pages that run over the cut, in the brand's inks."""
    brand, over = edition.brand, mm(_BLEED)
    sheet_, edges = brand.paper.sheet, brand.paper.edges
    sides = {side: getattr(edges, side) + over for side in ("top", "bottom", "outer", "inner")}
    larger = replace(sheet_, width=sheet_.width + 2 * over, height=sheet_.height + 2 * over)
    paper = replace(brand.paper, sheet=larger, edges=replace(edges, **sides))
    told = edition.phrases.fill("print_pages", size=_size(sheet_.width, sheet_.height), pages="{pages}")
    book = story(replace(edition, brand=replace(brand, paper=paper)))
    return PrintedBook(book, brand.inks, over, f"{book.title} · {told}", edition.phrases["print_notes"])


def in_ink(edition: Edition, name: str) -> tuple[Edition, str]:
    """How a design is drawn in little ink: the edition, and which design of the look or the brand does it."""
    drawn = IN_INK[name] if IN_INK[name] in edition.brand.designs else name
    return sparing(edition, drawn), drawn


def sparing(edition: Edition, name: str) -> Edition:
    """The edition whose brand draws a design on plain paper."""
    design = edition.brand.designs[name]
    assert isinstance(design, Design)
    return replace(edition, brand=on_plain_paper(edition.brand, design.background.grounds))


def cut_sheet(paper: Sheet, smallest: Sheet | None = None) -> Canvas:
    """A sheet with enough over for the cut; what is printed as small as another too looks the same."""
    larger = paper.width / smallest.width if smallest else 1.0
    height = smallest.height * larger if smallest else paper.height  # A3 in whole mm is 0.04 mm lower
    return sheet(paper.width, height, bleed=mm(math.ceil(_BLEED * larger)), larger=larger)


def print_note(edition: Edition, kind: str, plans: Iterable[Plan]) -> Iterator[Plan]:
    """What a print shop asks for, in the words of an edition: files, sizes, inks, paper, how many."""
    files = [plan for plan in plans if isinstance(plan.content, Printed | PrintedBook)]
    if not files:
        return
    phrases = edition.phrases
    title = phrases["file_print_note"]
    yield Plan(
        kind=kind,
        path=edition.path(kind, _NAME, TEXT),
        title=title,
        format=TEXT,
        content=tuple(_blocks(edition, title, files)),
        language=edition.language,
        use=phrases["use_print_note"],
    )


def _blocks(edition: Edition, title: str, files: list[Plan]) -> Iterator[Block]:
    inks, phrases = edition.brand.inks, edition.phrases
    tins = sorted({tin for _, tin in inks.spots})
    press = inks.profile.name if inks.profile else _USUAL
    yield Heading(1, words(title))
    yield Paragraph(words(f"{edition.brand_name}{phrases.colon}{edition.spec.campaign.name} {edition.year}"))
    yield ListBlock(tuple((Paragraph(words(line)),) for line in _lines(edition, files)))
    colors = " + ".join(("CMYK", *tins))
    yield Paragraph(words(phrases.fill("print_colors", inks=colors, press=press, limit=MOST_INK)))
    if inks.profile is None:  # which paper another press has nobody says
        yield Paragraph(words(phrases["print_paper"]))


def _lines(edition: Edition, files: list[Plan]) -> Iterator[str]:
    """A line a file: what it is called, its size, and room for a number."""
    for plan in files:
        if isinstance(plan.content, PrintedBook):
            paper, bleed = edition.brand.paper.sheet, plan.content.bleed
            size, more = _size(paper.width, paper.height), f" {edition.phrases['print_bound']}"
        else:
            recipe: Any = plan.content.frame
            canvas: Canvas = recipe.canvas
            size, bleed = _size(canvas.width, canvas.height), canvas.bleed
            more = _folded(edition, plan.content)
        said = edition.phrases.fill("print_size", size=size, bleed=f"{_millimetres(bleed)} mm")
        yield f"{plan.path.rpartition('/')[2]}{edition.phrases.colon}{said}{more}"


def _folded(edition: Edition, printed: Printed) -> str:
    """How a sheet that has another side is printed, and where it is folded."""
    at = " + ".join(f"{_millimetres(fold)} mm" for fold in printed.folds)
    return f" {edition.phrases.fill('print_folds', at=at)}" if printed.others and at else ""


def _size(width: float, height: float) -> str:
    return f"{_millimetres(width)} × {_millimetres(height)} mm"


def _millimetres(length: float) -> int:
    return round(length / mm(1))
