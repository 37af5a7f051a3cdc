"""What must hold of a carousel: each card that it names is one of those asked for, and is named once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.brand.uses import THEME
from builder.errors import Problem
from builder.platforms.carousels import CAROUSEL_LIMITS
from builder.source import Loc
from builder.source.validate import listed, nearest
from builder.spec.cardnames import card_names, meant
from builder.spec.draft import Draft

_OWN = 2  # cards that come by themselves: the cover and the end


def order(draft: Draft) -> Iterator[Problem]:
    """Each name means one card, none twice, and the platforms take as many."""
    written = draft.source.at(("carousel",))
    names = [name for name in written if isinstance(name, str)] if isinstance(written, list) else []
    cards = None if {"cards"} & set(draft.source.unread) else card_names(draft)
    taken = dict[str, str]()  # the card of each name so far
    for number, name in enumerate(names):
        loc: Loc = ("carousel", number)
        if name == THEME:
            yield draft.error("the announcement is the cover, which comes by itself", loc, "delete it here")
            continue
        found = meant(name, cards) if cards is not None else [name]
        if cards is not None and not found:
            yield draft.error(f"no card `{name}` is asked for in `cards`", loc, _hint(name, cards))
        elif len(found) > 1:
            yield draft.error(f"`{name}` is the id of several cards", loc, f"write {listed(found)}")
        elif found[0] in taken.values():
            yield draft.error(f"the card `{found[0]}` is in the carousel twice", loc, "delete it here")
        else:
            taken[name] = found[0]
    yield from _too_many(draft, len(names))


def _hint(name: str, cards: Sequence[str]) -> str:
    named = [card for card in cards if card != THEME]
    if alike := meant(name.partition("/")[2] or name, named):  # of another kind
        return f"write {listed(alike)}"
    if close := nearest(name, [*named, *(card.partition("/")[2] for card in named)]):
        return f"did you mean `{close}`?"
    return f"there are {listed(named[:12])}" if named else "add it to `cards`, or delete this line"


def _too_many(draft: Draft, asked: int) -> Iterator[Problem]:
    """A warning if there are more pictures than a post may have, with all whom they are too many for."""
    pictures = asked + _OWN
    over = [limit for limit in CAROUSEL_LIMITS if pictures > limit.most]
    if asked and over:
        message = f"the carousel has {pictures} pictures with its cover and its end, more than some take"
        told = "; ".join(f"{limit.title} takes {limit.most}" for limit in over)
        yield draft.warning(message, ("carousel",), f"leave some out, or post them in parts: {told}")
