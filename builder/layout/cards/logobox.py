"""A logo among a card's boxes: its lock-up, its size, and the room that it keeps around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf

from builder.brand.lockups import Shown
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.boxes import NARROWED, Narrowing
from builder.layout.cards.setting import Trial
from builder.layout.logos import Fitted, LogoTrouble, fitted
from builder.record import Record, derived

_GROWN = 1.6  # times a design's height, for what is less wide than most


class Around(Record):
    """The room that there is to what stands around a box, on each side; infinite if nothing does."""

    above: float = inf
    below: float = inf
    before: float = inf
    after: float = inf


_FREE = Around()


class Stood(Record):
    """A logo that was placed: its curves, the box that it was placed in, and where it stands."""

    paths: list[Item]
    box: Box
    found: Fitted
    at: Box


@dataclass(frozen=True)
class LogoBox(Narrowing):
    """A logo in the lock-up that is largest within its limits."""

    name: str
    versions: tuple[Shown, ...]
    most_width: float
    most_height: float
    room: float  # the height of all that stands on the card: no more of it may be grown into
    canvas: Canvas
    flip: bool = False
    around: Around = _FREE

    def natural(self, trial: Trial) -> float:  # noqa: ARG002
        """The width at its largest."""
        found = self._fitted(inf)
        return found.width + fsum(self._beside(found))

    def narrowest(self, trial: Trial) -> float:  # noqa: ARG002
        """The width that it may be narrowed to."""
        found = self._fitted(inf)
        return found.width * max(NARROWED, min(found.least, 1.0)) + fsum(self._beside(found))

    def height(self, width: float, trial: Trial) -> float:  # noqa: ARG002
        """The height in a width; remembered, as the search for sizes asks for it with each."""
        if width not in self._heights:
            found, around = self._fitted(width), self.around
            above, below = self._lacking(found, around.above), self._lacking(found, around.below)
            self._heights[width] = found.height + above + below
        return self._heights[width]

    @derived
    def _heights(self) -> dict[float, float]:
        return {}

    def place(self, box: Box, trial: Trial) -> list[Item]:  # noqa: ARG002
        """Its curves, at the start of the box; LogoTrouble if they are too small."""
        found = self._fitted(box.w)
        if not found.large:
            raise LogoTrouble(self.name, found, self.canvas)
        before, _ = self._beside(found)
        x = box.right - before - found.width if self.flip else box.x + before
        y = box.y + self._lacking(found, self.around.above)
        paths = list[Item](found.paths(Box(x, y, found.width, found.height)))
        self._stood.append(Stood(paths, box, found, Box(x, y, found.width, found.height)))
        return paths

    def stood(self, items: Sequence[Item]) -> tuple[int, Stood] | None:
        """Where it is among the items that were placed, and how it stands there; None if it was turned."""
        places = {id(each.paths[0]): each for each in self._stood if each.paths}
        found = ((number, places[id(item)]) for number, item in enumerate(items) if id(item) in places)
        return next(found, None)

    @derived
    def _stood(self) -> list[Stood]:
        return []

    def _fitted(self, width: float) -> Fitted:
        """In a width; remembered, as the search for sizes asks for it with each."""
        if width not in self._known:
            self._known[width] = self._anew(width)
        return self._known[width]

    @derived
    def _known(self) -> dict[float, Fitted]:
        return {}

    def _anew(self, width: float) -> Fitted:
        found = self._within(width)
        taken = fsum(self._beside(found))
        if not taken or width == inf or found.width + taken <= width:
            return found
        return self._within(width - taken)

    def _within(self, width: float) -> Fitted:
        place = min(self.most_width, width), self.most_height
        grown = min(_GROWN, max(self.room / self.most_height, 1.0))
        return fitted(self.versions, place, width, self.canvas, grown, self.room)

    def _beside(self, found: Fitted) -> tuple[float, float]:
        return self._lacking(found, self.around.before), self._lacking(found, self.around.after)

    def _lacking(self, found: Fitted, room: float) -> float:
        """What the room on a side lacks of what is kept clear."""
        return max(found.clear - room, 0.0)
