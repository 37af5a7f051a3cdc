"""Curves cut at the edges of a box."""

import pytest

from builder.geometry.box import Box, Command
from builder.geometry.clip import clipped
from builder.geometry.curves import bounds, flattened
from builder.geometry.pens import extent

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


@pytest.mark.parametrize(
    ("commands", "box"),
    [
        ((), Box(0, 0, 0, 0)),
        ((("M", 3, 4),), Box(3, 4, 0, 0)),
        ((("M", 0, 0), ("L", 8, -2), ("Z",)), Box(0, -2, 8, 2)),
        ((("M", 0, 0), ("C", 0, 100, 100, 100, 100, 0)), Box(0, 0, 100, 75)),  # not as far as it is steered
        ((("M", 0, 0), ("C", 60, 0, -50, 10, 10, 10)), Box(-8.5582, 0, 27.1163, 10)),  # beyond both its ends
        ((("M", 5, 5), ("L", 6, 6), ("M", -1, 9), ("C", -1, 9, 2, 9, 2, 9)), Box(-1, 5, 7, 4)),
    ],
)
def test_the_extent_of_a_curve_is_that_of_its_ink(commands: tuple[Command, ...], box: Box) -> None:
    found = extent(commands)
    assert (found.x, found.y, found.w, found.h) == pytest.approx((box.x, box.y, box.w, box.h), abs=1e-4)
