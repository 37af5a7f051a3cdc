"""Deep shades of pale colours, and which colours people call brown."""

import pytest

from builder.color import Color, contrast, parse_color

WHITE = Color(255, 255, 255)


def test_a_shade_of_a_pale_colour_is_vivid_and_of_its_own_hue() -> None:
    rose = Color(255, 181, 194).shade(WHITE, 4.5)
    assert contrast(rose, WHITE) >= 4.5
    assert rose.red > 2 * rose.green  # a mix with black has no more than 1.4 times
    assert rose.chroma > 120


def test_a_shade_of_grey_is_grey() -> None:
    shade = Color(200, 200, 200).shade(WHITE, 4.5)
    assert shade.chroma <= 2


def test_black_stands_for_a_shade_that_there_is_none_of() -> None:
    assert Color(255, 181, 194).shade(WHITE, 22.0) == Color(0, 0, 0)


@pytest.mark.parametrize(
    ("text", "brown"), [("#4A3B1D", True), ("#FBBF24", False), ("#600000", False), ("#1E4132", False)]
)
def test_dark_yellow_is_brown(text: str, brown: bool) -> None:
    assert parse_color(text).is_brown == brown
