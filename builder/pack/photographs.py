"""Which design draws what has a photograph, and the photographs that none shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.brand.design import Design
from builder.brand.treatments import LED
from builder.brand.uses import CHAPTER, COVERS, POSTER, THEME
from builder.brand.variants import layers
from builder.errors import Problem
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.led import photographed
from builder.pack.postercards import poster_cards
from builder.pack.standins import is_stand_in
from builder.source import Loc
from builder.spec.photos import Photo
from builder.tagged import APART, in_language_of, joined
from builder.text.whole import NO_BREAK

_NAME = 32  # letters that the name of a licence has at most: `CC BY-NC-ND 4.0 International`


def credits_of(edition: Edition, *names: str | None) -> tuple[str, ...]:
    """Who took these photographs and under which licences they are used, as the spec says it, each once."""
    said = (photo.credited for photo in edition.spec.photos if photo.id in names)
    return tuple(dict.fromkeys(filter(None, said)))


def credit_line(edition: Edition, *names: str | None) -> str:
    """Who took these photographs and under which licences they are used, in words: each person once.

    Empty if nobody said. Where one person's have different licences, each licence has its pictures.
    """
    photos = [photo for photo in edition.spec.photos if photo.id in names and photo.credited]
    people: dict[str, list[Photo]] = {}
    for photo in photos:
        people.setdefault(photo.credit or "", []).append(photo)
    if not photos:
        return ""
    said = joined(APART, (_credit(edition, own, alone=len(people) == 1) for own in people.values()))
    if len(photos) == 1:
        return edition.phrases.fill("photo_credit", credit=said)
    return edition.phrases.fill("photo_credits", credit=said)


def whole(licence: str) -> str:
    """The name of a licence, in which no line ends: `CC BY-SA 4.0`. In whole sentences lines may end."""
    kept = licence.replace(" ", NO_BREAK) if len(licence) <= _NAME else licence
    return in_language_of(kept, licence)


def _credit(edition: Edition, photos: Sequence[Photo], *, alone: bool) -> str:
    """A person, and the licence of all of these photographs or, where they differ, that of each."""
    who, listed = photos[0].credit or "", edition.phrases.listed
    licences = dict.fromkeys(photo.licence or "" for photo in photos)
    if len(licences) == 1 and (who or alone):
        return listed((who, *map(whole, licences)))
    return listed((who, *(_licensed(edition, photo) for photo in photos if photo.licence)))


def _licensed(edition: Edition, photo: Photo) -> str:
    """What a photograph shows, and its licence: `“A cup of tea”: CC BY 4.0`."""
    shown = in_language_of(photo.alt.rstrip("."), photo.alt)
    what = edition.phrases.fill("quotation", text=shown)
    return joined(edition.phrases.colon, (what, whole(photo.licence or "")))


def unshown(edition: Edition) -> Iterator[Problem]:
    """A warning for each photograph of an item or of cards that no design has a place for."""
    shown = {loc for loc, designs in _shown(edition) if any(_shows(edition, design) for design in designs)}
    for loc, designs in _shown(edition):
        if loc not in shown:
            shown.add(loc)
            yield _unshown(edition, loc, designs[0])


def stood_in(edition: Edition) -> Iterator[Problem]:
    """One warning for all cards that show a picture of the look because nobody gave them a photograph.

    None where the spec names it: `art` of an item, or of the theme a set of pictures.
    """
    theme = edition.spec.theme
    bare = [card for card in cards(edition) if is_stand_in(edition, card.photo) and not card.art_loc]
    if bare and theme.art not in edition.brand.sets:
        whose = f"{len(bare)} cards have" if len(bare) > 1 else f"the card `{bare[0].called}` has"
        message = f"{whose} no photograph: pictures of the look stand in, which show nothing of this campaign"
        hint = "`photo` on an item shows its own, `art` one that suits: see `packbuild docs looks`"
        yield Problem(message, edition.place(("look",)) or edition.place(("theme",)), hint, "warning")


def _shown(edition: Edition) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    """Where the spec names a photograph, and by which designs it might be shown."""
    if edition.spec.theme.photo:
        yield ("theme", "photo"), (THEME, POSTER, *COVERS)
    for number, chapter in enumerate(edition.spec.guide.own):
        if chapter.photo:
            yield ("guide", "own", number, "photo"), (CHAPTER,)
    for card in (*cards(edition), *poster_cards(edition)):
        if card.photo and not is_stand_in(edition, card.photo):
            yield card.photo_loc, (card.design,)


def _shows(edition: Edition, name: str) -> bool:
    design = edition.brand.designs.get(photographed(edition, name, "any"))
    return isinstance(design, Design) and any(_photos(design))


def _photos(design: Design) -> Iterable[object]:
    return (layer.background.photos for _, layer in layers(design) if layer.background)


def _unshown(edition: Edition, loc: Loc, design: str) -> Problem:
    message = f"the design `{design}` has no place for a photograph, so this one is not shown"
    hint = f"give the brand a design `{design}{LED}`: `packbuild docs add-a-design` tells how"
    return Problem(message, edition.place(loc), hint, "warning")
