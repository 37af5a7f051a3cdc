"""The poster of the theme, with dates and without them."""

from __future__ import annotations

from collections.abc import Iterator

from builder.brand.uses import POSTER, POSTER_UNDATED
from builder.kinds.posters.files import OnSheet, poster_file, sheets
from builder.layout.canvas import Canvas
from builder.pack.alttexts import heard
from builder.pack.artwork import frame_of
from builder.pack.edition import Edition
from builder.pack.photographs import credits_of
from builder.pack.plan import Plan
from builder.pack.printing import in_ink
from builder.pack.recipes import CardRecipe, Origin
from builder.pack.standins import theme_photo
from builder.pack.themes import theme_turn


def theme(edition: Edition) -> Iterator[Plan]:
    """Its files: dates on it, or none to use it again."""
    if POSTER not in edition.brand.designs:
        return
    for dated in (True, False):
        for on in sheets(edition):
            yield _file(edition, on, dated)


def _file(edition: Edition, on: OnSheet, dated: bool) -> Plan:
    origin = Origin(f"poster {on.paper.title}", ("theme",))
    recipe = theme_poster(edition, on, on.canvas, origin, dated=dated)
    said = "dated" if dated else "undated"
    return poster_file(
        edition,
        f"{POSTER}-{on.paper.key}-{said}",
        edition.phrases["file_poster" if dated else "file_poster_undated"],
        on,
        recipe,
        **heard(edition, edition.phrases.fill("alt_poster", **edition.words), recipe),
        credits=credits_of(edition, theme_photo(edition, _design(edition, dated)) if recipe.photo else None),
        group=f"poster-{said}",
        reads_as=reads_as(edition),
    )


def theme_poster(
    edition: Edition, on: OnSheet, canvas: Canvas, origin: Origin, *, dated: bool
) -> CardRecipe:
    """The theme's poster on a canvas, which may be a part of the sheet."""
    name = _design(edition, dated)
    photo = theme_photo(edition, name)
    if on.purpose == "save-ink":
        photo, (edition, name) = None, in_ink(edition, name)
    words = {slot: text for slot, text in edition.words.items() if dated or not slot.startswith("dates")}
    return frame_of(edition, name, words, canvas, origin, photo, theme_turn(edition))


def _design(edition: Edition, dated: bool) -> str:
    """The design of the poster; without dates that of its own, if there is one."""
    return POSTER if dated or POSTER_UNDATED not in edition.brand.designs else POSTER_UNDATED


def reads_as(edition: Edition) -> str:
    """What a poster of the theme is called as a document."""
    return f"{edition.spec.campaign.name}{edition.phrases.colon}{edition.spec.theme.title}"
