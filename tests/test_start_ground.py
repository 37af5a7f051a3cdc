"""The ground of the start page's title: words on it are read at length (WCAG 2.2, 1.4.6)."""

from pathlib import Path

import pytest

from builder.brand.identity import Brand
from builder.brand.read import read_brand
from builder.color import Color, contrast
from builder.kinds.start.look import ground_of
from builder.record import replace

BRAND = Path(__file__).parent.parent / "brand"


def brand(primary: Color) -> Brand:
    own = read_brand(BRAND, "brand")
    name = own.roles["primary"]
    return replace(own, designs={}, palette={**own.palette, name: primary})


@pytest.mark.parametrize(
    "primary",
    [Color(16, 89, 201), Color(232, 96, 76), Color(119, 119, 119), Color(255, 210, 31), Color(53, 33, 79)],
    ids=["blue", "coral", "grey", "yellow", "plum"],
)
def test_words_are_read_on_every_ground_which_gives_way_where_it_must(primary: Color) -> None:
    ground = ground_of(brand(primary))
    assert contrast(ground.text_color, ground.fill) >= 7
    assert contrast(ground.accent, ground.fill) >= 7
    enough = max(contrast(primary, Color(0, 0, 0)), contrast(primary, Color(255, 255, 255))) >= 7
    assert (ground.fill == primary) == enough
    assert contrast(ground.fill, primary) < 1.6
