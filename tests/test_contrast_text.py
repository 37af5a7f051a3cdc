"""Contrasts as they are told, and tints as they look."""

import pytest

from builder.color import Color, contrast, parse_color, ratio_text


@pytest.mark.parametrize(
    ("ratio", "text"),
    [(4.5, "4.5:1"), (4.499, "4.4:1"), (1.0, "1.0:1"), (4.3 + 0.2, "4.5:1"), (21.0, "21.0:1")],
)
def test_a_contrast_is_told_as_no_more_than_it_is(ratio: float, text: str) -> None:
    assert ratio_text(ratio) == text


def test_teal_that_all_but_carries_white_is_not_said_to() -> None:
    assert ratio_text(contrast(parse_color("#008585"), Color(255, 255, 255))) == "4.4:1"


@pytest.mark.parametrize(
    ("color", "ground", "tint"),
    [
        ("#0A1F44", "#FFFFFF", "#ABC8F8"),  # navy, whose mix with white is a grey
        ("#3F51B5", "#F2ECD7", "#B4C4F8"),  # blue on parchment, whose mix is greenish grey
        ("#808080", "#FFFFFF", "#DFDFDF"),  # grey stays grey
    ],
)
def test_a_tint_keeps_the_hue_of_its_colour(color: str, ground: str, tint: str) -> None:
    assert parse_color(color).tint(parse_color(ground), 0.75).hex == tint
