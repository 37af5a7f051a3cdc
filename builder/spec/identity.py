"""What an event is known by from one edition of the pack to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from builder.spec.clocks import first_moment
from builder.spec.dated import Event


def event_names(events: Sequence[Event]) -> tuple[str, ...]:
    """A name for each event: its id, else one made of its day and its title.

    So an event that is put before another renames none. Events of one day and one title are numbered.
    """
    return tuple(_numbered(event.id or made_name(event) for event in events))


def made_name(event: Event) -> str:
    """`2022-06-14-3fa2bc19`: the day, and a digest of the title whatever its case and spaces."""
    return f"{first_moment(event).date()}-{sha256(plain(event.title).encode()).hexdigest()[:8]}"


def plain(words: str) -> str:
    """The words as they are compared: in one case, with single spaces."""
    return " ".join(words.casefold().split())


def _numbered(names: Iterator[str]) -> Iterator[str]:
    seen = Counter[str]()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"
