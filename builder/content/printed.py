"""What goes to a print shop."""

from __future__ import annotations

from builder.content.frame import Frame
from builder.content.story import Story
from builder.inks import Inks
from builder.record import Record


class Printed(Record):
    """A frame on a sheet that is cut, the other sides of it, and the inks of their colours.

    `folds`: how far from its left edge it is folded, in pt.
    """

    frame: Frame
    inks: Inks
    others: tuple[Frame, ...] = ()
    folds: tuple[float, ...] = ()


class PrintedBook(Record):
    """A story whose pages are cut and bound, and the inks of its colours.

    The story is laid out on pages that are larger than what is cut by the `bleed` on each side, in pt.
    `told` stands beside the cut for the print shop, its `{pages}` being how many there are. `notes` heads the
    pages to write on at its end.
    """

    story: Story
    inks: Inks
    bleed: float
    told: str
    notes: str
