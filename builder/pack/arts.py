"""Which drawing each card of a pack has of those that its design lists: none again while others are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.brand.artchoice import Turn, hand, name_of, set_names
from builder.brand.design import Design
from builder.brand.uses import THEME
from builder.pack.edition import Edition
from builder.pack.led import photographed
from builder.pack.themes import item_turn, theme_turn
from builder.pack.turns import NEAR, place_of
from builder.record import derived, replace


class ArtDealer:
    """Gives the cards of a pack their drawings, part by part; who asks again for a card has the same."""

    def __init__(self, edition: Edition, designs: Iterable[str]) -> None:
        """`designs` are those of the parts that will ask."""
        self._edition = edition
        self._designs = tuple(designs)
        self._dealt: dict[tuple[str, str], int] = {}

    @derived
    def _own(self) -> Turn:
        return item_turn(self._edition, "")

    @derived
    def _shown(self) -> Counter[str]:
        """How many cards have each drawing, by its name."""
        return Counter(self._fixed(self._designs))

    def pieces(
        self, design: str, ids: Sequence[str], arts: Sequence[str | None], photos: Sequence[str | None]
    ) -> tuple[int, ...]:
        """The place in the list of each item's design, by its id, the art it names and its photograph.

        No drawing comes again in a part before all have been had, nor in the pack if it can be helped, nor
        beside itself; what an item names counts as had.
        """
        own = [art for art in arts if art]
        had = Counter(own)
        self._shown.update(own)
        before: list[str] = []
        pieces: list[int] = []
        for id_, art, photo in zip(ids, arts, photos, strict=True):
            files = self._hand(photographed(self._edition, design, photo), art or "")
            names = [name_of(file) for file in files]
            if art and not _is_set(art, files):
                before, pieces = [*before, art], [*pieces, 0]
                continue
            piece = self._dealt.get((design, id_))
            if piece is None:
                near = {before[-back] for back in NEAR if back <= len(before)}
                piece = self._next(id_, names, had, near) if names else 0
                self._dealt[design, id_] = piece
                self._shown.update(names[piece : piece + 1])
            had.update(names[piece : piece + 1])
            before, pieces = [*before, names[piece] if names else ""], [*pieces, piece]
        return tuple(pieces)

    def _next(self, id_: str, names: Sequence[str], had: Counter[str], near: set[str]) -> int:
        first = place_of(id_, "art")
        order = [(first + step) % len(names) for step in range(len(names))]
        return min(order, key=lambda at: (had[names[at]], names[at] in near, self._shown[names[at]]))

    def _hand(self, design: str, art: str) -> tuple[str, ...]:
        drawn = self._edition.brand.designs.get(design)
        return hand(drawn, replace(self._own, named=art)) if isinstance(drawn, Design) else ()

    def _fixed(self, designs: Iterable[str]) -> list[str]:
        """The names of what is shown whatever is dealt: the theme's, and the only ones of their designs."""
        turn = theme_turn(self._edition)
        theme = [name_of(file) for file in self._hand(THEME, turn.named)]
        named = turn.named if turn.named and turn.named != turn.set else ""
        own = [named] if named else theme[turn.art % len(theme) :][:1] if theme else []
        alone = (files for design in designs if len(files := self._hand(design, "")) == 1)
        return [*own, *(name_of(files[0]) for files in alone)]


def _is_set(name: str, files: Sequence[str]) -> bool:
    """Whether it names the set of art that files are of, and no drawing."""
    return name in set_names(files)
