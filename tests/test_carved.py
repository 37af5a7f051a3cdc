"""Logos in one colour: forms that lie on others are cut out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.brand.carved import carved
from builder.brand.drawings import drawing
from builder.brand.findings import Findings
from builder.brand.identity import Art
from builder.brand.ink import ink_of

BUBBLE = '<path fill="#E1001A" d="M0 0h60v40H0z"/><path fill="#FFF" d="M10 10h40v10H10z"/>'
NAME = '<path fill="#0B0B0B" d="M70 0h30v40H70z"/>'


def logo(tmp_path: Path, shapes: str) -> Art:
    file = tmp_path / "logo.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{shapes}</svg>', "utf-8")
    art = drawing(file, "logo.svg", "brand", Findings(), (), None)
    assert art is not None
    return art


def area(art: Art) -> float:
    """The share of a box of 100 by 40 that a drawing of one form inks."""
    (shape,) = art.shapes
    corners, total, pen = (0.0, 0.0), 0.0, (0.0, 0.0)
    for step in shape.commands:
        end = corners if step[0] == "Z" else step[-2:]
        total += (pen[0] * end[1] - end[0] * pen[1]) / 2 if step[0] != "M" else 0.0
        corners = end if step[0] == "M" else corners
        pen = end  # type: ignore[assignment]
    return abs(total) / 4000


def test_a_line_on_a_bubble_becomes_a_hole_and_the_name_stays(tmp_path: Path) -> None:
    art = logo(tmp_path, BUBBLE + NAME)
    one = carved(art)
    assert one is not None
    assert area(one) == pytest.approx((2400 - 400 + 1200) / 4000, abs=1e-3)
    assert not ink_of(one).merges
    assert (one.view, one.name) == (art.view, art.name)
    assert one.digest != art.digest  # another picture


def test_forms_of_one_colour_that_meet_are_left_whole(tmp_path: Path) -> None:
    one = carved(logo(tmp_path, '<path d="M0 0h60v40H0z"/><path d="M60 0h40v40H60z"/>'))
    assert one is not None
    assert area(one) == pytest.approx(1.0, abs=1e-3)


def test_what_reaches_over_the_edge_is_inked_beyond_it(tmp_path: Path) -> None:
    """A dark flag that is half on a red block: a notch in that, and ink beside it."""
    flag = '<path fill="#0B0B0B" d="M40 0h20v40H40z"/>'
    one = carved(logo(tmp_path, f'<path fill="#E1001A" d="M0 0h50v40H0z"/>{flag}'))
    assert one is not None
    assert area(one) == pytest.approx(0.5, abs=1e-3)


@pytest.mark.parametrize(
    "shapes",
    [
        BUBBLE + '<path fill="#00843D" d="M20 12h8v6h-8z"/>',  # three tones, one on another
        '<linearGradient id="a"><stop stop-color="#E1001A"/><stop offset="1" stop-color="#FFF"/>'
        "</linearGradient>"
        '<path fill="url(#a)" d="M0 0h60v40H0z"/>',
        '<path fill="#E1001A" d="M0 0h60v40H0z"/><path fill="#FFF" fill-opacity=".5" d="M10 10h40v10H10z"/>',
        "".join(f'<path d="M{number} 0h1v9h-1z"/>' for number in range(0, 99)),
    ],
    ids=["three tones", "a gradient", "half clear", "many forms"],
)
def test_what_needs_more_than_two_tones_is_not_carved(tmp_path: Path, shapes: str) -> None:
    assert carved(logo(tmp_path, shapes)) is None
