"""Boxes that stand at a place of their own: the flow keeps off them, and they are read where they stand."""

from __future__ import annotations

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design
from builder.content.frame import Item, Text
from builder.geometry.box import Box
from builder.layout.canvas import sheet
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import Solved, solve

LONG = "A loving relationship is the best shelter of a baby in a hard year, day and night, say we all"
WORDS = {"headline": LONG, "dates": "10–16 June", "tag": "Three in four"}


def solved(*pins: dict[str, Any], language: str = "en", size: tuple[float, float] = (600, 600)) -> Solved:
    headline = {"text": {"from": "headline", "style": "display", "lines": 12}}
    body = {"column": [headline, *pins]}
    design = Design.model_validate({"background": {"fill": "cream"}, "text_color": "ink", "body": body})
    return solve(design, WORDS, sheet(*size), sample_brand(), language, language == "ur")


def at(place: str, **more: Any) -> dict[str, Any]:
    return {"text": {"from": "dates", "style": "date"}, "pin": {"at": place, **more}}


def texts(made: Solved) -> dict[str, Text]:
    return {item.role: item for item in made.frame.items if isinstance(item, Text)}


PLACES = ("top-left", "top", "top-right", "left", "centre", "right", "bottom-left", "bottom", "bottom-right")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [(600, 600), (600, 1100), (1200, 400)])
def test_the_flow_keeps_off_what_is_pinned(place: str, size: tuple[float, float]) -> None:
    found = texts(solved(at(place), size=size))
    assert not found["headline"].box.overlaps(found["dates"].box)
    margin = sample_brand().margin * min(size)
    room, box = Box(0, 0, *size).inset(margin, margin, margin, margin), found["dates"].box
    assert room.contains(box) or abs(box.right - room.right) < 1 or abs(box.bottom - room.bottom) < 1
    across = "left" if "left" in place else "right" if "right" in place else "centre"
    assert {"left": box.x < size[0] / 3, "right": box.right > size[0] * 2 / 3, "centre": True}[across]


def test_what_is_pinned_takes_no_room_that_the_flow_leaves_free() -> None:
    alone, beside = texts(solved()), texts(solved(at("bottom-right", width=0.1)))
    assert beside["headline"].size <= alone["headline"].size
    short = {**WORDS, "headline": "Hold on"}
    design = {"background": {"fill": "cream"}, "text_color": "ink"}
    headline = {"text": {"from": "headline", "style": "title"}}
    alone, beside = (
        texts(solve(Design.model_validate(each), short, sheet(600, 600), sample_brand(), "en"))
        for boxes in ([headline], [headline, at("bottom-right")])
        for each in [{**design, "body": {"column": boxes}}]
    )
    assert beside["headline"] == alone["headline"]


def test_it_is_mirrored_where_lines_run_to_the_left() -> None:
    left = texts(solved(at("top-right", shift=[0.02, 0]), language="ur"))["dates"].box
    assert left.x < 200
    pinned = [texts(solved(at("top", shift=[by, 0]), language="ur"))["dates"].box.x for by in (0.1, 0.0)]
    assert pinned[0] == pytest.approx(pinned[1] - 60)


def test_what_stands_above_is_read_first() -> None:
    assert list(texts(solved(at("top-right")))) == ["dates", "headline"]
    assert list(texts(solved(at("bottom-right")))) == ["headline", "dates"]
    assert list(texts(solved(at("top-right", over=True)))) == ["headline", "dates"]


def test_a_sticker_may_stand_on_the_flow() -> None:
    made = solved({**at("centre", over=True), "fill": "sun"})
    found = texts(made)
    assert found["headline"].box.overlaps(found["dates"].box)
    assert texts(solved())["headline"].size == found["headline"].size
    order: list[Item] = list(made.frame.items)
    assert order.index(found["dates"]) > order.index(found["headline"])


def test_it_is_moved_but_never_out_of_where_words_may_be() -> None:
    box = texts(solved(at("right", shift=[0.9, 0])))["dates"].box
    assert box.right <= 600.5
    assert box.right > 590


def test_what_is_pinned_on_another_is_told() -> None:
    tag = {"text": {"from": "tag"}, "pin": "top-right"}
    (note,) = [note for note in solved(at("right", shift=[0, -0.4]), tag).notes if "pinned" in note.message]
    assert note.slot == "tag"
    assert note.message == "what is pinned at top-right stands on what is pinned at right"
    assert not [note for note in solved(at("top-left"), tag).notes if "pinned" in note.message]


def test_what_finds_no_room_is_told() -> None:
    long = {"text": {"from": "headline", "lines": 40}, "pin": {"at": "right", "width": 0.05}}
    with pytest.raises(TextTrouble) as trouble:
        solved(long)
    assert trouble.value.slot == "headline"
    assert trouble.value.message == "what is pinned at right finds no room"


def test_art_gives_way_to_what_is_pinned() -> None:
    art = {"file": "art/motif.svg", "anchor": "bottom-right", "scale": 0.5}

    def drawn(*pins: dict[str, Any]) -> list[Item]:
        body = {"column": [{"text": {"from": "tag"}}, *pins]}
        design = {"background": {"fill": "cream", "art": art}, "text_color": "ink", "body": body}
        made = solve(Design.model_validate(design), WORDS, sheet(600, 600), sample_brand(), "en")
        return [item for item in made.frame.items if not isinstance(item, Text)]

    assert drawn() != drawn(at("bottom-right"))
    assert drawn() == drawn(at("top-left"))


WRONG = [
    ({"spacer": 0.1, "pin": "top"}, "is empty room"),
    ({"column": [at("top")], "pin": "top"}, "holds another"),
    ({"column": [at("top")], "each": "steps"}, "is repeated"),
    ({"text": {"from": "dates"}, "pin": "top", "bleed": ["end"]}, "at once"),
    ({"text": {"from": "dates"}, "pin": "middle"}, "centre"),
]


@pytest.mark.parametrize(("box", "said"), WRONG)
def test_what_cannot_be_pinned_is_a_fault(box: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        solved(box)


@pytest.mark.parametrize(("place", "told"), [("top-left", True), ("bottom-right", False)])
def test_a_sticker_on_words_is_told(place: str, told: bool) -> None:
    column = [{"text": {"from": "headline", "style": "title", "size": 0.1}}, "spacer", at(place, over=True)]
    design = {"background": {"fill": "cream"}, "text_color": "ink", "body": {"column": column}}
    words = {**WORDS, "headline": "Hold on to those who hold on to you, day and night"}
    made = solve(Design.model_validate(design), words, sheet(600, 300), sample_brand(), "en")
    messages = [note.message for note in made.notes]
    message = f"what is pinned at {place} stands on `Hold on to those who hold on to you, day…`"
    assert (message in messages) == told
