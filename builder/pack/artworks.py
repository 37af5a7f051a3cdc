"""The art that items of the spec name: names that there are not, and art that no design shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.artchoice import art_names, set_names, shows_art_of_items
from builder.brand.design import Design
from builder.brand.uses import COVERS, INFOGRAPHIC, ITEMS, PLEDGE_ON_A_PHONE, PLEDGE_ON_PAPER, POSTER, THEME
from builder.errors import Problem
from builder.pack.cards import cards
from builder.pack.edition import Edition
from builder.pack.led import photographed
from builder.pack.postercards import poster_cards
from builder.pack.standins import is_stand_in, theme_photo
from builder.source import Loc
from builder.source.validate import did_you_mean, listed

_THEME = ("theme", "art")


def wrong_art(edition: Edition) -> Iterator[Problem]:
    """A fault for each name that no art has, and a warning for art that no design of its item shows."""
    sets = edition.brand.sets
    of_items = {*art_names(edition.brand.art), *set_names(edition.brand.art)} - {*sets}
    told = dict[Loc, list[tuple[str, str, str | None]]]()
    for loc, *use in (*_named(edition), *_of_items(edition)):
        told.setdefault(loc, []).append(use)  # type: ignore[arg-type]
    for loc, uses in told.items():
        name = uses[0][0]
        names = sorted({*of_items, *sets} if loc == _THEME else of_items)
        if name in sets and loc != _THEME:
            message = f"`{name}` is a set of drawings that all cards of a campaign have, or none"
            yield Problem(message, edition.place(loc), "name it as `art` of the theme", "error")
        elif name not in names:
            hint = did_you_mean(name, names) or _sets_hint(edition)
            yield Problem(f"there is no art `{name}`", edition.place(loc), hint, "error")
        elif not (drawn := [use for use in uses if use[1]]):
            message = "no card and no poster is made of this item, so its art is not shown"
            hint = f"ask for it in `cards`, with `for: {loc[0]}`, or delete this line"
            yield Problem(message, edition.place(loc), hint, "warning")
        elif not any(_shows(edition, design, photo) for _, design, photo in drawn):
            yield _unshown(edition, loc, photographed(edition, *drawn[0][1:]))


def _sets_hint(edition: Edition) -> str:
    """What a name that comes near none might be: those of single drawings are too many to tell."""
    names = [name for name in set_names(edition.brand.art) if name not in edition.brand.sets]
    return f"sets of art are {listed(names, 'and')}" if names else ""


def _named(edition: Edition) -> Iterator[tuple[Loc, str, str, str | None]]:
    """Where the spec names art, what, and by which design, with which photograph, it might be shown."""
    spec = edition.spec
    if spec.theme.art:
        for design in (THEME, POSTER, *COVERS):
            yield _THEME, spec.theme.art, design, theme_photo(edition, design)
    for card in (*cards(edition), *poster_cards(edition)):
        if card.turn.named:
            yield card.art_loc, card.turn.named, card.design, card.photo
    if spec.pledge and spec.pledge.art:
        for design in (PLEDGE_ON_PAPER, PLEDGE_ON_A_PHONE):
            yield ("pledge", "art"), spec.pledge.art, design, None
    if spec.infographic and spec.infographic.art:
        yield ("infographic", "art"), spec.infographic.art, INFOGRAPHIC, None


def _of_items(edition: Edition) -> Iterator[tuple[Loc, str, str, None]]:
    """The same of items by themselves: there may be no card of them."""
    for part in ITEMS:
        items = getattr(edition.spec, part)
        for number, item in enumerate(items if isinstance(items, Sequence) else ()):
            if item.art:
                yield (part, number, "art"), item.art, "", None


def _shows(edition: Edition, name: str, photo: str | None) -> bool:
    if is_stand_in(edition, photo):
        return True  # named by it
    design = edition.brand.designs.get(photographed(edition, name, photo))
    return isinstance(design, Design) and shows_art_of_items(design)


def _unshown(edition: Edition, loc: Loc, design: str) -> Problem:
    message = f"the design `{design}` has no place for art of an item, so this one is not shown"
    hint = "give it a list of art to choose from: `packbuild docs add-a-design` tells how"
    return Problem(message, edition.place(loc), hint, "warning")
