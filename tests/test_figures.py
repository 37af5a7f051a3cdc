"""Letters as large as art: where they stand, what cuts them, and that nobody reads them twice."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sample_brand import FOLDER, sample_brand

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.content.frame import Path, Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import Solved, solve
from builder.render.pixels.paint import paint_exactly

SIDE = 500
CANVAS = Canvas(SIDE, SIDE, "px", Box(0, 0, SIDE, SIDE), 16, 1.5)
WORDS = {"day_number": "15", "when": "Wednesday 15 June", "mark": "“"}


def solved(figure: dict[str, Any], words: dict[str, str] = WORDS, *, rtl: bool = False) -> Solved:
    text = {"text": {"from": "when", "style": "tag"}}
    background = {"fill": "paper", "figure": {"from": "day_number", "color": "plum", **figure}}
    given = {"text_color": "plum", "background": background, "body": {"column": ["spacer", text]}}
    return solve(Design.model_validate(given), words, CANVAS, sample_brand(), "en", rtl)


def reach(found: Solved) -> tuple[int, int, int, int]:
    frame = found.frame
    dark = np.asarray(paint_exactly(frame).image().convert("L"))[:440] < 128
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def test_its_ink_is_as_high_as_the_design_says_and_stands_at_its_corner() -> None:
    left, top, right, bottom = reach(solved({"height": 0.6, "anchor": "top-left"}))
    assert (left, top) == (0, 0) and abs(bottom - 300) <= 1 and right < SIDE
    assert abs(reach(solved({"height": 0.6, "width": 0.2, "anchor": "top-left"}))[2] - 100) <= 1


def test_the_edge_of_the_canvas_cuts_what_leaves_it() -> None:
    assert abs(reach(solved({"height": 0.6, "anchor": "top-left", "shift": [0, -0.1]}))[3] - 250) <= 1


def test_from_right_to_left_its_place_is_mirrored_and_its_letters_are_not() -> None:
    level, mirrored = (
        np.asarray(paint_exactly(solved({"anchor": "top-left"}, rtl=rtl).frame).image().convert("L"))[:320]
        for rtl in (False, True)
    )
    wide = int(np.flatnonzero((level < 128).any(axis=0))[-1]) + 1
    assert np.abs(level[:, :wide].astype(int) - mirrored[:, -wide:]).mean() < 3


def test_its_letters_are_as_far_apart_as_in_words() -> None:
    frame = solved({"height": 0.3, "anchor": "top-left"}, {**WORDS, "day_number": "I I"}).frame
    dark = (np.asarray(paint_exactly(frame).image().convert("L"))[:160] < 128).any(axis=0)
    changes = np.flatnonzero(np.diff(dark.astype(int)))
    assert len(changes) == 3  # ink, a gap, ink
    assert changes[1] - changes[0] > 20


def test_it_is_art_and_no_words() -> None:
    frame = solved({}).frame
    assert [item.words for item in frame.items if isinstance(item, Text)] == ["Wednesday 15 June"]
    assert len([item for item in frame.items if isinstance(item, Path)]) == 1


def test_words_make_it_smaller_or_leave_it_out_which_is_told() -> None:
    full, held = reach(solved({"height": 0.8, "anchor": "top-left"})), None
    assert full[3] == 400
    found = solved({"height": 1.2, "anchor": "bottom-left"})
    assert [note.message for note in found.notes] == [
        "`15` is not drawn large: the words beside it leave it no room"
    ]
    held = reach(solved({"height": 1.0, "anchor": "top-left"}))
    assert 350 <= held[3] <= 450


def test_an_empty_slot_draws_nothing() -> None:
    found = solved({}, {"when": "13 to 19 June"})
    assert len(found.frame.items) == 2 and found.notes == ()


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("{from: day_numbr}", "there is no slot `day_numbr`"),
        ("{from: mark, style: posters}", "posters"),
        ("{from: mark, color: plumm}", "plumm"),
    ],
)
def test_names_that_there_are_not_are_told(tmp_path: Any, figure: str, said: str) -> None:
    import shutil  # noqa: PLC0415

    folder = tmp_path / "brand"
    shutil.copytree(FOLDER, folder)
    (folder / "designs").mkdir(exist_ok=True)
    design = f"background: {{fill: paper, figure: {figure}}}\nbody: {{text: {{from: when}}}}\n"
    (folder / "designs/extra.yaml").write_text(design, "utf-8")
    with pytest.raises(Exception, match=said):
        read_brand(folder, "brand")


def test_a_role_that_only_its_hue_tells_from_the_ground_gives_way() -> None:
    """Yellow on cream is seen, and hardly read as a number; a colour by its own name is an order."""
    brand = sample_brand()
    fills = {
        name: next(item.fill for item in solved({"color": name}).frame.items if isinstance(item, Path))
        for name in ("highlight", "sun", "accent")
    }
    accent, sun = brand.color("accent"), brand.color("sun")
    assert fills == {"highlight": accent, "sun": sun, "accent": accent}
