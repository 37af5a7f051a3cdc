"""A card of a pack, before it is drawn in any of its sizes."""

from __future__ import annotations

from collections.abc import Mapping

from builder.brand.artchoice import Turn
from builder.platforms.sizes import Size
from builder.record import Record
from builder.source import Loc


class Card(Record):
    """One card: a design, its words, its alt text, and where the spec says so."""

    id: str  # `message-relationships`; part of its files' names
    design: str
    words: Mapping[str, str]
    title: str
    alt: str
    loc: Loc
    sizes: tuple[Size, ...]
    photo: str | None = None
    photo_loc: Loc = ()  # where it is named
    turn: Turn = Turn()  # what it has of its own among those of a series
    art_loc: Loc = ()  # where its art is named
    siblings: tuple[Mapping[str, str], ...] = ()  # the words of cards that share the size of their headlines

    @property
    def called(self) -> str:
        """What a post names it by: `message/relationships`."""
        item = self.id.removeprefix(self.design).removeprefix("-")
        return f"{self.design}/{item}" if item else self.design

    @property
    def is_image(self) -> bool:
        """Whether an image is made of it: what some sizes are for has a kind of its own."""
        return any(size.cards for size in self.sizes)

    def named_by(self, name: str) -> bool:
        """Whether a post that names a card means this one: `message`, or `message/relationships`."""
        return self.id == name.replace("/", "-") or self.design == name
