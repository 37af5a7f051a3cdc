"""Posters for a page and for a wall, with and without dates, for a screen and for a print shop."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.design import Design
from builder.brand.sparing import on_plain_paper
from builder.brand.uses import POSTER, POSTER_INK
from builder.kinds.kind import AssetKind
from builder.layout.canvas import Canvas, sheet
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF, PRINT_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import cut_sheet, print_note, printed
from builder.pack.recipes import CardRecipe, Origin
from builder.pack.standins import theme_photo
from builder.pack.themes import theme_turn
from builder.platforms.papers import Sheet, beside
from builder.record import Record, replace


class _Poster(Record):
    """One of the posters: dates or none (to use again), for whom, and on which sheet."""

    paper: Sheet
    canvas: Canvas
    purpose: str  # `screen`, `save-ink` or `print`
    dated: bool

    @property
    def name(self) -> str:
        """What file names call it."""
        return "-".join([POSTER, self.paper.key, "dated" if self.dated else "undated", self.purpose])


def _plan(edition: Edition) -> Iterator[Plan]:
    if POSTER in edition.brand.designs:
        yield from (_file(edition, poster) for poster in _posters(edition))


def _note(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """What goes to the print shop beside the files, those of other kinds too."""
    return print_note(edition, "posters", plans)


def _posters(edition: Edition) -> Iterator[_Poster]:
    """For a screen the smaller sheet of a shape, for a print shop the larger: it is printed smaller too."""
    usual = edition.brand.paper.sheet
    page, wall = beside(usual, "page"), beside(usual, "wall")
    alike = round(page.width / page.height, 2) == round(wall.width / wall.height, 2)
    for dated in (True, False):
        for paper in (page,) if alike else (page, wall):
            yield _Poster(paper, sheet(paper.width, paper.height), "screen", dated)
        for paper in (wall,) if alike else (page, wall):
            yield _Poster(paper, cut_sheet(paper, page if alike else None), "print", dated)
        yield _Poster(page, sheet(page.width, page.height), "save-ink", dated)


def _file(edition: Edition, poster: _Poster) -> Plan:
    paper, phrases = poster.paper, edition.phrases
    title = phrases["file_poster" if poster.dated else "file_poster_undated"]
    recipe, press = _recipe(edition, poster), poster.purpose == "print"
    purpose = (
        phrases["file_print"]
        if press
        else phrases["file_save_ink" if poster.purpose == "save-ink" else "file_screen"]
    )
    return Plan(
        kind="posters",
        path=edition.path("posters", poster.name, PRINT_PDF if press else FRAME_PDF),
        title=f"{title} {paper.title}, {purpose}",
        format=PRINT_PDF if press else FRAME_PDF,
        content=printed(edition, recipe) if press else recipe,
        language=edition.language,
        find=edition.place,
        alt=phrases.fill("alt_poster", **edition.words),
        use=phrases["use_print" if press else "use_poster"],
        credits=credits_of(edition, theme_photo(edition, POSTER) if recipe.photo else None),
        group=f"poster-{'dated' if poster.dated else 'undated'}",
        options=(("title", f"{edition.spec.campaign.name}: {edition.spec.theme.title}"),),
    )


def _recipe(edition: Edition, poster: _Poster) -> CardRecipe:
    name, photo = POSTER, theme_photo(edition, POSTER)
    if poster.purpose == "save-ink":
        name = POSTER_INK if POSTER_INK in edition.brand.designs else POSTER
        design, photo = edition.brand.designs[name], None
        assert isinstance(design, Design)
        edition = replace(edition, brand=on_plain_paper(edition.brand, design.background.grounds))
    words = {
        slot: text for slot, text in edition.words.items() if poster.dated or not slot.startswith("dates")
    }
    origin = Origin(f"poster {poster.paper.title}", ("theme",))
    return frame_of(edition, name, words, poster.canvas, origin, photo, theme_turn(edition))


KIND = AssetKind(
    name="posters",
    order=40,
    help="posters for a page and for a wall, for screens and for print shops",
    plan=_plan,
    gather=_note,
    designs=lambda _: (POSTER,),
)
