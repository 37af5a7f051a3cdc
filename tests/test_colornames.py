"""Plain names for colours without any, and the parts that they play."""

import pytest

from builder.brand.colornames import named, parts
from builder.color import Color, contrast, parse_color

WHITE = Color(255, 255, 255)


def test_each_colour_has_a_name_of_its_own() -> None:
    colors = [parse_color(text) for text in ("#0000ff", "#0000ee", "#0000dd", "#0000ff", "#fff", "#f79256")]
    assert [*named(colors)] == ["blue", "blue-2", "blue-3", "white", "orange"]


@pytest.mark.parametrize("text", ["#1D4E89", "#FFD400", "#E4003B", "#000000", "#FFFFFF", "#7FB7BE"])
def test_one_colour_gives_a_ground_and_texts_that_are_read_on_it(text: str) -> None:
    found = parts([parse_color(text)])
    assert contrast(found["primary"], WHITE) >= 4.5
    assert contrast(found["foreground"], found["background"]) >= 12


def test_pale_colours_alone_give_a_vivid_ground_and_no_brown() -> None:
    yellow, pink = parse_color("#FFF3B0"), parse_color("#FFB5C2")
    primary = parts([yellow, pink])["primary"]
    assert contrast(primary, WHITE) >= 4.5
    assert primary.red > primary.blue > primary.green  # pink's hue
    assert primary.chroma > 120
