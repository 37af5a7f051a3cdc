"""The picture of the look that stands in for a photograph, on cards that have none."""

from __future__ import annotations

from collections.abc import Sequence

from builder.brand.artchoice import name_of
from builder.brand.treatments import LED
from builder.layout.photo import Photograph
from builder.media import Image
from builder.pack.edition import Edition
from builder.pack.themes import theme_turn
from builder.pack.turns import in_turns


def stand_ins(
    edition: Edition, design: str, ids: Sequence[str], arts: Sequence[str | None]
) -> tuple[str | None, ...]:
    """The picture of each card of a series by its id, never that of its neighbour; None for one without.

    Art that an item names goes before it: a picture by its name, or a drawing, which leaves no room for one.
    """
    names = tuple(edition.brand.pictures)
    if not names or f"{design}{LED}" not in edition.brand.designs:
        return (None,) * len(ids)
    turns = in_turns(ids, len(names), "picture")
    return tuple(_named(art, names) if art else names[turn] for art, turn in zip(arts, turns, strict=True))


def theme_photo(edition: Edition, design: str) -> str | None:
    """The photograph of the theme, or the picture that stands in for it: the same wherever it is shown."""
    theme, names = edition.spec.theme, tuple(edition.brand.pictures)
    if theme.photo or not names or f"{design}{LED}" not in edition.brand.designs:
        return theme.photo
    return _named(theme.art, names) if theme.art else names[theme_turn(edition).art % len(names)]


def is_stand_in(edition: Edition, name: str | None) -> bool:
    """Whether a card's photograph is a picture of the look, of which the spec says nothing."""
    return name in edition.brand.pictures


def standing_in(edition: Edition, name: str) -> Photograph:
    """A picture of the look as a photograph; what it shows says nothing of the campaign, so it has no alt."""
    return Photograph(_image(edition, name), edition.brand.pictures[name], "", stands_in=True)


def _image(edition: Edition, name: str) -> Image:
    return edition.brand.art[name].images[0]


def _named(art: str, names: Sequence[str]) -> str | None:
    return next((name for name in names if name_of(name) == art), None)
