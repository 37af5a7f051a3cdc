"""Posters for a page and for a wall, with and without dates, for a screen and for a print shop."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import POSTER
from builder.geometry.box import mm
from builder.kinds.kind import AssetKind
from builder.layout.canvas import sheet
from builder.pack.artwork import frame_of, theme_turn
from builder.pack.edition import Edition
from builder.pack.formats import FRAME_PDF
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.recipes import Origin
from builder.platforms.papers import Sheet, Use, beside

_USES: tuple[Use, ...] = ("page", "wall")
_BLEED = mm(3)  # what print shops cut off


def _plan(edition: Edition) -> Iterator[Plan]:
    if POSTER not in edition.brand.designs:
        return
    for paper in (beside(edition.brand.paper.sheet, use) for use in _USES):
        for dated in (True, False):
            for printed in (False, True):
                yield _poster(edition, paper, dated, printed)


def _poster(edition: Edition, paper: Sheet, dated: bool, printed: bool) -> Plan:
    """One poster: dates or none (to use again), trim size or with bleed and marks."""
    words = {slot: text for slot, text in edition.words.items() if dated or not slot.startswith("dates")}
    phrases, theme = edition.phrases, edition.spec.theme
    canvas = sheet(paper.width, paper.height, bleed=_BLEED if printed else 0.0)
    names = [POSTER, paper.key, "dated" if dated else "undated", "print" if printed else "screen"]
    title = phrases["file_poster" if dated else "file_poster_undated"]
    purpose = phrases["file_print" if printed else "file_screen"]
    full_title = f"{title} {paper.title}, {purpose}"
    origin = Origin(f"poster {paper.title}", ("theme",))
    recipe = frame_of(edition, POSTER, words, canvas, origin, theme.photo, theme_turn(edition))
    return Plan(
        kind="posters",
        path=edition.path("posters", "-".join(names), FRAME_PDF),
        title=full_title,
        format=FRAME_PDF,
        content=recipe,
        language=edition.language,
        find=edition.place,
        alt=phrases.fill("alt_poster", **edition.words),
        use=phrases["use_poster"],
        credits=credits_of(edition, theme.photo if recipe.photo else None),
        group=f"poster-{'dated' if dated else 'undated'}",
        options=(("title", f"{edition.spec.campaign.name}: {edition.spec.theme.title}"),),
    )


KIND = AssetKind(
    name="posters",
    order=40,
    help="posters for a page and for a wall, for screens and for print shops",
    plan=_plan,
    designs=lambda _: (POSTER,),
)
