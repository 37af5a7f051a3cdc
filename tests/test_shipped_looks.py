"""Each look that ships: it has all that a pack asks for, and draws it with the shortest words and with long ones."""

from __future__ import annotations

from typing import Any

import pytest
from sample_brand import FOLDER

from builder.brand.design import Design
from builder.brand.identity import Brand
from builder.brand.looks import look_names
from builder.brand.read import read_brand
from builder.brand.uses import CALLS, CHAPTER, COVERS, INFOGRAPHIC, ITEMS, PLEDGE_ON_PAPER, POSTER, THEME
from builder.brand.variants import in_variant
from builder.brandsheet.samples import Sample, slot_words
from builder.layout.canvas import Canvas, screen, sheet
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.platforms.sizes import SIZES

LOOKS = look_names()
CARDS = (*ITEMS.values(), THEME, "countdown")
ASKED = (*CARDS, *CALLS, POSTER, INFOGRAPHIC, PLEDGE_ON_PAPER, COVERS[0], CHAPTER)
SHAPES = ("instagram-square", "instagram-portrait", "story", "link", "x-post")
COVER_SHAPES = ("facebook-cover", "x-header", "linkedin-cover", "web-banner-300x250", "web-banner-728x90")
SHORT: dict[str, Any] = {
    **{"headline": "Stop!", "theme": "Now", "title": "Talk", "topic": "Sleep", "text": "Ask.", "place": "Here"},
    **{"closed": "Yes.”", "quotation": "“Yes.”", "who": "Ana", "value": "1 in 2", "label": "agree"},
    **{"lead": "1", "rest": "in 2", "source_line": "Source: us", "hashtag": "#Now", "strapline": "Ask."},
}
LONG: dict[str, Any] = {
    "headline": "Whoever reports a danger to others should never be the one who is in danger",
    "theme": "Understanding early relationships",
    "title": "What we all mean by early relationships",
    "topic": "Understanding responsibility together",
    "text": "When parents feel safe and supported, they can offer the care that every baby needs.",
    "quotation": "“Somebody sat with us and did not hurry. That was the day I began to enjoy my son.”",
    "closed": "Somebody sat with us and did not hurry. That was the day I began to enjoy my son.”",
    "campaign": "Infant Mental Health Awareness Week",
    "hashtag": "#UnderstandingRelationships",
    "label": "people who saw something wrong at work said nothing about it",
    "place": "Sample Children’s Centre, Exampleton",
}


def brand_of(look: str) -> Brand:
    return read_brand(FOLDER, "brand", look=look)


def words_of(brand: Brand, given: dict[str, Any]) -> dict[str, Any]:
    return {**slot_words(Sample(brand)), "part": "1", "of": "2", **given}


def canvases(name: str) -> list[Canvas]:
    if name in CARDS:
        wanted = (*SHAPES, *(COVER_SHAPES if name == THEME else ()))
        return [screen(size) for size in SIZES if size.key in wanted]
    if name in CALLS:
        return [screen(size) for size in SIZES if size.key == "background"]
    if name == CHAPTER:
        return [sheet(595, 108)]
    return [sheet(842, 1191)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_has_all_that_a_pack_asks_for(look: str) -> None:
    brand = brand_of(look)
    assert set(ASKED) - brand.designs.keys() == set()
    assert brand.slides is not None
    assert [problem.message for problem in brand.problems] == []


@pytest.mark.parametrize("given", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_draws_every_shape_with_short_words_and_with_long_ones(look: str, given: dict[str, Any]) -> None:
    brand, told = brand_of(look), list[str]()
    words = words_of(brand, given)
    for name in ASKED:
        design = brand.designs[name]
        assert isinstance(design, Design)
        for way in range(len(design.variants) + 1):
            for canvas in canvases(name):
                try:
                    solved = solve(in_variant(design, way), words, canvas, brand, "en-GB")
                    notes = [note.message for note in solved.notes]
                except TextTrouble as trouble:
                    notes = [trouble.message]
                told += [f"{name} {way} {canvas.names[-1:]} {note}" for note in notes]
    assert told == []
