"""Which ground, art and variant a card of a series has: by its id, and never a neighbour's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256

from builder.brand.treatments import FEW

NEAR = (1, 3)  # places before: the neighbour, and in a feed of three columns the one above


def in_rounds(
    ids: Sequence[str], places: Sequence[int], count: int, of: str, given: Mapping[int, int]
) -> Mapping[int, int]:
    """One of so many for each of these places: none again before all had their turn, never a neighbour's.

    `given` are the places that have theirs, which counts as had.
    """
    turns = dict(given)
    for place in places:
        had = Counter(turns.values())
        beside = {turns.get(place - 1), turns.get(place + 1)}
        near = {turns.get(place - back) for back in range(1, NEAR[-1] + 1)}
        wished = place_of(ids[place], of)
        order = [(wished + step) % count for step in range(count)]
        *_, turns[place] = min((way in beside, had[way], way in near, n, way) for n, way in enumerate(order))
    return turns


def of_each(
    ids: Sequence[str],
    ways: Sequence[Sequence[Sequence[int]]],
    of: str = "",
    rare: Callable[[int, int], Collection[str]] = lambda _, __: (),
) -> tuple[int, ...]:
    """One of the ways of each, which may be others for each, in groups, better ones first; 0 without any.

    `rare` tells of a place and a way what few may have in common: of so many in a row, one has it, if there
    are other ways. `of` says what is chosen, if it is not a ground: choices of two kinds have nothing to do
    with each other. Another item among them changes its neighbours at the most, or those beside them.
    """
    turns: list[int] = []
    for place, (id_, groups) in enumerate(zip(ids, ways, strict=True)):
        near = [turns[place - back] for back in NEAR if back <= place]
        had = {kind for back in range(max(place - FEW + 1, 0), place) for kind in rare(back, turns[back])}
        wished = place_of(id_, of)
        order = [own[(wished + step) % len(own)] for own in groups for step in range(len(own))]
        again = {way: len(had.intersection(rare(place, way))) for way in order}
        sparing = ([way for way in order if again[way] <= most] for most in sorted({*again.values()}))
        tried = ((some, taken) for some in sparing for taken in (near, near[:1], ()))
        others = (way for some, taken in tried for way in some if way not in taken)
        turns.append(next(others, 0))
    return tuple(turns)


def place_of(id_: str, of: str = "") -> int:
    """Where among all ways the one by an id is: a number to be taken modulo how many there are."""
    return int.from_bytes(sha256(f"{of}{id_}".encode()).digest()[:4])
