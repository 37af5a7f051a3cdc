"""Cards that are shown one after the other."""

from __future__ import annotations

from builder.content.frame import Frame
from builder.record import Record


class Cards(Record):
    """Frames of one size in their order, each with its title; the first is the cover."""

    frames: tuple[Frame, ...]
    titles: tuple[str, ...]
    title: str  # of all together
    author: str
