"""Curves on slides: told in hundredths of a point, and so no farther off than half of one, and shortly."""

import re

import pytest

from builder.color import Color
from builder.content.deck import OfficeTheme
from builder.content.frame import Path
from builder.geometry.box import Box
from builder.geometry.curves import rounded
from builder.render.pptx.freeform import SlideColors, shape_properties

BOX = Box(10.125, 20.333, 7.111, 5.999)
INKS = SlideColors(OfficeTheme("A", (), "Georgia", "Arial"), ())


def test_the_points_of_a_curve_are_as_fine_as_is_seen() -> None:
    curve = rounded(BOX, 2.2)
    markup = shape_properties(Path(curve, Color(1, 2, 3)), BOX, INKS)
    told = [(int(x), int(y)) for x, y in re.findall(r'<a:pt x="(-?\d+)" y="(-?\d+)"/>', markup)]
    meant = [point for _, *numbers in curve for point in zip(numbers[::2], numbers[1::2], strict=True)]
    for (x, y), (left, top) in zip(told, meant, strict=True):
        assert x / 100 == pytest.approx(left - BOX.x, abs=0.00501)
        assert y / 100 == pytest.approx(top - BOX.y, abs=0.00501)
    assert '<a:path w="711" h="600">' in markup
    assert '<a:ext cx="90310" cy="76187"/>' in markup  # its place is in EMU


def test_a_curve_that_one_handle_tells_has_one() -> None:
    """As the letters of TrueType fonts are, which come with two."""
    raised, other = ("C", 2.0, 4.0, 4.0, 4.0, 6.0, 0.0), ("C", 6.0, 3.0, 3.0, 6.0, 0.0, 6.0)
    curve = Path((("M", 0.0, 0.0), raised, other, ("Z",)), Color(1, 2, 3))
    markup = shape_properties(curve, Box(0, 0, 6, 6), INKS)
    assert re.findall(r"<a:(\w+)To>", markup) == ["move", "quadBez", "cubicBez"]
    quadratic = re.search(r'<a:quadBezTo><a:pt x="(\d+)" y="(\d+)"/><a:pt x="(\d+)" y="(\d+)"/>', markup)
    assert quadratic
    assert list(map(int, quadratic.groups())) == [300, 600, 600, 0]
