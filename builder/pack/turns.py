"""Which ground and art each card of a series has: by its id, so that it keeps it, never a neighbour's."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

_APART = (1, 3)  # places before: the neighbour, and in a feed of three columns the one above


def in_turns(ids: Sequence[str], count: int, of: str = "") -> tuple[int, ...]:
    """One of so many grounds for each of these, 0 at first; 0 for all where there are none.

    `of` says what is chosen, if it is not a ground: choices of two kinds have nothing to do with each other.

    Another item among them changes its neighbours at the most, or those beside them that would be alike.
    """
    turns: list[int] = []
    for place, id_ in enumerate(ids):
        near = [turns[place - back] for back in _APART if back <= place]
        wished = int.from_bytes(sha256(f"{of}{id_}".encode()).digest()[:4]) if count else 0
        ways = [(wished + step) % count for step in range(count)]
        turns.append(next((way for way in ways if way not in near), ways[0] if ways else 0))
    return tuple(turns)
