"""Boxes that are there where a slot has words, or where it has none."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.brand.designfaults import slots_in
from builder.content.frame import Text
from builder.geometry.box import Box
from builder.layout.canvas import Canvas
from builder.layout.cards.solve import solve
from builder.pack.recipes import said_by, slots_of

SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5)
PART: dict[str, Any] = {"when": "of", "row": [{"text": {"from": "lead", "style": "title"}}]}
WHOLE: dict[str, Any] = {"unless": "of", "text": {"from": "value", "style": "title"}}
STEP: dict[str, Any] = {"when": "title", "text": {"from": "title", "style": "title"}}


def design(*boxes: dict[str, Any]) -> Design:
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": {"column": list(boxes)}}
    return Design.model_validate(given)


def drawn(shown: Design, **words: Any) -> list[str]:
    frame = solve(shown, words, SQUARE, sample_brand(), "en").frame
    return [item.words for item in frame.items if isinstance(item, Text)]


def test_a_box_is_there_by_the_words_of_the_card() -> None:
    of = design(PART, WHOLE)
    assert drawn(of, lead="1", value="1 in 3", of="3") == ["1"]
    assert drawn(of, lead="£4bn", value="£4bn") == ["£4bn"]
    assert drawn(of, lead="£4bn", value="£4bn", of="") == ["£4bn"]  # an empty slot is none


def test_words_that_are_left_out_for_want_of_room_are_none() -> None:
    """So that nothing stands beside a place left empty, and others can take it."""
    text = {"text": {"from": "text", "style": "title", "optional": True}}
    of = design(
        {"when": "text", "row": [{"text": {"from": "lead", "style": "title"}}, text]},
        {"unless": "text", "text": {"from": "value", "style": "title"}},
    )
    assert drawn(of, lead="1", value="1 in 3", text="short") == ["1", "short"]
    assert drawn(of, lead="1", value="1 in 3", text="too long " * 200) == ["1 in 3"]


def test_of_what_is_repeated_each_has_its_own_words() -> None:
    of = design({"each": "steps", "column": [STEP, {"text": {"from": "text"}}]})
    steps = ({"title": "Look", "text": "First."}, {"title": "", "text": "Then."})
    assert drawn(of, steps=steps) == ["Look", "First.", "Then."]


def test_the_slots_are_known_as_slots_of_the_design() -> None:
    found = dict(slots_in(design(PART, WHOLE)))
    assert found["body", "column", 0, "when"] == found["body", "column", 1, "unless"] == "of"


def test_a_box_asks_for_one_slot() -> None:
    with pytest.raises(ValidationError, match="has `when` and `unless`"):
        design({**PART, "unless": "value"})


def test_a_card_is_planned_with_the_slots_that_boxes_ask_for() -> None:
    """And what a box would say is not said of a card without it."""
    of = design(PART, WHOLE)
    assert slots_of(of) == {"of", "lead", "value"}
    assert list(said_by(of.body, {"lead": "1", "value": "1 in 3", "of": "3"})) == ["1"]
    assert list(said_by(of.body, {"lead": "£4bn", "value": "£4bn"})) == ["£4bn"]
