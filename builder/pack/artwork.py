"""Cards on canvases: frames, and the plans of their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce

from builder.brand.design import Design
from builder.content.frame import Picture
from builder.errors import Faults, Place, Problem, each_once
from builder.layout.canvas import Canvas, screen
from builder.layout.cards.setting import TextTrouble, Words
from builder.layout.cards.solve import Solved, solve
from builder.layout.photo import Photograph
from builder.media import read_image
from builder.pack.cards import Card
from builder.pack.coverage import no_glyph_faults
from builder.pack.edition import Edition, Loc
from builder.pack.plan import Plan
from builder.platforms.sizes import Size
from builder.render.formats import JPEG, PNG

_MOST_ENLARGED = 1.6  # px of the canvas to one of a photograph before it looks soft
# Where the words that every card may use are written.
_EVERYWHERE: dict[str, Loc] = {
    "campaign": ("campaign", "name"),
    "short_name": ("campaign", "short_name"),
    "organiser": ("campaign", "organiser"),
    "website": ("campaign", "website"),
    "theme": ("theme", "title"),
    "strapline": ("theme", "strapline"),
    "hashtag": ("theme", "hashtag"),
    "dates": ("dates",),
    "dates_short": ("dates",),
}


def card_frame(edition: Edition, card: Card, canvas: Canvas, where: str) -> Solved:
    """The card's layout on a canvas; Faults say what cannot be set, and where it is written."""
    photo = photograph(edition, card.photo) if card.photo else None
    return frame_of(edition, card.design, card.words, canvas, where, card.loc, photo)


def frame_of(
    edition: Edition,
    design: str | Design,
    words: Words,
    canvas: Canvas,
    where: str,
    loc: Loc = (),
    photo: Photograph | None = None,
) -> Solved:
    """A design, or the brand's of that name, with these words on a canvas; Faults if they cannot be set."""
    name, chosen = (design, edition.brand.designs[design]) if isinstance(design, str) else ("", design)
    assert isinstance(chosen, Design)
    _check_needs(edition, name, chosen, words, loc, photo)
    found = list[Problem]()
    rest = words
    while True:
        try:
            solved = solve(chosen, rest, canvas, edition.brand, edition.language, edition.rtl, photo)
        except TextTrouble as trouble:
            found += _told(edition, name, where, loc, trouble)
            tried, rest = rest, _without(rest, trouble.lacking)
            if rest != tried:
                continue  # what else cannot be set
        if found:
            raise Faults(found)
        return solved


def _told(edition: Edition, name: str, where: str, loc: Loc, trouble: TextTrouble) -> Iterator[Problem]:
    if trouble.lacking:
        yield from no_glyph_faults(
            trouble.lacking, lambda within: _place(edition, loc, trouble.slot, trouble.words, within)
        )
        return
    place = _place(edition, loc, trouble.slot, trouble.words)
    message = f"{trouble.message} in the design `{name}`" if name else trouble.message
    yield Problem(message, place, trouble.hint, where=(where,))


def _without(words: Words, lacking: tuple[str, ...]) -> Words:
    """The words without what no font has."""
    return {
        slot: reduce(lambda text, characters: text.replace(characters, ""), lacking, found)
        if isinstance(found, str)
        else tuple(_without(each, lacking) for each in found)
        for slot, found in words.items()
    }


def _check_needs(
    edition: Edition, name: str, design: Design, words: Words, loc: Loc, photo: Photograph | None
) -> None:
    """Faults if the design needs words or a photograph that the spec does not give it."""
    missing = [slot for slot in design.needs if not words.get(slot)]
    if design.background.photo is not None and photo is None:
        missing.append("photo")
    if missing:
        hint = "add it to the spec, or choose another design for this card"
        named = ", ".join(f"`{slot}`" for slot in missing)
        raise Faults([Problem(f"the design `{name}` needs {named}", _place(edition, loc, ""), hint)])


@lru_cache(maxsize=64)
def photograph(edition: Edition, name: str) -> Photograph:
    """A photograph of the spec, measured; FileTrouble if it is no image."""
    photo = next(photo for photo in edition.spec.photos if photo.id == name)
    return Photograph(read_image(edition.folder / photo.file), photo.focus, photo.alt)


def card_plans(edition: Edition, kind: str, wanted: Iterable[tuple[Card, Size]]) -> Iterator[Plan]:
    """A file for each card and size; Faults with what is wrong in any of them."""
    problems: list[Problem] = []
    for card, size in wanted:
        try:
            yield _plan(edition, kind, card, size)
        except Faults as faults:
            problems += faults.problems
    if problems:
        raise Faults(each_once(problems))


def _plan(edition: Edition, kind: str, card: Card, size: Size) -> Plan:
    solved = card_frame(edition, card, screen(size), size.key)
    pictured = any(isinstance(item, Picture) for item in solved.frame.items)
    # A photograph as PNG would be several times as heavy.
    format_ = JPEG if pictured or size.format == "jpeg" else PNG
    name = f"{card.id}_{size.key}_{size.width}x{size.height}"
    return Plan(
        kind=kind,
        path=edition.path(size.folder, name, format_),
        title=f"{card.title} ({size.title})",
        format=format_,
        content=solved.frame,
        language=edition.language,
        alt=card.alt,
        width=size.width,
        height=size.height,
        budget=size.budget,
        use=size.use,
        group=card.id,
        size=size.key,
        options=(("budget", str(size.budget)),) if format_ == JPEG else (),
        place=_place(edition, card.loc, ""),
        notes=tuple(_notes(edition, card, solved, size)),
    )


def _notes(edition: Edition, card: Card, solved: Solved, size: Size) -> Iterator[Problem]:
    """What a lead should see of one image."""
    seen = (size.key,)
    for note in solved.notes:
        place = _place(edition, card.loc, note.slot, note.words)
        yield Problem(note.message, place, note.hint, "warning", seen)
    if card.photo and any(_enlarged(item) for item in solved.frame.items if isinstance(item, Picture)):
        yield _too_small(edition, card.photo, seen)


def _enlarged(picture: Picture) -> bool:
    return picture.box.w > _MOST_ENLARGED * picture.crop.w


def _too_small(edition: Edition, name: str, seen: tuple[str, ...]) -> Problem:
    number, photo = next((n, photo) for n, photo in enumerate(edition.spec.photos) if photo.id == name)
    image = read_image(edition.folder / photo.file)
    message = f"the photograph has only {image.width} × {image.height} px and will look blurred"
    place = edition.place(("photos", number, "file"))
    return Problem(message, place, "take a larger one: 2,000 px wide serve every size", "warning", seen)


def _place(edition: Edition, loc: Loc, slot: str, words: str = "", within: str = "") -> Place | None:
    """Where the words of a slot are written: a field may have another name than its slot."""
    where = _EVERYWHERE.get(slot, (*loc, slot) if slot else loc)
    return edition.place(where, says=words, within=within)
