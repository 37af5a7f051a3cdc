"""Boxes that are turned, or run on to the canvas's edge: by pixels, and as a PDF's reader draws them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from programs import run
from sample_brand import FOLDER, sample_brand

from builder.brand.design import Design
from builder.content.frame import Frame, Text
from builder.geometry.box import Box
from builder.languages import written_rtl
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.layout.sheet import one_page
from builder.media import held
from builder.pipeline.reserve import Said, stocked
from builder.render.pdf.document import render_pages
from builder.render.pixels.paint import paint_exactly

WIDE, HIGH, EDGE = 400, 600, 40
SAFE = Box(0, 60, WIDE, HIGH - 120)
PLUM = (53, 33, 79)
NAME: dict[str, Any] = {"text": {"from": "short_name", "style": "label"}}
PAPER: dict[str, Any] = {"column": [NAME], "fill": "plum", "cut": "sheet"}


def framed(body: dict[str, Any], language: str = "en", words: str = "Listen", safe: Box = SAFE) -> Frame:
    given = {"text_color": "plum", "margin": EDGE / WIDE, "background": {"fill": "paper"}, "body": body}
    canvas = Canvas(WIDE, HIGH, "pt", safe, 16, 1.5)
    brand = stocked(sample_brand(), FOLDER, (Said(language, frozenset(words)),), held)
    slots = {"short_name": words, "headline": words}
    return solve(Design.model_validate(given), slots, canvas, brand, language, written_rtl(language)).frame


def pixels(frame: Frame) -> NDArray[np.uint8]:
    return np.asarray(paint_exactly(frame).image().convert("RGB"))


def ink(frame: Frame) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not paper."""
    return reach(pixels(frame).min(axis=2) < 128)


def reach(dark: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


def texts(frame: Frame) -> list[Text]:
    return [item for item in frame.items if isinstance(item, Text)]


def beside(turn: int | None) -> dict[str, Any]:
    return {"row": [{**NAME, **({"turn": turn} if turn else {})}, "spacer"]}


@pytest.mark.parametrize("turn", [90, -90])
def test_turned_letters_are_those_of_a_row_turned(turn: int) -> None:
    level, turned = pixels(framed(beside(None))), pixels(framed(beside(turn)))
    one, two = (reach(each.min(axis=2) < 128) for each in (level, turned))
    cut, other = (each[top : bottom + 1, left : right + 1] for each, (left, top, right, bottom) in
                  ((level, one), (turned, two)))
    assert (np.rot90(cut, -turn // 90) == other).all()


def test_a_box_that_reads_upwards_begins_at_the_foot_of_its_row() -> None:
    assert ink(framed(beside(-90)))[3] >= SAFE.bottom - 4
    assert ink(framed(beside(90)))[1] <= SAFE.y + 4


def test_what_is_turned_stands_where_its_text_says() -> None:
    frame = framed(beside(-90))
    (text,) = texts(frame)
    left, top, right, bottom = ink(frame)
    assert text.box.contains(Box(left, top, right - left, bottom - top), slack=2)


def test_turns_are_mirrored_from_right_to_left() -> None:
    frame = framed(beside(-90), "ar", "استمع")
    left, _, _, bottom = ink(frame)
    assert left > WIDE - 2 * EDGE and bottom >= SAFE.bottom - 8
    assert [text.turn.degrees for text in texts(frame) if text.turn] == [90]


def test_nastaliq_is_never_turned() -> None:
    frame = framed({"row": [{**NAME, "turn": -90}, {"rule": {"upright": True}}, NAME]}, "ur", "گفتگو کا آغاز")
    assert [text.turn for text in texts(frame)] == [None, None]
    one, two = (text.box for text in texts(frame))
    assert two.y > one.bottom


def test_a_pdf_has_what_the_pixels_have(tmp_path: Path) -> None:
    frame = framed({"row": [{**NAME, "turn": -90}, "spacer", {**NAME, "turn": 90}]})
    page = tmp_path / "page.pdf"
    page.write_bytes(render_pages(one_page(frame)))
    run("pdftoppm", "-r", "72", "-gray", "-singlefile", page, tmp_path / "page")
    from PIL import Image  # noqa: PLC0415

    dark = np.asarray(Image.open(tmp_path / "page.pgm")) < 128
    assert np.abs(np.array(reach(dark)) - np.array(ink(frame))).max() <= 1


def test_a_turned_line_that_fills_its_width_fills_the_height_of_the_row() -> None:
    text = {"from": "headline", "style": "display", "fit": True}
    row = [{"text": text, "turn": -90, "width": 0.4}, "spacer"]
    left, top, right, bottom = ink(framed({"row": row}))
    assert right - left <= 0.4 * (WIDE - 2 * EDGE) + 1
    assert bottom - top >= 0.9 * SAFE.h or right - left >= 0.39 * (WIDE - 2 * EDGE)


@pytest.mark.parametrize(
    ("language", "sides", "seen"),
    [
        ("en", ["start", "top", "bottom"], (True, True, False, True)),
        ("en", ["end"], (False, False, True, False)),
        ("ar", ["start", "top"], (False, True, True, False)),
    ],
)
def test_a_ground_runs_on_over_the_edge_and_words_to_the_safe_area(
    language: str, sides: list[str], seen: tuple[bool, ...]
) -> None:
    words = "استمع" if language == "ar" else "Listen"
    box = {"column": [NAME, "spacer"], "fill": "plum", "bleed": sides}
    frame = framed({"row": [box]}, language, words)
    left, top, right, bottom = ink(frame)
    assert (left == 0, top == 0, right == WIDE - 1, bottom == HIGH - 1) == seen
    assert all(SAFE.contains(text.box, slack=2) for text in texts(frame))


def test_words_run_on_without_a_ground() -> None:
    box = {"text": {"from": "headline", "style": "display", "fit": True}, "bleed": ["start", "end"]}
    left, _, right, _ = ink(framed({"column": [box]}))
    assert left <= 2 and right >= WIDE - 3


def test_a_rule_runs_on_over_the_edge() -> None:
    rule = {"rule": {"weight": 0.02, "color": "plum"}, "bleed": ["end"]}
    left, _, right, _ = ink(framed({"column": [rule, NAME]}))
    assert (left, right) == (EDGE, WIDE - 1)


def test_an_upright_rule_runs_on_where_no_words_may_stand() -> None:
    rule = {"rule": {"weight": 0.02, "upright": True}, "bleed": ["top", "bottom"]}
    _, top, _, bottom = ink(framed({"row": [NAME, rule]}))
    assert (top, bottom) == (0, HIGH - 1)


def test_words_that_run_on_downwards_stand_lower_and_nothing_above_moves() -> None:
    whole, box = Box(0, 0, WIDE, HIGH), {"column": [{"spacer": 0.2}, NAME]}
    both = (box, {**box, "bleed": ["bottom"]})
    level, lower = (texts(framed({"column": [NAME, "spacer", last]}, safe=whole)) for last in both)
    assert level[0].box == lower[0].box
    assert lower[1].box.y == pytest.approx(level[1].box.y + EDGE)


def test_a_band_of_nastaliq_lies_above_its_row() -> None:
    band = {"column": [NAME], "turn": -90, "fill": "plum", "bleed": ["start", "top", "bottom"]}
    frame = framed({"row": [band, NAME]}, "ur", "گفتگو")
    dark = pixels(frame).min(axis=2) < 128
    assert dark[0].all() and not dark[HIGH - 1].any()
    one, two = (text.box for text in texts(frame))
    assert two.y > one.bottom


def test_an_upright_rule_is_as_high_as_its_row_or_as_it_says() -> None:
    for width, high in ((None, SAFE.h), (0.25, 100)):
        rule = {"rule": {"upright": True, **({"width": width} if width else {})}}
        _, top, _, bottom = ink(framed({"row": [rule, {"spacer": 0.1}]}))
        assert bottom - top + 1 == high


def test_a_row_that_begins_with_room_ends_at_its_edge() -> None:
    right = ink(framed({"row": ["spacer", NAME, NAME], "gap": 0.1}))[2]
    assert WIDE - EDGE - 4 <= right <= WIDE - EDGE


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"column": [{"rule": {}, "turn": 90}]}, "has `turn`, and is a rule"),
        ({"column": [{"spacer": 0.1, "turn": 90}]}, "has `turn`, and holds nothing that is turned"),
        ({"column": [{**NAME, "turn": 90}], "turn": 90}, "has `turn`, and so has a box inside"),
        ({"row": [{"text": {"from": "headline", "fit": True}, "turn": 90}]}, "has `turn`, but no `width`"),
        ({"column": [{"logo": "main", "bleed": ["top"]}]}, "has `bleed`, which is for words, rules"),
        ({"column": [NAME, {**NAME, "bleed": ["top"]}]}, "has a box with `bleed: top` that would run on"),
        ({"row": [{**NAME, "bleed": ["end"]}, NAME]}, "has a box with `bleed: end` that would run on"),
        ({"column": [{**NAME, "turn": 45}]}, "is no quarter turn"),
        ({**PAPER, "bleed": ["top"]}, "cannot have `cut` and `bleed`"),
        ({**PAPER, "turn": 90}, "has `turn`, and paper cut by hand"),
        ({"column": [{"rule": {"upright": True}}]}, "has a rule with `upright`, and is no row"),
    ],
)
def test_what_would_change_nothing_is_told(body: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        framed(body)
