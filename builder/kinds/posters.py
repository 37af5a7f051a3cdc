"""Posters: A4 and A3, with and without dates, for a screen and for a print shop."""

from __future__ import annotations

from collections.abc import Iterator

from builder.geometry.box import mm
from builder.kinds.kind import AssetKind
from builder.layout.canvas import sheet
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.render.formats import FRAME_PDF

_DESIGN = "poster"
_PAPERS = {"a4": (mm(210), mm(297)), "a3": (mm(297), mm(420))}
_BLEED = mm(3)  # what print shops cut off


def _plan(edition: Edition) -> Iterator[Plan]:
    if _DESIGN not in edition.brand.designs:
        return
    for paper in _PAPERS:
        for dated in (True, False):
            for printed in (False, True):
                yield _poster(edition, paper, dated, printed)


def _poster(edition: Edition, paper: str, dated: bool, printed: bool) -> Plan:
    """One poster: dates or none (to use again), trim size or with bleed and marks."""
    words = {slot: text for slot, text in edition.words.items() if dated or not slot.startswith("dates")}
    phrases = edition.phrases
    canvas = sheet(*_PAPERS[paper], bleed=_BLEED if printed else 0.0)
    names = [_DESIGN, paper, "dated" if dated else "undated", "print" if printed else "screen"]
    title = phrases["file_poster" if dated else "file_poster_undated"]
    purpose = phrases["file_print" if printed else "file_screen"]
    full_title = f"{title} {paper.upper()}, {purpose}"
    return Plan(
        kind="posters",
        path=edition.path("posters", "-".join(names), FRAME_PDF),
        title=full_title,
        format=FRAME_PDF,
        content=frame_of(edition, _DESIGN, words, canvas, f"poster {paper.upper()}", ("theme",)).frame,
        language=edition.language,
        alt=phrases.fill("alt_poster", **edition.words),
        use=phrases["use_poster"],
        group=f"poster-{'dated' if dated else 'undated'}",
        options=(("title", f"{edition.spec.campaign.name}: {edition.spec.theme.title}"),),
    )


KIND = AssetKind(
    name="posters",
    help="A4 and A3 posters, for screens and for print shops",
    plan=_plan,
    designs=lambda _: (_DESIGN,),
)
