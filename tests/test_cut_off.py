"""What platforms cut off: a mock of each crop is laid over cards of all looks; the words lie within."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import pytest
from sample_brand import sample_brand
from test_shipped_looks import LONG, SHORT, words_of

from builder.brand.design import Design
from builder.brand.looks import look_names
from builder.brand.uses import ITEMS, THEME
from builder.content.frame import Text
from builder.geometry.box import Box
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.platforms.sizes import SIZES, Size

BY_KEY = {size.key: size for size in SIZES}


def middle(size: Size, width: float, height: float) -> Box:
    """The largest part of a shape in the middle of a size."""
    scale = min(size.width / width, size.height / height)
    w, h = width * scale, height * scale
    return Box((size.width - w) / 2, (size.height - h) / 2, w, h)


# The size, and what is left of it: a profile's grid has cells of 3:4 (Instagram), phones and computers show
# a band of a banner (YouTube, in px of 2560 × 1440), posts of 4:5 are shown whole.
CROPS = {
    "instagram-portrait": middle(BY_KEY["instagram-portrait"], 3, 4),
    "instagram-grid": middle(BY_KEY["instagram-grid"], 3, 4),
    "reel": middle(BY_KEY["reel"], 3, 4),
    "youtube-banner": Box(507, 508, 1546, 423),
}
ASKED = (THEME, *ITEMS.values())
HEADERS = {  # what the picture of a profile covers
    "x-header": Box(0, 300, 400, 200),
    "bluesky-header": Box(0, 330, 340, 170),
    "mastodon-header": Box(0, 340, 330, 160),
}


def texts(look: str, name: str, size: Size, given: dict[str, str]) -> Iterator[Text]:
    brand = sample_brand(look)
    design = brand.designs[name]
    assert isinstance(design, Design)
    frame = solve(design, words_of(brand, given), screen(size), brand, "en-GB").frame
    return (item for item in frame.items if isinstance(item, Text))


@pytest.mark.parametrize("look", look_names())
@pytest.mark.parametrize("key", CROPS)
def test_the_words_of_a_card_lie_within_what_is_left_of_it(look: str, key: str) -> None:
    crop, size = CROPS[key], BY_KEY[key]
    assert crop.w < size.width or crop.h < size.height or key == "instagram-grid"
    for name in ASKED if key == "instagram-portrait" else (THEME,):
        for given in (SHORT, LONG):
            found = list(texts(look, name, size, given))
            assert found
            outside = [text.words for text in found if not crop.inset(-1, -1, -1, -1).contains(text.box)]
            assert outside == [], (name, key)


@pytest.mark.parametrize("look", look_names())
@pytest.mark.parametrize("key", HEADERS)
def test_no_word_stands_under_the_picture_of_a_profile(look: str, key: str) -> None:
    assert BY_KEY[key].clear == HEADERS[key]
    for given in (SHORT, LONG):
        found = texts(look, THEME, BY_KEY[key], given)
        assert [text.words for text in found if text.box.overlaps(HEADERS[key])] == []


@pytest.mark.parametrize("look", look_names())
def test_a_profile_picture_may_be_cut_to_a_circle(look: str) -> None:
    size = BY_KEY["avatar"]
    radius = size.width / 2
    for given in (SHORT, LONG):
        for text in texts(look, THEME, size, given):
            box = text.box
            corners = ((x, y) for x in (box.x, box.right) for y in (box.y, box.bottom))
            assert max(hypot(x - radius, y - radius) for x, y in corners) <= radius, text.words
