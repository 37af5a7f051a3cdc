"""What must hold between the cards that are asked for and the items, posts and photographs they name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from builder.errors import FileTrouble, Problem
from builder.heif import ENDINGS, EXTRA, NoReader
from builder.imagefiles import read_image
from builder.source import Loc
from builder.source.folder import WrongFile, plain_file
from builder.source.validate import did_you_mean, listed, nearest
from builder.spec.cardnames import SINGLE, asked_cards, card_names, item_ids, meant
from builder.spec.draft import Draft
from builder.spec.requests import CardRequest

# Lists whose items may have a photograph.
_PICTURED = ("messages", "statistics", "quotes", "resources", "days", "events", "cards")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", *ENDINGS)
_AS_JPEG = "or save it as a JPEG: on a Mac, Preview > File > Export; Windows' Photos, Save as"


def requests(draft: Draft) -> Iterator[Problem]:
    """A card is asked for items that are there."""
    for number, card in draft.items("cards").items():
        loc: Loc = ("cards", number)
        yield from _countdown(draft, card, loc)
        if card.for_ and card.for_ != "countdown" and not draft.wrote(card.for_):
            there = "there is no" if card.for_ in SINGLE else "there are no"
            message = f"{there} {card.for_}, so this card is not made"
            yield draft.warning(message, (*loc, "for"), f"add `{card.for_}`, or delete this card")
        if card.only and not card.for_:
            message = "`only` chooses among items, but the card is not made for any"
            yield draft.error(message, (*loc, "only"), "add `for: messages`, or delete `only`", key=True)
        elif card.for_ and (ids := item_ids(draft, card)) is not None:
            for item, only in enumerate(card.only):
                if only not in ids:
                    message = f"`{only}` is none of the {card.for_}"
                    yield draft.error(message, (*loc, "only", item), did_you_mean(only, ids))


def posts(draft: Draft) -> Iterator[Problem]:
    """The card that a post goes with is one of those asked for, or of the usual ones if none is."""
    cards = asked_cards(draft)
    asked = [design for _, design in draft.written("cards", "design")]
    written = list(dict.fromkeys([*asked, *(card.design for card in cards)]))
    for loc, card_name in () if "cards" in draft.source.unread else draft.written("posts", "card"):
        design, _, item = card_name.partition("/")
        if design not in written:
            alike = meant(card_name, card_names(draft) or ())  # an id alone, as a carousel may have it
            other = did_you_mean(design, written) or "add it to `cards`, or delete this line"
            hint = f"write {listed(alike)}" if alike else other
            yield draft.error(f"no card of the design `{design}` is asked for in `cards`", loc, hint)
        elif chosen := [card for card in cards if card.design == design]:
            yield from _item(draft, loc, item, chosen)


def photos(draft: Draft, folder: Path, *, stand_ins: bool = False) -> Iterator[Problem]:
    """Photographs that are named have an entry, and their files are there, or `stand_ins` are."""
    ids = [id_ for _, id_ in draft.written("photos", "id")]
    slides = draft.source.at(("slides", "slides"))
    named = [each for part in _PICTURED for each in draft.written(part, "photo")]
    if isinstance(photo := draft.source.at(("theme", "photo")), str):
        named.append((("theme", "photo"), photo))
    for number, slide in enumerate(slides if isinstance(slides, list) else []):
        if isinstance(slide, dict) and isinstance(slide.get("photo"), str):
            named.append((("slides", "slides", number, "photo"), slide["photo"]))
    own = draft.source.at(("guide", "own"))
    for number, chapter in enumerate(own if isinstance(own, list) else []):
        if isinstance(chapter, dict) and isinstance(chapter.get("photo"), str):
            named.append((("guide", "own", number, "photo"), chapter["photo"]))
    for loc, photo in named:
        if photo not in ids:
            hint = did_you_mean(photo, ids) or "add it to `photos`"
            yield draft.error(f"there is no photo `{photo}`", loc, hint)
    for loc, file in draft.written("photos", "file"):
        yield from _file(draft, loc, file, folder, stand_ins)


def _countdown(draft: Draft, card: CardRequest, loc: Loc) -> Iterator[Problem]:
    if card.for_ == "countdown" and not card.days_before:
        message = "a countdown needs to know its days"
        yield draft.error(message, (*loc, "for"), "add `days_before: [30, 7, 1]`")
    if card.days_before and card.for_ != "countdown":
        message = "`days_before` belongs to a countdown"
        yield draft.error(message, (*loc, "days_before"), "add `for: countdown`", key=True)


def _item(draft: Draft, loc: Loc, item: str, cards: list[CardRequest]) -> Iterator[Problem]:
    design = cards[0].design
    found = [item_ids(draft, card) for card in cards]
    if any(ids is None for ids in found):
        return
    made = [known for card, ids in zip(cards, found, strict=True) for known in card.only or ids or ()]
    ways = listed([f"{design}/{known}" for known in made[:4]]) or f"`{design}`"
    if item and item not in made:
        close = nearest(item, made)
        hint = f"did you mean `{design}/{close}`?" if close else f"write {ways}"
        yield draft.error(f"no card `{design}/{item}` is asked for in `cards`", loc, hint)
    elif made and not item:
        yield draft.error(f"there are several cards of the design `{design}`", loc, f"write {ways}")


def _file(draft: Draft, loc: Loc, file: str, folder: Path, stand_ins: bool) -> Iterator[Problem]:
    inside = PurePosixPath(file.replace("\\", "/"))
    if inside.is_absolute() or ".." in inside.parts or ":" in file:
        message = "a photo's file must lie beside this one, or in a folder beside it"
        yield draft.error(message, loc, f"copy it there and write `photos/{inside.name}`")
    elif inside.suffix.lower() not in _PICTURES:
        yield draft.error(f"`{file}` is not a picture", loc, f"it can be {listed(_PICTURES)}")
    else:
        yield from _photo(draft, loc, file, folder, stand_ins)


def _photo(draft: Draft, loc: Loc, file: str, folder: Path, stand_ins: bool) -> Iterator[Problem]:
    try:
        path = plain_file(folder, file.replace("\\", "/"))
    except WrongFile as wrong:
        yield draft.error(f"`{file}` {wrong}", loc, wrong.hint)
    except OSError:
        there = sorted(each.relative_to(folder).as_posix() for each in folder.glob("*/*"))
        pictures = [each for each in there if each.lower().endswith(_PICTURES)]
        close = nearest(file, pictures)
        hint = f"did you mean `{close}`?" if close else "put the picture there, or correct its name"
        if not stand_ins:
            yield draft.error(f"there is no file `{file}` beside this one", loc, hint)
    else:
        yield from _picture(draft, loc, path)


def _picture(draft: Draft, loc: Loc, path: Path) -> Iterator[Problem]:
    try:
        read_image(path)
    except FileTrouble as trouble:
        hint = "save it again as a JPEG, or take another"
        if isinstance(trouble, NoReader):
            hint = f"`{EXTRA}` brings one, {_AS_JPEG}"
        yield draft.error(str(trouble), loc, hint)
