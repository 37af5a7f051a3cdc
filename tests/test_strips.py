"""Words that have but a strip of a canvas: a YouTube banner, of which most devices show the middle alone."""

from __future__ import annotations

from typing import Any

import pytest
from sample_brand import sample_brand

from builder.brand.design import Design, settled
from builder.brand.looks import look_names
from builder.content.frame import Text
from builder.layout.canvas import screen
from builder.layout.cards.solve import solve
from builder.platforms.sizes import SIZES

BANNER = screen(next(size for size in SIZES if size.key == "youtube-banner"))
WORDS = {
    "statistic": {
        "value": "1 in 5",
        "label": "adults in the country lives with hearing loss",
        "source_line": "Source: Listen Up Trust survey, 2026",
    },
    "message": {"headline": "Face me", "text": "Lips carry a third of what people hear."},
    "day": {"date": "Monday 3 May", "topic": "Turn round", "text": "Notice who you speak to."},
}


def photographed(fill: str, share: float) -> dict[str, Any]:
    return {"fill": fill, "photo": {"side": "right", "share": share}}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("look", look_names())
def test_words_are_composed_for_the_strip(look: str, name: str) -> None:
    """They stand in it, and the headline is larger than all else."""
    brand = sample_brand(look)
    design = brand.designs[name]
    assert isinstance(design, Design)
    items = solve(design, WORDS[name], BANNER, brand, "en").frame.items
    first, *others = sorted((item for item in items if isinstance(item, Text)), key=lambda text: -text.size)
    assert first.size > 60
    assert all(first.size > 1.5 * text.size for text in others)


def test_what_a_strip_changes_of_a_design_is_where_words_stand() -> None:
    """The ground is that of the whole canvas; what is said of the size itself holds before both."""
    text = {"text": {"from": "headline", "style": "title"}}
    design = Design.model_validate(
        {
            "about": "A message.",
            "background": {"fill": "primary"},
            "body": text,
            "landscape": {"background": photographed("accent", 0.4), "area": {"width": 0.6}},
            "wide": {"background": photographed("surface", 0.25), "area": {"width": 0.8}, "margin": 0.1},
            "sizes": {"youtube-banner": {"area": {"width": 0.7}}},
        }
    )
    shape, words = BANNER.shapes
    assert (shape, words) == ("landscape", "wide")
    own = settled(design, shape, (), words)
    assert (own.background.fill, own.area.width, own.margin) == ("accent", 0.8, None)
    assert [photo.share for photo in own.background.photos] == [0.25]
    assert settled(design, shape, BANNER.names, words).area.width == 0.7


def test_a_canvas_whose_words_have_most_of_it_has_one_shape() -> None:
    """A story, a cover, and a profile whose picture is cut round."""
    for size in SIZES:
        shape, words = screen(size).shapes
        assert (shape == words) == (size.key != "youtube-banner"), size.key
