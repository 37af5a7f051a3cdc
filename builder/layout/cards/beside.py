"""What is pinned, and the flow beside it, as one box."""

from __future__ import annotations

from collections.abc import Sequence

from builder.brand.boxes import Node
from builder.content.frame import Item
from builder.geometry.box import Box
from builder.layout.cards.boxes import Boxed
from builder.layout.cards.edges import Within
from builder.layout.cards.setting import Trial
from builder.record import Record


class Pinned(Record):
    """A box in its place."""

    node: Node
    tree: Boxed
    trial: Trial
    box: Box

    @property
    def at(self) -> str:
        """The edge or corner where it stands."""
        return self.node.pin.at if self.node.pin else ""

    @property
    def slot(self) -> str:
        """The first slot that it shows; empty if it shows none."""
        return slot_in(self.node)

    @property
    def is_over(self) -> bool:
        """Whether it stands on top of the others."""
        return self.node.pin is not None and self.node.pin.over

    @property
    def is_first(self) -> bool:
        """Whether it is read before the others: it stands above them."""
        return not self.is_over and self.at.startswith("top")

    def items(self) -> list[Item]:
        """What is drawn of it."""
        return self.tree.place(self.box, self.trial)


class Beside(Within):
    """The flow, and what is pinned beside it, as one box: what stands above is read first."""

    pins: Sequence[Pinned]

    def place(self, box: Box, trial: Trial) -> list[Item]:
        """All that is drawn."""
        first = [item for pin in self.pins if pin.is_first for item in pin.items()]
        others = [item for pin in self.pins if not pin.is_first for item in pin.items()]
        return [*first, *self.inner.place(box, trial), *others]


def slot_in(node: Node) -> str:
    """The first slot of a box or of those inside it; empty if there is none."""
    if node.text is not None:
        return node.text.from_
    return next(filter(None, map(slot_in, node.children)), "")
