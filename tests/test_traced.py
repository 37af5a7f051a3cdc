"""Curves as PDF's operators: no number ends in zeros, and none loses those before its point."""

from __future__ import annotations

import re
from random import Random

import pytest

from builder.geometry.box import Command
from builder.render.pdf.curves import traced


def test_numbers_are_as_short_as_they_can_be() -> None:
    curve: tuple[Command, ...] = (
        ("M", 10, 90),
        ("L", 100.5, 100.25),
        ("C", 0.0, 99.9996, -1000, 100, -0.0004, 1100.0),
        ("Z",),
    )
    assert traced(curve, (0.0, 100.0), 3) == "10 10 m 100.5 -0.25 l 0 0 -1000 0 0 -1000 c h"
    assert traced(curve, (0.0, 100.0), 0) == "10 10 m 100 0 l 0 0 -1000 0 0 -1000 c h"
    assert traced(curve, (10.0, 90.0), 1) == "0 0 m 90.5 -10.2 l -10 -10 -1010 -10 -10 -1010 c h"


@pytest.mark.parametrize("digits", [0, 1, 2, 3, 4])
def test_they_are_those_that_plain_formatting_gives(digits: int) -> None:
    random = Random(digits)
    points = [round(random.uniform(-300, 300), random.randint(0, 4)) for _ in range(4000)]
    pairs = list(zip(points[::2], points[1::2], strict=True))
    curve = tuple(("L", x, y) for x, y in pairs)
    found = re.findall(r"\S+(?= )", traced(curve, (0.0, 0.0), digits).replace(" l", " "))
    plain = [f"{value:.{digits}f}" for x, y in pairs for value in (x, 0.0 - y)]
    short = [each.rstrip("0").rstrip(".") if digits else each for each in plain]
    assert found == ["0" if each in ("-0", "") else each for each in short]
