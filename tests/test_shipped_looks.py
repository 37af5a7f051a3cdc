"""Each look that ships: it has all that a pack asks for, and draws it with short words and with long ones."""

from __future__ import annotations

from itertools import chain, product
from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design, settled
from builder.brand.identity import Brand
from builder.brand.looks import look_names
from builder.brand.read import read_brand
from builder.brand.uses import (
    ACTIVITY,
    CALL_CARD,
    CALLS,
    CERTIFICATE,
    CHAPTER,
    COVERS,
    INFOGRAPHIC,
    ITEMS,
    LEAFLET,
    PLEDGE_ON_PAPER,
    POSTER,
    TAB,
    THEME,
)
from builder.brand.variants import headline_slot, in_variant, ways_for
from builder.brandsheet.samples import Sample, slot_words
from builder.content.frame import Text
from builder.content.recipe import known
from builder.layout.canvas import Canvas, screen, sheet
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.pack.artwork import beside_words
from builder.pack.sheets import STRIPS
from builder.platforms.sizes import SIZES

LOOKS = look_names()
TIGHT = ("embrace",)  # of which something is told with the shortest words
ROOMY = ("broadsheet", "grid")  # of which nothing is told with long words either
PAPER = (*LEAFLET, ACTIVITY, CERTIFICATE)
CARDS = (*ITEMS.values(), THEME, "countdown")
ASKED = (*CARDS, *CALLS, POSTER, INFOGRAPHIC, PLEDGE_ON_PAPER, COVERS[0], CHAPTER, CALL_CARD, *STRIPS, *PAPER)
SHAPES = ("instagram-square", "instagram-portrait", "story", "link", "x-post")
COVER_SHAPES = (
    *("facebook-cover", "x-header", "linkedin-cover", "youtube-banner", "mastodon-header"),
    *("web-banner-300x250", "web-banner-728x90", "web-banner-160x600"),
    *("web-banner-320x50", "web-banner-320x100"),
)
SHORT: dict[str, Any] = {
    **{"headline": "Stop!", "theme": "Now", "title": "Talk", "topic": "Sleep", "text": "Ask."},
    **{"closed": "Yes.”", "quotation": "“Yes.”", "who": "Ana", "value": "1 in 2", "label": "days"},
    **{"lead": "1", "rest": "in 2", "source_line": "Source: us", "hashtag": "#Now", "strapline": "Ask."},
    "place": "Here",
}
LONG: dict[str, Any] = {
    "headline": "Whoever reports a danger should never be the one in danger",
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


STARK = Path(__file__).parent / "brands/stark"


def words_of(brand: Brand, given: dict[str, Any]) -> dict[str, Any]:
    return {**slot_words(Sample(brand)), "part": "1", "of": "2", **given}


def canvases(name: str) -> list[Canvas]:
    if name in CARDS:
        wanted = (*SHAPES, *(COVER_SHAPES if name == THEME else ()))
        return [screen(size) for size in SIZES if size.key in wanted]
    if name == CALL_CARD:
        return [screen(size) for size in SIZES if size.key == "instagram-portrait"]
    if name in CALLS:
        return [screen(size) for size in SIZES if size.key == "background"]
    strips = {strip: (595 * wide, 595 * high) for strip, (wide, high) in STRIPS.items()}
    panels = dict.fromkeys(LEAFLET, (420, 595))
    papers = {CHAPTER: (595, 108), ACTIVITY: (595, 842), CERTIFICATE: (842, 595), **panels, **strips}
    return [sheet(*papers.get(name, (842, 1191)))]


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_has_all_that_a_pack_asks_for(look: str) -> None:
    brand = sample_brand(look)
    assert set(ASKED) - brand.designs.keys() == set()
    assert brand.slides is not None
    assert [problem.message for problem in brand.problems] == []


def told_of(brand: Brand, given: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The faults and the remarks of all cards and pages of a brand in a look."""
    faults, notes = list[str](), list[str]()
    for name in ASKED:
        words = words_of(brand, given if name != "countdown" else {**given, "label": "days to go"})
        design = brand.designs[name]
        assert isinstance(design, Design)
        headline = str(words.get(headline_slot(design, brand.styles), ""))
        for way, canvas in product(chain(*ways_for(design, headline)), canvases(name)):
            where = f"{name} {way} {canvas.names[-1:]}"
            try:
                own = known(settled(in_variant(design, way), canvas.shape, canvas.names))
                solved = solve(beside_words(own, words).value, words, canvas, brand, "en-GB")
                notes += [f"{where} {note.message}" for note in solved.notes if name != TAB]  # held in a hand
            except TextTrouble as trouble:
                faults.append(f"{where} {trouble.message}")
    return faults, notes


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_draws_the_shortest_words_in_every_shape_and_nothing_is_told(look: str) -> None:
    faults, notes = told_of(sample_brand(look), SHORT)
    assert faults == []
    assert look in TIGHT or notes == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_draws_long_words_in_every_shape(look: str) -> None:
    faults, notes = told_of(sample_brand(look), LONG)
    assert faults == []
    assert look not in ROOMY or notes == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_draws_a_stark_brand_whose_logo_stands_on_a_plate(look: str) -> None:
    """A short headline above many words: what is small beside what takes all the room."""
    given = {**SHORT, "text": LONG["text"], "label": LONG["label"]}
    assert told_of(read_brand(STARK, "brand", look=look), given)[0] == []


# Where a hyphen is less bad than tiny words.
SMALL = ("web-banner-300x250", "web-banner-728x90", "web-banner-160x600", "web-banner-320x50")


@pytest.mark.parametrize("look", LOOKS)
def test_no_word_of_the_theme_is_parted_where_art_could_give_way(look: str) -> None:
    brand = sample_brand(look)
    design, words = brand.designs[THEME], words_of(brand, {"theme": "Understanding Early Trauma"})
    assert isinstance(design, Design)
    for size in SIZES:
        if size.cards and size.key not in SMALL:
            frame = solve(design, words, screen(size), brand, "en-GB").frame
            (theme,) = [item for item in frame.items if isinstance(item, Text) and item.role == "theme"]
            assert "\u00ad" not in "".join(line.text for line in theme.lines), size.key
