"""Curves cut at the edges of a box."""

import pytest

from builder.geometry.box import Box, Command
from builder.geometry.clip import clipped
from builder.geometry.curves import bounds, flattened

SLIDE = Box(0, 0, 100, 60)
SQUARE = (("M", 10, 10), ("L", 40, 10), ("L", 40, 40), ("L", 10, 40), ("Z",))


def circle(x: float, y: float, r: float) -> tuple[Command, ...]:
    k = r * 0.5522847498
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )


def area(commands: tuple[Command, ...]) -> float:
    """What the polygons enclose (the shoelace formula)."""
    total = 0.0
    for polygon in flattened(commands, 0.01):
        edges = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
        total += abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges)) / 2
    return total


def test_what_lies_inside_stays_as_it_is() -> None:
    assert area(clipped(SQUARE, SLIDE)) == pytest.approx(900)
    assert clipped(SQUARE, SLIDE)[0] == ("M", 10, 10)


def test_what_lies_outside_goes() -> None:
    assert clipped(circle(200, 30, 20), SLIDE) == ()


@pytest.mark.parametrize(
    ("x", "y", "share"),
    [(100, 30, 0.5), (0, 30, 0.5), (50, 0, 0.5), (50, 60, 0.5), (100, 60, 0.25), (0, 0, 0.25)],
)
def test_a_circle_keeps_the_part_on_the_slide(x: float, y: float, share: float) -> None:
    kept = clipped(circle(x, y, 20), SLIDE)
    assert area(kept) == pytest.approx(share * area(circle(0, 0, 20)), rel=0.001)
    assert SLIDE.contains(bounds(flattened(kept, 0.01)), slack=1e-6)
    assert any(command[0] == "C" for command in kept)  # still a curve


def test_each_loop_is_cut_on_its_own() -> None:
    kept = clipped((*circle(50, 30, 10), *circle(100, 30, 10)), SLIDE)
    assert [command[0] for command in kept].count("M") == 2
