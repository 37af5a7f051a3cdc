"""What the eye asks of the shipped looks, card by card."""

from itertools import product
from math import hypot
from typing import Any

import pytest
from sample_brand import FOLDER, sample_brand

from builder.brand.variants import in_variant
from builder.brandsheet.samples import Sample, slot_words
from builder.content.frame import Fill, Frame, Path, Text
from builder.geometry.pens import extent
from builder.languages import written_rtl
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.media import held
from builder.pack.artwork import drawn_design
from builder.pack.recipes import Origin, logos_of
from builder.pipeline.reserve import Said, stocked
from builder.platforms.sizes import SIZES

LOOKS = ("broadsheet", "embrace", "grid", "paper", "photo")


def recipe_of(look: str, name: str, size: str, **said: str) -> Any:
    voice = Sample(sample_brand(look))
    canvas = next(screen(each) for each in SIZES if each.key == size)
    plain = {key: value for key, value in slot_words(voice).items() if key not in ("part", "of", "photo")}
    return drawn_design(voice, name, {**plain, **said}, canvas, Origin(""))


def card(look: str, name: str, size: str, **said: str) -> Frame:
    frame: Frame = recipe_of(look, name, size, **said).lay_out().content
    return frame


def place(frame: Frame, words: str) -> Text:
    return next(item for item in frame.items if isinstance(item, Text) and item.words == words)


@pytest.mark.parametrize("look", LOOKS)
def test_the_narrowest_banner_says_whose_it_is(look: str) -> None:
    said = {"theme": "Understanding Early Trauma", "call": "Find out more", "dates": "13–19 June 2022"}
    recipe = recipe_of(look, "announcement", "web-banner-728x90", **said)
    frame = recipe.lay_out().content
    assert logos_of(recipe.design.value)
    title, call = place(frame, said["theme"]).box, place(frame, said["call"]).box
    before = [extent(item.commands) for item in frame.items if isinstance(item, Path)]
    assert any(box.right < title.x and box.h < 60 for box in before), "the logo stands before the title"
    assert title.right < call.x


@pytest.mark.parametrize("size", ["instagram-square", "story", "x-post"])
def test_a_countdown_reads_the_number_first(size: str) -> None:
    frame = card("broadsheet", "countdown", size, number="14", label="days to go")
    number, label = place(frame, "14").box, place(frame, "days to go").box
    assert number.right <= label.x or number.middle[1] < label.y


def test_a_figure_keeps_off_its_ring() -> None:
    frame = card("embrace", "statistic", "instagram-square", value="2 of 5", part="2", of="5")
    ring = extent(next(item for item in frame.items if isinstance(item, Path)).commands)
    figure = place(frame, "2 of 5").box
    assert hypot(figure.w, figure.h) < 0.74 * ring.w  # what is lit of it begins at .79


@pytest.mark.parametrize(("strapline", "rules"), [("It starts with us", 1), ("", 0)])
def test_no_rule_stands_beside_the_dates_of_a_poster_alone(strapline: str, rules: int) -> None:
    frame = card("broadsheet", "poster", "instagram-portrait", strapline=strapline, dates_short="13–19 June")
    boxes = [item.box for item in frame.items if isinstance(item, Fill)]
    assert len([box for box in boxes if box.w < 10 < box.h]) == rules


SIZES_OF_POSTS = ("instagram-square", "story", "link", "x-post")
SHORT = {"en": "Water is a right", "ar": "الماء حق لا منّة"}


@pytest.mark.parametrize(("language", "size"), list(product(SHORT, SIZES_OF_POSTS)))
def test_words_as_wide_as_the_sheet_end_where_its_rules_do(language: str, size: str) -> None:
    brand = stocked(sample_brand("broadsheet"), FOLDER, (Said(language, frozenset(SHORT[language])),), held)
    canvas, message = next(screen(each) for each in SIZES if each.key == size), brand.designs["message"]
    room, words = canvas.room(brand.margin), {"headline": SHORT[language], "campaign": "Name"}
    numbers = (0, *(number for number, way in enumerate(message.variants, 1) if way.words == "short"))
    assert len(numbers) > 4
    for number in numbers:
        design = in_variant(message, number)
        frame = solve(design, words, canvas, brand, language, written_rtl(language)).frame
        box = place(frame, SHORT[language]).box
        assert room.inset(-0.5, -0.5, -0.5, -0.5).contains(box)
        start = box.right - room.right if frame.rtl else box.x - room.x
        assert start == pytest.approx(0, abs=0.5)
