"""Posters for a page and for a wall: of the theme, of messages and quotes, and with room to tear or write."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import POSTER, POSTER_FOOT, POSTER_LINES, TAB
from builder.kinds.kind import AssetKind
from builder.kinds.posters.series import series
from builder.kinds.posters.theme import theme
from builder.kinds.posters.variants import PLACE_AND_DATE, TEAR_OFF, variants
from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.pack.printing import print_note

KIND_NAME = "posters"


def _plan(edition: Edition) -> Iterator[Plan]:
    yield from theme(edition)
    yield from variants(edition)
    yield from series(edition)


def _note(edition: Edition, plans: tuple[Plan, ...]) -> Iterator[Plan]:
    """What goes to the print shop beside the files, those of other kinds too."""
    return print_note(edition, KIND_NAME, plans)


def _designs(edition: Edition) -> Iterator[str]:
    asked = edition.spec.posters
    yield POSTER
    if asked.for_:
        yield POSTER_FOOT
    if TEAR_OFF in asked.variants:
        yield TAB
    if PLACE_AND_DATE in asked.variants:
        yield POSTER_LINES


KIND = AssetKind(
    name=KIND_NAME,
    order=40,
    help="posters for a page and for a wall, for screens and for print shops",
    plan=_plan,
    gather=_note,
    designs=_designs,
)
