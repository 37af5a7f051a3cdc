"""Rows: no box of one runs over the edge of what it stands in, whatever widths they have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.content.frame import Text
from builder.errors import Faults, Problem
from builder.layout.canvas import sheet
from builder.layout.cards.solve import solve

WORDS = {
    "headline": "Be bright after dark",
    "text": "A light coat is seen four times sooner than a dark one, so wear it on your way home.",
}
HEADLINE = {"column": [{"text": {"from": "headline", "style": "display", "size": 0.12, "lines": 8}}]}
LEAD = {"column": [{"text": {"from": "text", "style": "lead", "lines": 12}}]}
ROWS: dict[str, list[Any]] = {
    "a line between": [{**HEADLINE, "width": 0.58}, {"rule": {"upright": True}}, LEAD],
    "a logo between": [{**HEADLINE, "width": 0.5}, {"logo": {"name": "main", "width": 0.3}}, LEAD],
    "a code before": [{"qr": 0.2}, {**HEADLINE, "width": 0.4}, LEAD],
    "a spacer between": [{**HEADLINE, "width": 0.5}, "spacer", LEAD],
    "shares of all": [{**HEADLINE, "width": 0.5}, {**LEAD, "width": 0.5}],
}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_words_stay_in_the_room_of_their_row(name: str, language: str) -> None:
    body = {"row": ROWS[name], "gap": 0.05}
    design = Design.model_validate({"background": {"fill": "cream"}, "text_color": "ink", "body": body})
    words = {**WORDS, "address": "https://example.org", "website": "example.org"}
    frame = solve(design, words, sheet(800, 800), sample_brand(), language, language == "ur").frame
    room = frame.safe
    assert room is not None
    texts = [item for item in frame.items if isinstance(item, Text)]
    assert {text.role for text in texts} == {"headline", "text"}
    for text in texts:
        assert room.contains(text.box, slack=0.1), (text.words, text.box)
    one, other = (text.box for text in texts)
    assert not one.overlaps(other)


def fault_of(folder: Path, body: dict[str, Any]) -> Problem:
    """What a brand with a design of such a body is told."""
    (folder / "designs").mkdir()
    (folder / "_brand.yml").write_text("", "utf-8")
    design = {"background": {"fill": "background"}, "body": body}
    (folder / "designs/message.yaml").write_text(yaml.safe_dump(design), "utf-8")
    with pytest.raises(Faults) as faults:
        read_brand(folder, "brand")
    (problem,) = [each for each in faults.value.problems if each.severity == "error"]
    return problem


def test_widths_that_are_more_than_the_row_are_told(tmp_path: Path) -> None:
    problem = fault_of(tmp_path, {"row": [{**HEADLINE, "width": 0.58}, {**LEAD, "width": 0.9}]})
    assert problem.message == "body holds boxes that are wider together than it is"
    assert problem.hint == "their `width`s add up to 1 at most"


def test_more_boxes_than_a_design_can_be_laid_out_with_are_told_once(tmp_path: Path) -> None:
    column = {"column": [HEADLINE] * 60}
    problem = fault_of(tmp_path, {"column": [{"row": [column] * 5}, HEADLINE]})
    assert problem.message == "body.column, item 1 holds more than 300 boxes"
