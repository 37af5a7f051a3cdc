"""Fields of tiles on the cards of a pack and on slides: whose they are, and what is said of them."""

import re
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.artchoice import Turn
from builder.brand.design import Design
from builder.brand.designfaults import slots_in
from builder.brand.slides import SlideDesign, SlideSet
from builder.brandsheet.samples import Sample
from builder.content.frame import Path
from builder.geometry.pens import extent
from builder.layout.canvas import sheet
from builder.layout.slides.drafter import SlideDrafter
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin, said_in_tiles
from builder.phrases import phrases

BODY = {"column": [{"text": {"from": "headline", "style": "display"}}, "spacer"]}
TITLE = {"holds": "title", "box": [6, 10, 60, 30], "size": 40, "heading": True}


def design(**tiles: Any) -> Design:
    field = {"at": "bottom", "columns": 5, "rows": 2, **tiles}
    background = {"fill": "background", "tiles": field}
    return Design.model_validate({"text_color": "primary", "background": background, "body": BODY})


def drawn(id_: str, canvas: Any = None, **tiles: Any) -> tuple[Any, ...]:
    words = {"headline": "Look closer.", "day_number": "15"}
    canvas = canvas or sheet(500, 500)
    voice = Sample(sample_brand(), "en")
    recipe = drawn_design(voice, design(**tiles), words, canvas, Origin(""), Turn(seed=id_))
    frame = recipe.lay_out().content
    return tuple((item.commands, item.fill) for item in frame.items if isinstance(item, Path))


def test_each_card_has_a_field_of_its_own_on_every_canvas() -> None:
    assert drawn("message-shelter") == drawn("message-shelter")
    assert drawn("message-shelter") != drawn("message-voice")
    large = drawn("message-shelter", sheet(1000, 1000))
    assert [fill for _, fill in large] == [fill for _, fill in drawn("message-shelter")]


def test_neighbours_lap_on_paper_too() -> None:
    grounds = [extent(commands) for commands, _ in drawn("message-shelter")]
    assert any(100 < box.w < 101 for box in grounds)


def test_slots_of_a_large_tile_are_known() -> None:
    held = design(large={"from": "day_number", "under": "month"})
    words = {"headline": "Look closer.", "day_number": "15", "month": "June", "place": "Here"}
    assert [slot for _, slot in slots_in(held)] == ["headline", "day_number", "month"]
    assert list(said_in_tiles(held, words)) == ["15", "June"]
    recipe = drawn_design(Sample(sample_brand(), "en"), held, words, sheet(500, 500), Origin(""))
    assert sorted(recipe.words) == ["day_number", "headline", "month"]


def test_tiles_keep_off_the_words_of_a_slide() -> None:
    """By whole columns: four would stand on the title."""
    given = {**sample_brand().slides.model_dump(by_alias=True, exclude_unset=True)}  # type: ignore[union-attr]
    layout = {"name": "Tiled", "ground": "surface", "boxes": [TITLE]}
    layout["tiles"] = {"at": "right", "columns": 4, "rows": 6}
    slides = SlideSet.model_validate({**given, "layouts": {**given["layouts"], "tiled": layout}})
    drafter = SlideDrafter(sample_brand(), slides, sheet(960, 540), phrases("en"), ("2022",))
    (field, *_) = drafter.layouts["tiled"].layout.drawings
    assert min(extent(path.commands).x for path in field.paths) == pytest.approx(960 - 3 * 90, abs=0.6)


def test_slides_have_no_words_for_large_tiles() -> None:
    tiles = {"columns": 5, "rows": 2, "large": {"from": "day_number"}}
    with pytest.raises(ValueError, match=re.escape("`large`")):
        SlideDesign.model_validate({"name": "Tiled", "ground": "surface", "boxes": [TITLE], "tiles": tiles})
