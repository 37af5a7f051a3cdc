"""The note for the print shop tells of sheets with another side where they are folded."""

from pathlib import Path

from test_cards import packed

from builder.kinds import kinds_named
from builder.render.text import render_text


def test_a_leaflet_is_printed_on_both_sides_and_folded_in_its_middle(tmp_path: Path) -> None:
    given = {"about": "A week for all.", "help": [{"title": "Us", "text": "Ring 01632 960000."}]}
    pack = packed(tmp_path, leaflet=given, pledge={"text": "I will look."})
    kinds = kinds_named(["posters", "pledge", "leaflet"])
    plans = tuple(plan for kind in kinds for plan in kind.plan(pack))
    gather = next(kind.gather for kind in kinds if kind.gather)
    (note,) = gather(pack, plans)
    lines = render_text(note.content).decode().split("\r\n")
    folded = [line for line in lines if "Printed on both sides, and folded at 148 mm" in line]
    assert len(folded) == 1
    assert "leaflet-a4-print" in folded[0]
    assert "297 × 210 mm, with 3 mm over" in folded[0]
