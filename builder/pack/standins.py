"""The picture of the look that stands in for a photograph, on cards that have none."""

from __future__ import annotations

from collections.abc import Sequence

from builder.brand.artchoice import name_of
from builder.brand.treatments import LED
from builder.layout.photo import Photograph
from builder.media import Image
from builder.pack.edition import Edition
from builder.pack.themes import theme_turn
from builder.pack.turns import in_rounds


def pictures_of(
    edition: Edition,
    design: str,
    ids: Sequence[str],
    photos: Sequence[str | None],
    arts: Sequence[str | None],
    of_theme: bool = False,
) -> tuple[str | None, ...]:
    """The photograph of each card of a series, or the picture that stands in for it; None for one without.

    None of the pictures stands in twice while others are left. Art that an item names goes before them: a
    picture by its name, or a drawing, which leaves no room for one. Cards `of_theme` show its photograph.
    """
    names = tuple(edition.brand.pictures)
    if not names or f"{design}{LED}" not in edition.brand.designs:
        return tuple(photos)
    own = _own(edition) if of_theme else None
    said = [
        photo or (_named(art, names) if art else own) for photo, art in zip(photos, arts, strict=True)
    ]
    dealt = edition.brand.stand_ins
    given = {place: dealt.index(each) for place, each in enumerate(said) if each in dealt}
    bare = [place for place, each in enumerate(said) if not (each or arts[place])]
    turns = in_rounds(ids, bare, len(dealt), "picture", given) if dealt else {}
    return tuple(dealt[turns[place]] if place in turns else each for place, each in enumerate(said))


def theme_photo(edition: Edition, design: str) -> str | None:
    """The photograph of the theme, or the picture that stands in for it: the same wherever it is shown."""
    theme, names = edition.spec.theme, tuple(edition.brand.pictures)
    if theme.photo or not names or f"{design}{LED}" not in edition.brand.designs:
        return theme.photo
    if art := _art_of_theme(edition):
        return _named(art, names)
    dealt = edition.brand.stand_ins
    return _own(edition) or (dealt[theme_turn(edition).art % len(dealt)] if dealt else None)


def _own(edition: Edition) -> str | None:
    """What the theme shows before a picture of the look: its photograph, or else the campaign's first."""
    theme, photos = edition.spec.theme, edition.spec.photos
    return theme.photo or (photos[0].id if photos and not _art_of_theme(edition) else None)


def _art_of_theme(edition: Edition) -> str:
    """The picture or the drawing that the theme names; none if it names a set of them."""
    art = edition.spec.theme.art or ""
    return "" if art in edition.brand.sets else art


def is_stand_in(edition: Edition, name: str | None) -> bool:
    """Whether a card's photograph is a picture of the look, of which the spec says nothing."""
    return name in edition.brand.pictures


def standing_in(edition: Edition, name: str) -> Photograph:
    """A picture of the look as a photograph; what it shows says nothing of the campaign, so it has no alt."""
    return Photograph(_image(edition, name), edition.brand.pictures[name][0], "", stands_in=True)


def _image(edition: Edition, name: str) -> Image:
    return edition.brand.art[name].images[0]


def _named(art: str, names: Sequence[str]) -> str | None:
    return next((name for name in names if name_of(name) == art), None)
