"""What goes to a print shop."""

from __future__ import annotations

from builder.content.frame import Frame
from builder.inks import Inks
from builder.record import Record


class Printed(Record):
    """A frame on a sheet that is cut, and the inks of its colours."""

    frame: Frame
    inks: Inks
