"""How much memory a frame takes that is seen through: a run draws one in each language, side by side."""

from __future__ import annotations

import tracemalloc

from builder.color import Color
from builder.content.frame import Fill, Frame, Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.render.pixels.clear import cut_out

SIDE = 540
RING = Path(rounded(Box(60, 60, 420, 420), 200), Color(90, 20, 120), opacity=0.5)
GROUND = Fill(Box(0, 0, SIDE, SIDE), Color(255, 255, 255), clear=True)


def test_a_frame_that_is_seen_through_takes_a_few_canvases() -> None:
    """All that is reckoned with its pixels at once took the room of twenty-six canvases."""
    frame = Frame(SIDE, SIDE, "px", (GROUND, RING), "en", outline=2.0)
    cut_out(frame)
    tracemalloc.start()
    cut_out(frame)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 8 * 4 * SIDE * SIDE
